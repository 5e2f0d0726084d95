/**
 * The painter of tests: a display list as lines of text, exact drawing order, colours and clips.
 * Groups nest by two spaces. Numbers have at most two decimals.
 */

import type { Path, PathSegment, Point, Rect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import { colorText } from './color-text.ts';
import type { DisplayItem, DisplayList, GroupItem, Paint, StrokeItem } from './item.ts';
import { numberText } from './number-text.ts';
import { asRect, isIdentity } from './outline.ts';

function pointText({ x, y }: Point): string {
  return `${numberText(x)},${numberText(y)}`;
}

function rectText(rect: Rect): string {
  return `rect ${pointText(rect)} ${numberText(rect.width)}×${numberText(rect.height)}`;
}

function segmentText(segment: PathSegment): string {
  switch (segment.kind) {
    case 'move':
      return `M${pointText(segment)}`;
    case 'line':
      return `L${pointText(segment)}`;
    case 'cubic': {
      const { x1, y1, x2, y2 } = segment;
      const first = pointText({ x: x1, y: y1 });
      const second = pointText({ x: x2, y: y2 });
      return `C${first} ${second} ${pointText(segment)}`;
    }
    case 'close':
      return 'Z';
  }
}

/** `rect x,y w×h` for a rectangle, else its segments as in SVG path data. */
export function pathText(path: Path): string {
  const rect = asRect(path);
  return rect ? rectText(rect) : path.map(segmentText).join(' ');
}

function paintText(paint: Paint<AuthorColor>): string {
  if (paint.kind === 'solid') return colorText(paint.color);
  const stops = paint.stops
    .map(({ offset, color }) => `${numberText(offset, 3)} ${colorText(color)}`)
    .join(', ');
  if (paint.kind === 'linear')
    return `linear ${pointText(paint.from)} → ${pointText(paint.to)} (${stops})`;
  if (paint.kind === 'conic')
    return `conic ${pointText(paint.center)} from ${numberText(paint.fromDegrees)}° (${stops})`;
  const { center, radiusX, radiusY, focus } = paint;
  const size = `${numberText(radiusX)}×${numberText(radiusY)}`;
  const rays = focus ? ` from ${pointText(focus)}` : '';
  return `radial ${pointText(center)} ${size}${rays} (${stops})`;
}

function strokeText(item: StrokeItem<AuthorColor>): string {
  const parts = [`stroke ${pathText(item.path)} ${numberText(item.widthPt, 3)}pt`];
  parts.push(paintText(item.paint));
  if (item.cap !== 'butt') parts.push(`cap ${item.cap}`);
  if (item.join !== 'miter') parts.push(`join ${item.join}`);
  if (item.dashPt.length > 0) {
    const dash = item.dashPt.map((length) => numberText(length)).join(' ');
    parts.push(`dash ${dash}${item.dashOffsetPt ? ` from ${numberText(item.dashOffsetPt)}` : ''}`);
  }
  return parts.join(' ');
}

function groupText(item: GroupItem<AuthorColor>): string {
  const parts = ['group'];
  if (!isIdentity(item.transform))
    parts.push(`matrix(${item.transform.map((part) => numberText(part, 4)).join(' ')})`);
  if (item.clip) parts.push(`clip ${pathText(item.clip)}`);
  if (item.opacity !== 1) parts.push(`opacity ${numberText(item.opacity, 3)}`);
  if (item.blend !== 'normal') parts.push(item.blend);
  if (item.isolated) parts.push('isolated');
  if (item.mask) parts.push(`mask by ${item.mask.by}`);
  return parts.join(' ');
}

function overprintText(overprint: 'on' | 'off' | undefined): string {
  return overprint === undefined ? '' : ` overprint ${overprint}`;
}

function itemText(item: DisplayItem<AuthorColor>): string {
  switch (item.kind) {
    case 'fill': {
      const rule = item.rule === 'evenodd' ? ' evenodd' : '';
      const plates = overprintText(item.overprint);
      return `fill ${pathText(item.path)}${rule} ${paintText(item.paint)}${plates}`;
    }
    case 'stroke':
      return `${strokeText(item)}${overprintText(item.overprint)}`;
    case 'glyphs': {
      const words = item.glyphs.text();
      const hyphen = item.hyphenated ? ' hyphenated' : '';
      const size = numberText(item.sizePt);
      const color = `${colorText(item.color)}${overprintText(item.overprint)}`;
      return `glyphs ${pointText(item)} ${item.font.postScriptName} ${size}pt "${words}"${hyphen} ${color}`;
    }
    case 'picture':
      return `picture "${item.picture}" ${rectText(item.rect)}`;
    case 'link':
      return `link "${item.href}" ${rectText(item.rect)}`;
    case 'shade': {
      const { widthPx, heightPx } = item.coverage;
      return `shade ${rectText(item.rect)} ${widthPx}×${heightPx}px ${colorText(item.color)}`;
    }
    case 'group':
      return groupText(item);
  }
}

/** The items of a mask stand before those it lets through, marked by a bar. */
function describeGroup({ items, mask }: GroupItem<AuthorColor>, indent: string): string[] {
  const masked = mask ? describeItems(mask.items, `${indent}  | `) : [];
  return [...masked, ...describeItems(items, `${indent}  `)];
}

/** Items as lines, groups' items indented below them. */
export function describeItems(items: readonly DisplayItem<AuthorColor>[], indent = ''): string[] {
  return items.flatMap((item) => [
    `${indent}${itemText(item)}`,
    ...(item.kind === 'group' ? describeGroup(item, indent) : []),
  ]);
}

/** The whole list as text: a line for each page (name and trim size in pt), its items below. */
export function describeList(list: DisplayList<AuthorColor>): string {
  return list
    .flatMap((page) => [
      `page "${page.name}" ${numberText(page.widthPt)}×${numberText(page.heightPt)}`,
      ...describeItems(page.items, '  '),
    ])
    .join('\n');
}
