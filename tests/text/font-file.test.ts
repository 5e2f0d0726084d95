/** Fonts in packages: WOFF, WOFF 2, collections, variable fonts. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from 'woff2-encoder';
import { isFontFault, openFontFile, prepareShaping, subsetFont } from '../../src/text/index.ts';
import { assembleFont, squareFont, squareTables } from '../support/square-font.ts';

const regular = { weight: 400, italic: false };

async function open(bytes: Uint8Array, path = 'a.ttf', cut = regular) {
  const font = await openFontFile(path, bytes, cut);
  return isFontFault(font) ? `${font.code} ${font.subject}`.trim() : font;
}

const words = (...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 4);
  for (const [index, value] of values.entries())
    new DataView(bytes.buffer).setUint32(index * 4, value);
  return bytes;
};

const tag = (name: string): number =>
  [...name].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0);

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The square font as WOFF: header, directory, deflated tables. */
function woff(change: (directory: number[]) => void = () => {}): Uint8Array {
  const tables = [...squareTables()].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory: number[] = [];
  const bodies: Uint8Array[] = [];
  let offset = 44 + tables.length * 20;
  for (const [name, bytes] of tables) {
    const deflated = deflateSync(bytes);
    const body = deflated.length < bytes.length ? new Uint8Array(deflated) : bytes;
    directory.push(tag(name), offset, body.length, bytes.length, 0);
    const padded = new Uint8Array(Math.ceil(body.length / 4) * 4);
    padded.set(body);
    bodies.push(padded);
    offset += padded.length;
  }
  change(directory);
  const total = squareFont().length;
  const header = words(
    tag('wOFF'),
    0x10000,
    offset,
    tables.length * 65536,
    total,
    0,
    0,
    0,
    0,
    0,
    0,
  );
  return join([header, words(...directory), ...bodies]);
}

/** Two square fonts whose tables stand one after another in one file. */
function collection(): Uint8Array {
  const fonts = [squareFont({ family: 'One' }), squareFont({ family: 'Two', weight: 700 })];
  const starts = [20, 20 + (fonts[0]?.length ?? 0)];
  const moved = fonts.map((font, index) => {
    const copy = font.slice();
    const view = new DataView(copy.buffer);
    for (let table = 0; table < view.getUint16(4); table += 1) {
      const at = 12 + table * 16 + 8;
      view.setUint32(at, view.getUint32(at) + (starts[index] ?? 0));
    }
    return copy;
  });
  return join([words(tag('ttcf'), 0x10000, 2, ...starts), ...moved]);
}

/** A square font with one axis, the weight from 100 to 900; its outlines do not change. */
function variable(): Uint8Array {
  const fixed = (value: number) => value * 65536;
  const fvar = join([
    words(0x00010000, 0x00100002, 0x00010014, 0x00000008),
    words(tag('wght'), fixed(100), fixed(400), fixed(900), 0x00000100),
  ]);
  return assembleFont(0x00010000, new Map([...squareTables(), ['fvar', fvar]]));
}

describe('WOFF', () => {
  it('is unpacked table by table', async () => {
    expect(await open(woff())).toMatchObject({ family: 'Square', metrics: { ascentEm: 0.8 } });
  });

  it.each<[string, (directory: number[]) => void]>([
    ['a table past the end', (directory) => directory.splice(1, 1, 1e6)],
    ['a table longer than it says', (directory) => directory.splice(3, 1, 1)],
    ['a table far too large', (directory) => directory.splice(3, 1, 2 ** 31)],
  ])('%s is damage', async (_, change) => {
    expect(await open(woff((directory) => change(directory)))).toBe('damaged woff');
  });
});

describe('WOFF 2', () => {
  it('is unpacked with its outlines', async () => {
    const font = await open(await compress(squareFont()));
    if (typeof font === 'string') throw new Error(font);
    expect(font.family).toBe('Square');
    await prepareShaping([]);
    expect((await subsetFont(font, [1, 2, 3])).glyphMap.size).toBe(4);
  });

  it('cut short or scrambled is damage', async () => {
    const bytes = await compress(squareFont());
    expect(await open(bytes.slice(0, bytes.length - 40))).toBe('damaged woff2');
    expect(await open(bytes.slice(0, 30))).toBe('damaged woff2');
    expect(await open(bytes.map((byte, index) => (index > 60 ? byte ^ 0x55 : byte)))).toBe(
      'damaged woff2',
    );
  });
});

describe('collections', () => {
  it('give the first font, or the one that is asked for', async () => {
    expect(await open(collection(), 'a.ttc')).toMatchObject({ family: 'One', weight: 400 });
    expect(await open(collection(), 'a.ttc#1')).toMatchObject({ family: 'Two', weight: 700 });
    expect(await open(collection(), 'a.ttc#2')).toBe('damaged collection');
  });
});

describe('variable fonts', () => {
  it.each([
    [400, 400],
    [650, 650],
    [1000, 900],
  ])('wanted in %d are cut at %d', async (weight, expected) => {
    const font = await open(variable(), 'a.ttf', { weight, italic: false });
    expect(font).toMatchObject({ family: 'Square', weight: expected, id: `a.ttf@${weight}` });
  });
});
