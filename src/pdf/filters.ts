/**
 * Decoding of streams (ISO 32000-1 §7.4), as far as structure and page contents need it: Flate
 * with its predictors, LZW, ASCIIHex, ASCII85, RunLength. Pictures stay encoded.
 */
import { inflateSync } from 'node:zlib';
import { decodeLzw } from './lzw.ts';
import { as, latin, nameOf, numberOf, type PdfObject, type PdfStream } from './object.ts';

/** A stream that unpacks to more is taken for damaged. */
const largestStreamBytes = 256 * 1024 * 1024;

type Resolve = (object: PdfObject | undefined) => PdfObject;

/** Names of a stream's filters in the order they are undone. */
export function filtersOf(stream: PdfStream, resolve: Resolve): readonly string[] {
  const { entries } = stream.dictionary;
  return asList(resolve(entries.get('Filter') ?? entries.get('F')), resolve).map(
    (filter) => nameOf(filter) ?? '',
  );
}

function asList(object: PdfObject, resolve: Resolve): readonly PdfObject[] {
  if (object === null) return [];
  const array = as(object, 'array');
  return array ? array.items.map((item) => resolve(item)) : [object];
}

function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: largestStreamBytes });
  } catch {
    return null;
  }
}

/** An odd last digit counts as if a 0 followed (§7.4.2). */
function asciiHex(bytes: Uint8Array): Uint8Array {
  const digits = (latin(bytes).split('>')[0] ?? '').replace(/\s/g, '');
  const pairs = digits.match(/..?/g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
}

function ascii85(bytes: Uint8Array): Uint8Array {
  const result: number[] = [];
  let group: number[] = [];
  const flush = (kept: number) => {
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let part = 0; part < kept; part += 1)
      result.push(Math.floor(value / 256 ** (3 - part)) & 255);
    group = [];
  };
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (code === 0x7a && group.length === 0) result.push(0, 0, 0, 0);
    else if (code >= 0x21 && code <= 0x75) group.push(code - 0x21);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(result);
}

function runLength(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    if (length < 128) parts.push(bytes.subarray(at + 1, at + 2 + length));
    else parts.push(new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0));
    at += length < 128 ? length + 2 : 2;
  }
  return new Uint8Array(Buffer.concat(parts));
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** PNG prediction (§7.4.4.4): each row begins with the number of its own predictor. */
function undoPngPrediction(bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows = Math.floor(bytes.length / (rowBytes + 1));
  const result = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (rowBytes + 1)] ?? 0;
    for (let column = 0; column < rowBytes; column += 1) {
      const at = row * rowBytes + column;
      const left = column < pixelBytes ? 0 : (result[at - pixelBytes] ?? 0);
      const above = row === 0 ? 0 : (result[at - rowBytes] ?? 0);
      const corner =
        row === 0 || column < pixelBytes ? 0 : (result[at - rowBytes - pixelBytes] ?? 0);
      const predicted =
        [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      result[at] = (bytes[row * (rowBytes + 1) + column + 1] ?? 0) + predicted;
    }
  }
  return result;
}

function undoPrediction(bytes: Uint8Array, parameters: PdfObject, resolve: Resolve): Uint8Array {
  const entries = as(parameters, 'dictionary')?.entries;
  const value = (key: string, initial: number) => numberOf(resolve(entries?.get(key))) ?? initial;
  if (value('Predictor', 1) < 10) return bytes;
  const bits = value('Colors', 1) * value('BitsPerComponent', 8);
  const rowBytes = Math.ceil((bits * value('Columns', 1)) / 8);
  return undoPngPrediction(bytes, rowBytes, Math.max(1, bits >> 3));
}

function earlyChange(parameters: PdfObject, resolve: Resolve): number {
  const entries = as(parameters, 'dictionary')?.entries;
  return numberOf(resolve(entries?.get('EarlyChange'))) ?? 1;
}

/** A stream's contents; null for a filter that is not undone here, or damaged data. */
export function decodeStream(stream: PdfStream, resolve: Resolve): Uint8Array | null {
  const { entries } = stream.dictionary;
  const parameters = asList(resolve(entries.get('DecodeParms') ?? entries.get('DP')), resolve);
  let bytes: Uint8Array | null = stream.raw;
  for (const [index, filter] of filtersOf(stream, resolve).entries()) {
    if (filter === 'FlateDecode' || filter === 'Fl') bytes = inflate(bytes);
    else if (filter === 'ASCIIHexDecode' || filter === 'AHx') bytes = asciiHex(bytes);
    else if (filter === 'ASCII85Decode' || filter === 'A85') bytes = ascii85(bytes);
    else if (filter === 'RunLengthDecode' || filter === 'RL') bytes = runLength(bytes);
    else if (filter === 'LZWDecode' || filter === 'LZW')
      bytes = decodeLzw(bytes, earlyChange(parameters[index] ?? null, resolve), largestStreamBytes);
    else return null;
    if (!bytes) return null;
    bytes = undoPrediction(bytes, parameters[index] ?? null, resolve);
  }
  return bytes;
}
