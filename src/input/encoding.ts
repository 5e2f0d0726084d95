/**
 * The encoding that a web page or style sheet says it has: by its mark (BOM), a page by `<meta>`
 * (HTML §13.2.3.2), a sheet by `@charset` (css-syntax-3 §3.2). All other files are UTF-8.
 */

/** What browsers take a page for that says nothing and is not UTF-8. */
export const legacyEncoding = 'windows-1252';

/** So far browsers look for the `<meta>`. */
const prescanBytes = 1024;

const isPage = (path: string): boolean => /\.(?:html?|xht(?:ml)?)$/i.test(path);
const isSheet = (path: string): boolean => /\.css$/i.test(path);

/** Pages and sheets may be found somewhere, as they are; everything else is written for us. */
export function mayBeLegacy(path: string): boolean {
  return isPage(path) || isSheet(path);
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

/** The label in a page's first `<meta>` that has one. */
function metaLabel(head: string): string | undefined {
  const tags = head.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<meta[\s/][^>]*>/gi);
  for (const [tag] of tags) {
    const label = /[\s"';]charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag)?.[1];
    if (label) return label;
  }
  return undefined;
}

/** The encoding's name by the label; null for labels nobody knows. */
function encodingCalled(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The encoding that a file says it has; null where it says none, or UTF-8. */
export function declaredEncoding(path: string, bytes: Uint8Array): string | null {
  if (!mayBeLegacy(path)) return null;
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes));
  const label = isPage(path) ? metaLabel(head) : /^@charset "([^"]*)";/.exec(head)?.[1];
  const encoding = label ? encodingCalled(label) : null;
  // What could be read so far is not in code units of two bytes.
  return encoding?.startsWith('utf-') ? null : encoding;
}

/** 0x80 to 0x9F of windows-1252, which some versions of Node take for control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in an encoding, by its name. */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== legacyEncoding) return text;
  return text.replace(
    /[\u0080-\u009f]/g,
    (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}
