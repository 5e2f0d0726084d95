/**
 * What a designer lays over the picture of a page to see how it is made: the baseline grid, boxes,
 * loose and tight lines with stacks of hyphens, the safety margins. For the screen alone.
 */
import { insetRect, mmToPt, type Path, type Rect, rectPath } from '../base/index.ts';
import type { ScreenColor } from '../color/index.ts';
import { type BoxFragment, linesOfPage, type Page, type PlacedLine } from '../layout/index.ts';
import type { DisplayItem } from './item.ts';

export const overlayKinds = ['grid', 'boxes', 'lines', 'safety'] as const;
export type OverlayKind = (typeof overlayKinds)[number];

type Item = DisplayItem<ScreenColor>;

const hairlinePt = 0.25;

function colorOf(hex: number, alpha: number): ScreenColor {
  const channel = (shift: number) => ((hex >> shift) & 0xff) / 0xff;
  return { space: 'srgb', r: channel(16), g: channel(8), b: channel(0), alpha };
}

const colors = {
  grid: colorOf(0x0096d6, 0.7),
  box: colorOf(0x0096d6, 0.55),
  frame: colorOf(0xd6008c, 0.8),
  safetyError: colorOf(0xe2001a, 0.8),
  safetyWarning: colorOf(0xf39200, 0.8),
  hyphens: colorOf(0xd6008c, 0.9),
} as const;

/** By looseness: a gap beyond the limits, at the limit, tight. Lines in between stay as they are. */
const lineColors = {
  overfull: colorOf(0xe2001a, 0.55),
  beyond: colorOf(0xe2001a, 0.3),
  loose: colorOf(0xf39200, 0.25),
  tight: colorOf(0x0096d6, 0.25),
} as const;

function fill(path: Path, color: ScreenColor): Item {
  return { kind: 'fill', path, rule: 'evenodd', paint: { kind: 'solid', color } };
}

/** The edge of a rectangle, inside it. */
function edgeOf(rect: Rect, widthPt: number, color: ScreenColor): Item {
  const inner = insetRect(rect, { top: widthPt, right: widthPt, bottom: widthPt, left: widthPt });
  return fill([...rectPath(rect), ...rectPath(inner)], color);
}

/** The lines' distance that most of a page keeps, and where a baseline of theirs stands. */
function gridOf(lines: readonly PlacedLine[]): { step: number; phase: number } | null {
  const counts = new Map<string, { step: number; phase: number; count: number }>();
  for (const { line, rect } of lines) {
    const step = line.height;
    if (step <= 1) continue;
    const phase = (rect.y + line.baseline) % step;
    const key = `${step.toFixed(2)} ${phase.toFixed(1)}`;
    const known = counts.get(key) ?? { step, phase, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? null;
}

function gridItems(page: Page, lines: readonly PlacedLine[]): readonly Item[] {
  const grid = gridOf(lines);
  if (!grid) return [];
  const items: Item[] = [];
  for (let y = grid.phase; y < page.heightPt; y += grid.step) {
    const rect = { x: 0, y: y - hairlinePt / 2, width: page.widthPt, height: hairlinePt };
    items.push(fill(rectPath(rect), colors.grid));
  }
  return items;
}

/** Boxes of elements; those whose height was set stand out, since text can run out of them. */
function boxItems(box: BoxFragment, x: number, y: number, items: Item[]): void {
  const rect = { x: x + box.x, y: y + box.y, width: box.width, height: box.height };
  if (box.element && rect.width > 0 && rect.height > 0) {
    const color = box.frame ? colors.frame : colors.box;
    items.push(edgeOf(rect, box.frame ? 2 * hairlinePt : hairlinePt, color));
  }
  for (const child of box.children)
    if (child.kind === 'box') boxItems(child, rect.x, rect.y, items);
}

function colorOfLine({ line }: PlacedLine): ScreenColor | null {
  if (line.overfull) return lineColors.overfull;
  if (line.ratio > 1) return lineColors.beyond;
  if (line.ratio > 0.5) return lineColors.loose;
  return line.ratio < -0.5 ? lineColors.tight : null;
}

function lineItems(lines: readonly PlacedLine[]): readonly Item[] {
  return lines.flatMap((placed, index) => {
    const { rect, line } = placed;
    const color = colorOfLine(placed);
    const items = color ? [fill(rectPath(rect), color)] : [];
    // A stack: this line and one beside it in the same paragraph end with hyphens.
    const isStack = [lines[index - 1], lines[index + 1]].some(
      (other) => other?.line.hyphenated && other.line.source === line.source,
    );
    if (!line.hyphenated || !isStack) return items;
    const bar = { x: rect.x + rect.width + 1, y: rect.y, width: 1.5, height: rect.height };
    return [...items, fill(rectPath(bar), colors.hyphens)];
  });
}

/** 3 mm and 5 mm from every edge, whether it is cut or folded. */
function safetyItems({ widthPt, heightPt }: Page): readonly Item[] {
  const page = { x: 0, y: 0, width: widthPt, height: heightPt };
  const inset = (mm: number) => {
    const by = mmToPt(mm);
    return insetRect(page, { top: by, right: by, bottom: by, left: by });
  };
  return [
    edgeOf(inset(5), hairlinePt, colors.safetyWarning),
    edgeOf(inset(3), hairlinePt, colors.safetyError),
  ];
}

/** What is painted over a page, in the page's coordinates. */
export function overlayItems(page: Page, kinds: readonly OverlayKind[]): readonly Item[] {
  const lines = linesOfPage(page);
  const boxes: Item[] = [];
  if (kinds.includes('boxes'))
    for (const child of page.root.children) if (child.kind === 'box') boxItems(child, 0, 0, boxes);
  return [
    ...(kinds.includes('lines') ? lineItems(lines) : []),
    ...(kinds.includes('grid') ? gridItems(page, lines) : []),
    ...boxes,
    ...(kinds.includes('safety') ? safetyItems(page) : []),
  ];
}
