/**
 * Properties of SVG elements (SVG 2 §6). Values are the cascade's, which counts presentation
 * attributes; what is inherited is inherited here, because a shape drawn through `use` inherits
 * from the `use` element and not from where it stands (§5.6). Lengths are in user units.
 */
import { pointsPerPx, type Size } from '../../base/index.ts';
import { type AuthorColor, pureBlack } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import {
  type ComputedStyle,
  type ContextPaint,
  type LengthPercentage,
  type PropertyName,
  resolveLength,
  type SvgPaint,
} from '../../style/index.ts';
import type { SvgScene } from './scene.ts';
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
  /** What `context-fill` and `context-stroke` stand for (SVG 2 §13.2). */
  readonly contextFill: SvgPaint;
  readonly contextStroke: SvgPaint;
  readonly paintOrder: ComputedStyle['paintOrder'];
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
  contextFill: 'none',
  contextStroke: 'none',
  paintOrder: ['fill', 'stroke', 'markers'],
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

/** Reads one attribute of an element as text; the `style` attribute wins. */
export type ReadText = (name: string) => string | undefined;

/** For what the cascade does not know: geometry, `clip-path`, and what is refused. */
export function textReader(element: ElementNode): ReadText {
  const inline = element.attributes.get('style');
  if (inline === undefined) return (name) => element.attributes.get(name);
  const declarations = parseDeclarations(inline);
  return (name) => declarations.get(name) ?? element.attributes.get(name);
}

/** §13.5.6: an odd list is doubled; all zeros draw a full line. */
function cleanDashes(dashes: readonly number[]): readonly number[] {
  if (dashes.every((dash) => dash === 0)) return [];
  return dashes.length % 2 === 1 ? [...dashes, ...dashes] : dashes;
}

/** Where everything that an element says for itself is found. */
type Declared = <K extends PropertyName, T>(
  name: K,
  read: (value: ComputedStyle[K]) => T,
  inherited: T,
) => T;

function declaredOn(element: ElementNode, { styles }: SvgScene): Declared {
  let style: ComputedStyle | null = null;
  const text = textReader(element);
  return (name, read, inherited) => {
    if (!styles.declarationOf(element, name)) return inherited;
    // What is inherited through `use` is of the place where the shape is drawn.
    if (text(name)?.trim().toLowerCase() === 'inherit') return inherited;
    style ??= styles.styleOf(element);
    return read(style[name]);
  };
}

const same = <T>(value: T): T => value;

/** `currentColor` is that of the place where the shape is drawn, not of where it stands. */
function paintReader(element: ElementNode, color: AuthorColor, parent: SvgStyle) {
  const text = textReader(element);
  return (name: 'fill' | 'stroke') => (paint: SvgPaint | ContextPaint) => {
    if (paint === 'context-fill') return parent.contextFill;
    if (paint === 'context-stroke') return parent.contextStroke;
    return text(name)?.trim().toLowerCase() === 'currentcolor' ? color : paint;
  };
}

/** The inherited properties of an element. Percentages of strokes are of the viewport's diagonal. */
export function resolveSvgStyle(
  element: ElementNode,
  parent: SvgStyle,
  viewport: Size,
  scene: SvgScene,
): SvgStyle {
  const own = declaredOn(element, scene);
  const base = diagonalOf(viewport) * pointsPerPx;
  const user = (length: LengthPercentage) => resolveLength(length, base) / pointsPerPx;
  const color = own('color', same, parent.color);
  const paint = paintReader(element, color, parent);
  return {
    color,
    fill: own('fill', paint('fill'), parent.fill),
    fillOpacity: own('fillOpacity', same, parent.fillOpacity),
    fillRule: own('fillRule', same, parent.fillRule),
    stroke: own('stroke', paint('stroke'), parent.stroke),
    strokeOpacity: own('strokeOpacity', same, parent.strokeOpacity),
    strokeWidth: own('strokeWidth', user, parent.strokeWidth),
    strokeLinecap: own('strokeLinecap', same, parent.strokeLinecap),
    strokeLinejoin: own('strokeLinejoin', same, parent.strokeLinejoin),
    strokeMiterlimit: own('strokeMiterlimit', same, parent.strokeMiterlimit),
    strokeDasharray: own(
      'strokeDasharray',
      (dashes) => cleanDashes(dashes.map(user)),
      parent.strokeDasharray,
    ),
    strokeDashoffset: own('strokeDashoffset', user, parent.strokeDashoffset),
    clipRule: own('clipRule', same, parent.clipRule),
    visible: own('visibility', (value) => value === 'visible', parent.visible),
    contextFill: parent.contextFill,
    contextStroke: parent.contextStroke,
    paintOrder: own('paintOrder', same, parent.paintOrder),
  };
}

/** What an outermost inline `<svg>` inherits from the page: the box's computed style. */
export function svgStyleFrom(style: ComputedStyle): SvgStyle {
  const user = ({ pt }: LengthPercentage) => pt / pointsPerPx;
  const { color, fill, fillOpacity, fillRule, stroke, strokeOpacity, clipRule } = style;
  const { strokeLinecap, strokeLinejoin, strokeMiterlimit, paintOrder } = style;
  const plain = (paint: SvgPaint | ContextPaint): SvgPaint =>
    paint === 'context-fill' || paint === 'context-stroke' ? 'none' : paint;
  return {
    ...{ color, fillOpacity, fillRule, strokeOpacity, clipRule, paintOrder },
    ...{ fill: plain(fill), stroke: plain(stroke), contextFill: 'none', contextStroke: 'none' },
    ...{ strokeLinecap, strokeLinejoin, strokeMiterlimit },
    strokeWidth: user(style.strokeWidth),
    strokeDasharray: cleanDashes(style.strokeDasharray.map(user)),
    strokeDashoffset: user(style.strokeDashoffset),
    visible: style.visibility === 'visible',
  };
}

/** A gradient stop's colour with its opacity; `current` is what `currentColor` stands for. */
export function resolveStopColor(
  stop: ElementNode,
  current: AuthorColor,
  scene: SvgScene,
): AuthorColor {
  const { stopColor, stopOpacity } = scene.styles.styleOf(stop);
  const isCurrent = textReader(stop)('stop-color')?.trim().toLowerCase() === 'currentcolor';
  const color = isCurrent ? current : stopColor;
  return stopOpacity === 1 ? color : { ...color, alpha: color.alpha * stopOpacity };
}
