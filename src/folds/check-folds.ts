/** Whether a sheet can be folded as asked: paper, widths, and the press it needs. */
import type { Edges, Report, Span } from '../base/index.ts';
import { ptToMm } from '../base/index.ts';
import type { FolderForm } from './folder-form.ts';
import { flatSize, outsideWidthsUm, schemeOf } from './panels.ts';
import type { Paper } from './paper.ts';
import * as problems from './problems.ts';

/** g/m² from which paper should be, and must be, creased; sources say 150, 170 or 200. */
const creaseGsm = { warning: 150, error: 200 };
/** Heavier than this is board. */
const heaviestGsm = 250;
const sra3Mm = { long: 450, short: 320 };

export interface FoldCheck {
  readonly form: FolderForm;
  readonly paper: Paper;
  readonly bleedMm: Edges;
  readonly spanOf: (key: string) => Span;
}

function checkSheet({ form, paper, bleedMm, spanOf }: FoldCheck, report: Report): void {
  const { width, height } = flatSize(form, paper);
  const across = ptToMm(width) + bleedMm.left + bleedMm.right;
  const down = ptToMm(height) + bleedMm.top + bleedMm.bottom;
  const fits =
    Math.max(across, down) <= sra3Mm.long + 1e-6 && Math.min(across, down) <= sra3Mm.short + 1e-6;
  const round = (mm: number) => Math.round(mm * 10) / 10;
  if (!fits) report(problems.sheetLarge(`${round(across)} × ${round(down)}`, spanOf('form')));
}

/**
 * Reports `folds/crease`, `folds/heavy-paper`, `folds/no-panel`, `folds/larger-than-sra3`. Crease
 * and weight are about folders: a stitched booklet's spine is the binder's care.
 */
export function checkFolds(check: FoldCheck, report: Report): void {
  const { form, paper, spanOf } = check;
  const weight = paper.weightGsm;
  if (!form.isCreased && weight >= creaseGsm.warning) {
    const severity = weight >= creaseGsm.error ? 'error' : 'warning';
    report(problems.creaseNeeded(weight, severity, spanOf('paper.weight')));
  }
  if (weight > heaviestGsm) report(problems.paperHeavy(weight, spanOf('paper.weight')));
  const widths = outsideWidthsUm(form, paper);
  for (const [index, { role }] of schemeOf(form).outside.entries())
    if ((widths[index] ?? 0) <= 0) report(problems.panelNegative(role, spanOf('form')));
  checkSheet(check, report);
}
