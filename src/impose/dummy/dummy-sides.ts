/**
 * What a dummy shows: each side of each sheet as panels with their names and sizes, and where and
 * how it is folded. Fronts and backs follow each other; widths in pt, left to right as seen.
 */
import { mmToPt } from '../../base/index.ts';
import {
  type FolderForm,
  type FolderSide,
  type FoldScheme,
  flatSize,
  foldPositions,
  foldSheet,
  type Paper,
  panelSizes,
  schemeOf,
} from '../../folds/index.ts';

export interface DummyPanel {
  readonly number: number;
  /** The panel's role; empty for a booklet's page. */
  readonly role: string;
  readonly widthPt: number;
}

export interface DummyFold {
  /** From the sheet's left edge. */
  readonly x: number;
  /** In which pass it is made, from 1. */
  readonly order: number;
  /** Towards the viewer of this side: a valley. */
  readonly isTowards: boolean;
}

export interface DummySide {
  /** `outside`, `inside`, or the place in a booklet. */
  readonly face: FolderSide | 'front' | 'back';
  /** Sheet of a booklet, from 1; null for a folder. */
  readonly sheet: number | null;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly panels: readonly DummyPanel[];
  readonly folds: readonly DummyFold[];
}

/** In which fold each line between outside panels is bent first, and to which side. */
export function foldsOf(scheme: FoldScheme): readonly Omit<DummyFold, 'x'>[] {
  const widths = scheme.outside.map(({ share }) => share ?? 1);
  const states = scheme.folds.map((_, index) =>
    foldSheet({ ...scheme, folds: scheme.folds.slice(0, index + 1) }, widths),
  );
  return scheme.outside.slice(1).map((_, line) => {
    const isBent = ({ leaves }: (typeof states)[number]) => {
      const pair = leaves.filter(({ index }) => index === line || index === line + 1);
      return pair[0]?.isTurned !== pair[1]?.isTurned;
    };
    const order = states.findIndex(isBent) + 1;
    const last = states.at(-1)?.leaves ?? [];
    const upper = last.find(({ index }) => index === line || index === line + 1);
    // The upper leaf's outside looks down on the lower one's: the outside is a valley.
    return { order, isTowards: upper?.isTurned ?? false };
  });
}

/** Outside and inside of a folder. */
export function folderSides(form: FolderForm, paper: Paper): readonly DummySide[] {
  const scheme = schemeOf(form);
  const sizes = panelSizes(form, paper);
  const { width, height } = flatSize(form, paper);
  const bends = foldsOf(scheme);
  return (['outside', 'inside'] as const).map((face): DummySide => {
    const isOutside = face === 'outside';
    const seen = isOutside ? bends : bends.toReversed();
    const places = foldPositions(form, paper, face);
    return {
      face,
      sheet: null,
      widthPt: width,
      heightPt: height,
      panels: scheme[face].map(({ role, number }) => ({
        role,
        number,
        widthPt: sizes.get(role)?.width ?? 0,
      })),
      folds: seen.map(({ order, isTowards }, index) => ({
        x: places[index] ?? 0,
        order,
        isTowards: isOutside ? isTowards : !isTowards,
      })),
    };
  });
}

/** Sheets of a stitched booklet, outermost first; pages in pt. */
export function bookletSides(
  pages: number,
  pageMm: { readonly width: number; readonly height: number },
): readonly DummySide[] {
  const [width, height] = [mmToPt(pageMm.width), mmToPt(pageMm.height)];
  const side = (face: 'front' | 'back', sheet: number, numbers: readonly number[]): DummySide => ({
    face,
    sheet,
    widthPt: 2 * width,
    heightPt: height,
    panels: numbers.map((number) => ({ number, role: '', widthPt: width })),
    folds: [{ x: width, order: 1, isTowards: face === 'back' }],
  });
  return Array.from({ length: pages / 4 }, (_, k) => [
    side('front', k + 1, [pages - 2 * k, 1 + 2 * k]),
    side('back', k + 1, [2 + 2 * k, pages - 1 - 2 * k]),
  ]).flat();
}

/** The one or two sides of a leaf that is not folded. */
export function leafSides(
  pages: number,
  pageMm: { readonly width: number; readonly height: number },
): readonly DummySide[] {
  const [widthPt, heightPt] = [mmToPt(pageMm.width), mmToPt(pageMm.height)];
  const side = (number: number): DummySide => ({
    face: number === 1 ? 'front' : 'back',
    sheet: 1,
    widthPt,
    heightPt,
    panels: [{ number, role: '', widthPt }],
    folds: [],
  });
  return pages === 1 ? [side(1)] : [side(1), side(2)];
}
