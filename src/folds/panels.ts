/**
 * Sizes of panels. A scheme says how many compensations each panel gives up; preset or paper say
 * how much one is. Places of folds are rounded to whole micrometres, not widths of panels: so the
 * panels of a side sum to the flat width exactly. Inside widths are the outside widths mirrored.
 */
import { type Edges, invariant, mmToPt, type Size } from '../base/index.ts';
import type { FolderForm } from './folder-form.ts';
import { compensationOf, type Paper } from './paper.ts';
import type { FoldPreset, FoldScheme, OutsidePanel, Panel } from './scheme.ts';
import { foldSchemes } from './schemes/index.ts';

export type PanelSizes = ReadonlyMap<string, Size>;

/** The scheme of a folder; `readJob` has checked that it exists. */
export function schemeOf(form: FolderForm): FoldScheme {
  const scheme = foldSchemes.get(form.scheme);
  invariant(scheme, `fold scheme ${form.scheme} is not known`);
  return scheme;
}

/** The preset that a folder's size is one of. */
export function presetOf(form: FolderForm): FoldPreset | null {
  const { flatMm, panelMm } = form;
  const isSame = (a: FoldPreset['flatMm'], b: FoldPreset['flatMm']) =>
    a.width === b.width && a.height === b.height;
  const found = schemeOf(form).presets.find((preset) =>
    flatMm ? isSame(flatMm, preset.flatMm) : isSame(panelMm, preset.panelMm),
  );
  return found ?? null;
}

/** What one compensation is, in mm: the job's word, else the preset's, else the paper's. */
export function compensationMm(form: FolderForm, paper: Paper): number {
  return form.compensationMm ?? presetOf(form)?.compensationMm ?? compensationOf(paper);
}

function sum(panels: readonly OutsidePanel[], of: (panel: OutsidePanel) => number): number {
  return panels.reduce((total, panel) => total + of(panel), 0);
}

const shareOf = ({ share }: OutsidePanel) => share ?? 1;
const givenUp = ({ compensations }: OutsidePanel) => compensations ?? 0;

/** Width in µm of what the scheme calls a full panel: w = (W + Σe) / p for a flat width W. */
function fullPanelUm(form: FolderForm, compensationUm: number): number {
  const { outside } = schemeOf(form);
  if (!form.flatMm) return form.panelMm.width * 1000;
  const flatUm = Math.round(form.flatMm.width * 1000);
  return (flatUm + sum(outside, givenUp) * compensationUm) / sum(outside, shareOf);
}

/** Distances in µm from the trim's left edge, outside: 0, each fold, the right edge. */
function outsideLinesUm(form: FolderForm, paper: Paper): readonly number[] {
  const compensationUm = compensationMm(form, paper) * 1000;
  const full = fullPanelUm(form, compensationUm);
  let x = 0;
  const lines = schemeOf(form).outside.map((panel) => {
    x += shareOf(panel) * full - givenUp(panel) * compensationUm;
    return Math.round(x);
  });
  return [0, ...lines];
}

/** Height in mm of flat sheet and panels. */
function heightMm({ flatMm, panelMm }: FolderForm): number {
  return flatMm?.height ?? panelMm.height;
}

/** Widths of the outside panels in µm, left to right; whole numbers. */
export function outsideWidthsUm(form: FolderForm, paper: Paper): readonly number[] {
  const lines = outsideLinesUm(form, paper);
  return lines.slice(1).map((line, index) => line - (lines[index] ?? 0));
}

/** Trim size of each panel of a folder in pt, by role. */
export function panelSizes(form: FolderForm, paper: Paper): PanelSizes {
  const { outside, inside } = schemeOf(form);
  const height = mmToPt(heightMm(form));
  const widths = outsideWidthsUm(form, paper).map((um) => mmToPt(um / 1000));
  const sizes = (panels: readonly Panel[], wide: readonly number[]) =>
    panels.map(({ role }, index): [string, Size] => [role, { width: wide[index] ?? 0, height }]);
  return new Map([...sizes(outside, widths), ...sizes(inside, widths.toReversed())]);
}

/** Trim size of the flat sheet in pt: its width is the sum of one side's panels, rounded once. */
export function flatSize(form: FolderForm, paper: Paper): Size {
  const widthUm = outsideLinesUm(form, paper).at(-1) ?? 0;
  return { width: mmToPt(widthUm / 1000), height: mmToPt(heightMm(form)) };
}

export type FolderSide = 'outside' | 'inside';

/** Where the folds of a side lie, in pt from the trim's left edge. */
export function foldPositions(form: FolderForm, paper: Paper, side: FolderSide): readonly number[] {
  const lines = outsideLinesUm(form, paper);
  const width = lines.at(-1) ?? 0;
  const folds = lines.slice(1, -1);
  const seen = side === 'outside' ? folds : folds.map((line) => width - line).toReversed();
  return seen.map((um) => mmToPt(um / 1000));
}

/** The edges of each panel that are edges of the sheet: where its art must run into the bleed. */
export function panelBleed(form: FolderForm, bleed: Edges): ReadonlyMap<string, Edges> {
  const { outside, inside } = schemeOf(form);
  const edgesOn = (side: readonly Panel[]) =>
    side.map(({ role }, index): [string, Edges] => [
      role,
      {
        ...bleed,
        left: index === 0 ? bleed.left : 0,
        right: index === side.length - 1 ? bleed.right : 0,
      },
    ]);
  return new Map([...edgesOn(outside), ...edgesOn(inside)]);
}
