/**
 * PDF syntax to objects (ISO 32000-1 §7.2, §7.3), for files and for content streams alike.
 * Never throws: nonsense ends an object early, and nesting has a limit.
 */
import { emptyDictionary, type PdfObject, type PdfReference } from './object.ts';

/** A bare word: `obj`, `endstream`, or a content stream's operator. */
export interface Keyword {
  readonly kind: 'keyword';
  readonly value: string;
}

export type Token = PdfObject | Keyword;

/** Deeper nesting than any honest file has. */
const deepestNesting = 64;

const whitespace = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) whitespace[code] = 1;
const delimiter = new Uint8Array(256);
for (const character of '()<>[]{}/%') delimiter[character.charCodeAt(0)] = 1;

const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

const constants: ReadonlyMap<string, PdfObject> = new Map<string, PdfObject>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const notHex = 16;
const hexDigits = new Uint8Array(256).fill(notHex);
for (const character of '0123456789abcdefABCDEF')
  hexDigits[character.charCodeAt(0)] = Number.parseInt(character, 16);

/** Reads one token after the other; `at` is the next byte to be read. */
export class Lexer {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #hasReferences: boolean;

  /** `hasReferences`: `3 0 R` is one object (files); content streams have none. */
  constructor(bytes: Uint8Array, at: number, hasReferences: boolean) {
    this.#bytes = bytes;
    this.at = at;
    this.#hasReferences = hasReferences;
  }

  /** The next object or keyword; `undefined` at the end. */
  next(depth = 0): Token | undefined {
    this.skipSpace();
    const code = this.#bytes[this.at];
    if (code === undefined) return undefined;
    if (code === 0x2f) return { kind: 'name', value: this.#readName() };
    if (code === 0x28) return { kind: 'string', bytes: this.#readString() };
    if (code === 0x5b) return this.#readArray(depth);
    if (code === 0x3c && this.#bytes[this.at + 1] === 0x3c) return this.#readDictionary(depth);
    if (code === 0x3c) return { kind: 'string', bytes: this.#readHexString() };
    if (delimiter[code] === 1) return this.#readDelimiter(code);
    return this.#readWord();
  }

  /** Past white space and comments. */
  skipSpace(): void {
    for (;;) {
      const code = this.#bytes[this.at];
      if (code === undefined) return;
      if (code === 0x25) this.#skipLine();
      else if (whitespace[code] === 1) this.at += 1;
      else return;
    }
  }

  #skipLine(): void {
    for (;;) {
      const code = this.#bytes[this.at];
      if (code === undefined || code === 10 || code === 13) return;
      this.at += 1;
    }
  }

  /** A closing bracket out of place, or braces: a keyword of its own. */
  #readDelimiter(code: number): Keyword {
    const isPair = code === 0x3e && this.#bytes[this.at + 1] === 0x3e;
    this.at += isPair ? 2 : 1;
    return { kind: 'keyword', value: isPair ? '>>' : String.fromCharCode(code) };
  }

  #readArray(depth: number): PdfObject {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      const token = depth > deepestNesting ? undefined : this.next(depth + 1);
      if (token === undefined) break;
      if (!isKeyword(token)) items.push(token);
      else if (token.value === ']') break;
      else if (token.value === 'endobj' || token.value === '>>') break;
    }
    return { kind: 'array', items };
  }

  #readDictionary(depth: number): PdfObject {
    this.at += 2;
    if (depth > deepestNesting) return emptyDictionary;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === undefined || isKeyword(key)) break;
      if (typeof key !== 'object' || key?.kind !== 'name') continue;
      const value = this.next(depth + 1);
      if (value === undefined || isKeyword(value)) break;
      entries.set(key.value, value);
    }
    return { kind: 'dictionary', entries };
  }

  #readName(): string {
    const start = this.at + 1;
    let end = start;
    let escaped = false;
    for (;;) {
      const code = this.#bytes[end];
      if (code === undefined || whitespace[code] === 1 || delimiter[code] === 1) break;
      if (code === 0x23) escaped = true;
      end += 1;
    }
    this.at = end;
    const text = characters(this.#bytes, start, end);
    if (!escaped) return text;
    return text.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }

  #readString(): Uint8Array {
    const result: number[] = [];
    let nesting = 0;
    this.at += 1;
    for (;;) {
      const code = this.#bytes[this.at];
      if (code === undefined) break;
      this.at += 1;
      if (code === 0x29 && nesting === 0) break;
      if (code === 0x29) nesting -= 1;
      if (code === 0x28) nesting += 1;
      if (code === 0x5c) this.#readEscape(result);
      else result.push(code);
    }
    return Uint8Array.from(result);
  }

  /** What follows a backslash (§7.3.4.2, table 3). */
  #readEscape(result: number[]): void {
    const code = this.#bytes[this.at] ?? 0;
    this.at += 1;
    if (code >= 0x30 && code <= 0x37) {
      let value = code - 0x30;
      for (let digits = 1; digits < 3; digits += 1) {
        const next = this.#bytes[this.at] ?? 0;
        if (next < 0x30 || next > 0x37) break;
        value = value * 8 + next - 0x30;
        this.at += 1;
      }
      result.push(value & 255);
    } else if (code === 13) {
      if (this.#bytes[this.at] === 10) this.at += 1;
    } else if (code !== 10) result.push(escapes.get(code) ?? code);
  }

  /** An odd last digit counts as if a 0 followed (§7.3.4.3). */
  #readHexString(): Uint8Array {
    const bytes = this.#bytes;
    const start = this.at + 1;
    let end = bytes.indexOf(0x3e, start);
    if (end < 0) end = bytes.length;
    this.at = Math.min(bytes.length, end + 1);
    const result = new Uint8Array((end - start + 1) >> 1);
    let digits = 0;
    for (let at = start; at < end; at += 1) {
      const digit = hexDigits[bytes[at] ?? 0] ?? notHex;
      if (digit === notHex) continue;
      const index = digits >> 1;
      result[index] = digits % 2 === 0 ? digit << 4 : (result[index] ?? 0) | digit;
      digits += 1;
    }
    return result.subarray(0, (digits + 1) >> 1);
  }

  #readWord(): Token {
    const start = this.at;
    let code = this.#bytes[this.at];
    while (code !== undefined && whitespace[code] === 0 && delimiter[code] === 0) {
      this.at += 1;
      code = this.#bytes[this.at];
    }
    const number = readNumber(this.#bytes, start, this.at);
    if (number !== null) return (this.#hasReferences && this.#readReference(number)) || number;
    const word = characters(this.#bytes, start, this.at);
    const constant = constants.get(word);
    return constant === undefined ? { kind: 'keyword', value: word } : constant;
  }

  /** `number` was read; if `generation R` follows, they are one object. */
  #readReference(number: number): PdfReference | null {
    const bytes = this.#bytes;
    let at = this.at;
    while (whitespace[bytes[at] ?? 0] === 1 && at < bytes.length) at += 1;
    const start = at;
    while (isDigit(bytes[at])) at += 1;
    const generation = readNumber(bytes, start, at);
    if (generation === null || at === start) return null;
    const afterGeneration = at;
    while (whitespace[bytes[at] ?? 0] === 1 && at < bytes.length) at += 1;
    const next = bytes[at + 1] ?? 32;
    const isReference = bytes[at] === 0x52 && (whitespace[next] === 1 || delimiter[next] === 1);
    if (!isReference || at === afterGeneration || !Number.isInteger(number) || number < 0)
      return null;
    this.at = at + 1;
    return { kind: 'reference', number, generation };
  }
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

/** A short stretch of bytes as characters: words are read too often for anything grander. */
function characters(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** A number (§7.3.3): a sign, digits, one point; null for any other word. */
function readNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative || bytes[at] === 0x2b) at += 1;
  let value = 0;
  let scale = 0;
  let digits = 0;
  for (; at < end; at += 1) {
    const code = bytes[at] ?? 0;
    if (isDigit(code)) {
      value = value * 10 + code - 0x30;
      scale *= 10;
      digits += 1;
    } else if (code === 0x2e && scale === 0) scale = 1;
    else return null;
  }
  if (digits === 0) return null;
  // Many digits lose exactness when they are added up one by one.
  const size = digits > 15 ? Number(characters(bytes, start, end)) : value / Math.max(1, scale);
  return digits > 15 ? size : isNegative ? -size : size;
}

/** Whether a token is a bare word. */
export function isKeyword(token: Token | undefined): token is Keyword {
  return typeof token === 'object' && token !== null && token.kind === 'keyword';
}
