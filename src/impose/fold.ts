/**
 * Panels onto the two flat sides of a sheet, in the fold scheme's order. Bleed exists on the four
 * outer edges only; at a fold, a panel's art ends where the next panel begins.
 */
import { type Edges, identity, invariant, noEdges, type Path, rectPath } from '../base/index.ts';
import type { DisplayItem, DisplayList, DisplayPage } from '../display/index.ts';
import {
  type FolderForm,
  flatSize,
  type Panel,
  type Paper,
  panelBleed,
  schemeOf,
} from '../folds/index.ts';
import type { FlatPage } from './flat-page.ts';

/**
 * How far a panel's art is let run under its right neighbour, in pt. Two clips that share an edge
 * leave a pale seam where a renderer smooths them; the neighbour paints over this strip.
 */
const underlapPt = 0.3;

/** The part of a panel's art that shows: its trim, and the bleed on the sheet's own edges. */
function panelClip(panel: DisplayPage<unknown>, bleed: Edges, isLast: boolean): Path {
  const right = isLast ? bleed.right : underlapPt;
  return rectPath({
    x: -bleed.left,
    y: -bleed.top,
    width: panel.widthPt + bleed.left + right,
    height: panel.heightPt + bleed.top + bleed.bottom,
  });
}

/**
 * The two flat sides, `outside` and `inside`. Every role of the scheme must be among the panels:
 * `layoutPages` has reported those that are not.
 */
export function imposeFolder<C>(
  panels: DisplayList<C>,
  form: FolderForm,
  paper: Paper,
  bleed: Edges,
): readonly FlatPage<C>[] {
  const scheme = schemeOf(form);
  const bleedOf = panelBleed(form, bleed);

  const side = (name: string, slots: readonly Panel[]): FlatPage<C> => {
    let x = 0;
    const items = slots.map((slot, index): DisplayItem<C> => {
      const panel = panels.find((page) => page.name === slot.role);
      invariant(panel, `panel ${slot.role} was not laid out`);
      const clip = panelClip(panel, bleedOf.get(slot.role) ?? noEdges, index === slots.length - 1);
      const placed: DisplayItem<C> = {
        kind: 'group',
        items: panel.items,
        transform: [1, 0, 0, 1, x, 0],
        clip,
        opacity: 1,
        blend: 'normal',
      };
      x += panel.widthPt;
      return placed;
    });
    const heightPt = panels[0]?.heightPt ?? 0;
    return { name, widthPt: flatSize(form, paper).width, heightPt, bleed, slug: noEdges, items };
  };

  return [side('outside', scheme.outside), side('inside', scheme.inside)];
}

/** Single pages, as a stitched booklet is delivered: each with its bleed on all four edges. */
export function imposePages<C>(pages: DisplayList<C>, bleed: Edges): readonly FlatPage<C>[] {
  return pages.map((page, index) => ({
    name: String(index + 1),
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    bleed,
    slug: noEdges,
    items: [
      {
        kind: 'group',
        items: page.items,
        transform: identity,
        clip: panelClip(page, bleed, true),
        opacity: 1,
        blend: 'normal',
      },
    ],
  }));
}

/** Panels in the order a reader meets them; panels of no scheme keep their order. */
export function inReadingOrder<C>(panels: DisplayList<C>, form: FolderForm): DisplayList<C> {
  return schemeOf(form).readingOrder.flatMap((role) => panels.filter((page) => page.name === role));
}
