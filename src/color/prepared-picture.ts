/**
 * A picture ready to be written into a PDF as it is: compressed, in the colours of its output.
 * Also its form in the cache: a line of JSON with the facts, then the bytes.
 */

/** Eight-bit gray transparency, zlib-compressed raw samples; 255 is opaque. */
export interface SoftMask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

export interface PreparedPicture {
  /** Path in the project. */
  readonly path: string;
  /** Of the stored samples, after resampling. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** `jpeg`: a JPEG file (DCTDecode). `flate`: raw 8-bit samples, zlib-compressed (FlateDecode). */
  readonly encoding: 'jpeg' | 'flate';
  readonly bytes: Uint8Array;
  readonly space: 'cmyk' | 'gray' | 'srgb';
  /** 1: line art, eight pixels a byte, 1 white; `flate` and `gray` only. */
  readonly bitsPerComponent: 1 | 8;
  /** A CMYK JPEG with Adobe's marker stores 255 − ink: needs `/Decode [1 0 1 0 1 0 1 0]`. */
  readonly adobeInverted: boolean;
  readonly softMask: SoftMask | null;
  /** Highest mean ink over a square millimetre at the printed size; 0 where it is no press picture. */
  readonly peakInkPercent: number;
}

/** Facts that were found while decoding and must be told again when the cache answers. */
export interface PictureNotes {
  /** The file brought a CMYK profile that is not the job's. */
  readonly foreignProfile: boolean;
  /** Ink over a square millimetre before it was brought under the limit; null where it was not. */
  readonly fittedFromPercent: number | null;
}

export interface StoredPicture {
  readonly picture: PreparedPicture;
  readonly notes: PictureNotes;
}

interface StoredFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly encoding: 'jpeg' | 'flate';
  readonly space: 'cmyk' | 'gray' | 'srgb';
  readonly adobeInverted: boolean;
  readonly bitsPerComponent: 1 | 8;
  readonly peakInkPercent: number;
  readonly length: number;
  readonly mask: { readonly widthPx: number; readonly heightPx: number } | null;
  readonly notes: PictureNotes;
}

/** As the cache keeps it. The path is not part of it: equal pictures share one entry. */
export function storePicture({ picture, notes }: StoredPicture): Uint8Array {
  const { widthPx, heightPx, encoding, space, adobeInverted, softMask } = picture;
  const { bitsPerComponent, peakInkPercent } = picture;
  const mask = softMask && { widthPx: softMask.widthPx, heightPx: softMask.heightPx };
  const length = picture.bytes.length;
  const facts: StoredFacts = {
    widthPx,
    heightPx,
    encoding,
    space,
    adobeInverted,
    bitsPerComponent,
    peakInkPercent,
    length,
    mask,
    notes,
  };
  const header = new TextEncoder().encode(`${JSON.stringify(facts)}\n`);
  const stored = new Uint8Array(header.length + length + (softMask?.bytes.length ?? 0));
  stored.set(header);
  stored.set(picture.bytes, header.length);
  if (softMask) stored.set(softMask.bytes, header.length + length);
  return stored;
}

/** Back from the cache, under the path it is asked for; null where the entry makes no sense. */
export function restorePicture(stored: Uint8Array, path: string): StoredPicture | null {
  const end = stored.indexOf(0x0a);
  if (end < 0) return null;
  const facts = parseFacts(new TextDecoder().decode(stored.subarray(0, end)));
  if (!facts || stored.length < end + 1 + facts.length) return null;
  const { widthPx, heightPx, encoding, space, adobeInverted, length, mask, notes } = facts;
  const { bitsPerComponent, peakInkPercent } = facts;
  const bytes = stored.subarray(end + 1, end + 1 + length);
  const softMask = mask && { ...mask, bytes: stored.subarray(end + 1 + length) };
  const picture: PreparedPicture = {
    path,
    widthPx,
    heightPx,
    encoding,
    bytes,
    space,
    bitsPerComponent,
    adobeInverted,
    softMask,
    peakInkPercent,
  };
  return { picture, notes };
}

/** The cache checks its entries' digests, so a line that parses is one of ours. */
function parseFacts(line: string): StoredFacts | null {
  try {
    return JSON.parse(line) as StoredFacts;
  } catch {
    return null;
  }
}
