/** Which declaration wins, what is inherited, what `var()` becomes. */
import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { element, type Settings, show, style } from './support.ts';

/** `letter-spacing` of `p#i.c`, in pt: a number that tells rules apart. */
function winner(css: string, settings: Settings & { readonly inline?: string } = {}): number {
  const { inline, ...rest } = settings;
  const p = element(`p.c#i${inline === undefined ? '' : `[style=${inline}]`}`);
  const styled = style(css, element('html', element('body', p)), rest);
  expect(styled.findings.map(show)).toEqual([]);
  return styled.styleOf(p).letterSpacing;
}

const spacing = (pt: number) => `{ letter-spacing: ${pt}pt }`;

describe('order', () => {
  it.each<[string, string, number]>([
    ['later wins', `p ${spacing(1)} p ${spacing(2)}`, 2],
    ['a class beats a type', `.c ${spacing(1)} p ${spacing(2)}`, 1],
    ['an id beats classes', `#i ${spacing(1)} .c.c.c ${spacing(2)}`, 1],
    ['two types beat one', `body p ${spacing(1)} p ${spacing(2)}`, 1],
    [':where() weighs nothing', `:where(#i) ${spacing(1)} p ${spacing(2)}`, 2],
    [':is() weighs as its heaviest', `:is(#i, b) ${spacing(1)} .c ${spacing(2)}`, 1],
    [':not() weighs as its heaviest', `:not(#x) ${spacing(1)} .c ${spacing(2)}`, 1],
    [
      'important beats weight',
      'p { letter-spacing: 1pt !important } #i { letter-spacing: 2pt }',
      1,
    ],
    ['! IMPORTANT', 'p { letter-spacing: 1pt ! IMPORTANT } #i { letter-spacing: 2pt }', 1],
    [
      'a wrong value leaves the one before',
      'p { letter-spacing: 1pt; letter-spacing: var(--x, 1q) }',
      72 / 101.6,
    ],
    ['the heaviest selector of a list counts', `b, #i, p ${spacing(1)} .c ${spacing(2)}`, 1],
    ['unlayered beats layers', `@layer a { #i ${spacing(1)} } p ${spacing(2)}`, 2],
    ['a later layer beats weight', `@layer a { #i ${spacing(1)} } @layer b { p ${spacing(2)} }`, 2],
    [
      'layers keep the order of first mention',
      `@layer b, a; @layer a { p ${spacing(1)} } @layer b { p ${spacing(2)} }`,
      1,
    ],
    [
      'a layer beats those inside it',
      `@layer a { p ${spacing(1)} @layer b { #i ${spacing(2)} } }`,
      1,
    ],
    [
      'important turns layers around',
      '@layer a { p { letter-spacing: 1pt !important } } p { letter-spacing: 2pt !important }',
      1,
    ],
  ])('%s', (_, css, expected) => {
    expect(winner(css)).toBeCloseTo(expected, 9);
  });

  it('the style attribute beats rules', () => {
    expect(winner(`#i ${spacing(1)}`, { inline: 'letter-spacing: 2pt' })).toBe(2);
  });

  it('important rules beat the style attribute', () => {
    const css = 'p { letter-spacing: 1pt !important }';
    expect(winner(css, { inline: 'letter-spacing: 2pt' })).toBe(1);
  });

  it('the style attribute beats important rules when it is important too', () => {
    const css = '#i { letter-spacing: 1pt !important }';
    expect(winner(css, { inline: 'letter-spacing: 2pt !important' })).toBe(2);
  });

  it('the author beats the default sheet, whatever its weight', () => {
    expect(winner(`p ${spacing(1)}`, { userAgentSheet: `#i ${spacing(2)}` })).toBe(1);
  });

  it('important in the default sheet beats everything', () => {
    const userAgentSheet = 'p { letter-spacing: 2pt !important }';
    expect(winner('p { letter-spacing: 1pt !important }', { userAgentSheet })).toBe(2);
  });

  it('revert goes back to the default sheet', () => {
    const css = 'p { letter-spacing: 1pt } .c { letter-spacing: revert }';
    expect(winner(css, { userAgentSheet: `p ${spacing(2)}` })).toBe(2);
  });

  it.each<[string, string, number]>([
    [
      'revert-layer goes back to the layer below',
      `@layer a, b; @layer a { p ${spacing(1)} } @layer b { p ${spacing(2)} .c { letter-spacing: revert-layer } }`,
      1,
    ],
    [
      'outside of layers it goes back to the last layer',
      `@layer a { p ${spacing(1)} } p ${spacing(2)} .c { letter-spacing: revert-layer }`,
      1,
    ],
    [
      'through layers that go back too',
      `@layer a { p ${spacing(1)} } @layer b { p { letter-spacing: revert-layer } } p { letter-spacing: revert-layer }`,
      1,
    ],
    ['at last to the default sheet', 'p { letter-spacing: revert-layer }', 3],
    [
      'revert in a layer skips them all',
      `@layer a { p ${spacing(1)} } p { letter-spacing: revert }`,
      3,
    ],
    ['all: initial', `p ${spacing(1)} .c { all: initial }`, 0],
    ['all: revert', `p ${spacing(1)} .c { all: revert }`, 3],
    ['all comes in order', `.c { all: initial; letter-spacing: 1pt }`, 1],
    ['all by a custom property', `p { --a: initial; all: var(--a, unset) }`, 0],
  ])('%s', (_, css, expected) => {
    expect(winner(css, { userAgentSheet: `p ${spacing(3)}` })).toBe(expected);
  });

  it('revert-layer in the style attribute leaves the rules', () => {
    expect(winner(`p ${spacing(1)}`, { inline: 'letter-spacing: revert-layer' })).toBe(1);
  });

  it('later sheets win', () => {
    const more = [createSource('b.css', `p ${spacing(2)}`)];
    expect(winner(`p ${spacing(1)}`, { more })).toBe(2);
  });
});

describe('inheritance', () => {
  const b = element('b');
  const p = element('p', b);
  const root = element('html', element('body', p));

  it('hands on computed values', () => {
    const styled = style(
      'p { font-size: 20pt; letter-spacing: 0.1em; margin: 3pt } b { font-size: 10pt }',
      root,
    );
    expect(styled.styleOf(b)).toMatchObject({ letterSpacing: 2, marginTop: { pt: 0, percent: 0 } });
  });

  it('hands on line height as a factor', () => {
    const styled = style('p { line-height: 1.5; font-size: 20pt }', root);
    expect(styled.styleOf(b).lineHeight).toEqual({ kind: 'number', value: 1.5 });
  });

  it('a nested em is of the parent', () => {
    const styled = style(
      'html { font-size: 8pt } p { font-size: 2em } b { font-size: 2em; width: 1rem }',
      root,
    );
    expect(styled.styleOf(b)).toMatchObject({ fontSize: 32, width: { pt: 8, percent: 0 } });
  });

  it('rem on the root itself is the initial size', () => {
    const styled = style('html { font-size: 2rem; width: 1rem }', root);
    expect(styled.styleOf(root)).toMatchObject({ fontSize: 24, width: { pt: 24, percent: 0 } });
  });

  it('bolder counts from the parent', () => {
    const styled = style('p { font-weight: 300 } b { font-weight: bolder }', root);
    expect(styled.styleOf(b).fontWeight).toBe(400);
  });

  it('equal elements share one style', () => {
    const one = element('p');
    const two = element('p');
    const other = element('p.c');
    const styled = style('p { color: red } .c { color: blue }', element('html', one, two, other));
    expect(styled.styleOf(one)).toBe(styled.styleOf(two));
    expect(styled.styleOf(one)).not.toBe(styled.styleOf(other));
  });
});

describe('display', () => {
  it('items of flex and grid are blocks, also through display: contents', () => {
    const item = element('b');
    const inner = element('i');
    const flex = element('p', item, element('span', inner));
    const styled = style('p { display: flex } span { display: contents }', element('html', flex));
    expect(styled.styleOf(item).display).toBe('block');
    expect(styled.styleOf(inner).display).toBe('block');
  });

  it('the root is a block', () => {
    const root = element('html');
    expect(style('html { display: inline }', root).styleOf(root).display).toBe('block');
  });
});

describe('custom properties', () => {
  const p = element('p');
  const body = element('body', p);
  const root = element('html', body);
  const spacingOf = (css: string, settings: Settings = {}) => {
    const styled = style(css, root, settings);
    return { pt: styled.styleOf(p).letterSpacing, findings: styled.findings.map(show), styled };
  };

  it.each<[string, string, number]>([
    ['are put in', ':root { --a: 3pt } p { letter-spacing: var(--a) }', 3],
    ['are inherited', 'body { --a: 3pt } p { letter-spacing: var(--a) }', 3],
    ['may be set anew below', ':root { --a: 3pt } p { --a: 4pt; letter-spacing: var(--a) }', 4],
    ['may refer to others', ':root { --a: var(--b); --b: 3pt } p { letter-spacing: var(--a) }', 3],
    [
      'refer to others where they are set',
      ':root { --a: var(--b); --b: 3pt } p { --b: 4pt; letter-spacing: var(--a) }',
      3,
    ],
    ['have fallbacks', 'p { letter-spacing: var(--none, 2pt) }', 2],
    ['have fallbacks in fallbacks', 'p { letter-spacing: var(--none, var(--also, 2pt)) }', 2],
    [
      'go into calculations',
      ':root { --a: 3pt } p { letter-spacing: calc(var(--a) * 2 - 1pt) }',
      5,
    ],
    [
      'may hold a part of a value',
      ':root { --a: 3pt - } p { letter-spacing: calc(var(--a) 1pt) }',
      2,
    ],
    [
      'may hold a keyword for all',
      ':root { letter-spacing: 7pt; --a: inherit } p { --a: initial; letter-spacing: var(--a, inherit) }',
      7,
    ],
    ['are told apart by case', ':root { --A: 1pt; --a: 2pt } p { letter-spacing: var(--A) }', 1],
    ['obey important', 'p { --a: 1pt !important; --a: 2pt; letter-spacing: var(--a) }', 1],
    ['end with initial', ':root { --a: 3pt } p { --a: initial; letter-spacing: var(--a, 2pt) }', 2],
  ])('%s', (_, css, expected) => {
    expect(spacingOf(css)).toMatchObject({ pt: expected, findings: [] });
  });

  it('go into shorthands', () => {
    const css =
      ':root { --a: 1pt 2pt; --c: red } p { padding: var(--a); border: 1pt solid var(--c) }';
    const { styled, findings } = spacingOf(css);
    expect(findings).toEqual([]);
    expect(styled.styleOf(p)).toMatchObject({
      paddingLeft: { pt: 2, percent: 0 },
      borderTopWidth: 1,
    });
    expect(styled.styleOf(p).borderLeftColor).toMatchObject({ r: 1, g: 0 });
  });

  it('of the job stand above those of the sheet', () => {
    const css = ':root { --bleed: 1mm } p { letter-spacing: var(--bleed) }';
    expect(spacingOf(css, { rootProperties: { '--bleed': '3pt' } }).pt).toBe(3);
  });

  it('without a value are reported once and count as unset', () => {
    const css =
      ':root { --paper: red } body { letter-spacing: 5pt } p { letter-spacing: var(--papir) }';
    const { pt, findings } = spacingOf(css);
    expect(pt).toBe(5);
    expect(findings).toEqual([
      [
        ':root { --paper: red } body { letter-spacing: 5pt } p { letter-spacing: var(--papir) }',
        '                                                                        ^^^^^^^^^^^^ error[css/unknown-variable] the custom property `--papir` has no value here; did you mean `--paper`?',
      ].join('\n'),
    ]);
  });

  it('in a circle have no value', () => {
    const { pt, findings } = spacingOf(
      ':root { --a: var(--b);\n--b: var(--c);\n--c: var(--a) }\np { letter-spacing: var(--a, 2pt) }',
    );
    expect(pt).toBe(2);
    expect(findings).toEqual([
      ':root { --a: var(--b);\n        ^^^^^^^^^^^^^ error[css/variable-cycle] custom properties refer to each other in a circle: `--a` → `--b` → `--c` → `--a`',
    ]);
  });

  it('that a circle merely uses keep their value', () => {
    const css = ':root { --a: var(--a) var(--x); --x: 3pt } p { letter-spacing: var(--x) }';
    expect(spacingOf(css).pt).toBe(3);
  });

  it('cannot grow beyond measure', () => {
    const steps = Array.from({ length: 30 }, (_, i) => `--a${i + 1}: var(--a${i}) var(--a${i});`);
    const { findings } = spacingOf(
      `:root { --a0: x; ${steps.join('')} } p { letter-spacing: var(--a30, 1pt) }`,
    );
    expect(findings.join()).toContain('css/variable-too-long');
  });

  it('with a wrong value are reported where they are used', () => {
    const { findings } = spacingOf(':root { --a: tomat }\np { color: var(--a) }');
    expect(findings).toEqual([
      'p { color: var(--a) }\n           ^^^^^^^^ error[css/invalid-value] `tomat` is not a value that `color` takes; did you mean `tomato`?; `color` takes `<color>`',
    ]);
  });

  it('named like parts of an object are plain names', () => {
    const css =
      ':root { --constructor: 1pt; --__proto__: 2pt } p { letter-spacing: var(--__proto__) }';
    expect(spacingOf(css).pt).toBe(2);
    expect(spacingOf('p { letter-spacing: var(--toString, 4pt) }').pt).toBe(4);
  });
});

describe('the declaration that won', () => {
  it('is known by its place, also from a shorthand', () => {
    const p = element('p');
    const css = 'p { margin: 1pt;\n  margin-top: 2pt }';
    const styled = style(css, element('html', p));
    const text = (name: 'marginTop' | 'marginLeft' | 'color') => {
      const span = styled.declarationOf(p, name);
      return span?.source.text.slice(span.start, span.end);
    };
    expect(text('marginTop')).toBe('margin-top: 2pt');
    expect(text('marginLeft')).toBe('margin: 1pt');
    expect(text('color')).toBeUndefined();
  });
});

describe('generated content', () => {
  const li = element('li[data-n=7]');
  const p = element('p');
  const root = element('html', li, p);

  it('makes a box only with content', () => {
    const styled = style(
      'li::before { content: "x" } li:after { color: red } p::before { content: none }',
      root,
    );
    expect(styled.findings).toEqual([]);
    expect(styled.styleOf(li, 'before')?.content).toEqual([{ kind: 'text', text: 'x' }]);
    expect(styled.styleOf(li, 'after')).toBeNull();
    expect(styled.styleOf(p, 'before')).toBeNull();
  });

  it('inherits from its element', () => {
    const styled = style(
      'li { color: red; font-size: 8pt } li::before { content: ""; width: 1em }',
      root,
    );
    expect(styled.styleOf(li, 'before')).toMatchObject({ color: { r: 1 }, width: { pt: 8 } });
  });

  it('reads attributes of its own element', () => {
    const other = element('li[data-n=8]');
    const styled = style('li::before { content: attr(data-n) }', element('html', li, other));
    expect(styled.styleOf(li, 'before')?.content).toEqual([{ kind: 'text', text: '7' }]);
    expect(styled.styleOf(other, 'before')?.content).toEqual([{ kind: 'text', text: '8' }]);
  });

  it('a list item has a marker, nothing else has', () => {
    const styled = style('li::marker { color: red }', root);
    expect(styled.styleOf(li, 'marker')?.color).toMatchObject({ r: 1 });
    expect(styled.styleOf(p, 'marker')).toBeNull();
  });
});

describe('attributes', () => {
  it('of SVG are author declarations of no weight', () => {
    const path = element('svg|path[fill=red][stroke-width=2]');
    const other = element('svg|path[fill=red][style=fill: lime]');
    const styled = style(
      'path { stroke-width: 4 }',
      element('html', element('svg|svg', path, other)),
    );
    expect(styled.findings).toEqual([]);
    expect(styled.styleOf(path)).toMatchObject({ fill: { r: 1 }, strokeWidth: { pt: 3 } });
    expect(styled.styleOf(other)).toMatchObject({ fill: { r: 0, g: 1 } });
  });

  it('width and height of a picture are px', () => {
    const img = element('img[width=40][height=50%]');
    const styled = style('', element('html', img));
    expect(styled.styleOf(img)).toMatchObject({ width: { pt: 30 }, height: { percent: 0.5 } });
  });

  it('width and height of a drawing have any unit, and px without', () => {
    const drawing = element('svg|svg[width=10in][height=40]');
    const styled = style('', element('html', drawing));
    expect(styled.findings).toEqual([]);
    expect(styled.styleOf(drawing)).toMatchObject({ width: { pt: 720 }, height: { pt: 30 } });
  });

  it('are reported at the attribute', () => {
    const source = createSource('page.html', '<p style="colr: red">');
    const p = {
      ...element('p[style=colr: red]'),
      attributeSpans: new Map([['style', { source, start: 10, end: 19 }]]),
    };
    expect(style('', element('html', p)).findings.map(show)).toEqual([
      '<p style="colr: red">\n          ^^^^ error[css/unknown-property] unknown property `colr`; did you mean `color`?',
    ]);
  });
});
