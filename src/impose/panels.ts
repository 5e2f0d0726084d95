/**
 * Sizes of panels. A scheme says how many compensations each panel gives up; the paper's weight
 * says how much one is. Inside widths are the outside widths mirrored, and the panels of a side
 * sum to the flat width exactly: all of it is computed in whole micrometres.
 */
import { invariant, mmToPt, type Size } from '../base/index.ts';
import type { FolderForm, Paper } from '../input/index.ts';
import type { FoldScheme, PanelSlot } from './scheme.ts';
import { foldSchemes } from './schemes/index.ts';

export type PanelSizes = ReadonlyMap<string, Size>;

/** House default by paper weight: the least that folds safely within a tolerance of 1 mm. */
const compensationSteps = [
  { upToGsm: 115, mm: 1 },
  { upToGsm: 170, mm: 1.5 },
  { upToGsm: 250, mm: 2 },
  { upToGsm: Number.POSITIVE_INFINITY, mm: 3 },
] as const;

/** What one compensation is on a paper, in mm, where the job does not say. */
export function compensationOf(paper: Paper): number {
  return compensationSteps.find((step) => paper.weightGsm <= step.upToGsm)?.mm ?? 3;
}

/** The scheme of a folder; `readJob` has checked that it exists. */
export function schemeOf(form: FolderForm): FoldScheme {
  const scheme = foldSchemes.get(form.scheme);
  invariant(scheme, `fold scheme ${form.scheme} is not known`);
  return scheme;
}

/** A panel's width in whole micrometres. */
function panelWidthUm(slot: PanelSlot, form: FolderForm, paper: Paper): number {
  const compensationMm = form.compensationMm ?? compensationOf(paper);
  return (
    Math.round(form.panelMm.width * 1000) - slot.compensations * Math.round(compensationMm * 1000)
  );
}

/** Trim size of each panel of a folder in pt, by role. */
export function panelSizes(form: FolderForm, paper: Paper): PanelSizes {
  const { outside, inside } = schemeOf(form);
  const height = mmToPt(form.panelMm.height);
  return new Map(
    [...outside, ...inside].map((slot) => [
      slot.role,
      { width: mmToPt(panelWidthUm(slot, form, paper) / 1000), height },
    ]),
  );
}

/** Flat width of a folder in pt: the sum of one side's panels, rounded once. */
export function flatWidth(form: FolderForm, paper: Paper): number {
  const widthsUm = schemeOf(form).outside.map((slot) => panelWidthUm(slot, form, paper));
  return mmToPt(widthsUm.reduce((sum, width) => sum + width, 0) / 1000);
}

/** Where the folds of a side lie, in pt from the trim's left edge. */
export function foldPositions(slots: readonly PanelSlot[], sizes: PanelSizes): readonly number[] {
  const positions: number[] = [];
  let x = 0;
  for (const slot of slots.slice(0, -1)) {
    x += sizes.get(slot.role)?.width ?? 0;
    positions.push(x);
  }
  return positions;
}
