/**
 * What a JPEG 2000 file says of its components (ISO/IEC 15444-1 annexes A.5.1 and I; ISO 32000-1
 * §7.4.9): with boxes around its codestream or without.
 */
export interface JpxHeader {
  readonly width: number;
  readonly height: number;
  /** After the palette, where there is one. */
  readonly components: number;
  /** Bits of the first component. */
  readonly bits: number;
  /** How often the picture can be halved: smaller ones lie in the file as such. */
  readonly levels: number;
  /** How many of them are colour, where the file says so itself. */
  readonly colors: 1 | 3 | 4 | null;
}

/** `EnumCS` (table I.10; CMYK: ISO/IEC 15444-2 table M.25) to how many colours it has. */
const enumeratedColors: Readonly<Record<number, 1 | 3 | 4>> = { 12: 4, 16: 3, 17: 1, 18: 3 };

const startOfCodestream = 0xff4f;
const sizeMarker = 0xff51;
const styleMarker = 0xff52;
const startOfTile = 0xff90;

/** The boxes of a stretch, by type; a `length` of 0 reaches to the end. */
function boxesIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const boxes = new Map<string, Uint8Array>();
  for (let at = 0; at + 8 <= bytes.length; ) {
    const given = view.getUint32(at);
    const isLong = given === 1 && at + 16 <= bytes.length;
    const length = isLong ? view.getUint32(at + 12) : given || bytes.length - at;
    const head = isLong ? 16 : 8;
    if (length < head) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!boxes.has(type)) boxes.set(type, bytes.subarray(at + head, at + length));
    at += length;
  }
  return boxes;
}

/** `COD`: decomposition levels, for all tiles that do not say otherwise; 0 where it is not found. */
function readLevels(view: DataView): number {
  for (let at = 2; at + 10 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === startOfTile) return 0;
    if (marker === styleMarker) return view.getUint8(at + 9);
  }
  return 0;
}

/** `SIZ`: the image area on the reference grid, and the components. */
function readSize(codestream: Uint8Array): Omit<JpxHeader, 'colors'> | null {
  if (codestream.length < 44) return null;
  const view = new DataView(codestream.buffer, codestream.byteOffset, codestream.length);
  if (view.getUint16(0) !== startOfCodestream || view.getUint16(2) !== sizeMarker) return null;
  return {
    width: view.getUint32(8) - view.getUint32(16),
    height: view.getUint32(12) - view.getUint32(20),
    components: view.getUint16(40),
    bits: (view.getUint8(42) & 0x7f) + 1,
    levels: readLevels(view),
  };
}

/** Null where it is no JPEG 2000. */
export function readJpxHeader(bytes: Uint8Array): JpxHeader | null {
  const bare = readSize(bytes);
  if (bare) return { ...bare, colors: null };
  const boxes = boxesIn(bytes);
  const size = readSize(boxes.get('jp2c') ?? new Uint8Array());
  if (!size) return null;
  const header = boxesIn(boxes.get('jp2h') ?? new Uint8Array());
  const color = header.get('colr');
  const isEnumerated = color !== undefined && color.length >= 7 && color[0] === 1;
  const colors = isEnumerated ? (enumeratedColors[color[6] ?? 0] ?? null) : null;
  const columns = header.get('pclr')?.[2];
  return columns === undefined
    ? { ...size, colors }
    : { ...size, components: columns, bits: 8, colors };
}
