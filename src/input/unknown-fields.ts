/** Keys of the copy that no field has: slips, labels in place of names, pieces that a comma cut off. */
import { nearest, type Report } from '../base/index.ts';
import * as problems from './problems.ts';
import type { Field, GroupField } from './schema.ts';
import type { YamlMap } from './yaml.ts';
import { isCutByComma } from './yaml-reader.ts';

/** The field that messages call by a name that somebody has written as its key: `overskrift`. */
function keyLabelled(key: string, { fields }: GroupField): string | undefined {
  const name = key.toLowerCase();
  const isSo = ({ label: { en, da } }: Field) => [en, da].some((one) => one.toLowerCase() === name);
  return [...fields].find(([, field]) => isSo(field))?.[0];
}

/** Reports keys that no field has; returns the missing fields that they are slips of. */
export function reportUnknownFields(
  map: YamlMap,
  field: GroupField,
  report: Report,
): ReadonlySet<string> {
  const meant = new Set<string>();
  const known = [...field.fields.keys()];
  const written = new Set(map.entries.map(({ key }) => key));
  for (const entry of map.entries) {
    const { key, keySpan } = entry;
    if (field.fields.has(key)) continue;
    const glued = /^(\w+):\S/.exec(key)?.[1];
    if (glued !== undefined && field.fields.has(glued)) {
      report(problems.yamlColonWithoutSpace(glued, keySpan));
      meant.add(glued);
      continue;
    }
    if (isCutByComma(entry)) {
      report(problems.commaInBraces(key, keySpan));
      continue;
    }
    const near = nearest(key, known) ?? keyLabelled(key, field);
    report(problems.fieldUnknown(key, keySpan, near, known));
    if (near !== undefined && !written.has(near)) meant.add(near);
  }
  return meant;
}
