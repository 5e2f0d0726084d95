import { describe, expect, it } from 'vitest';
import { decodeLzw } from '../../src/pdf/lzw.ts';

/** An encoder of the plainest kind, for the round trip: codes grow one early, as PDF does. */
function encode(bytes: Uint8Array): Uint8Array {
  const bits: string[] = [];
  let table = new Map<string, number>();
  let length = 9;
  const put = (code: number) => bits.push(code.toString(2).padStart(length, '0'));
  put(256);
  let word = '';
  const codeOf = (text: string) =>
    text.length === 1 ? text.charCodeAt(0) : (table.get(text) ?? 0);
  for (const byte of bytes) {
    const letter = String.fromCharCode(byte);
    if (word === '' || table.has(word + letter)) {
      word += letter;
      continue;
    }
    put(codeOf(word));
    table.set(word + letter, table.size + 258);
    const used = table.size + 258;
    length = used >= 2048 ? 12 : used >= 1024 ? 11 : used >= 512 ? 10 : 9;
    if (used >= 4094) {
      put(256);
      table = new Map();
      length = 9;
    }
    word = letter;
  }
  if (word !== '') put(codeOf(word));
  put(257);
  const text = bits.join('');
  return Uint8Array.from(text.match(/.{1,8}/g) ?? [], (part) =>
    Number.parseInt(part.padEnd(8, '0'), 2),
  );
}

describe('LZW', () => {
  it('reads the example of the standard', () => {
    const coded = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    expect([...(decodeLzw(coded, 1, 1e6) ?? [])]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  it.each([
    ['words', 'mellem himmel og jord '.repeat(900)],
    ['one letter', 'a'.repeat(5000)],
    ['nothing', ''],
  ])('takes back %s', (_, text) => {
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'));
    expect(Buffer.from(decodeLzw(encode(bytes), 1, 1e6) ?? []).toString('latin1')).toBe(text);
  });

  it('refuses a code that stands for nothing, and more than the limit', () => {
    expect(decodeLzw(Uint8Array.of(0x80, 0x7f, 0xff), 1, 1e6)).toBeNull();
    expect(decodeLzw(encode(new Uint8Array(5000)), 1, 100)).toBeNull();
  });
});
