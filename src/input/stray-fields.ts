/**
 * Fields that stand in another group because the line with their own group's name is gone: what was
 * `letter:` and its fields is now the end of `cover:`.
 */
import type { Field, GroupField } from './schema.ts';
import type { YamlEntry, YamlMap } from './yaml.ts';

/** The fields of one missing group, where they are found. */
export interface StrayFields {
  /** Name of the missing group. */
  readonly key: string;
  readonly group: GroupField;
  /** In the order of the file; at least one. */
  readonly entries: readonly [YamlEntry, ...YamlEntry[]];
  /** The entry of the group that they stand in. */
  readonly within: YamlEntry;
  /** The missing name, where it stands right above them, as far in as they; else undefined. */
  readonly name: YamlEntry | undefined;
}

/** All that is written in a map, in the order of the file. */
function writtenIn({ entries, repeats = [] }: YamlMap): readonly YamlEntry[] {
  return [...entries, ...repeats].sort((a, b) => a.keySpan.start - b.keySpan.start);
}

/** The entries at a map's end that are the missing group's and not, or once more, the map's own. */
function straysIn(map: YamlMap, own: GroupField, missing: GroupField): readonly YamlEntry[] {
  const repeats = new Set(map.repeats);
  const written = writtenIn(map);
  const isForeign = (entry: YamlEntry) => !own.fields.has(entry.key) || repeats.has(entry);
  const last = written.findLastIndex(
    (entry) => !isForeign(entry) || !missing.fields.has(entry.key),
  );
  const strays = written.slice(last + 1);
  const keys = new Set(strays.map(({ key }) => key));
  const isWhole = [...missing.fields].every(([key, field]) => !field.required || keys.has(key));
  // Keys written twice alone are two of one field, unless they are all that the group asks for.
  return isWhole || strays.some(({ key }) => !own.fields.has(key)) ? strays : [];
}

function findStrays(
  map: YamlMap,
  field: GroupField,
  [key, group]: readonly [string, Field],
): StrayFields | null {
  if (group.kind !== 'group' || map.entries.some((entry) => entry.key === key)) return null;
  for (const within of map.entries) {
    const own = field.fields.get(within.key);
    if (own?.kind !== 'group' || within.value.kind !== 'map') continue;
    const [first, ...rest] = straysIn(within.value, own, group);
    if (!first) continue;
    const name = within.value.entries.find((one) => one.key === key && !own.fields.has(key));
    return { key, group, entries: [first, ...rest], within, name };
  }
  return null;
}

/** For each group that a map lacks, its fields in another group of the map. */
export function strayFields(map: YamlMap, field: GroupField): readonly StrayFields[] {
  const found = [...field.fields].flatMap((one) => findStrays(map, field, one) ?? []);
  // Two missing groups may have fields of the same names: the first takes them.
  const taken = new Set<YamlEntry>();
  return found.filter(({ entries }) => {
    const isFree = entries.every((entry) => !taken.has(entry));
    for (const entry of entries) taken.add(entry);
    return isFree;
  });
}

/** The map as it was before the lines were deleted. */
export function putBack(map: YamlMap, strays: readonly StrayFields[]): YamlMap {
  const taken = new Set(
    strays.flatMap(({ entries, name }) => (name ? [name, ...entries] : entries)),
  );
  const entries = map.entries.map((entry): YamlEntry => {
    if (entry.value.kind !== 'map') return entry;
    const own = entry.value.entries.filter((one) => !taken.has(one));
    return { ...entry, value: { ...entry.value, entries: own } };
  });
  const groups = strays.map(({ key, entries: own }): YamlEntry => {
    const [{ keySpan }] = own;
    const end = own.at(-1)?.value.span.end ?? keySpan.end;
    const span = { ...keySpan, end: Math.max(keySpan.end, end) };
    return { key, keySpan, value: { kind: 'map', entries: own, span } };
  });
  return { ...map, entries: [...entries, ...groups] };
}
