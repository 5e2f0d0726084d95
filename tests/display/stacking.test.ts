/** CSS 2 appendix E: what is painted over what. Every box is named by its colour. */
import { describe, expect, it } from 'vitest';
import { buildDisplayList, describeItems } from '../../src/display/index.ts';
import type { Fragment } from '../../src/layout/index.ts';
import {
  blue,
  box,
  cmyk,
  element,
  inline,
  line,
  noBleed,
  type Overrides,
  page,
  percent,
  pt,
  recorder,
  red,
  text,
  yellow,
} from './support.ts';

const green = cmyk(1, 0, 1, 0);
const names = new Map([
  ['device-cmyk(0% 100% 100% 0%)', 'red'],
  ['device-cmyk(100% 100% 0% 0%)', 'blue'],
  ['device-cmyk(0% 0% 100% 0%)', 'yellow'],
  ['device-cmyk(100% 0% 100% 0%)', 'green'],
  ['device-cmyk(0% 0% 0% 100%)', 'black'],
]);

function draw(children: readonly Fragment[]): string[] {
  const context = recorder();
  const options = { pictures: new Map(), bleed: noBleed, styled: null };
  const [drawn] = buildDisplayList([page(children)], options, context);
  expect(context.codes()).toEqual([]);
  return describeItems(drawn?.items ?? []).map((item) =>
    item.replace(/device-cmyk\([^)]*\)/g, (color) => names.get(color) ?? color),
  );
}

/** A 10 pt square of a colour at 0,0. */
const square = (backgroundColor: typeof red, style: Overrides = {}, children: Fragment[] = []) =>
  box([0, 0, 10, 10], { style: { backgroundColor, ...style }, children });

const at = (color: string) => `fill rect 0,0 10×10 ${color}`;

describe('painting order', () => {
  it('paints blocks in tree order, parents under children', () => {
    expect(draw([square(red, {}, [square(blue)]), square(yellow)])).toEqual([
      at('red'),
      at('blue'),
      at('yellow'),
    ]);
  });

  it('paints text over the backgrounds of later blocks', () => {
    const words = line(0, 0, [text('A', 0)]);
    expect(draw([square(red, {}, [words]), square(blue)])).toEqual([
      at('red'),
      at('blue'),
      'glyphs 0,8 Square 10pt "A" black',
    ]);
  });

  it('paints floats between blocks and text', () => {
    const words = line(0, 0, [text('A', 0)]);
    expect(draw([square(yellow, { float: 'left' }), square(red, {}, [words])])).toEqual([
      at('red'),
      at('yellow'),
      'glyphs 0,8 Square 10pt "A" black',
    ]);
  });

  it('paints negative z-index under blocks, positioned boxes over text', () => {
    const words = line(0, 0, [text('A', 0)]);
    const over = square(blue, { position: 'relative' });
    const under = square(yellow, { position: 'absolute', zIndex: -1 });
    expect(draw([over, under, square(red, {}, [words])])).toEqual([
      at('yellow'),
      at('red'),
      'glyphs 0,8 Square 10pt "A" black',
      at('blue'),
    ]);
  });

  it('sorts by z-index and keeps tree order between equals', () => {
    const layer = (color: typeof red, zIndex: number | 'auto') =>
      square(color, { position: 'absolute', zIndex });
    expect(draw([layer(red, 2), layer(blue, 1), layer(yellow, 'auto'), layer(green, 1)])).toEqual([
      at('yellow'),
      at('blue'),
      at('green'),
      at('red'),
    ]);
  });

  it('keeps a z-index within its stacking context', () => {
    const inner = square(yellow, { position: 'absolute', zIndex: 99 });
    const outer = square(red, { position: 'relative', zIndex: 0 }, [inner]);
    expect(draw([outer, square(blue, { position: 'relative' })])).toEqual([
      at('red'),
      at('yellow'),
      at('blue'),
    ]);
  });

  it('lets a z-index out of a positioned box that is no stacking context', () => {
    const inner = square(yellow, { position: 'absolute', zIndex: 1 });
    const outer = square(red, { position: 'relative' }, [inner]);
    expect(draw([outer, square(blue, { position: 'relative' })])).toEqual([
      at('red'),
      at('blue'),
      at('yellow'),
    ]);
  });

  it('paints flex items whole, and heeds their z-index', () => {
    const words = line(0, 0, [text('A', 0)]);
    const flex = square(red, { display: 'flex' }, [
      square(green, { zIndex: 1 }),
      square(blue, {}, [words]),
      square(yellow),
    ]);
    expect(draw([flex])).toEqual([
      at('red'),
      at('blue'),
      'glyphs 0,8 Square 10pt "A" black',
      at('yellow'),
      at('green'),
    ]);
  });

  it('paints an inline block as one piece in its line', () => {
    const atom = square(blue, { display: 'inline-block' }, [square(yellow)]);
    expect(draw([square(red, {}, [line(0, 0, [text('A', 0), atom])])])).toEqual([
      at('red'),
      'glyphs 0,8 Square 10pt "A" black',
      at('blue'),
      at('yellow'),
    ]);
  });

  it('does not paint hidden boxes but their visible children', () => {
    const child = square(blue);
    expect(draw([square(red, { visibility: 'hidden' }, [child])])).toEqual([at('blue')]);
  });
});

describe('groups', () => {
  it('makes one for opacity and blending', () => {
    expect(draw([square(red, { opacity: 0.5, mixBlendMode: 'multiply' }, [square(blue)])])).toEqual(
      ['group opacity 0.5 multiply', `  ${at('red')}`, `  ${at('blue')}`],
    );
  });

  it('paints nothing at opacity 0', () => {
    expect(draw([square(red, { opacity: 0 })])).toEqual([]);
  });

  it('turns a box about its transform origin', () => {
    const quarter = { kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] } as const;
    const move = { kind: 'translate', x: percent(50), y: pt(2) } as const;
    const style: Overrides = { backgroundColor: red, transform: [move, quarter] };
    expect(draw([box([20, 0, 10, 10], { style })])).toEqual([
      'group matrix(0 1 -1 0 35 -18)',
      '  fill rect 20,0 10×10 red',
    ]);
  });

  it('cuts content, not the border, at the padding edge', () => {
    const style: Overrides = {
      overflowX: 'hidden',
      overflowY: 'hidden',
      backgroundColor: red,
      borderTopStyle: 'solid',
      borderRightStyle: 'solid',
      borderBottomStyle: 'solid',
      borderLeftStyle: 'solid',
    };
    const clip = box([0, 0, 10, 10], { style, border: 1, children: [square(blue)] });
    expect(draw([clip])).toEqual([
      at('red'),
      'fill M0,0 L10,0 L10,10 L0,10 Z M1,1 L9,1 L9,9 L1,9 Z evenodd black',
      'group clip rect 1,1 8×8',
      `  ${at('blue')}`,
    ]);
  });

  it('does not cut what is positioned against a box further out', () => {
    const clip = (position: 'static' | 'relative') =>
      square(red, { overflowX: 'hidden', overflowY: 'hidden', position }, [
        square(blue, { position: 'absolute' }),
      ]);
    expect(draw([clip('static')])).toEqual([at('red'), at('blue')]);
    expect(draw([clip('relative')])).toEqual([
      at('red'),
      'group clip rect 0,0 10×10',
      `  ${at('blue')}`,
    ]);
  });

  it('gives the overflow of html to the page, so that bleed survives', () => {
    const wide = box([-9, 0, 118, 10], { style: { backgroundColor: red } });
    const html = box([0, 0, 100, 100], {
      element: element('html'),
      style: { overflowX: 'hidden', overflowY: 'hidden' },
      children: [wide],
    });
    expect(draw([html])).toEqual(['fill rect -9,0 118×10 red']);
  });
});

describe('text decoration', () => {
  const underline: Overrides = { textDecorationLine: ['underline'] };

  it('draws one line through inline boxes, under the text', () => {
    const words = line(0, 0, [text('AB', 0), inline([20, 10], [text('C', 0)])]);
    expect(draw([box([0, 0, 30, 10], { style: underline, children: [words] })])).toEqual([
      'fill rect 0,8.75 30×0.5 black',
      'glyphs 0,8 Square 10pt "AB" black',
      'glyphs 20,8 Square 10pt "C" black',
    ]);
  });

  it('draws a line through on top, and stops at inline blocks', () => {
    const atom = box([10, 0, 10, 10], {
      style: { display: 'inline-block' },
      children: [line(0, 0, [text('B', 0)])],
    });
    const struck = inline([0, 30], [text('A', 0), atom, text('C', 20)], {
      textDecorationLine: ['line-through'],
      textDecorationThickness: 1,
    });
    expect(draw([box([0, 0, 30, 10], { children: [line(0, 0, [struck])] })])).toEqual([
      'glyphs 0,8 Square 10pt "A" black',
      'glyphs 10,8 Square 10pt "B" black',
      'glyphs 20,8 Square 10pt "C" black',
      'fill rect 0,5 10×1 black',
      'fill rect 20,5 10×1 black',
    ]);
  });

  it('follows underline-offset from the baseline', () => {
    const style: Overrides = { ...underline, textUnderlineOffset: 3, textDecorationThickness: 2 };
    const made = box([0, 0, 30, 10], { style, children: [line(0, 0, [text('A', 0)])] });
    expect(draw([made])[0]).toBe('fill rect 0,11 10×2 black');
  });

  it.each([
    ['vertical-rl', '0 1 -1 0 2 0', '0,0.75 10×0.5'],
    ['sideways-lr', '0 -1 1 0 8 0', '-10,0.75 10×0.5'],
  ] as const)('lies beside letters on their side in %s', (writingMode, turn, rect) => {
    const style: Overrides = { ...underline, writingMode };
    const word = text('A', 0);
    const letter = { ...word, isOnSide: true, style: { ...word.style, writingMode } };
    const made = box([0, 0, 10, 30], { style, children: [line(0, 0, [letter])] });
    expect(draw([made]).slice(0, 2)).toEqual([
      `group matrix(${turn})`,
      `  fill rect ${rect} black`,
    ]);
  });
});

it('marks links, each box of them', () => {
  const anchor = {
    ...inline([0, 20], [text('AB', 0)]),
    element: element('a', { href: 'https://a.dk' }),
  };
  expect(draw([box([0, 0, 30, 10], { children: [line(0, 0, [anchor])] })])).toEqual([
    'link "https://a.dk" rect 0,0 20×10',
    'glyphs 0,8 Square 10pt "AB" black',
  ]);
});
