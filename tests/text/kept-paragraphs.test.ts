import { beforeAll, describe, expect, it } from 'vitest';
import type { Cache } from '../../src/base/index.ts';
import {
  breakParagraph,
  evenShape,
  type InlineItem,
  measureParagraph,
  openParagraphs,
  prepareShaping,
} from '../../src/text/index.ts';
import { paragraphStyle, projectFont, squareWith, textItem, textStyle } from './support.ts';

beforeAll(() => prepareShaping(['da']));

interface CountingCache extends Cache {
  readonly entries: Map<string, Uint8Array>;
  writes: number;
}

function countingCache(): CountingCache {
  const entries = new Map<string, Uint8Array>();
  const cache: CountingCache = {
    entries,
    writes: 0,
    get: (key) => entries.get(key),
    set(key, bytes) {
      cache.writes += 1;
      entries.set(key, bytes);
    },
  };
  return cache;
}

const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');
const words = 'Vi støtter god offentlig ledelse, og det gør vi sammen med lederne.';
const style = paragraphStyle({ align: 'justify' });
const column = { widthPt: 90, lastLine: null };
const inSerif = (text: string, change = {}): InlineItem => ({
  kind: 'text',
  text,
  style: textStyle({ fonts: [serif], hyphens: 'auto', ...change }),
});

/** One run: what is asked for, then kept. */
function run(
  cache: Cache,
  items: readonly InlineItem[],
  change: { style?: typeof style; column?: { widthPt: number; lastLine: number | null } } = {},
) {
  const paragraphs = openParagraphs(cache, 'program job');
  const lines = paragraphs.lines(items, change.style ?? style, change.column ?? column);
  const widths = paragraphs.widths(items, change.style ?? style);
  paragraphs.keep();
  return { lines, widths };
}

describe('paragraphs kept between runs', () => {
  it('are those that would be set anew, fonts and all', () => {
    const cache = countingCache();
    const items = [inSerif(words), { kind: 'atom', widthPt: 12 } as const, inSerif(' Sammen.')];
    run(cache, items);
    const { lines, widths } = run(cache, items);
    const fresh = breakParagraph(items, style, evenShape(column.widthPt)).lines;
    const withoutShape = ({ source, ...line }: (typeof lines)[number]) => ({
      ...line,
      items: source.items,
      style: source.style,
    });
    expect(lines.map(withoutShape)).toEqual(fresh.map(withoutShape));
    expect(widths).toEqual(measureParagraph(items, style));
    const [piece] = lines[0]?.pieces ?? [];
    expect(piece?.kind === 'glyphs' && piece.run.font).toBe(serif);
  });

  it('are written once, and again when a word has changed', () => {
    const cache = countingCache();
    run(cache, [inSerif(words)]);
    run(cache, [inSerif(words)]);
    expect(cache.writes).toBe(1);
    run(cache, [inSerif(words.replace('god', 'dygtig'))]);
    expect(cache.writes).toBe(2);
  });

  it.each<[string, () => Parameters<typeof run>[1], Parameters<typeof run>[2]]>([
    ['another width', () => [inSerif(words)], { column: { widthPt: 91, lastLine: null } }],
    ['another end of the column', () => [inSerif(words)], { column: { widthPt: 90, lastLine: 1 } }],
    ['another alignment', () => [inSerif(words)], { style: paragraphStyle({ align: 'left' }) }],
    ['another size', () => [inSerif(words, { sizePt: 11 })], {}],
    ['another font', () => [inSerif(words, { fonts: [squareWith({})] })], {}],
    [
      'words of the project',
      () => [inSerif(words, { ownWords: new Map([['offentlig', []]]) })],
      {},
    ],
  ])('are others with %s', (_, items, change) => {
    const cache = countingCache();
    run(cache, [inSerif(words)]);
    run(cache, items(), change);
    expect(cache.writes).toBe(2);
  });

  it('tell fonts of one name apart by their bytes', () => {
    const cache = countingCache();
    run(cache, [textItem('aa bb', { fonts: [squareWith({})] })]);
    run(cache, [textItem('aa bb', { fonts: [squareWith({ kerning: { AV: -200 } })] })]);
    expect(cache.writes).toBe(2);
  });

  it('are forgotten when nobody asks for them any more', () => {
    const cache = countingCache();
    run(cache, [inSerif(words)]);
    const [first] = [...cache.entries.values()];
    run(cache, [inSerif('Kort.')]);
    const [second] = [...cache.entries.values()];
    expect(second?.length).toBeLessThan((first?.length ?? 0) / 2);
  });

  it('are not written of a text so long that writing takes as long as setting', () => {
    const cache = countingCache();
    const paragraphs = openParagraphs(cache, 'program job');
    for (let page = 0; page < 40; page += 1)
      paragraphs.lines([textItem(`${page} ${'aa bb '.repeat(2000)}`)], style, column);
    paragraphs.keep();
    expect(cache.writes).toBe(0);
  });
});
