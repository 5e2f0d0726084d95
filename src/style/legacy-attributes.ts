/**
 * Attributes of older HTML that style (html §15.3): each as declarations. What is said of a table
 * is asked for by its cells.
 */
import type { ElementNode } from '../input/index.ts';
import { directionByContent } from './direction-attribute.ts';
import { type Hint, partHints, pixels, tableHints } from './legacy-tables.ts';
import { fieldUnits } from './lengths.ts';

type Attributes = ElementNode['attributes'];

/** Tags whose `width` and `height` are sizes (§15.3.8, §15.4.3). */
const sized: ReadonlySet<string> = new Set([
  ...['img', 'table', 'col', 'tr', 'td', 'th', 'iframe', 'video', 'embed', 'object'],
  ...['thead', 'tbody', 'tfoot', 'colgroup'],
]);

/** Tags whose `align` says where words and boxes in them stand. */
const aligned: ReadonlySet<string> = new Set([
  ...['div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
]);

const rows: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot']);

const pictures: ReadonlySet<string> = new Set(['img', 'iframe', 'embed', 'object', 'input']);

/** What `clear` says on a line break (§15.3.4). */
const clears: ReadonlyMap<string, string> = new Map([
  ...(['left', 'right', 'both'] as const).map((side) => [side, side] as const),
  ['all', 'both'],
]);

const fontSizes = [
  ...['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'],
] as const;

/** A length or percentage; zero counts for nothing where `isNonzero` is asked for. */
function dimension(text: string | undefined): string | undefined {
  const [, number, percent] = /^\s*(\d+(?:\.\d+)?)(%?)/.exec(text ?? '') ?? [];
  return number === undefined ? undefined : `${number}${percent === '%' ? '%' : 'px'}`;
}

/** What is known of a picture's shape before there is one (§15.4.3). */
function ratioOf(attributes: Attributes): string | undefined {
  const [width, height] = ['width', 'height'].map((name) => dimension(attributes.get(name)));
  if (!width?.endsWith('px') || !height?.endsWith('px')) return undefined;
  return `auto ${Number.parseFloat(width)} / ${Number.parseFloat(height)}`;
}

/** Declarations that an element's attributes stand for; `table` is the table that a cell is in. */
export function legacyHints(element: ElementNode, table: Attributes | undefined): readonly Hint[] {
  const { tag, attributes } = element;
  const hints: Hint[] = [];
  const add = (property: string, text: string | undefined) => {
    if (text !== undefined) hints.push([property, text]);
  };
  add('direction', directionByContent(element));
  if (sized.has(tag)) {
    add('width', dimension(attributes.get('width')));
    add('height', dimension(attributes.get('height')));
  }
  if (tag === 'img' || tag === 'video') add('aspect-ratio', ratioOf(attributes));
  const align = attributes.get('align')?.toLowerCase();
  if (align !== undefined) for (const [name, text] of alignHints(tag, align)) add(name, text);
  if (rows.has(tag)) {
    const valign = attributes.get('valign')?.toLowerCase();
    if (valign && /^(?:top|middle|bottom|baseline)$/.test(valign)) add('vertical-align', valign);
  }
  if (tag === 'td' || tag === 'th') {
    if (attributes.has('nowrap')) add('white-space', 'nowrap');
    add('padding', pixels(table?.get('cellpadding')));
  }
  if (tag === 'table') hints.push(...tableHints(attributes));
  if (table) hints.push(...partHints(tag, table));
  if (tag === 'input') addField(attributes, add);
  if (tag === 'textarea') {
    const cols = counted(attributes.get('cols'), fieldUnits.letter);
    // Browsers leave room for a scroll bar.
    add('contain-intrinsic-width', cols && `calc(round(up, ${cols} - 0.01px, 1px) + 15px)`);
    add('contain-intrinsic-height', counted(attributes.get('rows'), 'lh'));
  }
  if (tag === 'hr') addRule(attributes, add);
  if (tag === 'br') add('clear', clears.get(attributes.get('clear')?.toLowerCase() ?? ''));
  if (tag === 'font') {
    add('font-size', fontSize(attributes.get('size')));
    add('font-family', attributes.get('face'));
    add('color', legacyColor(attributes.get('color')));
  }
  if (tag === 'body') add('color', legacyColor(attributes.get('text')));
  if (tag === 'table' || tag === 'body' || rows.has(tag))
    add('background-color', legacyColor(attributes.get('bgcolor')));
  if (tag === 'table') add('border-color', legacyColor(attributes.get('bordercolor')));
  if (pictures.has(tag)) addPicture(attributes, add);
  return hints;
}

type Add = (property: string, text: string | undefined) => void;

function alignHints(tag: string, align: string): readonly Hint[] {
  if (tag === 'table') {
    if (align === 'left' || align === 'right') return [['float', align]];
    return align === 'center' ? [['margin-inline', 'auto']] : [];
  }
  if (tag === 'legend')
    return /^(?:left|right|center)$/.test(align) ? [['justify-self', align]] : [];
  if (tag === 'caption') return align === 'bottom' ? [['caption-side', 'bottom']] : [];
  if (pictures.has(tag)) {
    if (align === 'left' || align === 'right') return [['float', align]];
    if (align === 'top') return [['vertical-align', 'top']];
    return align === 'middle' || align === 'center' ? [['vertical-align', 'middle']] : [];
  }
  if (!aligned.has(tag)) return [];
  if (align === 'justify') return [['text-align', 'justify']];
  const side = align === 'middle' ? 'center' : align;
  return /^(?:left|right|center)$/.test(side) ? [['text-align', `-webkit-${side}`]] : [];
}

/**
 * A colour as older HTML has it (html §2.3.6): digits may lack their `#`, and are a third each. Words that
 * name no colour are left to be reported.
 */
function legacyColor(text: string | undefined): string | undefined {
  const written = text?.trim();
  const digits = /^#?([\da-f]+)$/i.exec(written ?? '')?.[1];
  if (digits === undefined || /^#[\da-f]{3}$/i.test(written ?? '')) return written;
  const length = Math.ceil(digits.length / 3);
  const padded = digits.padEnd(3 * length, '0');
  const thirds = [0, 1, 2].map((part) =>
    padded.slice(part * length, (part + 1) * length).slice(-8),
  );
  const empty = Math.min(...thirds.map((third) => Math.max(0, third.search(/[^0]|.{0,2}$/))));
  return `#${thirds.map((third) => third.slice(empty).slice(0, 2).padStart(2, '0')).join('')}`;
}

function addRule(attributes: Attributes, add: Add): void {
  add('width', dimension(attributes.get('width')));
  const size = Number.parseInt(attributes.get('size') ?? '', 10);
  const color = legacyColor(attributes.get('color'));
  // html §15.3.8: a coloured rule, and one without a shade, is solid.
  if (color !== undefined || attributes.has('noshade')) {
    add('border-style', 'solid');
    add('border-color', color ?? 'gray');
    add('background-color', color ?? 'gray');
  }
  if (size === 1) add('border-bottom-width', '0');
  else if (size > 1) add('height', `${size - 2}px`);
  const align = attributes.get('align')?.toLowerCase();
  if (align === 'left') add('margin-left', '0');
  if (align === 'right') add('margin-right', '0');
}

/** Kinds of `input` that are as wide as so many letters (§4.10.5.3.3). */
const lettered: ReadonlySet<string> = new Set([
  ...['text', 'search', 'tel', 'url', 'email', 'password'],
]);

function addField(attributes: Attributes, add: Add): void {
  const type = attributes.get('type')?.toLowerCase() ?? 'text';
  const size = counted(attributes.get('size'), fieldUnits.letter);
  if (lettered.has(type))
    add(
      'contain-intrinsic-width',
      size && `round(up, ${size} + 1${fieldUnits.spare} - 0.01px, 1px)`,
    );
  if (type !== 'image') return;
  add('width', dimension(attributes.get('width')));
  add('height', dimension(attributes.get('height')));
}

function counted(text: string | undefined, unit: string): string | undefined {
  const digits = /^\s*(\d+)/.exec(text ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : `${digits}${unit}`;
}

function addPicture(attributes: Attributes, add: Add): void {
  const across = dimension(attributes.get('hspace'));
  const down = dimension(attributes.get('vspace'));
  add('margin-left', across);
  add('margin-right', across);
  add('margin-top', down);
  add('margin-bottom', down);
  const border = pixels(attributes.get('border'));
  if (border !== undefined) add('border', `${border} solid`);
}

/** 1 to 7, or so many more or less than 3 (§15.3.2). */
function fontSize(text: string | undefined): string | undefined {
  const [, sign, digits] = /^\s*([+-]?)(\d+)/.exec(text ?? '') ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  const value = sign === '+' ? 3 + number : sign === '-' ? 3 - number : number;
  return fontSizes[Math.min(Math.max(value, 1), fontSizes.length) - 1];
}
