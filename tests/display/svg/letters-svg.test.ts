/** Drawings as pixels: patterns, markers, spreads, masks, text, sheets of their own. */
import { describe, expect, it } from 'vitest';
import { letters } from '../../support/letter-pixels.ts';

const drawing = (content: string, [width, height] = [12, 6]) =>
  letters(
    `<svg width="${width}" height="${height}" style="position: absolute; left: 0; top: 0">${content}</svg>`,
    [width, height],
  );

describe('patterns', () => {
  it('repeat their tile within what they fill', async () => {
    const page = await drawing(
      `<pattern id="p" width="4" height="2" patternUnits="userSpaceOnUse">
        <rect width="2" height="1" fill="red"/></pattern>
       <rect x="1" y="0" width="8" height="4" fill="url(#p)"/>`,
    );
    expect(page).toEqual([
      '.R..RR..R...',
      '............',
      '.R..RR..R...',
      '............',
      '............',
      '............',
    ]);
  });

  it('in themselves come to an end', async () => {
    const page = await drawing(
      `<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse">
        <rect width="2" height="2" fill="url(#p)"/></pattern>
       <rect width="4" height="4" fill="url(#p)"/>`,
    );
    expect(page.join('')).toBe('.'.repeat(72));
  });
});

describe('markers', () => {
  it('stand at the ends and corners of a line, turned as it runs', async () => {
    const page = await drawing(
      `<style>.l { marker-end: url(#m) }</style>
       <marker id="m" markerWidth="2" markerHeight="4" refX="0" refY="2" orient="auto"
         markerUnits="userSpaceOnUse"><rect width="2" height="4" fill="red"/></marker>
       <path class="l" d="M1 3H5" stroke="blue" stroke-width="2" fill="none"/>
       <path class="l" d="M10 0V3" stroke="blue" stroke-width="2" fill="none"/>`,
    );
    expect(page).toEqual([
      '.........BB.',
      '.....RR..BB.',
      '.BBBBRR..BB.',
      '.BBBBRR.RRRR',
      '.....RR.RRRR',
      '............',
    ]);
  });
});

describe('gradients', () => {
  it('are repeated or reflected as far as the shape reaches', async () => {
    const stops = '<stop offset=".5" stop-color="red"/><stop offset=".5" stop-color="blue"/>';
    const gradient = (spread: string) =>
      `<linearGradient id="${spread}" gradientUnits="userSpaceOnUse" x1="0" x2="4"
        spreadMethod="${spread}">${stops}</linearGradient>
       <rect width="12" height="2" y="${spread === 'repeat' ? 0 : 2}" fill="url(#${spread})"/>`;
    const page = await drawing(gradient('repeat') + gradient('reflect'));
    expect(page[0]).toBe('RRBBRRBBRRBB');
    expect(page[2]).toBe('RRBBBBRRRRBB');
  });
});

describe('masks', () => {
  it('let through by light and by opacity', async () => {
    const page = await drawing(
      `<mask id="m"><rect width="12" height="6" fill="white"/><rect x="2" width="2" height="6"/></mask>
       <mask id="a" mask-type="alpha"><rect width="2" height="6"/></mask>
       <rect width="6" height="2" fill="red" mask="url(#m)"/>
       <rect y="2" width="6" height="2" fill="blue" mask="url(#a)"/>`,
    );
    expect([page[0], page[2]]).toEqual(['RR..RR......', 'BB..........']);
  });
});

describe('blending', () => {
  it('stays within the drawing', async () => {
    const page = await letters(
      `<div style="background: yellow; width: 6px"></div>
       <svg width="6" height="4" style="position: absolute; left: 0; top: 0">
         <rect width="2" height="4" fill="yellow"/>
         <rect width="6" height="4" fill="cyan" style="mix-blend-mode: multiply"/></svg>`,
    );
    expect(page[0]).toBe('GGCCCC......');
  });
});

describe('text', () => {
  const face =
    '<style>@font-face { font-family: Serif; src: url("/fonts/source-serif-4/SourceSerif4-Regular.ttf") }</style>';
  it('is set as outlines, anchored, with its own fill', async () => {
    const words = (anchor: string, x: number) =>
      `${face}<text x="${x}" y="14" font-family="Serif" font-size="16" text-anchor="${anchor}" fill="red">I<tspan fill="blue">I</tspan></text>`;
    const ink = (page: readonly string[], letter: string) =>
      page.flatMap((row) => [...row].flatMap((one, x) => (one === letter ? [x] : [])));
    const start = await drawing(words('start', 10), [40, 18]);
    const end = await drawing(words('end', 10), [40, 18]);
    for (const letter of ['R', 'B']) expect(ink(start, letter)).not.toEqual([]);
    expect(ink(end, 'B')).not.toEqual([]);
    expect(Math.min(...ink(start, 'R'))).toBeGreaterThanOrEqual(10);
    expect(Math.min(...ink(start, 'B'))).toBeGreaterThan(Math.max(...ink(start, 'R')));
    expect(Math.max(...ink(end, 'B'))).toBeLessThan(10);
  });

  /** Columns in which there is any ink, as first and last of each letter. */
  const columns = async (attributes: string) => {
    const text = `${face}<text x="4" y="14" font-family="Serif" font-size="16" letter-spacing="4" fill="red" ${attributes}>III</text>`;
    const page = await drawing(text, [60, 18]);
    const inked = Array.from({ length: 60 }, (_, x) => page.some((row) => row[x] !== '.'));
    return inked.flatMap((ink, x) => {
      const isFirst = ink && !inked[x - 1];
      return isFirst ? [[x, inked.indexOf(false, x) - 1] as const] : [];
    });
  };
  const widest = (letters: readonly (readonly [number, number])[]) =>
    Math.max(...letters.map(([first, last]) => last - first + 1));

  it('is as long as textLength says, by its gaps', async () => {
    const [plain, spaced] = [await columns(''), await columns('textLength="50"')];
    expect(spaced).toHaveLength(3);
    const [first, middle, last] = spaced.map(([from]) => from);
    const advance = (plain[1]?.[0] ?? 0) - (plain[0]?.[0] ?? 0);
    expect(first).toBe(plain[0]?.[0]);
    expect(Math.abs((last ?? 0) - (first ?? 0) - (50 - advance))).toBeLessThanOrEqual(1);
    expect(Math.abs((first ?? 0) + (last ?? 0) - 2 * (middle ?? 0))).toBeLessThanOrEqual(1);
    expect(widest(spaced)).toBeLessThanOrEqual(widest(plain) + 1);
  });

  it('or by its letters, where lengthAdjust asks for it', async () => {
    const wide = await columns('textLength="50" lengthAdjust="spacingAndGlyphs"');
    expect(widest(wide)).toBeGreaterThan(1.3 * widest(await columns('')));
  });
});
