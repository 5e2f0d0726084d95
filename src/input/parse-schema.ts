/**
 * The fields of a template as its author writes them:
 *
 *     fields:
 *       letter:
 *         label: {da: Formandens brev, en: The chair's letter}
 *         fields:
 *           title: {type: text, label: {da: Overskrift, en: Heading}, max: {lines: 3}}
 *           body: {type: paragraphs, label: …, description: …, required: false}
 *       principles:
 *         type: list
 *         label: …
 *         min: {items: 9}
 *         item: {type: rich}
 *
 * A field is required unless it says `required: false`.
 */
import { type Message, nearest, type Report, type Span } from '../base/index.ts';
import * as problems from './problems.ts';
import {
  type Field,
  type GroupField,
  type LeafKind,
  type Limits,
  leafKinds,
  type Measure,
  noLimits,
  type Schema,
} from './schema.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml.ts';
import {
  type Entries,
  readBoolean,
  readChoice,
  readKeys,
  readMap,
  readNumber,
  readWords,
} from './yaml-reader.ts';

const fieldKeys = [
  'type',
  'label',
  'description',
  'required',
  'min',
  'max',
  'fields',
  'item',
  'verbatim',
] as const;
const fieldKinds = [...leafKinds, 'list', 'group'] as const;
const countRange = { min: 0, max: 1_000_000, isWhole: true };

/** `label: Titel`, or `label: {da: Titel, en: Title}`; one language stands for a missing one. */
export function readMessage(entry: YamlEntry, report: Report): Message | null {
  if (entry.value.kind === 'scalar') {
    const words = readWords(entry, report);
    return words === null ? null : { en: words, da: words };
  }
  const map = readMap(entry.value, entry.key, report);
  const entries: Entries = map ? readKeys(map, ['da', 'en'], report) : new Map();
  const wordsOf = (key: string) => {
    const found = entries.get(key);
    return found ? readWords(found, report) : null;
  };
  const da = wordsOf('da') ?? wordsOf('en');
  const en = wordsOf('en') ?? da;
  return da === null || en === null ? null : { en, da };
}

/** One bound (`min` or `max`) of every measure that a definition gives. */
function readBounds(
  entry: YamlEntry | undefined,
  allowed: readonly Measure[],
  report: Report,
): ReadonlyMap<string, number> {
  const bounds = new Map<string, number>();
  const map = entry ? readMap(entry.value, entry.key, report) : null;
  for (const [measure, bound] of map ? readKeys(map, allowed, report) : []) {
    const count = readNumber(bound, countRange, report);
    if (count !== null) bounds.set(measure, count);
  }
  return bounds;
}

const measuresOfKind: Readonly<Record<string, readonly Measure[]>> = {
  text: ['characters', 'words', 'lines'],
  rich: ['characters', 'words', 'lines'],
  paragraphs: ['characters', 'words', 'lines', 'items'],
  list: ['items'],
};

/** `min:` and `max:` of a definition on top of the limits that stand already. */
export function readLimits(entries: Entries, kind: string, base: Limits, report: Report): Limits {
  const allowed = measuresOfKind[kind] ?? [];
  const min = readBounds(entries.get('min'), allowed, report);
  const max = readBounds(entries.get('max'), allowed, report);
  const of = (measure: Measure) => ({
    min: min.get(measure) ?? base[measure].min,
    max: max.get(measure) ?? base[measure].max,
  });
  return {
    characters: of('characters'),
    words: of('words'),
    lines: of('lines'),
    items: of('items'),
  };
}

/** What else people call the types. */
const kindNames: readonly (readonly [RegExp, LeafKind | 'list' | 'group'])[] = [
  [/^(image|img|photo|billede|foto)$/i, 'picture'],
  [/^(string|line|tekst)$/i, 'text'],
  [/^(markdown|richtext)$/i, 'rich'],
  [/^(link|webadresse)$/i, 'url'],
  [/^(int|integer|float|tal)$/i, 'number'],
  [/^(bool)$/i, 'boolean'],
  [/^(array|liste)$/i, 'list'],
  [/^(object|map|gruppe)$/i, 'group'],
];

function kindOf(entries: Entries, report: Report): LeafKind | 'list' | 'group' {
  const type = entries.get('type');
  const kind = type ? readChoice('type', type.value, fieldKinds, report, kindNames) : null;
  if (kind !== null) return kind;
  return entries.has('fields') ? 'group' : entries.has('item') ? 'list' : 'text';
}

function capitalised(key: string): string {
  return key.charAt(0).toLocaleUpperCase('da') + key.slice(1);
}

function readField(key: string, node: YamlNode, span: Span, report: Report): Field | null {
  const map = readMap(node, key, report);
  if (!map) return null;
  const entries = readKeys(map, fieldKeys, report);
  const kind = kindOf(entries, report);
  const label = entries.get('label');
  const description = entries.get('description');
  const required = entries.get('required');
  const base = {
    label: (label ? readMessage(label, report) : null) ?? {
      en: capitalised(key),
      da: capitalised(key),
    },
    description: description ? readMessage(description, report) : null,
    required: (required ? readBoolean(required, report) : null) ?? true,
    limits: readLimits(entries, kind, noLimits, report),
    span,
  };
  if (kind === 'group') {
    const fields = entries.get('fields');
    if (!fields) report(problems.keyMissing('fields', 'fields: {…}', span));
    return { ...base, kind, fields: fields ? readFields(fields.value, report) : new Map() };
  }
  const verbatim = entries.get('verbatim');
  if (kind !== 'list')
    return { ...base, kind, verbatim: (verbatim && readBoolean(verbatim, report)) ?? false };
  const item = entries.get('item');
  if (!item) report(problems.keyMissing('item', 'item: {type: text}', span));
  const field = item ? readField('item', item.value, item.keySpan, report) : null;
  return field ? { ...base, kind, item: field } : null;
}

function readFields(node: YamlNode, report: Report): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const map = readMap(node, 'fields', report);
  for (const { key, keySpan, value } of map?.entries ?? []) {
    const isName = /^[a-zæøå][\wæøåÆØÅ]*$/.test(key) && key !== 'this' && key !== 'constructor';
    if (!isName) report(problems.fieldReserved(key, keySpan));
    const field = isName ? readField(key, value, keySpan, report) : null;
    if (field) fields.set(key, field);
  }
  return fields;
}

/** The schema whose top-level fields are `node`. */
export function parseSchema(node: YamlNode, report: Report): Schema {
  return {
    kind: 'group',
    label: { en: 'the copy', da: 'teksten' },
    description: null,
    required: true,
    limits: noLimits,
    span: node.span,
    fields: readFields(node, report),
  };
}

function pathsOf(field: Field, path: string, into: string[]): readonly string[] {
  if (path !== '') into.push(path);
  const prefix = path === '' ? '' : `${path}.`;
  if (field.kind === 'group')
    for (const [key, child] of field.fields) pathsOf(child, prefix + key, into);
  if (field.kind === 'list') pathsOf(field.item, `${prefix}*`, into);
  return into;
}

function withLimits(
  field: Field,
  steps: readonly string[],
  change: (field: Field) => Field,
): Field {
  const [step, ...rest] = steps;
  if (step === undefined) return change(field);
  if (field.kind === 'list') return { ...field, item: withLimits(field.item, rest, change) };
  if (field.kind !== 'group') return field;
  const child = field.fields.get(step);
  const fields = new Map(field.fields);
  if (child) fields.set(step, withLimits(child, rest, change));
  return { ...field, fields };
}

/**
 * A schema with the limits of one template on top: `limits: {letter.body: {max: {lines: 38}}}`,
 * items of a list as `principles.*`.
 */
export function applyLimits(schema: Schema, map: YamlMap, report: Report): Schema {
  const paths = pathsOf(schema, '', []);
  let result: GroupField = schema;
  for (const { key, keySpan, value } of map.entries) {
    if (!paths.includes(key)) {
      report(problems.limitsUnknownField(key, keySpan, nearest(key, paths)));
      continue;
    }
    const limits = readMap(value, key, report);
    const entries = limits ? readKeys(limits, ['min', 'max'], report) : null;
    if (!entries) continue;
    const changed = withLimits(result, key.split('.'), (field) => ({
      ...field,
      limits: readLimits(entries, field.kind, field.limits, report),
    }));
    if (changed.kind === 'group') result = changed;
  }
  return result;
}
