/**
 * Bytes of a file to text. UTF-8, with or without a byte order mark, but for pages and style sheets
 * that say what else they are; the place of the first byte that is not UTF-8 is found, so that the
 * reader can see the letter that went wrong.
 */
import {
  type Context,
  createSource,
  type FileRead,
  nearest,
  type Report,
  type Source,
  type Span,
  wholeOf,
} from '../base/index.ts';
import { declaredEncoding, decodeAs, legacyEncoding, mayBeLegacy } from './encoding.ts';
import * as problems from './problems.ts';

/** A text file larger than this is not one that a person wrote. */
const textLimitBytes = 16 * 1024 * 1024;

/** Bytes that a lead byte asks to follow; null where it cannot lead. Unicode, table 3-7. */
function followers(lead: number): number | null {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : null;
}

/** Bounds of the byte after a lead byte: they shut out overlong forms, surrogates, > U+10FFFF. */
function secondByteBounds(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function isSequence(bytes: Uint8Array, at: number, count: number): boolean {
  for (let k = 1; k <= count; k += 1) {
    const [low, high] = k === 1 ? secondByteBounds(bytes[at] ?? 0) : [0x80, 0xbf];
    const byte = bytes[at + k];
    if (byte === undefined || byte < low || byte > high) return false;
  }
  return true;
}

/** Index of the first byte that no UTF-8 sequence explains; -1 where all is well. */
function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const count = followers(bytes[at] ?? 0);
    if (count === null || !isSequence(bytes, at, count)) return at;
    at += 1 + count;
  }
  return -1;
}

/** What bytes that are not UTF-8 are likely to be. */
function foreignText(bytes: Uint8Array): problems.ForeignText {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  if (['PK\x03\x04', 'ÐÏ\x11à', '{\\rtf'].some((begin) => start.startsWith(begin))) return 'office';
  if (start.startsWith('%PDF-')) return 'pdf';
  const zeros = start.split('\0').length - 1;
  return /^(?:ÿþ|þÿ)/.test(start) || zeros > start.length / 4 ? 'utf-16' : 'latin';
}

function reportNotUtf8(path: string, bytes: Uint8Array, report: Report): void {
  const kind = foreignText(bytes);
  if (kind !== 'latin') {
    // None of its letters can be shown.
    report(problems.notUtf8(kind, wholeOf(createSource(path, '')), bytes[0] ?? 0));
    return;
  }
  const bad = firstBadByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad));
  const after = new TextDecoder('latin1').decode(bytes.subarray(bad));
  const source = createSource(path, before + after);
  const span = { source, start: before.length, end: before.length + 1 };
  report(problems.notUtf8(kind, span, bytes[bad] ?? 0));
}

/** The nearest name beside a file that is missing, `asker` left out: it cannot mean itself. */
function nearestFile(path: string, asker: string, { workspace }: Context): string | undefined {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const wanted = path.slice(cut);
  // `~$…` are the locks of office programs.
  const others = workspace
    .list(folder)
    .filter((name) => folder + name !== asker && !name.startsWith('~$'));
  const near = others.find((name) => name === `${wanted}.txt`) ?? nearest(wanted, others);
  return near === undefined ? undefined : path.slice(0, cut) + near;
}

/**
 * The bytes of a file, or null after a report: `input/file-missing`, `-outside`, `-too-large`,
 * `-unreadable`. `from` is the place that names the file.
 */
export function fileBytes(file: FileRead, context: Context, from?: Span): Uint8Array | null {
  const { report } = context;
  if (file.kind === 'file') return file.bytes;
  if (file.kind === 'missing')
    report(
      problems.fileMissing(
        file.path,
        nearestFile(file.path, from?.source.path ?? '', context),
        from,
      ),
    );
  else if (file.kind === 'outside') report(problems.fileOutside(file.path, from));
  else if (file.kind === 'too-large')
    report(problems.fileTooLarge(file.path, file.limitBytes, from));
  else report(problems.fileUnreadable(file.path, file.reason, from));
  return null;
}

/** Line ends of old Macs, one for one: places stay what they are. */
function sourceOf(path: string, text: string): Source {
  return createSource(path, /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text);
}

/**
 * A text file's source, or null after a report: those of `fileBytes` and `input/not-utf8`. After
 * the latter a page or sheet is read as browsers read it.
 */
export function decodeText(file: FileRead, context: Context, from?: Span): Source | null {
  const bytes = fileBytes(file, context, from);
  if (!bytes) return null;
  if (bytes.length > textLimitBytes) {
    context.report(problems.fileTooLarge(file.path, textLimitBytes, from));
    return null;
  }
  try {
    const declared = declaredEncoding(file.path, bytes);
    if (declared) return sourceOf(file.path, decodeAs(declared, bytes));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Letters all of them, and yet a document of a word processor.
    if (text.startsWith('{\\rtf')) throw new TypeError('rich text');
    return sourceOf(file.path, text);
  } catch {
    reportNotUtf8(file.path, bytes, context.report);
    if (!mayBeLegacy(file.path) || foreignText(bytes) !== 'latin') return null;
    return sourceOf(file.path, decodeAs(legacyEncoding, bytes));
  }
}
