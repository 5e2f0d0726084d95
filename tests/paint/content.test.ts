/** Items as operators, read from a press page of 100 × 50 pt without bleed. */
import { describe, expect, it } from 'vitest';
import type { PrintColor, SpotColor } from '../../src/color/index.ts';
import type { DisplayItem, ShadeItem, StrokeItem } from '../../src/display/index.ts';
import { paintPress } from '../../src/paint/index.ts';
import {
  black,
  cmyk,
  contentOf,
  cyan,
  dictionaryOf,
  facts,
  fill,
  flatPage,
  group,
  line,
  objectsWith,
  rect,
  streamOf,
  testContext,
} from './support.ts';

type Item = DisplayItem<PrintColor>;

async function paint(items: readonly Item[]): Promise<Uint8Array> {
  const context = testContext();
  const options = { compress: false };
  const { bytes } = await paintPress([flatPage(items)], facts, new Map(), context, options);
  expect(context.findings).toEqual([]);
  return bytes;
}

/** Operators, one a line; none for an empty page. */
async function draw(items: readonly Item[]): Promise<readonly string[]> {
  return contentOf(await paint(items)).filter((operator) => operator !== '');
}

const spot: SpotColor = {
  space: 'spot',
  name: 'PANTONE 286 C',
  tint: 0.5,
  alternate: cmyk(1, 0.75, 0, 0.02),
  alpha: 1,
};

const stroke: StrokeItem<PrintColor> = {
  kind: 'stroke',
  path: [
    { kind: 'move', x: 0, y: 10 },
    { kind: 'line', x: 50, y: 10 },
  ],
  paint: { kind: 'solid', color: cyan },
  widthPt: 0.5,
  cap: 'round',
  join: 'miter',
  miterLimit: 4,
  dashPt: [2, 1],
  dashOffsetPt: 0.5,
};

describe('fills', () => {
  it('are inks with an outline', async () => {
    expect(await draw([fill(rect(10, 5, 20, 10), cyan)])).toEqual([
      '1 0 0 0 k',
      '10 35 20 10 re',
      'f',
    ]);
  });

  it('name a colour once while it lasts', async () => {
    const items = [fill(rect(0, 0, 9, 9), cyan), fill(rect(20, 0, 9, 9), cyan)];
    expect((await draw(items)).filter((operator) => operator.endsWith('k'))).toHaveLength(1);
  });

  it('keep holes by the even-odd rule', async () => {
    const item = { ...fill(rect(0, 0, 9, 9), cyan), rule: 'evenodd' as const };
    expect(await draw([item])).toContain('f*');
  });

  it('of nothing are not drawn: PDF would mark a line of pixels', async () => {
    const items = [
      fill(rect(0, 0, 0, 9), cyan),
      fill([], cyan),
      fill(rect(0, 0, 9, 9), cmyk(1, 0, 0, 0, 0)),
    ];
    expect(await draw(items)).toEqual([]);
  });

  it('half transparent have their opacity set and reset', async () => {
    const bytes = await paint([
      fill(rect(0, 0, 9, 9), cmyk(1, 0, 0, 0, 0.5)),
      fill(rect(0, 0, 9, 9), cyan),
    ]);
    expect(contentOf(bytes).filter((operator) => operator.endsWith('gs'))).toEqual([
      '/G1 gs',
      '/G2 gs',
    ]);
    expect(objectsWith(bytes, '/Type /ExtGState').map(dictionaryOf)).toEqual([
      '<< /Type /ExtGState /ca 0.5 >>',
      '<< /Type /ExtGState /ca 1 >>',
    ]);
  });
});

describe('gradients that only jump', () => {
  type Stops = readonly (readonly [number, PrintColor])[];
  const down = (stops: Stops, path = rect(0, 0, 10, 40)): Item => ({
    kind: 'fill',
    path,
    rule: 'nonzero',
    paint: {
      kind: 'linear',
      from: { x: 0, y: 0 },
      to: { x: 0, y: 40 },
      stops: stops.map(([offset, color]) => ({ offset, color })),
    },
  });
  const none = cmyk(0, 0, 0, 0, 0);

  it('are plain areas inside the outline, each on under the next: a RIP samples shadings', async () => {
    const halves = down([
      [0, cyan],
      [0.5, cyan],
      [0.5, black],
      [1, black],
    ]);
    const clip = ['q', '0 10 10 40 re', 'W n'];
    const first = ['1 0 0 0 k', '0 10 10 40 re', 'f'];
    expect(await draw([halves])).toEqual([
      ...clip,
      ...first,
      '0 0 0 1 k',
      '0 10 10 20 re',
      'f',
      'Q',
    ]);
  });

  it('leave bare what is transparent', async () => {
    expect(
      await draw([
        down([
          [0, none],
          [0.9, none],
          [0.9, cyan],
          [1, cyan],
        ]),
      ]),
    ).toEqual(['q', '0 10 10 40 re', 'W n', '1 0 0 0 k', '0 10 10 4 re', 'f', 'Q']);
  });

  it('are so with stops that rounding errors have put out of order', async () => {
    const stops: Stops = [
      [0, none],
      [0.5, none],
      [0.5, cyan],
      [0.75, cyan],
      [0.75 - 1e-16, none],
      [0.9, none],
      [0.9 + 2e-16, cyan],
      [1, cyan],
    ];
    expect((await draw([down(stops)])).filter((operator) => operator.endsWith('re'))).toEqual([
      '0 10 10 40 re',
      '0 20 10 10 re',
      '0 10 10 4 re',
    ]);
  });

  it('stay a shading where two colours blend', async () => {
    const blend = down([
      [0, cyan],
      [0.5, cyan],
      [0.5, black],
      [1, cyan],
    ]);
    expect((await draw([blend])).join(' ')).toContain('/Pattern cs');
  });
});

describe('soft shadows', () => {
  const shade = (color: PrintColor, changes: Partial<ShadeItem<PrintColor>> = {}): Item => ({
    kind: 'shade',
    rect: { x: 0, y: 0, width: 10, height: 10 },
    color,
    coverage: { widthPx: 1, heightPx: 1, bytes: new Uint8Array([128]) },
    ...changes,
  });

  it.each<[string, Item, boolean]>([
    ['in black alone, half transparent', shade(cmyk(0, 0, 0, 1, 0.5)), true],
    ['in a tint of black', shade(cmyk(0, 0, 0, 0.6)), false],
    ['in several inks', shade(cmyk(0.5, 0.4, 0.4, 1, 0.5)), false],
    ['in a spot', shade(spot), false],
    ['in a spot, where it is asked for', shade(spot, { overprint: 'on' }), true],
    ['in black, where it is forbidden', shade(black, { overprint: 'off' }), false],
  ])('%s', async (_, item, expected) => {
    const states = objectsWith(await paint([item]), '/Type /ExtGState').map(dictionaryOf);
    expect(states.some((state) => state.includes('/op true'))).toBe(expected);
  });
});

describe('spot inks', () => {
  it('are Separations with their process alternate, written once', async () => {
    const bytes = await paint([fill(rect(0, 0, 9, 9), spot), fill(rect(9, 0, 9, 9), spot)]);
    expect(contentOf(bytes)[0]).toBe('/C1 cs .5 scn');
    const spaces = objectsWith(bytes, '/Separation').map(dictionaryOf);
    expect(spaces).toHaveLength(1);
    expect(spaces[0]).toContain('[/Separation /PANTONE#20286#20C /DeviceCMYK');
    expect(spaces[0]).toContain('/C0 [0 0 0 0] /C1 [1 0.75 0 0.02]');
  });
});

describe('strokes', () => {
  it('set the line and draw it', async () => {
    expect(await draw([stroke])).toEqual([
      '1 0 0 0 K',
      '.5 w',
      '1 J',
      '0 j',
      '4 M',
      '[2 1] .5 d',
      '0 40 m',
      '50 40 l',
      'S',
    ]);
  });

  it('without width are not drawn: PDF would draw a hairline', async () => {
    expect(await draw([{ ...stroke, widthPt: 0 }])).toEqual([]);
  });
});

describe('black', () => {
  it('overprints in small text and thin lines, and knocks out elsewhere', async () => {
    const bytes = await paint([
      line('A', { x: 0, y: 20, sizePt: 9 }),
      fill(rect(0, 0, 50, 20), black),
      fill(rect(0, 30, 50, 0.5), black),
    ]);
    expect(contentOf(bytes).filter((operator) => /gs|^f|TJ/.test(operator))).toEqual([
      '/G1 gs',
      '[<0022>] TJ'.replace('0022', codeOf(bytes)),
      '/G2 gs',
      'f',
      '/G1 gs',
      'f',
    ]);
    expect(objectsWith(bytes, '/ExtGState').map(dictionaryOf)).toEqual(
      expect.arrayContaining([
        '<< /Type /ExtGState /OP true /op true /OPM 1 >>',
        '<< /Type /ExtGState /OP false /op false /OPM 1 >>',
      ]),
    );
  });
});

/** The only glyph's code, from the widths of its font. */
function codeOf(bytes: Uint8Array): string {
  const [font = ''] = objectsWith(bytes, '/CIDFontType2');
  return Number(/\/W \[(\d+)/.exec(dictionaryOf(font))?.[1])
    .toString(16)
    .padStart(4, '0');
}

describe('text', () => {
  it('of neighbouring lines is one text object with shifts', async () => {
    const lines = await draw([
      line('AB', { x: 10, y: 20, sizePt: 8 }),
      line('BA', { x: 10, y: 30, sizePt: 8 }),
    ]);
    expect(lines.filter((operator) => /^(BT|ET)$|Td|Tf/.test(operator))).toEqual([
      'BT',
      '10 30 Td',
      '/F1 8 Tf',
      '0 -10 Td',
      'ET',
    ]);
  });

  it('does not drift over many lines', async () => {
    const third = 10 / 3;
    const items = Array.from({ length: 30 }, (_, index) =>
      line('A', { x: index * third, y: index * third, sizePt: 3 }),
    );
    const moves = (await draw(items)).flatMap((operator) => {
      const [x, y, name] = operator.split(' ');
      return name === 'Td' ? [[Number(x), Number(y)] as const] : [];
    });
    expect(moves.reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(29 * third, 4);
    expect(moves.reduce((sum, [, y]) => sum + y, 0)).toBeCloseTo(50 - 29 * third, 4);
  });
});

describe('groups', () => {
  it('that change nothing leave no trace', async () => {
    expect(await draw([group([fill(rect(0, 0, 9, 9), cyan)])])).toEqual([
      '1 0 0 0 k',
      '0 41 9 9 re',
      'f',
    ]);
  });

  it('clip and move, y up', async () => {
    const items = [fill(rect(0, 0, 9, 9), cyan)];
    const moved = group(items, { transform: [1, 0, 0, 1, 30, 10], clip: rect(0, 0, 5, 5) });
    expect(await draw([moved])).toEqual([
      'q',
      '1 0 0 1 30 -10 cm',
      '0 45 5 5 re',
      'W n',
      '1 0 0 0 k',
      '0 41 9 9 re',
      'f',
      'Q',
    ]);
  });

  it('forget what was set inside', async () => {
    const inside = group([fill(rect(0, 0, 9, 9), cyan)], { clip: rect(0, 0, 5, 5) });
    const lines = await draw([inside, fill(rect(0, 0, 9, 9), cyan)]);
    expect(lines.filter((operator) => operator.endsWith('k'))).toHaveLength(2);
  });

  it('out of sight are left out', async () => {
    const items = [fill(rect(0, 0, 9, 9), cyan)];
    expect(
      await draw([
        group(items, { clip: rect(0, 0, 0, 9) }),
        group(items, { clip: rect(200, 0, 9, 9) }),
        group(items, { opacity: 0 }),
        group(items, { transform: [0, 0, 0, 1, 0, 0] }),
      ]),
    ).toEqual([]);
  });

  it('of one opacity are mixed as a whole, in inks', async () => {
    const items = [fill(rect(0, 0, 9, 9), cyan), fill(rect(5, 0, 9, 9), black)];
    const bytes = await paint([group(items, { opacity: 0.5, blend: 'multiply' })]);
    expect(contentOf(bytes)).toEqual(['q', '/G1 gs', '/G2 gs', '/X1 Do', 'Q']);
    const [form = ''] = objectsWith(bytes, '/Subtype /Form');
    expect(dictionaryOf(form)).toContain(
      '/BBox [0 0 100 50] /Group << /S /Transparency /CS /DeviceCMYK /I true /K false >>',
    );
    expect(streamOf(form)).toBe('1 0 0 0 k\n0 41 9 9 re\nf\n0 0 0 1 k\n5 41 9 9 re\nf');
    expect(objectsWith(bytes, '/BM').map(dictionaryOf)).toEqual([
      '<< /Type /ExtGState /BM /Multiply >>',
    ]);
  });

  it('measure black by its size on paper', async () => {
    const text = line('A', { x: 0, y: 20, sizePt: 9 });
    const enlarged = group([text], { transform: [2, 0, 0, 2, 0, 0] });
    expect((await draw([enlarged])).some((operator) => operator.endsWith('gs'))).toBe(false);
  });
});

describe('pictures', () => {
  it('that could not be prepared are drawn as nothing', async () => {
    const rectangle = { x: 0, y: 0, width: 10, height: 10 };
    expect(await draw([{ kind: 'picture', picture: 'no.jpg', rect: rectangle, alt: '' }])).toEqual(
      [],
    );
  });
});
