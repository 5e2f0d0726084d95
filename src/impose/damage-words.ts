/** What is wrong with a file, as the reader of PDFs says it, in both languages. */
import type { Message } from '../base/index.ts';

type Wording = readonly [pattern: RegExp, da: string];

const wordings: readonly Wording[] = [
  [/^no %PDF- header$/, 'den begynder ikke med %PDF-'],
  [/^no startxref at the end$/, 'den mangler sin slutning'],
  [/^no catalog$/, 'den har intet indhold (intet katalog)'],
  [/^revisions in a circle$/, 'dens versioner henviser til hinanden i ring'],
  [/^no cross-reference table at byte (\d+)$/, 'der er ingen objekttabel ved byte $1'],
  [/^object (\d+) is not at byte (\d+)$/, 'objekt $1 er ikke ved byte $2'],
  [/^object stream (\d+) cannot be read$/, 'objektstrøm $1 kan ikke læses'],
  [
    /^page (\d+) is missing: its place in the page tree leads back into the page tree itself$/,
    'side $1 mangler: dens plads i sidetræet fører tilbage til sidetræet selv',
  ],
  [
    /^page (\d+) is missing: its place in the page tree leads nowhere$/,
    'side $1 mangler: dens plads i sidetræet fører ingen steder hen',
  ],
  [/^1 page is missing$/, 'der mangler 1 side'],
  [/^(\d+) pages are missing$/, 'der mangler $1 sider'],
  [/^1 object is missing$/, 'der mangler 1 objekt'],
  [/^(\d+) objects are missing$/, 'der mangler $1 objekter'],
];

export function damageWords(reason: string): Message {
  const found = wordings.find(([pattern]) => pattern.test(reason));
  return { en: reason, da: found ? reason.replace(found[0], found[1]) : reason };
}
