/**
 * Fax data as the TIFF file around it that picture decoders read (TIFF 6.0 §10 and §11; ISO 32000-1
 * table 11): the same codes, with the parameters said in tags.
 */
import { as, numberOf, type PdfFile, type PdfStream } from '../pdf/index.ts';

interface FaxParameters {
  /** Below 0: T.6; 0: T.4 in one dimension; above: in two. */
  readonly k: number;
  readonly columns: number;
  readonly rows: number;
  readonly isByteAligned: boolean;
  readonly hasEndOfLine: boolean;
  readonly blackIs1: boolean;
}

function parametersOf(file: PdfFile, { dictionary }: PdfStream): FaxParameters {
  const given = file.resolve(
    dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP') ?? null,
  );
  const last = as(given, 'array')?.items.at(-1);
  const parameters = as(last === undefined ? given : file.resolve(last), 'dictionary');
  const value = (key: string) => file.resolve(parameters?.entries.get(key) ?? null);
  const height = file.resolve(dictionary.entries.get('Height') ?? dictionary.entries.get('H'));
  return {
    k: numberOf(value('K')) ?? 0,
    columns: numberOf(value('Columns')) ?? 1728,
    rows: numberOf(height) ?? numberOf(value('Rows')) ?? 0,
    isByteAligned: value('EncodedByteAlign') === true,
    hasEndOfLine: value('EndOfLine') === true,
    blackIs1: value('BlackIs1') === true,
  };
}

/** Compression and its options, as TIFF has them. */
function compressionOf({ k, isByteAligned, hasEndOfLine }: FaxParameters) {
  if (k < 0) return { compression: 4, tag: 293, options: 0 };
  // One dimension without ends of lines, each line at a whole byte: TIFF's own form of it.
  if (k === 0 && isByteAligned && !hasEndOfLine) return { compression: 2, tag: 292, options: 0 };
  return { compression: 3, tag: 292, options: (k > 0 ? 1 : 0) + (isByteAligned ? 4 : 0) };
}

/** White samples are 0 in the codes, and shown as 255. Null where the parameters make no picture. */
export function faxTiff(
  file: PdfFile,
  stream: PdfStream,
  codes: Uint8Array,
): { readonly tiff: Uint8Array; readonly blackIs1: boolean } | null {
  const parameters = parametersOf(file, stream);
  const { columns, rows, blackIs1 } = parameters;
  if (!(columns >= 1 && rows >= 1)) return null;
  const { compression, tag, options } = compressionOf(parameters);
  // Tags in order, as TIFF asks; a long or short value stands in the entry itself.
  const tags: readonly (readonly [tag: number, value: number])[] = [
    [256, columns],
    [257, rows],
    [258, 1],
    [259, compression],
    [262, 0],
    [273, 0],
    [277, 1],
    [278, rows],
    [279, codes.length],
    [tag, options],
  ];
  const codesAt = 8 + 2 + tags.length * 12 + 4;
  const tiff = new Uint8Array(codesAt + codes.length);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  tags.forEach(([name, value], index) => {
    const at = 10 + index * 12;
    view.setUint16(at, name, true);
    view.setUint16(at + 2, 4, true);
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 8, name === 273 ? codesAt : value, true);
  });
  tiff.set(codes, codesAt);
  return { tiff, blackIs1 };
}
