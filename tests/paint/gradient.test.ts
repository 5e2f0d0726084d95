/** Gradients as shadings: coordinates, colours, jumps, opacity. */
import { describe, expect, it } from 'vitest';
import type { PrintColor, SpotColor } from '../../src/color/index.ts';
import type { GradientStop } from '../../src/display/index.ts';
import { buildGradient, flatColorOf, type GradientPaint } from '../../src/paint/pdf/gradient.ts';
import { createPdfFile, type PdfDictionary } from '../../src/paint/pdf/pdfkit.ts';
import { createResourcePool } from '../../src/paint/pdf/resources.ts';
import { black, cmyk, cyan, testContext } from './support.ts';

type Stops = readonly (readonly [number, PrintColor])[];

const space = { left: 0, top: 100 };

function linear(stops: Stops): GradientPaint {
  return {
    kind: 'linear',
    from: { x: 0, y: 0 },
    to: { x: 50, y: 0 },
    stops: stops.map(([offset, color]): GradientStop<PrintColor> => ({ offset, color })),
  };
}

async function build(paint: GradientPaint) {
  const file = await createPdfFile({
    version: '1.6',
    compress: false,
    cache: testContext().workspace.cache,
  });
  const pool = createResourcePool(file);
  const area = { x: 0, y: 0, width: 100, height: 100 };
  const place = { space, area, file, pool, blending: 'DeviceCMYK' } as const;
  const { color, alpha, ...rest } = buildGradient(paint, place);
  return { ...rest, color: color as PdfDictionary, alpha: alpha as PdfDictionary | null };
}

const functionOf = (shading: PdfDictionary) => shading.Function as PdfDictionary;
const piecesOf = (shading: PdfDictionary) => functionOf(shading).Functions as PdfDictionary[];

describe('axial shadings', () => {
  it('run between two points of the page', async () => {
    const { color, matrix } = await build(
      linear([
        [0, cyan],
        [1, black],
      ]),
    );
    expect(color).toMatchObject({
      ShadingType: 2,
      ColorSpace: 'DeviceCMYK',
      Coords: [0, 100, 50, 100],
      Extend: [true, true],
      Function: { FunctionType: 2, C0: [1, 0, 0, 0], C1: [0, 0, 0, 1], N: 1 },
    });
    expect(matrix).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('hold the first and last colours to the ends', async () => {
    const { color } = await build(
      linear([
        [0.25, cyan],
        [0.75, black],
      ]),
    );
    expect(functionOf(color)).toMatchObject({
      FunctionType: 3,
      Bounds: [0.25, 0.75],
      Encode: [0, 1, 0, 1, 0, 1],
    });
    expect(piecesOf(color).map(({ C0, C1 }) => [C0, C1])).toEqual([
      [
        [1, 0, 0, 0],
        [1, 0, 0, 0],
      ],
      [
        [1, 0, 0, 0],
        [0, 0, 0, 1],
      ],
      [
        [0, 0, 0, 1],
        [0, 0, 0, 1],
      ],
    ]);
  });

  it('jump where two stops are in one place', async () => {
    const { color } = await build(
      linear([
        [0, cyan],
        [0.5, cyan],
        [0.5, black],
        [1, black],
      ]),
    );
    expect(functionOf(color).Bounds).toEqual([0.5]);
    expect(piecesOf(color).map(({ C0 }) => C0)).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
  });

  it('never go back', async () => {
    const { color } = await build(
      linear([
        [0, cyan],
        [0.8, black],
        [0.3, cyan],
        [1, black],
      ]),
    );
    expect(functionOf(color).Bounds).toEqual([0.8]);
  });
});

describe('radial shadings', () => {
  it('are circles, pressed into ellipses by their matrix', async () => {
    const { color, matrix } = await build({
      kind: 'radial',
      center: { x: 30, y: 40 },
      radiusX: 20,
      radiusY: 10,
      stops: [
        { offset: 0, color: cyan },
        { offset: 1, color: black },
      ],
    });
    expect(color).toMatchObject({ ShadingType: 3, Coords: [30, 60, 0, 30, 60, 20] });
    expect(matrix).toEqual([1, 0, 0, 0.5, 0, 30]);
  });
});

describe('opacity', () => {
  it('that is the same everywhere is set once', async () => {
    const half = [
      [0, cmyk(1, 0, 0, 0, 0.5)],
      [1, cmyk(0, 0, 0, 1, 0.5)],
    ] as const;
    expect(await build(linear(half))).toMatchObject({ alpha: null, opacity: 0.5 });
  });

  it('that fades to nothing keeps the colour: no gray veil', async () => {
    const { color, alpha } = await build(
      linear([
        [0, cyan],
        [1, cmyk(0, 0, 0, 1, 0)],
      ]),
    );
    expect(functionOf(color)).toMatchObject({ C0: [1, 0, 0, 0], C1: [1, 0, 0, 0] });
    expect(alpha).toMatchObject({ ColorSpace: 'DeviceGray', Function: { C0: [1], C1: [0] } });
  });

  it('that changes with the colour mixes premultiplied', async () => {
    const { color } = await build(
      linear([
        [0, cmyk(1, 0, 0, 0, 1)],
        [1, cmyk(0, 1, 0, 0, 0.5)],
      ]),
    );
    const middle = piecesOf(color)[8]?.C0 as number[];
    // Half of each, the second at half its opacity: 2 parts to 1.
    expect(middle[0]).toBeCloseTo(2 / 3);
    expect(middle[1]).toBeCloseTo(1 / 3);
  });

  it('mixes straight where it is said to: the colours change evenly, whatever their opacity', async () => {
    const half = linear([
      [0, cmyk(1, 0, 0, 0, 1)],
      [1, cmyk(0, 1, 0, 0, 0)],
    ]);
    const { color, alpha } = await build({ ...half, mixing: 'straight' });
    expect(functionOf(color)).toMatchObject({
      FunctionType: 2,
      C0: [1, 0, 0, 0],
      C1: [0, 1, 0, 0],
    });
    expect(functionOf(alpha ?? color)).toMatchObject({ FunctionType: 2, C0: [1], C1: [0] });
  });
});

describe('spot inks', () => {
  const spot = (tint: number, name = 'Gold'): SpotColor => ({
    space: 'spot',
    name,
    tint,
    alternate: cmyk(0, 0.2, 0.8, 0.2),
    alpha: 1,
  });

  it('shade in their own plate, white being none of it', async () => {
    const { color } = await build(
      linear([
        [0, spot(1)],
        [1, cmyk(0, 0, 0, 0)],
      ]),
    );
    expect(color.ColorSpace).toHaveProperty('id');
    expect(functionOf(color)).toMatchObject({ C0: [1], C1: [0] });
  });

  it('with others keep a plate each (DeviceN)', async () => {
    const { color } = await build(
      linear([
        [0, spot(0.5)],
        [1, spot(1, 'Silver')],
      ]),
    );
    expect(color.ColorSpace).toHaveProperty('id');
    expect(functionOf(color)).toMatchObject({ C0: [0.5, 0], C1: [0, 1] });
  });
});

describe('what is no gradient', () => {
  it.each<[string, GradientPaint, PrintColor | null | undefined]>([
    [
      'has no length',
      {
        ...linear([
          [0, cyan],
          [1, black],
        ]),
        to: { x: 0, y: 0 },
      } as GradientPaint,
      black,
    ],
    ['has one stop', linear([[0.5, cyan]]), cyan],
    ['has no stops', linear([]), undefined],
    [
      'is one',
      linear([
        [0, cyan],
        [1, black],
      ]),
      null,
    ],
  ])('%s', (_, paint, expected) => {
    expect(flatColorOf(paint)).toEqual(expected);
  });
});
