/**
 * The `name` table: the family's name and the PostScript name.
 * https://learn.microsoft.com/typography/opentype/spec/name
 */
import type { Table } from './sfnt.ts';

const nameIds = { family: 1, postScript: 6, typographicFamily: 16 };
/** The others, licences among them, may be long. */
const wantedIds: ReadonlySet<number> = new Set(Object.values(nameIds));

function decodeName(bytes: Uint8Array, isUtf16: boolean): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += isUtf16 ? 2 : 1) {
    const high = isUtf16 ? (bytes[i] ?? 0) * 256 : 0;
    text += String.fromCharCode(high + (bytes[isUtf16 ? i + 1 : i] ?? 0));
  }
  return text;
}

/** The names that are asked for, by id; English (Windows 0x409, Macintosh 0) before any other language. */
function readNames(table: Table): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const { view, bytes } = table;
  if (bytes.length < 6) return names;
  const count = Math.min(view.getUint16(2), Math.floor((bytes.length - 6) / 12));
  const storage = view.getUint16(4);
  for (const wantsEnglish of [true, false]) {
    for (let index = 0; index < count; index++) {
      const record = 6 + index * 12;
      const platform = view.getUint16(record);
      const language = view.getUint16(record + 4);
      const isEnglish = platform === 1 ? language === 0 : language === 0x409 || platform === 0;
      const id = view.getUint16(record + 6);
      const start = storage + view.getUint16(record + 10);
      const end = start + view.getUint16(record + 8);
      if (!wantedIds.has(id) || isEnglish !== wantsEnglish) continue;
      if (names.has(id) || end > bytes.length) continue;
      const name = decodeName(bytes.subarray(start, end), platform !== 1);
      if (name.trim() !== '') names.set(id, name.trim());
    }
  }
  return names;
}

/** What a PDF name may hold: printable ASCII without delimiters, at most 63 characters. */
function asPostScriptName(name: string): string {
  return name.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, 63);
}

/** Family, the name with the cut in it (`… Condensed`), and PostScript name; made from the file's name where the table does not say. */
export function readFontNames(table: Table | undefined, id: string) {
  const names = table ? readNames(table) : new Map<number, string>();
  const file = id.slice(id.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const family = names.get(nameIds.typographicFamily) ?? names.get(nameIds.family) ?? file;
  const postScriptName =
    asPostScriptName(names.get(nameIds.postScript) ?? '') || asPostScriptName(family) || 'Font';
  return { family, familyOfStyle: names.get(nameIds.family) ?? family, postScriptName };
}
