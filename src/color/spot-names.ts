/**
 * Names of spot inks that mean one ink: makers name the same pot once for each paper (`PANTONE 186 C`,
 * `PANTONE 186 U`), and people write their names in several ways. Each spelling is a plate of its own.
 */

/** What follows a number: coated, uncoated, matt, their process simulations, Adobe's old endings. */
const pantonePaper = /(?<=\d|\s)\s*(?:c|u|m|cp|up|ec|cv|cvc|cvu|cvp)$/;
/** HKS: Kunstdruck, Naturpapier, Zeitung, Endlos. */
const hksPaper = /\s*[knze]$/;

/** Alike for names of one ink. */
export function inkNameKey(name: string): string {
  const words = name.replace(/[®™\s_]+/g, ' ').trim();
  const plain = words.normalize('NFKC').toLowerCase();
  const [, pantone] = /^(?:pantone|pms)\s*(.*)$/.exec(plain) ?? [];
  const [, hks] = /^hks\s*(\d.*)$/.exec(plain) ?? [];
  const ink =
    (pantone && `pantone ${pantone.replace(pantonePaper, '')}`) ??
    (hks && `hks ${hks.replace(hksPaper, '')}`) ??
    plain;
  return ink.replaceAll(' ', '');
}

/** Names that mean one ink, together, where there are several of it; in the order given. */
export function namesOfOneInk(names: Iterable<string>): readonly (readonly string[])[] {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const key = inkNameKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return [...byKey.values()].filter(({ length }) => length > 1);
}
