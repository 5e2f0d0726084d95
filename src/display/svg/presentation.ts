/**
 * Properties of SVG elements (SVG 2 §6): from style sheets, the `style` attribute and presentation
 * attributes, in that order of strength, else inherited. Lengths are in user units.
 */
import { pointsPerPx, type Size } from '../../base/index.ts';
import { type AuthorColor, pureBlack } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import {
  type ComputedStyle,
  type LengthPercentage,
  type PropertyName,
  parseColor,
  resolveLength,
  type SvgPaint,
} from '../../style/index.ts';
import { invalidSvgValue } from '../problems-svg.ts';
import { parseFraction, parseLength, parseNumber, parseNumbers } from './numbers.ts';
import { idInUrl, type SvgScene } from './scene.ts';
import { diagonalOf } from './shapes.ts';

/** Inherited properties. */
export interface SvgStyle {
  readonly color: AuthorColor;
  readonly fill: SvgPaint;
  readonly fillOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: SvgPaint;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly strokeLinecap: 'butt' | 'round' | 'square';
  readonly strokeLinejoin: 'miter' | 'round' | 'bevel';
  readonly strokeMiterlimit: number;
  readonly strokeDasharray: readonly number[];
  readonly strokeDashoffset: number;
  readonly clipRule: 'nonzero' | 'evenodd';
  readonly visible: boolean;
}

/** SVG 2's initial values; black is black ink alone. */
export const initialSvgStyle: SvgStyle = {
  color: pureBlack,
  fill: pureBlack,
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: 'none',
  strokeOpacity: 1,
  strokeWidth: 1,
  strokeLinecap: 'butt',
  strokeLinejoin: 'miter',
  strokeMiterlimit: 4,
  strokeDasharray: [],
  strokeDashoffset: 0,
  clipRule: 'nonzero',
  visible: true,
};

/** Declarations of a `style` attribute, the last of each name. */
function parseDeclarations(text: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const part of text.replace(/\/\*[^*]*\*\//g, ' ').split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    declarations.set(part.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  return declarations;
}

/** Reads properties of one element as text: the `style` attribute wins over attributes. */
export type ReadText = (name: string) => string | undefined;

export function textReader(element: ElementNode): ReadText {
  const inline = element.attributes.get('style');
  if (inline === undefined) return (name) => element.attributes.get(name);
  const declarations = parseDeclarations(inline);
  return (name) => declarations.get(name) ?? element.attributes.get(name);
}

/** How a property is read from text (null: not understood) and from a computed style. */
interface Reading<T> {
  readonly name: string;
  readonly parse: (text: string) => T | null;
  readonly computed: (style: ComputedStyle) => T;
}

function propertyName(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The value of a property on an element, or `otherwise`. Reports `display/svg-invalid`. */
function readProperty<T>(
  element: ElementNode,
  read: ReadText,
  scene: SvgScene,
  { name, parse, computed }: Reading<T>,
  otherwise: T,
): T {
  const { sheets } = scene;
  if (sheets?.declarationOf(element, propertyName(name) as PropertyName))
    return computed(sheets.styleOf(element));
  const text = read(name)?.trim();
  if (text === undefined || text === '' || text === 'inherit') return otherwise;
  const value = parse(text);
  if (value !== null) return value;
  scene.report((place) => invalidSvgValue(name, text, place), element);
  return otherwise;
}

function oneOf<const T extends string>(...words: readonly T[]): (text: string) => T | null {
  return (text) => words.find((word) => word === text) ?? null;
}

function parseOpacity(text: string): number | null {
  const value = parseFraction(text);
  return value === null ? null : Math.min(1, Math.max(0, value));
}

/** A colour, `currentColor` resolved; null where it is none. */
function parseSvgColor(text: string, current: AuthorColor): AuthorColor | null {
  const color = parseColor(text);
  return color === 'currentcolor' ? current : (color ?? null);
}

/** `none`, a colour, or `url(#id)` with what to use where the id leads nowhere. */
function parsePaint(text: string, current: AuthorColor): SvgPaint | null {
  if (text === 'none') return 'none';
  const id = idInUrl(text);
  if (id === undefined) return parseSvgColor(text, current);
  const rest = text.slice(text.indexOf(')') + 1).trim();
  const fallback = rest === '' || rest === 'none' ? 'none' : parseSvgColor(rest, current);
  return fallback && { kind: 'url', path: `#${id}`, fallback };
}

/** §13.5.6: an odd list is doubled; a negative length makes the list void, all zeros a full line. */
function cleanDashes(dashes: readonly number[]): readonly number[] {
  if (dashes.some((dash) => dash < 0) || dashes.every((dash) => dash === 0)) return [];
  return dashes.length % 2 === 1 ? [...dashes, ...dashes] : dashes;
}

function parseDashes(text: string, base: number): readonly number[] | null {
  if (text === 'none') return [];
  const plain = parseNumbers(text);
  if (plain) return cleanDashes(plain);
  const lengths = text.split(/[\s,]+/).map((part) => parseLength(part, base));
  return lengths.some((length) => length === null) ? null : cleanDashes(lengths.map((n) => n ?? 0));
}

/** The inherited properties of an element. Percentages of stroke are of the viewport's diagonal. */
export function resolveSvgStyle(
  element: ElementNode,
  parent: SvgStyle,
  viewport: Size,
  scene: SvgScene,
): SvgStyle {
  const read = textReader(element);
  const base = diagonalOf(viewport);
  const pick = <T>(
    name: string,
    parse: (text: string) => T | null,
    computed: (style: ComputedStyle) => T,
    inherited: T,
  ) => readProperty(element, read, scene, { name, parse, computed }, inherited);
  const user = (length: LengthPercentage) =>
    resolveLength(length, base * pointsPerPx) / pointsPerPx;
  const length = (text: string) => parseLength(text, base);
  const color = pick(
    'color',
    (text) => parseSvgColor(text, parent.color),
    (s) => s.color,
    parent.color,
  );
  const paint = (text: string) => parsePaint(text, color);
  const rule = oneOf('nonzero', 'evenodd');
  return {
    color,
    fill: pick('fill', paint, (s) => s.fill, parent.fill),
    fillOpacity: pick('fill-opacity', parseOpacity, (s) => s.fillOpacity, parent.fillOpacity),
    fillRule: pick('fill-rule', rule, (s) => s.fillRule, parent.fillRule),
    stroke: pick('stroke', paint, (s) => s.stroke, parent.stroke),
    strokeOpacity: pick(
      'stroke-opacity',
      parseOpacity,
      (s) => s.strokeOpacity,
      parent.strokeOpacity,
    ),
    strokeWidth: pick('stroke-width', length, (s) => user(s.strokeWidth), parent.strokeWidth),
    strokeLinecap: pick(
      'stroke-linecap',
      oneOf('butt', 'round', 'square'),
      (s) => s.strokeLinecap,
      parent.strokeLinecap,
    ),
    strokeLinejoin: pick(
      'stroke-linejoin',
      oneOf('miter', 'round', 'bevel'),
      (s) => s.strokeLinejoin,
      parent.strokeLinejoin,
    ),
    strokeMiterlimit: pick(
      'stroke-miterlimit',
      parseNumber,
      (s) => s.strokeMiterlimit,
      parent.strokeMiterlimit,
    ),
    strokeDasharray: pick(
      'stroke-dasharray',
      (text) => parseDashes(text, base),
      (s) => cleanDashes(s.strokeDasharray.map(user)),
      parent.strokeDasharray,
    ),
    strokeDashoffset: pick(
      'stroke-dashoffset',
      length,
      (s) => user(s.strokeDashoffset),
      parent.strokeDashoffset,
    ),
    clipRule: pick('clip-rule', rule, (s) => s.clipRule, parent.clipRule),
    visible: pick(
      'visibility',
      (text) => text === 'visible',
      (s) => s.visibility === 'visible',
      parent.visible,
    ),
  };
}

/** What an outermost inline `<svg>` inherits from the page: the box's computed style. */
export function svgStyleFrom(style: ComputedStyle): SvgStyle {
  const user = ({ pt }: LengthPercentage) => pt / pointsPerPx;
  return {
    color: style.color,
    fill: style.fill,
    fillOpacity: style.fillOpacity,
    fillRule: style.fillRule,
    stroke: style.stroke,
    strokeOpacity: style.strokeOpacity,
    strokeWidth: user(style.strokeWidth),
    strokeLinecap: style.strokeLinecap,
    strokeLinejoin: style.strokeLinejoin,
    strokeMiterlimit: style.strokeMiterlimit,
    strokeDasharray: cleanDashes(style.strokeDasharray.map(user)),
    strokeDashoffset: user(style.strokeDashoffset),
    clipRule: style.clipRule,
    visible: style.visibility === 'visible',
  };
}

/** Opacity of an element as a whole; not inherited. */
export function resolveOpacity(element: ElementNode, scene: SvgScene): number {
  const reading = {
    name: 'opacity',
    parse: parseOpacity,
    computed: (s: ComputedStyle) => s.opacity,
  };
  return readProperty(element, textReader(element), scene, reading, 1);
}

/** `mix-blend-mode`; not inherited. */
export function resolveBlend(element: ElementNode, scene: SvgScene): ComputedStyle['mixBlendMode'] {
  const modes = ['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten'] as const;
  const reading = {
    name: 'mix-blend-mode',
    parse: oneOf(...modes),
    computed: (s: ComputedStyle) => s.mixBlendMode,
  };
  return readProperty(element, textReader(element), scene, reading, 'normal');
}

/** True where an element and all in it is left out. */
export function isHidden(element: ElementNode, scene: SvgScene): boolean {
  const reading = {
    name: 'display',
    parse: (text: string) => text === 'none',
    computed: (s: ComputedStyle) => s.display === 'none',
  };
  return readProperty(element, textReader(element), scene, reading, false);
}

/** A gradient stop's colour with its opacity; `current` is what `currentColor` stands for. */
export function resolveStopColor(
  stop: ElementNode,
  current: AuthorColor,
  scene: SvgScene,
): AuthorColor {
  const read = textReader(stop);
  const color = readProperty<AuthorColor>(
    stop,
    read,
    scene,
    {
      name: 'stop-color',
      parse: (text) => parseSvgColor(text, current),
      computed: (s) => s.stopColor,
    },
    pureBlack,
  );
  const opacity = readProperty(
    stop,
    read,
    scene,
    { name: 'stop-opacity', parse: parseOpacity, computed: (s) => s.stopOpacity },
    1,
  );
  return opacity === 1 ? color : { ...color, alpha: color.alpha * opacity };
}
