/**
 * PDF/X-1a:2003 (ISO 15930-4) has no transparency, and nothing is flattened here: what is
 * transparent is reported where it stands.
 */
import { type Context, identity, type Span } from '../base/index.ts';
import type { PrintColor } from '../color/index.ts';
import type { DisplayItem, DisplayList, DisplayPage, GroupItem, Paint } from './item.ts';
import { type Transparency, transparencyInFlavour } from './problems-inks.ts';
import { visibleBounds } from './walk.ts';

export interface OpaqueFlavour {
  /** `PDF/X-1a:2003`. */
  readonly name: string;
  /** Where the job asks for it. */
  readonly span?: Span | undefined;
  /** True for a picture with a soft mask, by its path. */
  readonly isMasked: (picture: string) => boolean;
}

const isPlain = (alpha: number) => alpha === 0 || alpha === 1;

function isOpaquePaint(paint: Paint<PrintColor>): boolean {
  if (paint.kind === 'solid') return isPlain(paint.color.alpha);
  // A stop without opacity fades into what lies below, whatever its own colour.
  return paint.stops.every(({ color }) => color.alpha === 1);
}

function groupTransparency({ opacity, blend, mask }: GroupItem<PrintColor>): Transparency | null {
  if (mask) return 'mask';
  if (blend !== 'normal') return 'blending';
  return opacity < 1 ? 'opacity' : null;
}

function transparencyOf(
  item: DisplayItem<PrintColor>,
  { isMasked }: OpaqueFlavour,
): Transparency | null {
  switch (item.kind) {
    case 'fill':
    case 'stroke':
      return isOpaquePaint(item.paint) ? null : 'opacity';
    case 'glyphs':
      return isPlain(item.color.alpha) ? null : 'opacity';
    case 'shade':
      return 'shadow';
    case 'picture':
      return isMasked(item.picture) ? 'picture' : null;
    case 'group':
      return groupTransparency(item);
    case 'link':
      return null;
  }
}

function boundsOf(item: DisplayItem<PrintColor>) {
  if (item.kind === 'group') return undefined;
  return visibleBounds({ item, matrix: identity, clip: null, opacity: 1 }) ?? undefined;
}

function checkPage(
  { name, items }: DisplayPage<PrintColor>,
  flavour: OpaqueFlavour,
  report: Context['report'],
): void {
  const told = new Set<string>();
  const visit = (inner: readonly DisplayItem<PrintColor>[]): void => {
    for (const item of inner) {
      const kind = transparencyOf(item, flavour);
      const key = `${kind} ${item.span?.source.path} ${item.span?.start}`;
      if (kind && !told.has(key)) {
        told.add(key);
        const place = { page: name, span: item.span, rect: boundsOf(item) };
        report(transparencyInFlavour(kind, flavour.name, place, flavour.span));
      }
      if (item.kind === 'group') visit(item.items);
    }
  };
  visit(items);
}

/** Reports `display/transparency` once for each place that is transparent. */
export function checkTransparency(
  list: DisplayList<PrintColor>,
  flavour: OpaqueFlavour,
  { report }: Pick<Context, 'report'>,
): void {
  for (const page of list) checkPage(page, flavour, report);
}
