/** Colours for print and for the screen, and what is said about them. */
import { describe, expect, it } from 'vitest';
import { rectPath } from '../../src/base/index.ts';
import type { AuthorColor } from '../../src/color/index.ts';
import {
  type DisplayItem,
  type DisplayList,
  describeList,
  measureInks,
  needsConversion,
  printDefaults,
  toPrint,
  toScreen,
} from '../../src/display/index.ts';

import { cmyk, recorder, rect, spanOf, srgb } from './support.ts';

const fill = (color: AuthorColor): DisplayItem<AuthorColor> => ({
  kind: 'fill',
  path: rectPath(rect(0, 0, 1, 1)),
  rule: 'nonzero',
  paint: { kind: 'solid', color },
  span: spanOf('<p>'),
});

const listOf = (...items: DisplayItem<AuthorColor>[]): DisplayList<AuthorColor> => [
  { name: 'front', widthPt: 10, heightPt: 10, items },
];

/** A condition that turns light into ink without any profile. */
const condition = {
  convertSrgb: (r: number, g: number, b: number) => cmyk(1 - r, 1 - g, 1 - b, 0),
};

function separate(list: DisplayList<AuthorColor>, options = printDefaults) {
  const context = recorder();
  return { list: toPrint(list, condition, options, context), ...context };
}

const colorsOf = (list: DisplayList<AuthorColor>) =>
  describeList(list)
    .split('\n')
    .slice(1)
    .map((item) => item.replace(/^ *fill rect 0,0 1×1 /, ''));

describe('toPrint', () => {
  it('keeps inks as they were given', () => {
    const { list, codes } = separate(listOf(fill(cmyk(0.1, 0.2, 0.3, 0.4, 0.5))));
    expect(colorsOf(list)).toEqual(['device-cmyk(10% 20% 30% 40% / 0.5)']);
    expect(codes()).toEqual([]);
  });

  it('turns black, white and grays into black ink alone, silently for the first two', () => {
    const { list, findings } = separate(
      listOf(fill(srgb(0, 0, 0)), fill(srgb(1, 1, 1)), fill(srgb(0.4, 0.4, 0.4))),
    );
    expect(colorsOf(list)).toEqual([
      'device-cmyk(0% 0% 0% 100%)',
      'device-cmyk(0% 0% 0% 0%)',
      'device-cmyk(0% 0% 0% 60%)',
    ]);
    expect(findings.map(({ hints }) => hints[0]?.replacement)).toEqual([
      'device-cmyk(0% 0% 0% 60%)',
    ]);
  });

  it('reports a screen colour once, with page, place and replacement', () => {
    const pink = srgb(0.8, 0, 0.2);
    const { list, findings } = separate(listOf(fill(pink), fill({ ...pink, alpha: 0.5 })));
    expect(colorsOf(list)).toEqual([
      'device-cmyk(20% 100% 80% 0%)',
      'device-cmyk(20% 100% 80% 0% / 0.5)',
    ]);
    expect(findings).toMatchObject([
      {
        severity: 'error',
        code: 'display/rgb-in-print',
        page: 'front',
        message: {
          en: '`#cc0033` is a screen colour; print needs inks',
          da: '`#cc0033` er en skærmfarve; tryk kræver trykfarver',
        },
        hints: [{ replacement: 'device-cmyk(20% 100% 80% 0%)' }],
      },
    ]);
    expect(findings[0]?.span?.source.text).toBe('<p>');
  });

  it('warns only, when forgiving', () => {
    const { codes } = separate(listOf(fill(srgb(1, 0, 0))), { ...printDefaults, forgiving: true });
    expect(codes()).toEqual(['warning display/rgb-in-print']);
  });

  it('says nothing of colours that nobody sees, but of the same colour seen later', () => {
    const hidden = srgb(1, 0, 0, 0);
    expect(separate(listOf(fill(hidden))).codes()).toEqual([]);
    expect(separate(listOf(fill(hidden), fill(srgb(1, 0, 0)))).codes()).toHaveLength(1);
  });

  it.each([
    [cmyk(0.7, 0.7, 0.7, 0.7), []],
    [cmyk(0.75, 0.7, 0.7, 0.7), ['warning display/total-ink']],
    [cmyk(1, 1, 1, 0.1), ['error display/total-ink']],
  ])('limits ink: %o', (color, expected) => {
    expect(separate(listOf(fill(color), fill(color))).codes()).toEqual(expected);
  });

  it('asks for a profile only where a colour needs one', () => {
    expect(needsConversion(listOf(fill(srgb(0, 0, 0)), fill(cmyk(1, 0, 0, 0))))).toBe(false);
    expect(needsConversion(listOf(fill(srgb(0, 0, 0.5))))).toBe(true);
  });
});

describe('toScreen', () => {
  it('proofs inks once for each value, spots by their alternate at their tint', () => {
    const asked: string[] = [];
    const proof = {
      proof: ({ c, m, y, k }: { c: number; m: number; y: number; k: number }) => {
        asked.push([c, m, y, k].join(' '));
        return srgb(1 - c, 1 - m, 1 - y);
      },
    };
    const spot = {
      space: 'spot',
      name: 'Gold',
      tint: 0.5,
      alternate: cmyk(0, 0, 1, 0),
      alpha: 1,
    } as const;
    const shown = toScreen(
      listOf(fill(cmyk(1, 0, 0, 0)), fill(cmyk(1, 0, 0, 0, 0.5)), fill(spot), fill(srgb(0, 1, 0))),
      proof,
    );
    expect(colorsOf(shown)).toEqual(['#00ffff', 'rgb(0 255 255 / 0.5)', '#ffff80', '#00ff00']);
    expect(asked).toEqual(['1 0 0 0', '0 0 0.5 0']);
  });
});

describe('measureInks', () => {
  it('lists plates, colours, pages and the most ink', () => {
    const spot = {
      space: 'spot',
      name: 'Gold',
      tint: 1,
      alternate: cmyk(0, 0, 1, 0),
      alpha: 1,
    } as const;
    const { list } = separate(
      listOf(
        fill(cmyk(0, 0, 0, 1)),
        fill(spot),
        fill(cmyk(0, 0, 0, 1, 0.5)),
        fill(cmyk(0.5, 0, 0, 1)),
      ),
    );
    expect(measureInks(list)).toEqual({
      inks: ['Cyan', 'Black', 'Gold'],
      colors: [
        { color: 'device-cmyk(0% 0% 0% 100%)', inkPercent: 100, uses: 2, pages: ['front'] },
        { color: '"Gold" 100%', inkPercent: 100, uses: 1, pages: ['front'] },
        { color: 'device-cmyk(50% 0% 0% 100%)', inkPercent: 150, uses: 1, pages: ['front'] },
      ],
      maxInkPercent: 150,
    });
  });

  it('counts a picture as all process inks', () => {
    const { list } = separate(
      listOf({ kind: 'picture', picture: 'a.jpg', rect: rect(0, 0, 1, 1), alt: '' }),
    );
    expect(measureInks(list).inks).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black']);
  });
});
