/** Shadows, outlines, relief, clips and masks as pixels, and as plates. */
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/index.ts';
import { softShape } from '../../src/display/coverage.ts';
import { letters } from '../support/letter-pixels.ts';
import { contentsOf, pressJob } from '../support/press-job.ts';

const at = (x: number, y: number, style: string, inner = '') =>
  `<div style="left: ${x}px; top: ${y}px; background: red; ${style}">${inner}</div>`;

describe('sharp shadows', () => {
  it('lie outside the box, spread, and are never under it', async () => {
    const page = await letters(
      at(1, 1, 'box-shadow: 2px 1px blue') +
        at(10, 1, 'box-shadow: 0 0 0 1px blue; background: none'),
      [16, 7],
    );
    expect(page).toEqual([
      '.........BBBBBB.',
      '.RRRR....B....B.',
      '.RRRRBB..B....B.',
      '.RRRRBB..B....B.',
      '.RRRRBB..B....B.',
      '...BBBB..BBBBBB.',
      '................',
    ]);
  });

  it('can lie inside, under the border', async () => {
    const inset = 'width: 6px; height: 6px; box-shadow: inset 1px 2px blue, inset 0 0 0 1px lime';
    expect((await letters(at(0, 0, inset), [6, 6])).join('\n')).toBe(
      'BBBBBB\nBBBBBB\nBRRRRG\nBRRRRG\nBRRRRG\nBGGGGG'.replace(/^B(RRRR)G$/gm, 'B$1G'),
    );
  });
});

describe('boxes that columns cut', () => {
  const inColumns = (style: string, inner: string) =>
    `<div style="left: 1px; top: 1px; columns: 2; column-gap: 3px; column-fill: auto; ${style}">${inner}</div>`;
  const flat = 'position: static; width: auto';

  it('cast no shadow where they are cut, outside or inside', async () => {
    const cut = `<div style="${flat}; height: 7px; background: red; box-shadow: 0 0 0 1px blue, inset 0 0 0 1px lime"></div>`;
    expect(await letters(inColumns('width: 11px; height: 4px', cut), [13, 6])).toEqual([
      'BBBBBB.......',
      'BGGGGB.BGRRGB',
      'BGRRGB.BGRRGB',
      'BGRRGB.BGGGGB',
      'BGRRGB.BBBBBB',
      '.............',
    ]);
  });

  it('have no collapsed border where a row is cut', async () => {
    const table = `<table style="border-collapse: collapse"><tr><td style="padding: 0; width: 2px; height: 5px; border: 1px solid blue"></table>`;
    expect(await letters(inColumns('width: 11px; height: 4px', table), [13, 6])).toEqual([
      '.............',
      '.BBBB...B..B.',
      '.B..B...B..B.',
      '.B..B...BBBB.',
      '.B..B........',
      '.............',
    ]);
  });

  it('have rules beside them to the end of the box, not beside what is positioned alone', async () => {
    const filled = (inner: string) =>
      inColumns('width: 7px; height: 4px; column-rule: 1px solid blue', inner);
    const block = (style: string, inner = '') =>
      `<div style="${flat}; background: red; ${style}">${inner}</div>`;
    const words = block('height: 2px') + block('height: 1px; break-before: column');
    expect(await letters(filled(words), [9, 6])).toEqual([
      '.........',
      '.RR.B.RR.',
      '.RR.B....',
      '....B....',
      '....B....',
      '.........',
    ]);
    const alone = `<div style="position: absolute; width: 1px; top: 2px; height: 3px; background: lime"></div>`;
    expect(await letters(filled(block('position: relative; height: 2px', alone)), [9, 6])).toEqual([
      '.........',
      '.RR...G..',
      '.RR......',
      '.G.......',
      '.G.......',
      '.........',
    ]);
  });
});

describe('soft shadows', () => {
  it('fade to both sides of the edge and keep their colour', async () => {
    const box = at(
      20,
      20,
      'width: 40px; height: 40px; background: none; box-shadow: 0 0 8px black',
    );
    const page = await letters(box, [80, 80]);
    // Nothing beyond the blur, nothing under the box, something in between.
    expect(page[40]?.slice(0, 10)).toBe('..........');
    expect(page[40]?.slice(20, 60)).toBe('.'.repeat(40));
    expect(page[40]?.slice(17, 20)).toBe('???');
  });

  it('are the same bytes on every machine', () => {
    const rect = { x: 0, y: 0, width: 20, height: 10 };
    const path = [
      { kind: 'move', x: 0, y: 0 },
      { kind: 'line', x: 20, y: 0 },
      { kind: 'cubic', x1: 20, y1: 5, x2: 15, y2: 10, x: 10, y: 10 },
      { kind: 'line', x: 0, y: 10 },
      { kind: 'close' },
    ] as const;
    const coverage = softShape(path, rect, 2)?.coverage;
    expect(coverage?.widthPx).toBe(67);
    expect(sha256(coverage?.bytes ?? new Uint8Array())).toBe(
      'b4ae29d9458808bc0dbe5580f89a62e29e54a46906183186bbbcf53a78226b99',
    );
  });

  it('of black are black alone, and one picture however often they stand there', async () => {
    const card = (left: number) => `<div style="position: absolute; left: ${left}mm; top: 20mm;
      width: 15mm; height: 15mm; box-shadow: 0 1mm 2mm device-cmyk(0 0 0 .5)"></div>`;
    const { codes, bytes } = await pressJob('', card(20) + card(50));
    expect(codes).toEqual([]);
    const drawn = contentsOf(bytes ?? new Uint8Array());
    expect(drawn.match(/^0 0 0 \.5 k$/gm)).toHaveLength(2);
    const images = Buffer.from(bytes ?? [])
      .toString('latin1')
      .match(/\/Subtype \/Image/g);
    expect(images).toHaveLength(1);
  });
});

describe('outlines and relief', () => {
  it('take no room and stand over what is in flow', async () => {
    const page = await letters(
      `${at(2, 2, 'outline: 1px solid blue; outline-offset: 1px')}
       <p style="margin: 5px 0 0; height: 1px; background: lime"></p>`,
      [8, 8],
    );
    expect(page[0]).toBe('BBBBBBBB');
    expect(page[1]).toBe('B......B');
    expect(page[2]).toBe('B.RRRR.B');
    expect(page[7]).toBe('BBBBBBBB');
  });

  it('stand over the positioned box they belong to', async () => {
    const page = await letters(at(0, 0, 'outline: 1px solid blue; outline-offset: -2px'), [4, 4]);
    expect(page).toEqual(['RRRR', 'RBBR', 'RBBR', 'RRRR']);
  });

  it('light comes from the top left', async () => {
    const box = at(0, 0, 'border: 2px outset #ff0000; background: white; width: 2px; height: 2px');
    const rows = await letters(box, [6, 6]);
    expect(rows[0]?.[2]).toBe('R');
    expect(rows[5]?.[3]).toBe('?');
    const groove = at(0, 0, 'border: 4px groove red; background: white; width: 2px; height: 2px');
    const lines = await letters(groove, [10, 10]);
    expect([lines[0]?.[5], lines[3]?.[5], lines[6]?.[5], lines[9]?.[5]]).toEqual([
      '?',
      'R',
      '?',
      'R',
    ]);
  });
});

describe('clips and masks', () => {
  it('cut along shapes, elements and paths', async () => {
    const defs = `<svg width="0" height="0" style="position: absolute"><clipPath id="c">
      <rect x="2" y="1" width="2" height="2"/></clipPath></svg>`;
    const page = await letters(
      defs +
        at(0, 0, 'clip-path: inset(1px 2px 1px 0)') +
        at(4, 0, 'clip-path: polygon(0 0, 2px 0, 2px 100%, 0 100%)') +
        at(8, 0, 'clip-path: url(#c)') +
        at(12, 0, "clip-path: path('M1 1h2v2h-2z')"),
      [16, 4],
    );
    expect(page).toEqual([
      '....RR..........',
      'RR..RR....RR.RR.',
      'RR..RR....RR.RR.',
      '....RR..........',
    ]);
  });

  it('let through by opacity or by light', async () => {
    const mask = `<svg width="0" height="0" style="position: absolute"><mask id="m">
      <rect width="2" height="4" fill="white"/><rect x="2" width="2" height="4" fill="black"/></mask></svg>`;
    const page = await letters(
      mask +
        at(0, 0, 'mask-image: linear-gradient(90deg, #000 1.5px, #0000 0)') +
        at(4, 0, 'mask: url(#m)') +
        at(8, 0, 'mask: linear-gradient(black, black) 1px 1px / 2px 2px no-repeat'),
      [12, 4],
    );
    expect(page[1]).toBe('RR..RR...RR.');
    expect(page[0]).toBe('RR..RR......');
  });

  it('hide a box that a shape leaves nothing of', async () => {
    const page = await letters(at(0, 0, 'clip-path: circle(0)'));
    expect(page[0]).toBe('............');
  });
});

describe('background-clip: text', () => {
  it('shows the background in the letters alone', async () => {
    const style = `background: red; background-clip: text; color: transparent; width: 20px;
      height: 20px; font: 20px/20px T`;
    const face =
      '@font-face { font-family: T; src: url(/fonts/hanken-grotesk/HankenGrotesk-Black.ttf) }';
    const page = await letters(`<style>${face}</style><div style="${style}">I</div>`, [20, 20]);
    expect(page.join('')).toMatch(/RR/);
    expect(page.map((row) => row.slice(12))).toEqual(Array(20).fill('........'));
  });
});
