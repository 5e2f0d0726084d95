/** css-backgrounds-3 §2 and css-images-3 §3: colours, pictures, gradients, where they lie. */
import { describe, expect, it } from 'vitest';
import type { Edges } from '../../src/base/index.ts';
import { buildDisplayList, describeItems } from '../../src/display/index.ts';
import type { BitmapPicture, Pictures } from '../../src/input/index.ts';
import type { BoxFragment, Page } from '../../src/layout/index.ts';
import type { ComputedStyle } from '../../src/style/index.ts';
import {
  blue,
  box,
  cmyk,
  element,
  noBleed,
  type Overrides,
  page,
  percent,
  pt,
  recorder,
  red,
  style,
  vector,
  yellow,
} from './support.ts';

const short = (text: string) =>
  text
    .replaceAll('device-cmyk(0% 100% 100% 0%)', 'red')
    .replaceAll('device-cmyk(100% 100% 0% 0%)', 'blue')
    .replaceAll('device-cmyk(0% 0% 100% 0%)', 'yellow');

/** 40 × 20 px, thus 30 × 15 pt. */
const photo: BitmapPicture = {
  kind: 'bitmap',
  path: 'a.jpg',
  format: 'jpeg',
  widthPx: 40,
  heightPx: 20,
  bytes: new Uint8Array(),
};
const pictures: Pictures = new Map([['a.jpg', photo]]);

function drawPage(drawn: Page, bleed: Edges, expected: readonly string[] = []): string[] {
  const context = recorder();
  const [list] = buildDisplayList([drawn], { pictures, bleed, styled: null }, context);
  expect(context.codes()).toEqual(expected);
  return describeItems(list?.items ?? []).map(short);
}

const draw = (made: BoxFragment, expected?: readonly string[]) =>
  drawPage(page([made]), noBleed, expected);

const drawStyle = (overrides: Overrides, expected?: readonly string[]) =>
  draw(box([0, 0, 60, 30], { style: overrides }), expected);

const auto = { width: 'auto', height: 'auto' } as const;
const url = { kind: 'url', path: 'a.jpg' } as const;
const once = { x: 'no-repeat', y: 'no-repeat' } as const;

describe('pictures', () => {
  it('repeats from the padding edge, cut at the border edge', () => {
    const made = box([0, 0, 62, 17], { style: { backgroundImage: [url] }, border: 1 });
    expect(draw(made)).toEqual([
      'group clip rect 0,0 62×17',
      '  picture "a.jpg" rect -29,-14 30×15',
      '  picture "a.jpg" rect 1,-14 30×15',
      '  picture "a.jpg" rect 31,-14 30×15',
      '  picture "a.jpg" rect 61,-14 30×15',
      '  picture "a.jpg" rect -29,1 30×15',
      '  picture "a.jpg" rect 1,1 30×15',
      '  picture "a.jpg" rect 31,1 30×15',
      '  picture "a.jpg" rect 61,1 30×15',
      '  picture "a.jpg" rect -29,16 30×15',
      '  picture "a.jpg" rect 1,16 30×15',
      '  picture "a.jpg" rect 31,16 30×15',
      '  picture "a.jpg" rect 61,16 30×15',
    ]);
  });

  const sizes: readonly [string, ComputedStyle['backgroundSize'][number], string][] = [
    ['auto is its own size', auto, '15,7.5 30×15'],
    ['cover fills the area', 'cover', '0,0 60×30'],
    ['one length keeps the ratio', { width: pt(10), height: 'auto' }, '25,12.5 10×5'],
    ['a percentage is of the area', { width: 'auto', height: percent(50) }, '15,7.5 30×15'],
    ['two lengths stretch', { width: pt(6), height: pt(6) }, '27,12 6×6'],
  ];
  it.each(sizes)('size: %s', (_, size, expected) => {
    const centre = { x: percent(50), y: percent(50) };
    const layer = { backgroundImage: [url], backgroundRepeat: [once], backgroundSize: [size] };
    expect(
      drawStyle({ ...layer, backgroundPositionX: [centre.x], backgroundPositionY: [centre.y] }),
    ).toEqual([`picture "a.jpg" rect ${expected}`]);
  });

  it('cover runs over the edge and is cut', () => {
    const made = box([0, 0, 60, 60], {
      style: {
        backgroundImage: [url],
        backgroundSize: ['cover'],
        backgroundPositionX: [percent(100)],
        backgroundPositionY: [percent(0)],
      },
    });
    expect(draw(made)).toEqual([
      'group clip rect 0,0 60×60',
      '  picture "a.jpg" rect -60,0 120×60',
    ]);
  });

  it('space leaves even gaps, round fits a whole number', () => {
    const layer = (x: 'space' | 'round') => ({
      backgroundImage: [url],
      backgroundSize: [{ width: pt(25), height: pt(30) }],
      backgroundRepeat: [{ x, y: 'no-repeat' } as const],
    });
    expect(drawStyle(layer('space'))).toEqual([
      'picture "a.jpg" rect 0,0 25×30',
      'picture "a.jpg" rect 35,0 25×30',
    ]);
    expect(drawStyle(layer('round'))).toEqual([
      'picture "a.jpg" rect 0,0 30×30',
      'picture "a.jpg" rect 30,0 30×30',
    ]);
  });

  it('paints the first layer on top and the colour at the bottom', () => {
    const solid = {
      kind: 'linear-gradient',
      direction: { kind: 'angle', degrees: 90 },
      repeating: false,
      stops: [
        { color: red, position: null },
        { color: blue, position: null },
      ],
    } as const;
    const layers = { backgroundImage: [url, solid], backgroundRepeat: [once] } as const;
    expect(drawStyle({ ...layers, backgroundColor: yellow })).toEqual([
      'fill rect 0,0 60×30 yellow',
      'fill rect 0,0 60×30 linear 0,15 → 60,15 (0 red, 1 blue)',
      'picture "a.jpg" rect 0,0 30×15',
    ]);
  });

  it('says which picture is missing', () => {
    expect(
      drawStyle({ backgroundImage: [{ kind: 'url', path: 'b.jpg' }] }, [
        'error display/unknown-picture',
      ]),
    ).toEqual([]);
  });

  it('refuses a million tiles', () => {
    const size = { width: pt(0.01), height: pt(0.01) };
    expect(
      drawStyle({ backgroundImage: [url], backgroundSize: [size] }, [
        'error display/too-many-tiles',
      ]),
    ).toEqual([]);
  });

  it('draws a vector once and moves it', () => {
    const drawing = vector('<svg viewBox="0 0 10 10"><rect width="10" height="10"/></svg>', {
      path: 'v.svg',
      ratio: 1,
    });
    const made = box([0, 0, 20, 10], {
      style: {
        backgroundImage: [{ kind: 'url', path: 'v.svg' }],
        backgroundSize: [{ width: pt(10), height: 'auto' }],
      },
    });
    const context = recorder();
    const options = { pictures: new Map([['v.svg', drawing]]), bleed: noBleed, styled: null };
    const [list] = buildDisplayList([page([made])], options, context);
    expect(describeItems(list?.items ?? [])).toEqual([
      'group',
      '  fill rect 0,0 10×10 device-cmyk(0% 0% 0% 100%)',
      'group matrix(1 0 0 1 10 0)',
      '  fill rect 0,0 10×10 device-cmyk(0% 0% 0% 100%)',
    ]);
  });

  it('follows round corners and background-clip', () => {
    const five = { x: pt(5), y: pt(5) };
    const round = {
      borderTopLeftRadius: five,
      backgroundClip: ['padding-box'],
      backgroundColor: red,
    } as const;
    expect(draw(box([0, 0, 20, 20], { style: round, border: 2 }))).toEqual([
      'fill M5,2 L18,2 L18,18 L2,18 L2,5 C2,3.34 3.34,2 5,2 Z red',
    ]);
  });
});

type Stops = readonly (readonly [typeof red, number | null])[];

const linear = (degrees: number, stops: Stops, repeating = false) =>
  ({
    kind: 'linear-gradient',
    direction: { kind: 'angle', degrees },
    repeating,
    stops: stops.map(([color, at]) => ({ color, position: at === null ? null : percent(at) })),
  }) as const;

const paintOf = (image: ComputedStyle['backgroundImage'][number]) =>
  drawStyle({ backgroundImage: [image] }).map((item) => item.replace('fill rect 0,0 60×30 ', ''));

describe('linear gradients', () => {
  const two: Stops = [
    [red, null],
    [blue, null],
  ];
  it.each([
    [0, '30,30 → 30,0'],
    [90, '0,15 → 60,15'],
    [180, '30,0 → 30,30'],
    [45, '7.5,37.5 → 52.5,-7.5'],
  ])('%i degrees', (degrees, line) => {
    expect(paintOf(linear(degrees, two))).toEqual([`linear ${line} (0 red, 1 blue)`]);
  });

  it('to a corner puts the middle on the other two', () => {
    const direction = { kind: 'corner', corner: { x: 'right', y: 'bottom' } } as const;
    expect(paintOf({ ...linear(0, two), direction })).toEqual([
      'linear 18,-9 → 42,39 (0 red, 1 blue)',
    ]);
  });

  it('fills in places, and lets none go back', () => {
    const stops: Stops = [
      [red, null],
      [blue, 60],
      [yellow, 20],
      [red, null],
      [blue, null],
    ];
    expect(paintOf(linear(90, stops))).toEqual([
      'linear 0,15 → 60,15 (0 red, 0.6 blue, 0.6 yellow, 0.8 red, 1 blue)',
    ]);
  });

  it('stretches the line over stops outside it', () => {
    const stops: Stops = [
      [red, -50],
      [blue, 150],
    ];
    expect(paintOf(linear(90, stops))).toEqual(['linear -30,15 → 90,15 (0 red, 1 blue)']);
  });

  it('writes repeats out', () => {
    const stops: Stops = [
      [red, 0],
      [blue, 50],
    ];
    expect(paintOf(linear(90, stops, true))).toEqual([
      'linear 0,15 → 60,15 (0 red, 0.5 blue, 0.5 red, 1 blue)',
    ]);
  });
});

describe('radial gradients', () => {
  const radial = {
    kind: 'radial-gradient',
    shape: 'ellipse',
    size: 'farthest-corner',
    position: { x: percent(50), y: percent(50) },
    repeating: false,
    stops: [
      { color: red, position: null },
      { color: blue, position: null },
    ],
  } as const;
  it.each([
    ['ellipse', 'farthest-corner', '42.43×21.21'],
    ['ellipse', 'closest-side', '30×15'],
    ['circle', 'closest-side', '15×15'],
    ['circle', 'farthest-side', '30×30'],
    ['circle', 'farthest-corner', '33.54×33.54'],
  ] as const)('%s %s', (shape, size, radii) => {
    expect(paintOf({ ...radial, shape, size })).toEqual([`radial 30,15 ${radii} (0 red, 1 blue)`]);
  });

  it('repeats out to the farthest corner', () => {
    const size = { x: pt(20), y: pt(20) };
    const [paint] = paintOf({ ...radial, shape: 'circle', size, repeating: true });
    expect(paint).toMatch(/^radial 30,15 33\.54×33\.54 \(0 red, 0\.596 blue, 0\.596 red, 1 /);
  });
});

describe('the page', () => {
  const bleed = { top: 9, right: 9, bottom: 9, left: 9 };
  const body = (overrides: Overrides) =>
    box([0, 0, 100, 100], {
      element: element('html'),
      children: [box([10, 10, 80, 80], { element: element('body'), style: overrides })],
    });

  it('has its own background, and under it nothing of body', () => {
    const drawn = page([body({ backgroundColor: red })], {
      pageStyle: style({ backgroundColor: yellow }),
    });
    expect(drawPage(drawn, bleed)).toEqual([
      'fill rect -9,-9 118×118 yellow',
      'fill rect -9,-9 118×118 red',
    ]);
  });

  it('takes the background of html before that of body, each once', () => {
    const html = { ...body({ backgroundColor: red }), style: style({ backgroundColor: blue }) };
    expect(drawPage(page([html]), bleed)).toEqual([
      'fill rect -9,-9 118×118 blue',
      'fill rect 10,10 80×80 red',
    ]);
  });

  it('lets cover fill trim and bleed', () => {
    const drawn = page([], {
      pageStyle: style({ backgroundImage: [url], backgroundSize: ['cover'] }),
    });
    expect(drawPage(drawn, bleed)).toEqual([
      'group clip rect -9,-9 118×118',
      '  picture "a.jpg" rect -9,-9 236×118',
    ]);
  });

  it('places a picture of its own size from the trim', () => {
    const drawn = page([], {
      pageStyle: style({ backgroundImage: [url], backgroundRepeat: [once] }),
    });
    expect(drawPage(drawn, bleed)).toEqual(['picture "a.jpg" rect 0,0 30×15']);
  });
});

it('keeps transparent colours out of the list', () => {
  expect(drawStyle({ backgroundColor: cmyk(0, 0, 0, 1, 0) })).toEqual([]);
});
