import { describe, expect, it } from 'vitest';
import { isFontFault, openFont, unusableFont } from '../../src/text/index.ts';
import { assembleFont, squareFont, squareTables } from '../support/square-font.ts';
import { opened } from './support.ts';

function faultOf(bytes: Uint8Array): string {
  const result = openFont('a.ttf', bytes);
  return isFontFault(result) ? `${result.code} ${result.subject}`.trim() : 'none';
}

function withTable(tag: string, change: (table: Uint8Array) => Uint8Array | null): Uint8Array {
  const tables = squareTables();
  const changed = change(tables.get(tag) ?? new Uint8Array());
  if (changed) tables.set(tag, changed);
  else tables.delete(tag);
  return assembleFont(0x00010000, tables);
}

const ascii = (text: string) => new TextEncoder().encode(text);

describe('openFont', () => {
  it('reads names and measures', () => {
    const font = opened(squareFont({ family: 'My Square', weight: 700, italic: true }), 'f/a.ttf');
    expect(font.family).toBe('My Square');
    expect(font.postScriptName).toBe('MySquare-BoldItalic');
    expect([font.weight, font.italic, font.id]).toEqual([700, true, 'f/a.ttf']);
    expect(font.metrics).toEqual({
      unitsPerEm: 1000,
      ascentEm: 0.8,
      descentEm: 0.2,
      lineGapEm: 0,
      capHeightEm: 0.7,
      xHeightEm: 0.5,
      averageWidthEm: 1,
      boundsWidthEm: 1,
      underlineOffsetEm: 0.1,
      underlineThicknessEm: 0.05,
      italicAngleDegrees: 0,
      hasVerticalAdvances: false,
    });
  });

  it('takes its names from the file where the name table is empty', () => {
    const font = opened(
      withTable('name', () => new Uint8Array(6)),
      'fonts/Æble Ny.ttf',
    );
    expect([font.family, font.postScriptName]).toEqual(['Æble Ny', 'bleNy']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'not-a-font'],
    ['a picture', ascii('\x89PNG\r\n\x1a\n and more'), 'not-a-font'],
    ['WOFF2', ascii('wOF2 and more'), 'compressed WOFF2'],
    ['WOFF', ascii('wOFF and more'), 'compressed WOFF'],
    ['a collection', ascii('ttcf and more'), 'collection'],
    ['only a signature', Uint8Array.of(0, 1, 0, 0), 'damaged table directory'],
    ['a directory cut short', squareFont().subarray(0, 40), 'damaged table directory'],
    ['a table cut short', squareFont().subarray(0, 9000), 'damaged loca'],
    ['no cmap', withTable('cmap', () => null), 'missing-table cmap'],
    ['a short head', withTable('head', (head) => head.subarray(0, 20)), 'damaged head'],
    ['a short hmtx', withTable('hmtx', (hmtx) => hmtx.subarray(0, 100)), 'damaged hmtx'],
    ['loca past glyf', withTable('glyf', (glyf) => glyf.subarray(0, 100)), 'damaged loca'],
    ['no outlines', withTable('glyf', () => null), 'no-outlines'],
    ['a variable font', withTable('fvar', () => new Uint8Array(16)), 'variable'],
    ['a restricted licence', squareFont({ fsType: 2 }), 'embedding-forbidden'],
    ['bitmaps only', squareFont({ fsType: 0x200 }), 'embedding-forbidden'],
    ['preview and print', squareFont({ fsType: 4 }), 'none'],
    ['editable beside restricted (old fonts)', squareFont({ fsType: 10 }), 'none'],
  ])('%s', (_, bytes, expected) => expect(faultOf(bytes)).toBe(expected));

  it('never throws, wherever a file is cut or damaged', () => {
    const whole = squareFont();
    for (let length = 0; length < whole.length; length += 37)
      expect(faultOf(whole.subarray(0, length))).not.toBe('none');
    let seed = 1;
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice();
      for (let i = 0; i < 8; i++) {
        seed = (seed * 48271) % 2147483647;
        bytes[seed % 600] = seed & 0xff;
      }
      expect(() => openFont('a.ttf', bytes)).not.toThrow();
    }
  });

  it('says what is wrong in both languages', () => {
    const fault = openFont('a.woff2', ascii('wOF2'));
    if (!isFontFault(fault)) throw new Error('expected a fault');
    const { code, message, hints } = unusableFont(fault, 'fonts/a.woff2', {});
    expect(code).toBe('text/font-compressed');
    expect(message.en).toContain('`fonts/a.woff2` is a WOFF2 file');
    expect(message.da).toContain('WOFF2-fil');
    expect(hints[0]?.message.da).toContain('.otf');
  });
});
