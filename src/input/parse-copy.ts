/**
 * The copy's YAML as a map, with fields put back where they belong: those of groups whose names
 * somebody has deleted, which then stand in the group above, some of them for the second time; and
 * those that stand a level too far in or out.
 */
import type { Context, Finding, Report, Source } from '../base/index.ts';
import { type MisplacedField, misplacedFields, moveBack } from './misplaced-fields.ts';
import * as problems from './problems.ts';
import type { GroupField, Schema } from './schema.ts';
import { labelOf } from './schema.ts';
import { putBack, type StrayFields, strayFields } from './stray-fields.ts';
import { parseYaml, type YamlEntry, type YamlMap } from './yaml.ts';
import { readMap } from './yaml-reader.ts';

interface Restoring {
  readonly schema: Schema;
  readonly report: Report;
  /** Places of the keys that were put back: they are not written twice. */
  readonly moved: Set<number>;
}

function reportStrays(
  { key, entries, within, name }: StrayFields,
  path: string,
  state: Restoring,
): void {
  const [{ keySpan }] = entries;
  const names = entries.map((entry) => entry.key);
  const place = { key, label: labelOf(state.schema, path), within: within.key };
  state.report(
    name
      ? problems.fieldTooFarIn(place, name.keySpan)
      : problems.groupNameMissing(place, names, keySpan),
  );
  for (const entry of entries) state.moved.add(entry.keySpan.start);
}

function reportMisplaced(
  { entry, group, isTooFarIn }: MisplacedField,
  path: string,
  { schema, report }: Restoring,
): void {
  const { key, keySpan } = entry;
  const place = { key, label: labelOf(schema, path), within: group.key };
  report(
    isTooFarIn ? problems.fieldTooFarIn(place, keySpan) : problems.fieldTooFarOut(place, keySpan),
  );
}

function restore(written: YamlMap, field: GroupField, path: string, state: Restoring): YamlMap {
  const pathOf = (key: string) => (path === '' ? key : `${path}.${key}`);
  const strays = strayFields(written, field);
  for (const one of strays) reportStrays(one, pathOf(one.key), state);
  const whole = putBack(written, strays);
  const misplaced = misplacedFields(whole, field);
  for (const one of misplaced) {
    const group = one.isTooFarIn ? '' : `${one.group.key}.`;
    reportMisplaced(one, pathOf(`${group}${one.entry.key}`), state);
  }
  const map = moveBack(whole, misplaced);
  const entries = map.entries.map((entry): YamlEntry => {
    const child = field.fields.get(entry.key);
    if (child?.kind !== 'group' || entry.value.kind !== 'map') return entry;
    return { ...entry, value: restore(entry.value, child, pathOf(entry.key), state) };
  });
  return { ...map, entries };
}

/**
 * The copy's map; null after a report. Reports what `parseYaml` does, `input/not-keys`, and
 * `input/missing-field` at the first field of a group whose name is missing, `input/misplaced-field`.
 */
export function parseCopy(source: Source, schema: Schema, context: Context): YamlMap | null {
  const repeated: Finding[] = [];
  const report: Report = (finding) =>
    finding.code === 'input/yaml-duplicate-key' ? repeated.push(finding) : context.report(finding);
  const tree = parseYaml(source, { ...context, report });
  const written = tree && readMap(tree, source.path, context.report);
  const state = { schema, report: context.report, moved: new Set<number>() };
  const map = written && restore(written, schema, '', state);
  for (const finding of repeated)
    if (!state.moved.has(finding.span?.start ?? -1)) context.report(finding);
  return map;
}
