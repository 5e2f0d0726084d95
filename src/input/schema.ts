/**
 * What a template asks of the copy: its fields, their kinds, labels and limits. A definition is
 * written once, in `template.yaml` or a file that several templates share; checking the copy, the
 * editor's JSON Schema, the labels in messages and the limits of the report come from it.
 */
import type { Message, Span } from '../base/index.ts';

/** Least and most of something; null where there is no limit. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** What can be limited. Lines are known only after layout. */
export const measures = ['characters', 'words', 'lines', 'items'] as const;
export type Measure = (typeof measures)[number];

export type Limits = Readonly<Record<Measure, Range>>;

export const textKinds = ['text', 'rich', 'paragraphs'] as const;
export const leafKinds = [...textKinds, 'picture', 'url', 'number', 'date', 'boolean'] as const;
export type LeafKind = (typeof leafKinds)[number];

interface FieldBase {
  readonly label: Message;
  readonly description: Message | null;
  readonly required: boolean;
  readonly limits: Limits;
  /** Where the definition stands. */
  readonly span: Span;
}

export interface LeafField extends FieldBase {
  readonly kind: LeafKind;
  /** Its typography stays as typed. */
  readonly verbatim: boolean;
}

export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly item: Field;
}

export interface GroupField extends FieldBase {
  readonly kind: 'group';
  readonly fields: ReadonlyMap<string, Field>;
}

export type Field = LeafField | ListField | GroupField;

/** The copy's top level. */
export type Schema = GroupField;

const noLimit: Range = { min: null, max: null };
export const noLimits: Limits = {
  characters: noLimit,
  words: noLimit,
  lines: noLimit,
  items: noLimit,
};

/** Fields on the way from the top level to a path, the top level itself left out. */
function walk(schema: Schema, path: string): readonly { field: Field; key: string }[] {
  const steps: { field: Field; key: string }[] = [];
  let here: Field = schema;
  for (const key of path === '' ? [] : path.split('.')) {
    const next: Field | undefined =
      here.kind === 'group' ? here.fields.get(key) : here.kind === 'list' ? here.item : undefined;
    if (!next) break;
    steps.push({ field: next, key });
    here = next;
  }
  return steps;
}

/** The definition at a dotted path such as `letter.body` or `principles.3`. */
export function fieldAt(schema: Schema, path: string): Field | undefined {
  const steps = walk(schema, path);
  return steps.length === path.split('.').length ? steps.at(-1)?.field : undefined;
}

/** What the designer allows at a path; no limits where the path is not known. */
export function limitsOf(schema: Schema, path: string): Limits {
  return fieldAt(schema, path)?.limits ?? noLimits;
}

/** A path in a reader's words: `«Formandens brev» › «Brødtekst»`; list items counted from 1. */
export function labelOf(schema: Schema, path: string): Message {
  const names = walk(schema, path).map(({ field, key }) => {
    const isItem = /^\d+$/.test(key);
    const number = Number(key) + 1;
    return isItem ? { en: `no. ${number}`, da: `nr. ${number}` } : quoted(field.label);
  });
  const join = (language: 'en' | 'da') => names.map((name) => name[language]).join(' › ');
  return names.length === 0 ? { en: path, da: path } : { en: join('en'), da: join('da') };
}

function quoted({ en, da }: Message): Message {
  return { en: `“${en}”`, da: `«${da}»` };
}
