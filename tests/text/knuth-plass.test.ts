/** Total fit against every possible way of breaking, on short paragraphs from a fixed seed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type BreakPoints, hasTrait, trait } from '../../src/text/break-points.ts';
import { type Fitness, lineCost, neighbourDemerits } from '../../src/text/demerits.ts';
import { breakPoints } from '../../src/text/find-break-points.ts';
import {
  evenShape,
  type LineShape,
  type ParagraphStyle,
  prepareShaping,
} from '../../src/text/index.ts';
import { totalFit } from '../../src/text/knuth-plass.ts';
import { paragraphText } from '../../src/text/paragraph-text.ts';
import { hyphens, linesOf, paragraphStyle, setParagraph, squareWith, textItem } from './support.ts';

beforeAll(() => prepareShaping(['da']));

const justified = { align: 'justify', wrap: 'total-fit' } as const;

/** Demerits of a list of breaks, summed as the paper sums them. */
function demeritsOf(
  points: BreakPoints,
  chosen: readonly number[],
  style: ParagraphStyle,
  shape: LineShape,
): number {
  let total = 0;
  let fitness: Fitness = 1;
  let hyphensInRow = 0;
  for (let line = 0; line + 1 < chosen.length; line++) {
    const [from = -1, to = -1] = chosen.slice(line, line + 2);
    const cost = lineCost(points, from, to, shape(line), style);
    const traits = points.traits[to] ?? 0;
    const together = neighbourDemerits(fitness, hyphensInRow, cost.fitness, traits, style);
    total += cost.demerits + together;
    fitness = traits & trait.forced ? 1 : cost.fitness;
    hyphensInRow = traits & trait.hyphenated ? hyphensInRow + 1 : 0;
  }
  return total;
}

/** Every way through the break points, forced ones never skipped. */
function* everyWay(points: BreakPoints, from = 0): Generator<readonly number[]> {
  if (from === points.count - 1) yield [from];
  for (let to = from + 1; to < points.count; to++) {
    for (const rest of everyWay(points, to)) yield [from, ...rest];
    if (hasTrait(points, to, trait.forced)) return;
  }
}

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomText(next: (below: number) => number): string {
  const words: string[] = [];
  for (let i = 0; i < 5 + next(4); i++) {
    const syllables = Array.from({ length: 1 + next(3) }, () => 'abcd'.slice(0, 1 + next(4)));
    words.push(syllables.join(next(2) ? '\u00ad' : ''));
  }
  return words.join(next(12) === 0 ? '\n' : ' ');
}

describe('total fit', () => {
  it.each(['justify', 'left'] as const)('finds the cheapest of all ways (%s)', (align) => {
    const next = randomNumbers(align === 'left' ? 7 : 11);
    const kerned = squareWith({ kerning: { da: -300, ab: -150, 'd ': -100 } });
    for (let round = 0; round < 120; round++) {
      const paragraph = paragraphText([
        textItem(randomText(next), { fonts: [kerned], letterSpacingPt: next(2) }),
      ]);
      const style = paragraphStyle({
        align,
        wrap: 'total-fit',
        hyphenation: hyphens({
          lines: 1 + next(2),
          last: (['none', 'column', 'always'] as const)[next(3)] ?? 'none',
          zonePt: next(2) * 20,
        }),
        justification: {
          word: { min: 0.6, max: 1.6 },
          letter: { min: -0.01 * next(3), max: 0.02 * next(3) },
          glyph: { min: 1 - 0.02 * next(3), max: 1 + 0.02 * next(3) },
        },
        opticalMargins: next(2) === 0,
      });
      const points = breakPoints(paragraph, style);
      if (points.count > 15) continue;
      const base = 60 + next(120);
      const columnEnd = next(4);
      const shape: LineShape = (line) => ({
        leftPt: 0,
        widthPt: round % 3 === 0 ? base + Math.min(line, 9) * 25 : base,
        endsColumn: line === columnEnd,
      });
      const found = demeritsOf(points, totalFit(points, style, shape), style, shape);
      let least = Number.POSITIVE_INFINITY;
      for (const way of everyWay(points))
        least = Math.min(least, demeritsOf(points, way, style, shape));
      expect(found / least).toBeCloseTo(1, 9);
    }
  });

  it('looks ahead where first fit does not', () => {
    const text = 'aaa bb cc ddddd';
    expect(linesOf(text, 60, { align: 'justify' })).toEqual(['aaa bb', 'cc', 'ddddd']);
    expect(linesOf(text, 60, justified)).toEqual(['aaa', 'bb cc', 'ddddd']);
  });

  it('leaves no word of two letters alone on the last line', () => {
    const text = 'aaaa bbbb cccc dd';
    expect(linesOf(text, 140, { align: 'left' })).toEqual(['aaaa bbbb cccc', 'dd']);
    expect(linesOf(text, 140, { wrap: 'total-fit' })).toEqual(['aaaa bbbb', 'cccc dd']);
  });

  it('would rather have an uneven edge than a last line under a sixth of the measure', () => {
    const lines = linesOf('aaaa bbbbb ccccc ddddd eeeee gg hhhhhh dd eee', 380, {
      wrap: 'total-fit',
    });
    expect(lines).toEqual(['aaaa bbbbb ccccc ddddd eeeee gg', 'hhhhhh dd eee']);
  });

  it('does not divide the last word, nor end the last line but one with a hyphen', () => {
    const text = 'aaaa bbbb cc\u00adddd';
    expect(linesOf(text, 130, justified)).toEqual(['aaaa bbbb', 'ccddd']);
  });

  it('divides a last word that leaves a long rest, before a line gets gaps', () => {
    const text = 'aa bb cccccc\u00addddddddddd';
    expect(linesOf(text, 130, justified)).toEqual(['aa bb cccccc~', 'dddddddddd']);
    expect(linesOf('aaaa bbbb ccc cc\u00addddddddddd', 130, justified)).toEqual([
      'aaaa bbbb ccc',
      'ccdddddddddd',
    ]);
  });

  it('sets paragraphs between forced breaks each by itself', () => {
    expect(linesOf('aaa bb cc ddddd\naaa bb cc ddddd', 60, justified)).toEqual([
      'aaa',
      'bb cc',
      'ddddd',
      'aaa',
      'bb cc',
      'ddddd',
    ]);
  });

  it('keeps to the limit of hyphens in a row', () => {
    const words = Array.from({ length: 60 }, (_, i) =>
      'abcdefg'
        .slice(0, 3 + (i % 5))
        .split('')
        .join('\u00ad'),
    );
    for (const limit of [0, 1, 2]) {
      const { lines } = setParagraph([textItem(words.join(' '))], 397, {
        ...justified,
        hyphenation: hyphens({ lines: limit }),
      });
      let row = 0;
      let longest = 0;
      for (const line of lines) {
        row = line.hyphenated ? row + 1 : 0;
        longest = Math.max(longest, row);
      }
      expect(longest).toBeLessThanOrEqual(Math.max(limit, 0));
    }
  });
});

describe('speed', () => {
  const words = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => ['vi', 'har', 'ledelse', 'bestyrelser', 'og', 'netværk'][(i * 7 + (i >> 3)) % 6],
    ).join(' ');

  it('a paragraph of 200,000 words is set', { timeout: 60_000 }, () => {
    const { lines } = setParagraph([textItem(words(200_000), { hyphens: 'auto' })], 500, justified);
    expect(lines.length).toBeGreaterThan(20_000);
  });

  it('work grows in proportion to the text', () => {
    const countFor = (count: number) => {
      const paragraph = paragraphText([textItem(words(count), { hyphens: 'auto' })]);
      const style = paragraphStyle(justified);
      const points = breakPoints(paragraph, style);
      const room = evenShape(500)(0);
      let asked = 0;
      totalFit(points, style, () => {
        asked++;
        return room;
      });
      return asked;
    };
    // Eight times the text; a square would be 64 times.
    expect(countFor(8000)).toBeLessThan(10 * countFor(1000));
  });
});
