/** Objects in PDF syntax (ISO 32000-1 §7.3), as short as it may be; and a few to build with. */
import type { PdfDictionary, PdfObject } from './object.ts';

/** A dictionary from its entries; undefined ones are left out. */
export function dictionaryOf(
  entries: Readonly<Record<string, PdfObject | undefined>>,
): PdfDictionary {
  const kept = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { kind: 'dictionary', entries: new Map(kept) };
}

export const nameObject = (value: string): PdfObject => ({ kind: 'name', value });
export const arrayOf = (items: readonly PdfObject[]): PdfObject => ({ kind: 'array', items });

function nameText(value: string): string {
  return `/${value.replace(/[^!-~]|[#%()/<>[\]{}]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function numberText(value: number): string {
  if (Number.isInteger(value))
    return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') || '0' : text;
}

/** Literal, with what a reader would change escaped (§7.3.4.2). */
function stringText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return `(${text.replace(/[\\()]/g, '\\$&').replace(/\r/g, '\\r')})`;
}

/** Joined by a space only where the next one does not begin with a delimiter. */
function joinTokens(tokens: readonly string[]): string {
  let text = '';
  for (const token of tokens) {
    const isApart = text === '' || /^[/[(<]/.test(token) || /[\])>]$/.test(text.slice(-1));
    text += isApart ? token : ` ${token}`;
  }
  return text;
}

export function dictionaryText({ entries }: PdfDictionary): string {
  const tokens: string[] = [];
  for (const [key, value] of entries) tokens.push(nameText(key), objectText(value));
  return `<<${joinTokens(tokens)}>>`;
}

/** An object in PDF syntax, as characters of one byte each. A stream is its dictionary. */
export function objectText(object: PdfObject): string {
  if (object === null) return 'null';
  if (typeof object === 'number') return numberText(object);
  if (typeof object === 'boolean') return String(object);
  switch (object.kind) {
    case 'name':
      return nameText(object.value);
    case 'string':
      return stringText(object.bytes);
    case 'array':
      return `[${joinTokens(object.items.map(objectText))}]`;
    case 'dictionary':
      return dictionaryText(object);
    case 'stream':
      return dictionaryText(object.dictionary);
    case 'reference':
      return `${object.number} ${object.generation} R`;
  }
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
