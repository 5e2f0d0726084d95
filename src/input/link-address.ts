/** Addresses: what a link in the copy or a `url` field may lead to. */

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Labels with dots between, the last without digits; Unicode property classes are slow to compile. */
const domain = /^[^\s/?#@:.]+(?:\.[^\s/?#@:.]+)*\.[^\s\d/?#@:.]{2,}(?::\d+)?(?:[/?#]|$)/;

function isLetterOrDigit(character: string): boolean {
  return /\d/.test(character) || character.toLowerCase() !== character.toUpperCase();
}

/**
 * The address with its scheme: `socialraadgiverne.dk/x` gets `https://`, `a@b.dk` gets `mailto:`.
 * Null where it is no address, or has a scheme other than http, https, mailto, tel.
 */
export function linkTarget(given: string): string | null {
  const address = given.replaceAll('\u00AD', '').trim();
  // Browsers drop tabs and line ends inside an address; nobody means them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (address === '' || /[\s\u0000-\u001F<>"`\\]/.test(address)) return null;
  if (/^#[^#]+$/.test(address)) return address;
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    const rest = address.slice(scheme.length + 1).replace(/^\/\//, '');
    return schemes.has(scheme) && rest !== '' ? address : null;
  }
  if (/^[^@/]+@[^@/]+\.[^@/.]{2,}$/.test(address)) return `mailto:${address}`;
  return domain.test(address) ? `https://${address}` : null;
}

/** Whether an address that needs no mark begins here: `https://`, `http://` or `www.`. */
export function isAddressStart(text: string, at: number): boolean {
  const character = text[at];
  if (character !== 'h' && character !== 'w') return false;
  if (at > 0 && isLetterOrDigit(text[at - 1] ?? '')) return false;
  return (
    text.startsWith('https://', at) || text.startsWith('http://', at) || text.startsWith('www.', at)
  );
}

/** Where a bare address ends: before white space, quotes, brackets and closing punctuation. */
export function findAddressEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !/[\s<>"»«”“)\]*\\~[]/.test(text[at] ?? '')) at += 1;
  while (at > start && /[.,;:!?…'’]/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
