/**
 * Fields that are a level too far in or too far out: `title:` beside its group `cover:` instead of
 * under it, `principles:` under the group above it instead of after it.
 */
import type { Field, GroupField } from './schema.ts';
import type { YamlEntry, YamlMap } from './yaml.ts';

export interface MisplacedField {
  readonly entry: YamlEntry;
  /** The group it stands in and is to be moved out of; or the one it is to be moved into. */
  readonly group: YamlEntry;
  readonly isTooFarIn: boolean;
}

function isWithout(group: YamlEntry, key: string): boolean {
  const { value } = group;
  if (value.kind === 'map') return value.entries.every((entry) => entry.key !== key);
  return value.kind === 'scalar' && value.value === null;
}

/** The fields of `map` that stand in one of its groups, which has no such fields. */
function tooFarIn(map: YamlMap, { fields }: GroupField): readonly MisplacedField[] {
  const written = new Set(map.entries.map(({ key }) => key));
  return map.entries.flatMap((group) => {
    const own = fields.get(group.key);
    if (own?.kind !== 'group' || group.value.kind !== 'map') return [];
    return group.value.entries
      .filter(({ key }) => fields.has(key) && !written.has(key) && !own.fields.has(key))
      .map((entry) => ({ entry, group, isTooFarIn: true }));
  });
}

/** The fields of a group that stand after it in `map`, which has no such fields. */
function tooFarOut(map: YamlMap, { fields }: GroupField): readonly MisplacedField[] {
  let group: YamlEntry | null = null;
  let own: Field | undefined;
  const found: MisplacedField[] = [];
  for (const entry of map.entries) {
    if (fields.has(entry.key)) {
      group = entry;
      own = fields.get(entry.key);
    } else if (group && own?.kind === 'group' && own.fields.has(entry.key))
      if (isWithout(group, entry.key)) found.push({ entry, group, isTooFarIn: false });
  }
  return found;
}

export function misplacedFields(map: YamlMap, field: GroupField): readonly MisplacedField[] {
  return [...tooFarIn(map, field), ...tooFarOut(map, field)];
}

/** The group without the fields that `stay` refuses, and with those that belong in it. */
function withFields(
  group: YamlEntry,
  stay: (one: YamlEntry) => boolean,
  added: readonly YamlEntry[],
): YamlEntry {
  const { value, keySpan } = group;
  if (value.kind === 'map') {
    const entries = [...value.entries.filter(stay), ...added];
    return { ...group, value: { ...value, entries } };
  }
  return added.length === 0
    ? group
    : { ...group, value: { kind: 'map', entries: added, span: keySpan } };
}

/** The map with each of the fields where it belongs. */
export function moveBack(map: YamlMap, misplaced: readonly MisplacedField[]): YamlMap {
  if (misplaced.length === 0) return map;
  const moved = new Set(misplaced.map(({ entry }) => entry));
  const stay = (one: YamlEntry) => !moved.has(one);
  const entries = map.entries.filter(stay).map((group) => {
    const added = misplaced.filter((one) => one.group === group && !one.isTooFarIn);
    return withFields(
      group,
      stay,
      added.map(({ entry }) => entry),
    );
  });
  const outer = misplaced.filter(({ isTooFarIn }) => isTooFarIn).map(({ entry }) => entry);
  return { ...map, entries: [...entries, ...outer] };
}
