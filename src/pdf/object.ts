/**
 * PDF objects as data (ISO 32000-1 §7.3). Numbers, booleans and null are JavaScript's own; the
 * rest is told apart by `kind`. Dictionaries are maps, so that no key of a file can reach a
 * prototype.
 */
export interface PdfName {
  readonly kind: 'name';
  readonly value: string;
}
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfObject[];
}
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfObject>;
}
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** As stored: still encoded. */
  readonly raw: Uint8Array;
}
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference;

export type ObjectOf<K> = Extract<PdfObject, { readonly kind: K }>;
export type Kind = Exclude<PdfObject, null | boolean | number>['kind'];

export const emptyDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map() };

/** The object, if it is of that kind. */
export function as<K extends Kind>(object: PdfObject | undefined, kind: K): ObjectOf<K> | null {
  if (typeof object !== 'object' || object === null || object.kind !== kind) return null;
  return object as ObjectOf<K>;
}

/** The name's text, or null for anything but a name. */
export function nameOf(object: PdfObject | undefined): string | null {
  return as(object, 'name')?.value ?? null;
}

/**
 * An ink's name in letters, or null for anything but a name. A name is bytes, which mean UTF-8 (ISO
 * 32000-1 §7.3.5); where they are none, each is a letter.
 */
export function inkNameOf(object: PdfObject | undefined): string | null {
  const name = nameOf(object);
  if (name === null || !/[\x80-\xff]/.test(name)) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'));
  } catch {
    return name;
  }
}

/** The number, or null for anything else. */
export function numberOf(object: PdfObject | undefined): number | null {
  return typeof object === 'number' ? object : null;
}

/** A text string (§7.9.2.2): UTF-16BE or UTF-8 with their marks, else Latin. */
export function textOf(object: PdfObject | undefined): string | null {
  const bytes = as(object, 'string')?.bytes;
  if (!bytes) return null;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3));
  return latin(bytes);
}

/** UTF-16BE; an odd last byte is left out. Node's decoder would load tables for it, some 10 ms. */
export function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text;
}

/** Bytes as the characters of the same numbers. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
