/** Borders and rules of tables as older HTML has them (html §15.3.8). */
import type { ElementNode } from '../input/index.ts';

/** A CSS property and its value as text. */
export type Hint = readonly [property: string, text: string];

type Attributes = ElementNode['attributes'];

const groups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** Tags that their table's attributes style. */
export const tableParts: ReadonlySet<string> = new Set([
  ...['td', 'th', 'tr', 'colgroup'],
  ...groups,
]);

/** A number of px; undefined where there is none. */
export function pixels(text: string | undefined): string | undefined {
  const number = /^\s*(\d+(?:\.\d+)?)/.exec(text ?? '')?.[1];
  return number === undefined ? undefined : `${number}px`;
}

/** Which sides a frame has, from the top clockwise; the others are hidden. */
const frames: ReadonlyMap<string, string> = new Map([
  ['void', 'hidden'],
  ['above', 'outset hidden hidden'],
  ['below', 'hidden hidden outset'],
  ['hsides', 'outset hidden'],
  ['lhs', 'hidden hidden hidden outset'],
  ['rhs', 'hidden outset hidden hidden'],
  ['vsides', 'hidden outset'],
  ['box', 'outset'],
  ['border', 'outset'],
]);

const ruleNames: ReadonlySet<string> = new Set(['none', 'groups', 'rows', 'cols', 'all']);

function rulesOf(table: Attributes): string | undefined {
  const rules = table.get('rules')?.toLowerCase();
  return rules !== undefined && ruleNames.has(rules) ? rules : undefined;
}

/** What a table's attributes say of itself. */
export function tableHints(attributes: Attributes): readonly Hint[] {
  const hints: Hint[] = [];
  const border = attributes.get('border');
  const frame = frames.get(attributes.get('frame')?.toLowerCase() ?? '');
  const rules = rulesOf(attributes);
  // Its colour is a table's own.
  if (border !== undefined) hints.push(...edges('border', pixels(border) ?? '1px', 'outset'));
  else if (rules !== undefined) hints.push(...edges('border', '1px', 'hidden'));
  if (frame !== undefined && border === undefined) hints.push(['border-width', '1px']);
  if (frame !== undefined) hints.push(['border-style', frame]);
  if (rules !== undefined) hints.push(['border-collapse', 'collapse']);
  const spacing = pixels(attributes.get('cellspacing'));
  if (spacing !== undefined) hints.push(['border-spacing', spacing]);
  return hints;
}

/** What a table's attributes say of one of its parts. */
export function partHints(tag: string, table: Attributes): readonly Hint[] {
  const rules = rulesOf(table);
  const isCell = tag === 'td' || tag === 'th';
  if (rules === undefined) {
    const border = table.get('border');
    const hasBorder = border !== undefined && pixels(border) !== '0px';
    return isCell && hasBorder ? inColor(edges('border', '1px', 'inset')) : [];
  }
  if (isCell && rules === 'all') return inColor(edges('border', '1px', 'solid'));
  if (isCell && rules === 'cols') return inColor(edges('border-inline', '1px', 'solid'));
  if (tag === 'tr' && rules === 'rows') return edges('border-block', '1px', 'solid');
  if (groups.has(tag) && rules === 'groups') return edges('border-block', '1px', 'solid');
  if (tag === 'colgroup' && rules === 'groups')
    return inColor(edges('border-inline', '1px', 'solid'));
  return [];
}

function edges(name: string, width: string, style: string): readonly Hint[] {
  return [
    [`${name}-width`, width],
    [`${name}-style`, style],
  ];
}

/** Cells and columns have the colour of the table, as its rows have by themselves. */
function inColor(hints: readonly Hint[]): readonly Hint[] {
  return [...hints, ['border-color', 'inherit']];
}
