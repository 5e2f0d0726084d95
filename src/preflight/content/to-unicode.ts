/** ToUnicode maps (ISO 32000-1 §9.10.3; Adobe Technical Note 5411): code to letters. */
import { isKeyword, Lexer, type Token, utf16 } from '../../pdf/index.ts';

export type ToUnicode = ReadonlyMap<number, string>;

/** No range of a two-byte font is longer. */
const longestRange = 65536;

function bytesOf(token: Token | undefined): Uint8Array | null {
  return typeof token === 'object' && token?.kind === 'string' ? token.bytes : null;
}

function codeOf(bytes: Uint8Array): number {
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}

/** The letters with their last code unit raised by `by`. */
function raise(bytes: Uint8Array, by: number): string {
  const raised = bytes.slice();
  const last = raised.length - 1;
  const value = (raised[last - 1] ?? 0) * 256 + (raised[last] ?? 0) + by;
  raised[last] = value & 255;
  if (last > 0) raised[last - 1] = value >> 8;
  return utf16(raised);
}

function readRange(lexer: Lexer, first: Uint8Array, map: Map<number, string>): void {
  const last = bytesOf(lexer.next());
  const target = lexer.next();
  const letters = bytesOf(target);
  const start = codeOf(first);
  const end = Math.min(last ? codeOf(last) : start, start + longestRange);
  if (letters)
    for (let code = start; code <= end; code += 1) map.set(code, raise(letters, code - start));
  else if (typeof target === 'object' && target?.kind === 'array')
    target.items.forEach((item, index) => {
      const bytes = bytesOf(item);
      if (bytes) map.set(start + index, utf16(bytes));
    });
}

/** The map of a decoded ToUnicode stream. */
export function readToUnicode(stream: Uint8Array): ToUnicode {
  const map = new Map<number, string>();
  const lexer = new Lexer(stream, 0, false);
  let section = '';
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (isKeyword(token)) {
      if (token.value === 'beginbfchar' || token.value === 'beginbfrange') section = token.value;
      else section = '';
      continue;
    }
    const code = bytesOf(token);
    if (!code || section === '') continue;
    if (section === 'beginbfrange') readRange(lexer, code, map);
    else {
      const letters = bytesOf(lexer.next());
      if (letters) map.set(codeOf(code), utf16(letters));
    }
  }
  return map;
}
