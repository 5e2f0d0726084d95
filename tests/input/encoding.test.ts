/** Pages and sheets that are not UTF-8: what they say they are, and what is made of the others. */
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/base/index.ts';
import { decodeText } from '../../src/input/index.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(utf16(text)).swap16());

function decode(path: string, bytes: Uint8Array) {
  const log = openLog({ strict: false });
  const file = { kind: 'file', path, bytes } as const;
  const workspace = {
    read: () => file,
    list: () => [],
    cache: { get: () => undefined, set: () => {} },
  };
  const source = decodeText(file, { report: log.report, workspace });
  return { text: source?.text ?? null, codes: log.findings().map(({ code }) => code) };
}

describe('a page or sheet that says what it is', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['a meta', 'a.html', latin('<meta charset="windows-1252">bl\xe5 \x80'), 'blå €'],
    [
      'an http-equiv',
      'a.htm',
      latin('<META http-equiv=Content-Type content="text/html; charset=iso-8859-1">\x93bl\xe5\x94'),
      '“blå”',
    ],
    ['another alphabet', 'a.html', latin('<meta charset=iso-8859-5>\xb6'), 'Ж'],
    [
      'not one in a comment',
      'a.html',
      latin('<!-- <meta charset=iso-8859-5> --><meta charset=latin1>\xe6'),
      'æ',
    ],
    ['a mark of two bytes', 'a.html', utf16('<p>blå'), 'blå'],
    ['the mark the other way', 'a.css', bigEndian('/* blå */'), 'blå */'],
    ['a rule', 'a.css', latin('@charset "windows-1252"; q { quotes: "\xbb" }'), '»" }'],
  ])('%s', (_, path, bytes, end) => {
    const { text, codes } = decode(path, bytes);
    expect({ end: text?.slice(-end.length), codes }).toEqual({ end, codes: [] });
  });

  it.each<[string, string]>([
    ['a label nobody knows', '<meta charset=none>æ'],
    ['two bytes a letter, where it can be read', '<meta charset=utf-16>æ'],
    ['what it is', '<meta charset=utf-8>æ'],
  ])('%s is UTF-8', (_, html) => {
    expect(decode('a.html', new TextEncoder().encode(html))).toEqual({ text: html, codes: [] });
  });
});

describe('a file that says nothing', () => {
  it('is told of; a page is read as browsers read it', () => {
    const bytes = latin('<p>bl\xe5 \x96 gr\xf8n');
    expect(decode('a.html', bytes)).toEqual({ text: '<p>blå – grøn', codes: ['input/not-utf8'] });
    expect(decode('copy.yaml', latin('a: \xe5'))).toEqual({
      text: null,
      codes: ['input/not-utf8'],
    });
    expect(decode('page.hbs', latin('<meta charset=latin1>\xe5')).codes).toEqual([
      'input/not-utf8',
    ]);
  });
});
