/** Declarations in, computed values out: one line each. */
import { describe, expect, it } from 'vitest';
import type { PropertyName } from '../../src/style/index.ts';
import { styleOf } from './support.ts';

const mm = 72 / 25.4;
const lp = (pt: number, percent = 0) => ({ pt: expect.closeTo(pt, 9), percent });
const cmyk = (c: number, m: number, y: number, k: number, alpha = 1) => ({
  space: 'cmyk',
  c,
  m,
  y,
  k,
  alpha,
});
const rgb = (r: number, g: number, b: number, alpha = 1) => ({
  space: 'srgb',
  r: expect.closeTo(r / 255, 9),
  g: expect.closeTo(g / 255, 9),
  b: expect.closeTo(b / 255, 9),
  alpha,
});
const near = (value: number) => expect.closeTo(value, 9);
const corner = (x: number, y = x) => ({ x: lp(x), y: lp(y) });
const centre = { x: lp(0, 0.5), y: lp(0, 0.5) };
const auto = { kind: 'auto' };
const track = (max: object, min: object = max) => ({ kind: 'minmax', min, max });
const length = (pt: number, percent = 0) => ({ kind: 'length', length: lp(pt, percent) });

type Row = readonly [declarations: string, property: PropertyName, value: unknown];

const rows: readonly Row[] = [
  // Units (css-values-4 §6): type is 10 pt, the root's 20 pt.
  ['width: 12pt', 'width', lp(12)],
  ['width: 16px', 'width', lp(12)],
  ['width: 10mm', 'width', lp(10 * mm)],
  ['width: 1cm', 'width', lp(10 * mm)],
  ['width: 40q', 'width', lp(10 * mm)],
  ['width: 1in', 'width', lp(72)],
  ['width: 1pc', 'width', lp(12)],
  ['width: 2em', 'width', lp(20)],
  ['width: 2rem', 'width', lp(40)],
  ['width: 2ex', 'width', lp(10)],
  ['width: 2ch', 'width', lp(10)],
  ['width: 2cap', 'width', lp(14)],
  ['width: 2ic', 'width', lp(20)],
  ['width: 1rch', 'width', lp(10)],
  ['width: 10vw', 'width', lp(21 * mm)],
  ['width: 10vh', 'width', lp(29.7 * mm)],
  ['width: 10vmin', 'width', lp(21 * mm)],
  ['width: 10dvmax', 'width', lp(29.7 * mm)],
  ['width: 10cqi', 'width', lp(21 * mm)],
  ['width: calc(10vw + 1em)', 'width', lp(21 * mm + 10)],
  ['font-size: 2ch', 'fontSize', near(10)],
  ['line-height: 13pt; width: 2lh', 'width', lp(26)],
  ['width: 1rlh', 'width', lp(24)],
  ['width: 50%', 'width', lp(0, 0.5)],
  ['width: 0', 'width', lp(0)],
  ['WIDTH: 12PT', 'width', lp(12)],
  ['width: +1.5e1pt', 'width', lp(15)],
  ['width: fit-content', 'width', 'fit-content'],
  ['max-width: none', 'maxWidth', 'none'],
  // Calculations (§10).
  ['width: calc(100% - 2 * 3mm)', 'width', lp(-6 * mm, 1)],
  ['width: calc((1em + 2pt) / 2)', 'width', lp(6)],
  ['width: calc(1em * (2 + 1) - -1pt)', 'width', lp(31)],
  ['width: min(3em, 20pt)', 'width', lp(20)],
  ['width: max(3em, 20pt)', 'width', lp(30)],
  ['width: clamp(none, 5pt, 3pt)', 'width', lp(3)],
  ['width: calc(10pt - 30pt)', 'width', lp(0)],
  ['width: round(13pt, 5pt)', 'width', lp(15)],
  ['width: round(down, 1.9em, 5pt)', 'width', lp(15)],
  ['width: round(up, 11pt, 5pt)', 'width', lp(15)],
  ['width: mod(18pt, 5pt)', 'width', lp(3)],
  ['margin-top: mod(-18pt, 5pt)', 'marginTop', lp(2)],
  ['margin-top: rem(-18pt, 5pt)', 'marginTop', lp(-3)],
  ['width: abs(-2em)', 'width', lp(20)],
  ['width: hypot(3pt, 4pt)', 'width', lp(5)],
  ['width: calc(sign(-1em) * -3pt)', 'width', lp(3)],
  ['width: calc(1pt * sqrt(16))', 'width', lp(4)],
  ['width: calc(1pt * pow(2, 3))', 'width', lp(8)],
  ['width: calc(1pt * log(8, 2))', 'width', lp(3)],
  ['width: calc(1pt * exp(0))', 'width', lp(1)],
  ['width: calc(10pt * sin(30deg))', 'width', lp(5)],
  ['width: calc(10pt * cos(pi / 3))', 'width', lp(5)],
  ['width: calc(10pt * tan(45deg))', 'width', lp(10)],
  ['width: calc(1pt * (30pt / 10pt))', 'width', lp(3)],
  ['width: calc(1pt * infinity)', 'width', lp(1e7)],
  ['width: calc(1pt * (infinity - infinity))', 'width', lp(0)],
  ['opacity: calc(2 + 3)', 'opacity', 1],
  ['z-index: round(2.6)', 'zIndex', 3],
  ['flex-grow: calc(1 - 3)', 'flexGrow', 0],
  ['width: max(10%, 20%)', 'width', lp(0, 0.2)],
  ['width: clamp(1em, 5pt, 3em)', 'width', lp(10)],
  ['width: clamp(1em, 50pt, 3em)', 'width', lp(30)],
  ['width: calc(100% - max(1em, 4pt))', 'width', lp(-10, 1)],
  ['width: calc(2 * min(1em, 4pt))', 'width', lp(8)],
  ['opacity: calc(1 / 4)', 'opacity', 0.25],
  ['order: calc(3 - 1)', 'order', 2],
  // Colours (css-color-4, -5).
  ['color: device-cmyk(100% 70% 0% 20%)', 'color', cmyk(1, 0.7, 0, 0.2)],
  ['color: device-cmyk(1 0.7 0 20%)', 'color', cmyk(1, 0.7, 0, 0.2)],
  ['color: device-cmyk(0, 0.2, 0.6, 0)', 'color', cmyk(0, 0.2, 0.6, 0)],
  ['color: device-cmyk(0 0 0 100% / 50%)', 'color', cmyk(0, 0, 0, 1, 0.5)],
  ['color: device-cmyk(0 none 0 1)', 'color', cmyk(0, 0, 0, 1)],
  ['color: #f80', 'color', rgb(255, 136, 0)],
  ['color: #ff8800', 'color', rgb(255, 136, 0)],
  ['color: #ff880080', 'color', rgb(255, 136, 0, 128 / 255)],
  ['color: rgb(255 136 0)', 'color', rgb(255, 136, 0)],
  ['color: rgba(255, 136, 0, .5)', 'color', rgb(255, 136, 0, 0.5)],
  ['color: rgb(100% 0% 0% / 25%)', 'color', rgb(255, 0, 0, 0.25)],
  ['color: rgb(300 -5 0)', 'color', rgb(255, 0, 0)],
  ['color: hsl(120 100% 50%)', 'color', rgb(0, 255, 0)],
  ['color: hsl(120deg, 100%, 25%)', 'color', rgb(0, 127.5, 0)],
  ['color: RebeccaPurple', 'color', rgb(102, 51, 153)],
  ['background-color: transparent', 'backgroundColor', rgb(0, 0, 0, 0)],
  ['color: #f80; background-color: currentColor', 'backgroundColor', rgb(255, 136, 0)],
  ['border-top: 1pt solid; color: #f80', 'borderTopColor', rgb(255, 136, 0)],
  // Fonts (css-fonts-4).
  ['font-size: larger', 'fontSize', 12],
  ['font-size: 150%', 'fontSize', 15],
  ['font-size: 1.5em', 'fontSize', 15],
  ['font-size: medium', 'fontSize', 12],
  ['font-size: 20pt; width: 1em', 'width', lp(20)],
  ['font-weight: bolder', 'fontWeight', 700],
  ['font-weight: 350', 'fontWeight', 350],
  ['font-style: oblique', 'fontStyle', 'italic'],
  [
    'font-family: "Source Serif 4", Georgia Pro, serif',
    'fontFamily',
    ['Source Serif 4', 'Georgia Pro', 'serif'],
  ],
  ['line-height: 1.4', 'lineHeight', { kind: 'number', value: 1.4 }],
  ['line-height: 13pt', 'lineHeight', { kind: 'length', pt: 13 }],
  ['line-height: 140%', 'lineHeight', { kind: 'length', pt: near(14) }],
  [
    'font-feature-settings: "onum", "ss01" off, "cv02" 3',
    'fontFeatureSettings',
    [
      { tag: 'onum', value: 1 },
      { tag: 'ss01', value: 0 },
      { tag: 'cv02', value: 3 },
    ],
  ],
  [
    'font-variant-numeric: oldstyle-nums tabular-nums',
    'fontVariantNumeric',
    ['oldstyle-nums', 'tabular-nums'],
  ],
  ['font-variant: small-caps lining-nums', 'fontVariantCaps', 'small-caps'],
  ['font-variant: small-caps lining-nums', 'fontVariantNumeric', ['lining-nums']],
  ['font: italic 600 9.5pt/13pt "Source Serif 4", serif', 'fontSize', 9.5],
  ['font: italic 600 9.5pt/13pt "Source Serif 4", serif', 'fontWeight', 600],
  ['font: italic 600 9.5pt/13pt "Source Serif 4", serif', 'lineHeight', { kind: 'length', pt: 13 }],
  ['line-height: 3; font: 9pt serif', 'lineHeight', 'normal'],
  // Text (css-text-4).
  ['letter-spacing: 0.08em', 'letterSpacing', near(0.8)],
  ['letter-spacing: normal', 'letterSpacing', 0],
  ['hyphenate-limit-chars: 6 3 2', 'hyphenateLimitChars', { word: 6, before: 3, after: 2 }],
  ['hyphenate-limit-chars: auto 3', 'hyphenateLimitChars', { word: 5, before: 3, after: 3 }],
  ['hyphenate-limit-lines: 2', 'hyphenateLimitLines', 2],
  [
    '-trykklar-justify: letter 0% 1% word 80% 133%',
    'justifyLimits',
    {
      word: { min: 0.8, max: 1.33 },
      letter: { min: 0, max: 0.01 },
      glyph: { min: 0.98, max: 1.02 },
    },
  ],
  ['-trykklar-margin-kerning: optical', 'marginKerning', 'optical'],
  ['hyphenate-limit-zone: 8%', 'hyphenateLimitZone', { pt: 0, percent: 0.08 }],
  ['text-indent: 1em', 'textIndent', lp(10)],
  ['text-wrap: balance', 'textWrap', 'balance'],
  ['text-decoration: underline 0.5pt red', 'textDecorationLine', ['underline']],
  ['text-decoration: underline 0.5pt red', 'textDecorationThickness', 0.5],
  ['text-decoration: underline', 'textDecorationThickness', 'auto'],
  ['text-underline-offset: 20%', 'textUnderlineOffset', 2],
  // Boxes.
  ['margin: 1pt 2pt 3pt', 'marginLeft', lp(2)],
  ['margin: 1pt 2pt 3pt', 'marginBottom', lp(3)],
  ['margin: 0 auto', 'marginRight', 'auto'],
  ['margin-inline: 1pt 2pt', 'marginRight', lp(2)],
  ['padding-block-end: 4pt', 'paddingBottom', lp(4)],
  ['inset: 0 1pt', 'left', lp(1)],
  ['inset-inline-start: 5%', 'left', lp(0, 0.05)],
  ['inline-size: 5pt', 'width', lp(5)],
  ['border: 0.5pt dashed red', 'borderLeftWidth', 0.5],
  ['border: 0.5pt dashed red', 'borderLeftStyle', 'dashed'],
  ['border-width: 3pt', 'borderTopWidth', 0],
  ['border-style: solid', 'borderTopWidth', 2.25],
  ['border: thin solid; border-top: none', 'borderTopWidth', 0],
  ['border-radius: 2pt 4pt / 1pt', 'borderTopRightRadius', corner(4, 1)],
  ['border-radius: 2pt', 'borderBottomLeftRadius', corner(2)],
  ['border-top-left-radius: 10% 2pt', 'borderTopLeftRadius', { x: lp(0, 0.1), y: lp(2) }],
  ['border-end-end-radius: 2pt', 'borderBottomRightRadius', corner(2)],
  ['aspect-ratio: 3 / 2', 'aspectRatio', 1.5],
  ['aspect-ratio: auto 2', 'aspectRatio', 2],
  ['object-position: 30% 20%', 'objectPosition', { x: lp(0, 0.3), y: lp(0, 0.2) }],
  ['object-position: right 3pt top', 'objectPosition', { x: lp(-3, 1), y: lp(0) }],
  ['object-position: top', 'objectPosition', { x: lp(0, 0.5), y: lp(0) }],
  ['object-position: bottom left', 'objectPosition', { x: lp(0), y: lp(0, 1) }],
  // Display (css-display-4 §2.7).
  ['display: inline-flex', 'display', 'inline-flex'],
  // Layout makes it a block: where it would have stood depends on what it was.
  ['display: inline; position: absolute', 'display', 'inline'],
  ['display: table-cell; float: left', 'display', 'block'],
  ['border-spacing: 3pt 4pt', 'borderSpacing', { horizontal: 3, vertical: 4 }],
  ['overflow: hidden visible', 'overflow', 'hidden'],
  ['overflow-x: scroll', 'overflow', 'hidden'],
  ['display: inline-grid; float: left', 'display', 'grid'],
  // Backgrounds and pictures.
  ['background: red', 'backgroundColor', rgb(255, 0, 0)],
  ['background: red', 'backgroundImage', ['none']],
  [
    'background: url(../pic.jpg) center / cover no-repeat',
    'backgroundImage',
    [{ kind: 'url', path: 'templates/pic.jpg' }],
  ],
  [
    'background: url("a%20b.jpg")',
    'backgroundImage',
    [{ kind: 'url', path: 'templates/t/a b.jpg' }],
  ],
  ['background: url(/assets/a.jpg)', 'backgroundImage', [{ kind: 'url', path: 'assets/a.jpg' }]],
  ['background: url(a.jpg) center / cover no-repeat', 'backgroundPosition', [centre]],
  ['background: url(a.jpg) center / cover no-repeat', 'backgroundSize', ['cover']],
  [
    'background: url(a.jpg) center / cover no-repeat',
    'backgroundRepeat',
    [{ x: 'no-repeat', y: 'no-repeat' }],
  ],
  [
    'background: url(a.jpg), url(b.jpg) red',
    'backgroundImage',
    [
      { kind: 'url', path: 'templates/t/a.jpg' },
      { kind: 'url', path: 'templates/t/b.jpg' },
    ],
  ],
  ['background: content-box url(a.jpg)', 'backgroundClip', ['content-box']],
  ['background-size: 50% auto', 'backgroundSize', [{ width: lp(0, 0.5), height: 'auto' }]],
  ['background-repeat: repeat-x', 'backgroundRepeat', [{ x: 'repeat', y: 'no-repeat' }]],
  [
    'background-position: right 2em bottom 1em',
    'backgroundPosition',
    [{ x: lp(-20, 1), y: lp(-10, 1) }],
  ],
  [
    'background: linear-gradient(to right, device-cmyk(1 0 0 0), red 50% 60%)',
    'backgroundImage',
    [
      {
        kind: 'linear-gradient',
        direction: { kind: 'angle', degrees: 90 },
        repeating: false,
        stops: [
          { color: cmyk(1, 0, 0, 0), position: null },
          { color: rgb(255, 0, 0), position: lp(0, 0.5) },
          { color: rgb(255, 0, 0), position: lp(0, 0.6) },
        ],
      },
    ],
  ],
  [
    'background: linear-gradient(to left top, red, blue)',
    'backgroundImage',
    [expect.objectContaining({ direction: { kind: 'corner', corner: { x: 'left', y: 'top' } } })],
  ],
  [
    'background: linear-gradient(0.25turn, red, blue)',
    'backgroundImage',
    [expect.objectContaining({ direction: { kind: 'angle', degrees: 90 } })],
  ],
  [
    'background: linear-gradient(red, blue)',
    'backgroundImage',
    [expect.objectContaining({ direction: { kind: 'angle', degrees: 180 } })],
  ],
  [
    'background: radial-gradient(circle 5mm at 10% 20%, red, blue)',
    'backgroundImage',
    [
      expect.objectContaining({
        kind: 'radial-gradient',
        shape: 'circle',
        size: { x: lp(5 * mm), y: lp(5 * mm) },
        position: { x: lp(0, 0.1), y: lp(0, 0.2) },
      }),
    ],
  ],
  [
    'background: radial-gradient(red, blue)',
    'backgroundImage',
    [expect.objectContaining({ shape: 'ellipse', size: 'farthest-corner', position: centre })],
  ],
  // Flexible boxes and grids.
  ['flex: 1', 'flexBasis', lp(0)],
  ['flex: 1', 'flexGrow', 1],
  ['flex: auto', 'flexBasis', 'auto'],
  ['flex: none', 'flexShrink', 0],
  ['flex: 2 3 10%', 'flexBasis', lp(0, 0.1)],
  ['flex: 10pt', 'flexGrow', 1],
  ['flex: 10pt', 'flexBasis', lp(10)],
  ['flex: 0 0', 'flexBasis', lp(0)],
  ['flex-flow: column wrap', 'flexDirection', 'column'],
  ['place-items: center', 'justifyItems', 'center'],
  ['place-content: start space-between', 'justifyContent', 'space-between'],
  ['align-items: first baseline', 'alignItems', 'baseline'],
  ['gap: 2mm 3mm', 'columnGap', lp(3 * mm)],
  ['gap: 2mm', 'columnGap', lp(2 * mm)],
  [
    'grid-template-columns: [a] 10pt [b c] 1fr minmax(10%, auto)',
    'gridTemplateColumns',
    {
      lineNames: [['a'], ['b', 'c'], [], []],
      tracks: [
        track(length(10)),
        track({ kind: 'fr', value: 1 }, auto),
        track(auto, length(0, 0.1)),
      ],
    },
  ],
  [
    'grid-template-columns: repeat(2, [x] 1em)',
    'gridTemplateColumns',
    {
      lineNames: [['x'], ['x'], []],
      tracks: [track(length(10)), track(length(10))],
    },
  ],
  [
    'grid-template-columns: repeat(auto-fill, 1em)',
    'gridTemplateColumns',
    {
      lineNames: [[], []],
      tracks: [
        {
          kind: 'repeat',
          count: 'auto-fill',
          tracks: { lineNames: [[], []], tracks: [track(length(10))] },
        },
      ],
    },
  ],
  [
    'grid-template-columns: fit-content(3em)',
    'gridTemplateColumns',
    {
      lineNames: [[], []],
      tracks: [{ kind: 'fit-content', limit: lp(30) }],
    },
  ],
  [
    'grid-template-areas: "a a ." "b b c"',
    'gridTemplateAreas',
    [
      ['a', 'a', null],
      ['b', 'b', 'c'],
    ],
  ],
  [
    'grid-template: "a b" 1em "c c" / 1fr 2fr',
    'gridTemplateAreas',
    [
      ['a', 'b'],
      ['c', 'c'],
    ],
  ],
  [
    'grid-template: "a b" 1em "c c" / 1fr 2fr',
    'gridTemplateRows',
    {
      lineNames: [[], [], []],
      tracks: [track(length(10)), track(auto)],
    },
  ],
  ['grid: auto-flow dense 10pt / 1fr', 'gridAutoFlow', { direction: 'row', isDense: true }],
  ['grid: auto-flow dense 10pt / 1fr', 'gridAutoRows', [track(length(10))]],
  ['grid: 10pt / dense auto-flow', 'gridAutoFlow', { direction: 'column', isDense: true }],
  ['grid: 10pt / auto-flow 5pt', 'gridAutoColumns', [track(length(5))]],
  ['grid: none', 'gridTemplateRows', 'none'],
  ['grid-column: 2 / span 3', 'gridColumnStart', { kind: 'line', line: 2, name: null }],
  ['grid-column: 2 / span 3', 'gridColumnEnd', { kind: 'span', count: 3, name: null }],
  ['grid-column: -1', 'gridColumnEnd', 'auto'],
  ['grid-area: main', 'gridRowEnd', { kind: 'name', name: 'main' }],
  ['grid-area: 1 / 2 / 3 / 4', 'gridColumnEnd', { kind: 'line', line: 4, name: null }],
  ['grid-auto-flow: dense', 'gridAutoFlow', { direction: 'row', isDense: true }],
  // Columns, breaks, pages.
  ['columns: 2', 'columnCount', 2],
  ['columns: 40mm', 'columnWidth', near(40 * mm)],
  ['columns: 2 40mm', 'columnCount', 2],
  ['column-rule: 0.25pt solid red', 'columnRuleWidth', 0.25],
  ['column-rule-width: 3pt', 'columnRuleWidth', 0],
  ['break-before: column', 'breakBefore', 'column'],
  ['page-break-before: always', 'breakBefore', 'page'],
  ['page: front', 'page', 'front'],
  // Transforms.
  ['transform: rotate(90deg)', 'transform', [{ kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] }]],
  [
    'transform: translate(-50%, 2em) scale(2)',
    'transform',
    [
      { kind: 'translate', x: lp(0, -0.5), y: lp(20) },
      { kind: 'matrix', matrix: [2, 0, 0, 2, 0, 0] },
    ],
  ],
  [
    'transform: matrix(1, 0, 0, 1, 4, 8)',
    'transform',
    [{ kind: 'matrix', matrix: [1, 0, 0, 1, 3, 6] }],
  ],
  ['transform-origin: left bottom', 'transformOrigin', { x: lp(0), y: lp(0, 1) }],
  // Generated content.
  [
    'content: "a" counter(n, lower-roman) url(x.svg)',
    'content',
    [
      { kind: 'text', text: 'a' },
      { kind: 'counter', name: 'n', style: 'lower-roman' },
      { kind: 'url', path: 'templates/t/x.svg' },
    ],
  ],
  ['content: "→" / ""', 'content', [{ kind: 'text', text: '→' }]],
  ['content: "\\201C"', 'content', [{ kind: 'text', text: '“' }]],
  [
    'counter-increment: n 2 m',
    'counterIncrement',
    [
      { name: 'n', value: 2 },
      { name: 'm', value: 1 },
    ],
  ],
  ['counter-reset: none', 'counterReset', []],
  ['list-style: none', 'listStyleType', 'none'],
  ['list-style: inside "– "', 'listStyleType', { kind: 'text', text: '– ' }],
  ['list-style: inside "– "', 'listStylePosition', 'inside'],
  ['vertical-align: 2pt', 'verticalAlign', lp(2)],
  [
    'quotes: "»" "«" "›" "‹"',
    'quotes',
    [
      { open: '»', close: '«' },
      { open: '›', close: '‹' },
    ],
  ],
  // SVG.
  ['fill: none', 'fill', 'none'],
  ['fill: device-cmyk(0 1 0 0)', 'fill', cmyk(0, 1, 0, 0)],
  ['fill: url(#g) red', 'fill', { kind: 'url', path: '#g', fallback: rgb(255, 0, 0) }],
  ['stroke-width: 2', 'strokeWidth', lp(1.5)],
  ['stroke-dasharray: 1 2px, 3', 'strokeDasharray', [lp(0.75), lp(1.5), lp(2.25)]],
  // CSS-wide keywords.
  ['font-size: inherit', 'fontSize', 10],
  ['font-size: initial', 'fontSize', 12],
  ['font-size: unset', 'fontSize', 10],
  ['display: unset', 'display', 'inline'],
  ['display: flex; display: revert', 'display', 'block'],
  ['margin: inherit', 'marginTop', lp(0)],
];

describe('computed values', () => {
  it.each(rows)('%s → %s', (declarations, property, value) => {
    const { style, messages } = styleOf(declarations);
    expect(messages).toEqual([]);
    expect(style[property]).toEqual(value);
  });
});
