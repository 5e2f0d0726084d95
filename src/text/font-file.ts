/**
 * A font from a file of any kind: plain ones are opened as they are, packed ones unpacked, one font
 * is taken out of a collection, one cut out of a variable font.
 */
import { fontOfCollection } from './collection.ts';
import type { Font } from './font.ts';
import { openFont } from './open-font.ts';
import type { FontFault } from './problems.ts';
import { containerOf, readTables } from './sfnt.ts';
import { cutVariableFont, type FontCut } from './variable-font.ts';
import { unpackWebFont } from './web-font.ts';

/** `#2` at the end of a path is the third font of a collection. */
const indexIn = (path: string): number => Number(/#(\d+)$/.exec(path)?.[1] ?? 0);

/** The file as a plain sfnt; null where it is damaged. */
async function plainFont(path: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  const container = containerOf(bytes);
  if (container === 'woff' || container === 'woff2') return unpackWebFont(bytes, container);
  return container === 'collection' ? fontOfCollection(bytes, indexIn(path)) : bytes;
}

/** What each file's bytes gave, by path and cut: a process that renders much opens them once. */
const opened = new WeakMap<Uint8Array, Map<string, Promise<Font | FontFault>>>();

/**
 * The font in a file, or the cut of it that is wanted. Faults as of `openFont`; `variable` only
 * where a cut cannot be made. The same bytes under the same path give the same font again.
 */
export function openFontFile(
  path: string,
  bytes: Uint8Array,
  cut: FontCut,
): Promise<Font | FontFault> {
  const known = opened.get(bytes) ?? new Map<string, Promise<Font | FontFault>>();
  opened.set(bytes, known);
  const key = `${cut.weight} ${cut.italic} ${path}`;
  const font = known.get(key) ?? open(path, bytes, cut);
  known.set(key, font);
  return font;
}

async function open(path: string, bytes: Uint8Array, cut: FontCut): Promise<Font | FontFault> {
  const plain = await plainFont(path, bytes);
  if (!plain) return { kind: 'font-fault', code: 'damaged', subject: containerOf(bytes) };
  const tables = readTables(plain);
  if (typeof tables === 'string' || !tables.has('fvar')) return openFont(path, plain);
  const made = await cutVariableFont(plain, tables, cut);
  const id = `${path}@${cut.weight}${cut.italic ? 'i' : ''}`;
  return made ? openFont(id, made) : { kind: 'font-fault', code: 'variable', subject: '' };
}
