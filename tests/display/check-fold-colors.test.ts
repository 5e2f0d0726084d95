/** Colours that meet on a fold: a side of 200 × 100 mm, folded at 100 mm. */
import { describe, expect, it } from 'vitest';
import { identity, mmToPt, rectPath } from '../../src/base/index.ts';
import type { PrintColor } from '../../src/color/index.ts';
import { checkFoldColors, type DisplayItem } from '../../src/display/index.ts';
import { blue, cmyk, recorder, rect, red, spanOf } from './support.ts';

type Item = DisplayItem<PrintColor>;

const area = (x: number, y: number, width: number, height: number) =>
  rect(mmToPt(x), mmToPt(y), mmToPt(width), mmToPt(height));

const fill = (place: ReturnType<typeof rect>, color: PrintColor): Item => ({
  kind: 'fill',
  path: rectPath(place),
  rule: 'nonzero',
  paint: { kind: 'solid', color },
  span: spanOf('<p>'),
});

const group = (items: readonly Item[], more: Partial<Extract<Item, { kind: 'group' }>>): Item => ({
  ...{ kind: 'group', items, transform: identity, clip: null, opacity: 1, blend: 'normal' },
  ...more,
});

function said(...items: readonly Item[]): readonly string[] {
  const context = recorder();
  const side = { name: 'outside', widthPt: mmToPt(200), heightPt: mmToPt(100), items };
  checkFoldColors(
    [side],
    { foldsOf: () => [mmToPt(100)], declarationOf: () => undefined },
    context,
  );
  return context.findings.map(({ code, message }) => `${code}: ${message.en.split(' meet')[0]}`);
}

const left = area(-3, -3, 103, 106);
const right = area(100, -3, 103, 106);
const met = (colors: string) => [`display/colors-meet-on-fold: ${colors}`];
const redText = '`device-cmyk(0% 100% 100% 0%)`';
const blueText = '`device-cmyk(100% 100% 0% 0%)`';

describe('colours on a fold', () => {
  it.each<[string, readonly Item[], string]>([
    ['two fields', [fill(left, red), fill(right, blue)], `${redText} and ${blueText}`],
    ['a field and the paper', [fill(left, red)], `${redText} and bare paper`],
    [
      'half a millimetre beside',
      [fill(area(-3, -3, 103.5, 106), red)],
      `${redText} and bare paper`,
    ],
    ['a field of 20 mm', [fill(area(50, 40, 50, 20), red)], `${redText} and bare paper`],
    [
      'in a group that is clipped and moved',
      [
        group([fill(area(0, 0, 300, 106), red)], {
          transform: [1, 0, 0, 1, mmToPt(100), 0],
          clip: rectPath(area(0, 0, 100, 106)),
        }),
      ],
      `${redText} and bare paper`,
    ],
    [
      'a spot ink, by what stands for it',
      [fill(left, { space: 'spot', name: 'Warm', tint: 0.5, alternate: red, alpha: 1 })],
      '`"Warm" 50%` and bare paper',
    ],
  ])('%s', (_name, items, colors) => {
    expect(said(...items)).toEqual(met(colors));
  });

  it.each<[string, readonly Item[]]>([
    [
      'a colour runs past it',
      [fill(left, red), fill(right, blue), fill(area(98, -3, 10, 106), blue)],
    ],
    ['both are one colour', [fill(left, red), fill(right, red)]],
    ['tints that nobody tells apart', [fill(left, cmyk(0.04, 0.04, 0.1, 0))]],
    ['something small', [fill(area(50, 40, 50, 8), red)]],
    [
      'a picture lies over it',
      [fill(left, red), { kind: 'picture', picture: 'a', rect: area(80, -3, 40, 106), alt: '' }],
    ],
    ['it is mixed with what is below', [group([fill(left, red)], { blend: 'multiply' })]],
    ['it is a shade', [group([fill(left, red)], { opacity: 0.1 })]],
    [
      'it is no rectangle',
      [{ ...fill(left, red), path: [...rectPath(left), ...rectPath(area(0, 0, 5, 5))] } as Item],
    ],
    [
      'it is to be cut along',
      [
        fill(left, {
          space: 'spot',
          name: 'Cut',
          tint: 1,
          alternate: red,
          alpha: 1,
          step: 'cutting',
        }),
      ],
    ],
  ])('says nothing where %s', (_name, items) => {
    expect(said(...items)).toEqual([]);
  });
});
