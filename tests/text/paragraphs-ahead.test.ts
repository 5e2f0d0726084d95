/** Lines are the same whoever shaped their words: this thread, or one that is ahead of it. */
import { beforeAll, expect, it } from 'vitest';
import type { Handed, Helpers } from '../../src/base/index.ts';
import {
  type ComingParagraph,
  freshParagraphs,
  type InlineItem,
  type Line,
  type ParagraphColumn,
  type Paragraphs,
  paragraphsAhead,
  prepareShaping,
} from '../../src/text/index.ts';
import { hyphens, paragraphStyle, projectFont, square, textItem } from './support.ts';

beforeAll(() => prepareShaping(['da', 'en']));

const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');
const prose = { fonts: [serif, square], hyphens: 'auto' } as const;
const justified = paragraphStyle({
  align: 'justify',
  wrap: 'total-fit',
  opticalMargins: true,
  hyphenation: hyphens({ lines: Number.POSITIVE_INFINITY }),
});
const indented = { ...justified, indentPt: 12 };

const words =
  'Ledersektionens »fagligt« stærke affiliationer fik V. Toft til at skære fi\u00adskene,';
/** Of two languages and sizes, with soft hyphens, ligatures, emphasis, and letters that no font has. */
function paragraphOf(number: number): ComingParagraph {
  const text = (language: string, change = {}): InlineItem =>
    textItem(`${`${words} `.repeat(4 + (number % 5))}${number} `, {
      ...prose,
      language,
      ...change,
    });
  const items = [text('da'), text('en', { sizePt: 8 }), text('da', { letterSpacingPt: 0.2 })];
  if (number % 7 === 0) items.push(textItem('emphasis\u{1F600}\nafter a break', prose));
  return { items, style: number % 3 === 0 ? justified : indented };
}

const coming = Array.from({ length: 160 }, (_, number) => paragraphOf(number));

/** A thread that has begun every piece but each fourth; what it is sent and sends are copies. */
function threads(): Helpers & { readonly taken: number[] } {
  const taken: number[] = [];
  return {
    ...{ count: 2, taken },
    expectWork: async () => {},
    run: () => Promise.reject(new Error('not asked for')),
    async openSeries(task, { setup, inputs }) {
      const work = await task.open(structuredClone(setup));
      return {
        take(piece, meanwhile) {
          const input = inputs[piece];
          if (piece % 4 === 0 || input === undefined) return null;
          meanwhile();
          taken.push(piece);
          const result = work(structuredClone(input));
          return structuredClone(result, { transfer: [(result satisfies Handed).buffer] });
        },
        claim: (piece) => piece % 4 === 0,
        close() {},
      };
    },
  };
}

const endingColumn: ParagraphColumn = { widthPt: 170, lastLine: 2 };
const longColumn: ParagraphColumn = { widthPt: 170, lastLine: null };

const linesBy = (paragraphs: Paragraphs, column: ParagraphColumn) =>
  coming.map(({ items, style }) => paragraphs.lines(items, style, column));

const written = (lines: readonly Line[]) =>
  JSON.stringify(lines, (key, value) => {
    if (key === 'source') return undefined;
    return key === 'font' ? value.id : value;
  });

it.each([
  ['of a column that ends', endingColumn],
  ['of columns as wide as the one before', longColumn],
])(
  'sets the same lines with a thread that is ahead: %s',
  async (_, column) => {
    const helpers = threads();
    const ahead = paragraphsAhead(freshParagraphs);
    await ahead.begin(() => coming, ['da', 'en'], helpers);
    const lines = linesBy(ahead, column);
    ahead.end();
    expect(helpers.taken.length).toBeGreaterThan(10);
    const fresh = coming.map(({ items, ...rest }) => ({ ...rest, items: [...items] }));
    for (const [index, { items, style }] of fresh.entries()) {
      const own = freshParagraphs.lines(items, style, column);
      expect(written(lines[index] ?? [])).toBe(written(own));
    }
  },
  30_000,
);

it('begins nothing for few words, and nothing without threads', async () => {
  const helpers = threads();
  const ahead = paragraphsAhead(freshParagraphs);
  await ahead.begin(() => coming.slice(0, 20), ['da', 'en'], helpers);
  await ahead.begin(() => coming, ['da', 'en'], undefined);
  await ahead.begin(() => coming, ['da', 'en'], { ...helpers, count: 1 });
  linesBy(ahead, longColumn);
  expect(helpers.taken).toEqual([]);
}, 30_000);
