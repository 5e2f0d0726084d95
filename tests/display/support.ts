/** Fragments, styles and pictures made by hand, so that a test needs no layout. */
import {
  createSource,
  type Finding,
  noEdges,
  type Rect,
  type Span,
  type Workspace,
} from '../../src/base/index.ts';
import { type CmykColor, pureBlack, type SrgbColor } from '../../src/color/index.ts';
import type { DisplayItem } from '../../src/display/index.ts';
import { describeItems } from '../../src/display/index.ts';
import type { ElementNode, VectorPicture } from '../../src/input/index.ts';
import type {
  BoxFragment,
  Fragment,
  LineFragment,
  Page,
  TextFragment,
} from '../../src/layout/index.ts';
import type { ComputedStyle } from '../../src/style/index.ts';
import { type Font, Glyphs } from '../../src/text/index.ts';

export const cmyk = (c: number, m: number, y: number, k: number, alpha = 1): CmykColor => ({
  space: 'cmyk',
  c,
  m,
  y,
  k,
  alpha,
});

export const srgb = (r: number, g: number, b: number, alpha = 1): SrgbColor => ({
  space: 'srgb',
  r,
  g,
  b,
  alpha,
});

export const red = cmyk(0, 1, 1, 0);
export const blue = cmyk(1, 1, 0, 0);
export const yellow = cmyk(0, 0, 1, 0);

const none = srgb(0, 0, 0, 0);
const zero = { pt: 0, percent: 0 };
export const pt = (value: number) => ({ pt: value, percent: 0 });
export const percent = (value: number) => ({ pt: 0, percent: value / 100 });
const corner = { x: zero, y: zero };

const initial = {
  display: 'block',
  position: 'static',
  float: 'none',
  zIndex: 'auto',
  visibility: 'visible',
  overflowX: 'visible',
  overflowY: 'visible',
  overflowClipMargin: { box: 'padding-box', byPt: 0 },
  contain: { size: false, inlineSize: false, layout: false, paint: false },
  opacity: 1,
  mixBlendMode: 'normal',
  isolation: 'auto',
  overprint: 'auto',
  transform: [],
  translate: [],
  rotate: [],
  scale: [],
  boxShadow: [],
  clipPath: 'none',
  clip: 'auto',
  willChange: [],
  filter: 'none',
  backdropFilter: 'none',
  maskBorderSource: 'none',
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
  vectorEffect: 'none',
  paintOrder: ['fill', 'stroke', 'markers'],
  transformBox: 'view-box',
  maskImage: ['none'],
  textShadow: [],
  outlineStyle: 'none',
  outlineWidth: 0,
  outlineColor: pureBlack,
  outlineOffset: 0,
  transformOrigin: { x: percent(50), y: percent(50), z: 0 },
  transformStyle: 'flat',
  perspective: 'none',
  perspectiveOrigin: { x: percent(50), y: percent(50) },
  backfaceVisibility: 'visible',
  writingMode: 'horizontal-tb',
  textDecorationSkipInk: 'none',
  textUnderlinePosition: 'auto',
  textEmphasisStyle: 'none',
  color: pureBlack,
  textFillColor: pureBlack,
  textStrokeWidth: 0,
  fontSize: 10,
  backgroundColor: none,
  backgroundImage: ['none'],
  backgroundPositionX: [zero],
  backgroundPositionY: [zero],
  borderImageSource: 'none',
  backgroundSize: [{ width: 'auto', height: 'auto' }],
  backgroundRepeat: [{ x: 'repeat', y: 'repeat' }],
  backgroundOrigin: ['padding-box'],
  backgroundClip: ['border-box'],
  backgroundAttachment: ['scroll'],
  backgroundBlendMode: ['normal'],
  borderTopStyle: 'none',
  borderRightStyle: 'none',
  borderBottomStyle: 'none',
  borderLeftStyle: 'none',
  borderTopColor: pureBlack,
  borderRightColor: pureBlack,
  borderBottomColor: pureBlack,
  borderLeftColor: pureBlack,
  borderTopLeftRadius: corner,
  borderTopRightRadius: corner,
  borderBottomRightRadius: corner,
  borderBottomLeftRadius: corner,
  textDecorationLine: [],
  textDecorationStyle: 'solid',
  textDecorationColor: pureBlack,
  textDecorationThickness: 'auto',
  textUnderlineOffset: 'auto',
  fill: pureBlack,
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: 'none',
  strokeOpacity: 1,
  strokeWidth: { pt: 0.75, percent: 0 },
  strokeLinecap: 'butt',
  strokeLinejoin: 'miter',
  strokeMiterlimit: 4,
  strokeDasharray: [],
  strokeDashoffset: zero,
  clipRule: 'nonzero',
};

export type Overrides = Partial<ComputedStyle>;

/** A style of initial values and what the test is about. */
export function style(overrides: Overrides = {}): ComputedStyle {
  return { ...initial, ...overrides } as unknown as ComputedStyle;
}

export const font: Font = {
  id: 'square',
  postScriptName: 'Square',
  family: 'Square',
  weight: 400,
  italic: false,
  metrics: {
    unitsPerEm: 1000,
    ascentEm: 0.8,
    descentEm: 0.2,
    lineGapEm: 0,
    capHeightEm: 0.7,
    averageWidthEm: 0.5,
    boundsWidthEm: 1,
    xHeightEm: 0.5,
    underlineOffsetEm: 0.1,
    underlineThicknessEm: 0.05,
    italicAngleDegrees: 0,
    hasVerticalAdvances: false,
  },
  bytes: new Uint8Array(),
};

export interface BoxParts {
  readonly style?: Overrides;
  readonly border?: number | BoxFragment['border'];
  readonly padding?: number;
  readonly element?: ElementNode;
  readonly picture?: BoxFragment['picture'];
  readonly children?: readonly Fragment[];
}

const allSides = (width: number) => ({ top: width, right: width, bottom: width, left: width });

/** `box([x, y, width, height], …)`. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  parts: BoxParts = {},
): BoxFragment {
  const { border = 0, padding = 0, element = null, picture = null, children = [] } = parts;
  return {
    kind: 'box',
    x,
    y,
    width,
    height,
    style: style(parts.style),
    element,
    border: typeof border === 'number' ? allSides(border) : border,
    padding: allSides(padding),
    children,
    firstBaseline: null,
    lastBaseline: null,
    picture,
    frame: false,
  };
}

/** Words of 10 pt squares: one em for each letter. */
export function text(
  words: string,
  x: number,
  parts: Overrides & { span?: Span } = {},
): TextFragment {
  const { span, ...overrides } = parts;
  const glyphs = [...words].map((letter) => ({
    id: letter.codePointAt(0) ?? 0,
    advancePt: 10,
    xOffsetPt: 0,
    yOffsetPt: 0,
    text: letter,
  }));
  const width = 10 * glyphs.length;
  return {
    kind: 'text',
    x,
    y: 0,
    width,
    height: 10,
    run: { font, sizePt: 10, scaleX: 1, glyphs: Glyphs.from(glyphs), widthPt: width },
    baseline: 8,
    style: style(overrides),
    text: words,
    hyphenated: false,
    ...(span ? { span } : {}),
  };
}

export function line(
  x: number,
  y: number,
  children: LineFragment['children'],
  height = 10,
): LineFragment {
  return {
    kind: 'line',
    x,
    y,
    width: 100,
    height,
    baseline: 8,
    children,
    ratio: 0,
    wordSpace: 1,
    source: null,
    index: 0,
    overfull: false,
    hyphenated: false,
    last: true,
  };
}

export function inline(
  [x, width]: readonly [number, number],
  children: readonly Fragment[],
  overrides: Overrides = {},
): BoxFragment {
  const made = box([x, 0, width, 10], { style: { display: 'inline', ...overrides }, children });
  return { ...made, firstBaseline: 8, lastBaseline: 8 };
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly ElementNode[] = [],
  namespace: ElementNode['namespace'] = 'html',
): ElementNode {
  return {
    kind: 'element',
    tag,
    namespace,
    attributes: new Map(Object.entries(attributes)),
    children,
  };
}

export function page(children: readonly Fragment[], parts: Partial<Page> = {}): Page {
  const { widthPt = 100, heightPt = 100 } = parts;
  const root = box([0, 0, widthPt, heightPt], { children });
  const sheet = { bleedPt: 0, hasMarks: false };
  return { name: '', widthPt, heightPt, pageStyle: null, sheet, root, ...parts };
}

/** A context that keeps what is reported; `codes` is what a test expects. */
export function recorder() {
  const findings: Finding[] = [];
  const workspace: Workspace = {
    read: (path) => ({ kind: 'missing', path }),
    list: () => [],
    cache: { get: () => undefined, set: () => {} },
  };
  return {
    findings,
    workspace,
    codes: () => findings.map(({ severity, code }) => `${severity} ${code}`),
    report: (finding: Finding) => {
      findings.push(finding);
    },
  };
}

export function spanOf(words: string): Span {
  const source = createSource('a.html', words);
  return { source, start: 0, end: words.length };
}

export function lines(items: readonly DisplayItem<never>[] | readonly DisplayItem<CmykColor>[]) {
  return describeItems(items as readonly DisplayItem<CmykColor>[]);
}

/** A tiny reader of SVG text, enough for tests: attributes in double quotes, no text content. */
export function parseSvg(markup: string): ElementNode {
  type Open = { tag: string; attributes: Record<string, string>; children: ElementNode[] };
  const stack: Open[] = [{ tag: '', attributes: {}, children: [] }];
  const close = () => {
    const done = stack.pop();
    if (done) stack.at(-1)?.children.push(element(done.tag, done.attributes, done.children, 'svg'));
  };
  for (const [, slash, tag = '', rest = '', selfClosing] of markup.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g,
  )) {
    if (slash) close();
    else {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
      stack.push({ tag, attributes, children: [] });
      if (selfClosing) close();
    }
  }
  const root = stack[0]?.children[0];
  if (!root) throw new Error('no element');
  return root;
}

export function vector(markup: string, parts: Partial<VectorPicture> = {}): VectorPicture {
  return {
    kind: 'vector',
    path: 'drawing.svg',
    widthPx: null,
    heightPx: null,
    ratio: null,
    root: parseSvg(markup),
    ...parts,
  };
}

export const noBleed = noEdges;
export const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
});
