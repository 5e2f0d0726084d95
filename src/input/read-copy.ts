/**
 * `copy.yaml` checked against a template's schema. Every problem is reported in one run; a field
 * that is wrong or missing is absent in the copy.
 */
import type { Context, Message, Span } from '../base/index.ts';
import { checkEncoding, checkRemark } from './check-text.ts';
import { cleanUp, type TypographyChange } from './clean-up.ts';
import type { Copy, CopyAbsent, CopyGroup, CopyValue, SourcedText } from './copy.ts';
import { checkLimits, readParagraphs, readText, type TextSettings } from './copy-text.ts';
import { parseBoolean, parseDay, parseNumber } from './copy-value.ts';
import { decodeText } from './decode.ts';
import { type Job, spanOfKey } from './job.ts';
import { linkTarget } from './link-address.ts';
import { parseCopy } from './parse-copy.ts';
import * as problems from './problems.ts';
import { readPicture } from './read-picture.ts';
import type { Field, GroupField, LeafField, ListField, Schema } from './schema.ts';
import { labelOf } from './schema.ts';
import type { QuoteStyle } from './typography.ts';
import { reportUnknownFields } from './unknown-fields.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml.ts';
import { startOf } from './yaml-reader.ts';

const absent: CopyAbsent = { kind: 'absent' };

interface Reading {
  readonly schema: Schema;
  readonly language: string;
  readonly context: Context;
  readonly cleanUp: TextSettings['cleanUp'];
  /** The job has a screen edition, whose pictures are described to those who cannot see them. */
  readonly isReadAloud: boolean;
}

/** A field's place in the copy: its path, and where to point when nothing better is there. */
interface At {
  readonly field: string;
  readonly keySpan: Span;
}

function label(reading: Reading, { field }: At): Message {
  return labelOf(reading.schema, field);
}

function isEmpty(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.text.trim() === '';
  return node.kind === 'list' ? node.items.length === 0 : node.entries.length === 0;
}

function reportWrongKind(
  node: YamlNode,
  kind: string,
  at: At,
  reading: Reading,
  found?: problems.WrittenInstead,
): CopyAbsent {
  reading.context.report(problems.fieldWrongKind(label(reading, at), kind, node.span, found));
  return absent;
}

function readWords(
  scalar: YamlScalar,
  isRich: boolean,
  at: At,
  reading: Reading,
  cleanUp: TextSettings['cleanUp'] = null,
): SourcedText | null {
  const { language } = reading;
  const settings = { field: at.field, label: label(reading, at), isRich, language, cleanUp };
  return readText(scalar, settings, reading.context.report);
}

function readTextField(scalar: YamlScalar, field: LeafField, at: At, reading: Reading): CopyValue {
  const cleanUp = field.verbatim ? null : reading.cleanUp;
  const text = readWords(scalar, field.kind === 'rich', at, reading, cleanUp);
  if (!text) return absent;
  const place = { label: label(reading, at), span: text.span };
  checkLimits([text], 1, field.limits, place, reading.context.report);
  return text;
}

function paragraphsIn(
  node: YamlNode,
  field: LeafField,
  at: At,
  reading: Reading,
): readonly SourcedText[] {
  const cleanUp = field.verbatim ? null : reading.cleanUp;
  const { language, context } = reading;
  const { report } = context;
  const settings = { field: at.field, label: label(reading, at), isRich: true, language, cleanUp };
  if (node.kind === 'scalar') return readParagraphs(node, settings, report);
  if (node.kind === 'map') return [];
  return node.items.flatMap((item) => {
    if (item.kind === 'scalar') return readText(item, settings, report) ?? [];
    reportWrongKind(item, 'text', at, reading);
    return [];
  });
}

function readParagraphsField(
  node: YamlNode,
  field: LeafField,
  at: At,
  reading: Reading,
): CopyValue {
  if (node.kind === 'map') return reportWrongKind(node, 'paragraphs', at, reading);
  const paragraphs = paragraphsIn(node, field, at, reading);
  if (paragraphs.length === 0) return absent;
  const place = { label: label(reading, at), span: node.span };
  checkLimits(paragraphs, paragraphs.length, field.limits, place, reading.context.report);
  return { kind: 'paragraphs', field: at.field, span: node.span, paragraphs };
}

function readNumberField(scalar: YamlScalar, at: At, reading: Reading): CopyValue {
  const value = parseNumber(scalar.text, reading.language);
  const text = value === null ? null : readWords(scalar, false, at, reading);
  if (value === null || !text) return reportWrongKind(scalar, 'number', at, reading);
  return { kind: 'number', value, text };
}

function readDateField(scalar: YamlScalar, at: At, reading: Reading): CopyValue {
  const day = parseDay(scalar.text);
  const text = day && readWords(scalar, false, at, reading);
  if (!day || !text) return reportWrongKind(scalar, 'date', at, reading);
  return { kind: 'date', ...day, text };
}

function readUrlField(scalar: YamlScalar, at: At, reading: Reading): CopyValue {
  checkRemark(scalar, reading.context.report);
  const href = linkTarget(scalar.text);
  if (href === null) return reportWrongKind(scalar, 'url', at, reading);
  // Whoever means to send mail says so: `mailto:`.
  if (href.startsWith('mailto:') && !/^mailto:/i.test(scalar.text.trim()))
    return reportWrongKind(scalar, 'url', at, reading, 'mail');
  // No marks in an address: `~` and `*` are letters there.
  const { span } = scalar;
  const inlines = [{ kind: 'text', text: scalar.text.trim(), span }] as const;
  const text: SourcedText = {
    kind: 'text',
    text: scalar.text.trim(),
    span,
    field: at.field,
    inlines,
  };
  return { kind: 'url', href, text };
}

function readBooleanField(scalar: YamlScalar, at: At, reading: Reading): CopyValue {
  const value = parseBoolean(scalar.text);
  return value === null
    ? reportWrongKind(scalar, 'boolean', at, reading)
    : { kind: 'boolean', value };
}

function readLeaf(node: YamlNode, field: LeafField, at: At, reading: Reading): CopyValue {
  if (field.kind === 'picture')
    return (
      readPicture(node, at.field, label(reading, at), reading.isReadAloud, reading.context) ??
      absent
    );
  if (field.kind === 'paragraphs') return readParagraphsField(node, field, at, reading);
  if (node.kind !== 'scalar') return reportWrongKind(node, field.kind, at, reading);
  switch (field.kind) {
    case 'number':
      return readNumberField(node, at, reading);
    case 'date':
      return readDateField(node, at, reading);
    case 'url':
      return readUrlField(node, at, reading);
    case 'boolean':
      return readBooleanField(node, at, reading);
    default:
      return readTextField(node, field, at, reading);
  }
}

function readList(node: YamlNode, field: ListField, at: At, reading: Reading): CopyValue {
  if (node.kind !== 'list') return reportWrongKind(node, 'list', at, reading);
  const items = node.items.map((item, index) =>
    readPresent(item, field.item, { field: `${at.field}.${index}`, keySpan: item.span }, reading),
  );
  const place = { label: label(reading, at), span: at.keySpan };
  checkLimits([], items.length, field.limits, place, reading.context.report);
  return { kind: 'list', field: at.field, span: node.span, items };
}

function readGroup(map: YamlMap, field: GroupField, at: At, reading: Reading): CopyGroup {
  const meant = reportUnknownFields(map, field, reading.context.report);
  const entries = new Map(map.entries.map((entry) => [entry.key, entry]));
  const fields = new Map<string, CopyValue>();
  for (const [key, child] of field.fields) {
    const path = at.field === '' ? key : `${at.field}.${key}`;
    // A slip of the key has been told once; that the field is missing is the same mistake.
    if (meant.has(key)) fields.set(key, absent);
    else fields.set(key, readEntry(key, entries.get(key), child, { ...at, field: path }, reading));
  }
  return { kind: 'group', field: at.field, span: map.span, fields };
}

/** A field that may be missing; `at.keySpan` is the place of the group around it. */
function readEntry(
  key: string,
  entry: YamlEntry | undefined,
  field: Field,
  at: At,
  reading: Reading,
): CopyValue {
  if (entry) return readPresent(entry.value, field, { ...at, keySpan: entry.keySpan }, reading);
  if (field.required) {
    const missing = problems.fieldMissing(label(reading, at), key, at.keySpan, field.span);
    reading.context.report(missing);
  }
  return absent;
}

function emptinessOf({ span }: YamlNode, field: Field, at: At): problems.Emptiness {
  const { source, end } = at.keySpan;
  if (/^[ \t]*:?[ \t]+#/.test(source.text.slice(end, end + 200))) return 'remark';
  if (/^(~|null)$/i.test(source.text.slice(span.start, span.end))) return 'nothing';
  if (/\.\d+$/.test(at.field)) return 'item';
  return field.kind === 'list' ? 'list' : 'plain';
}

/** A field whose key is there. */
function readPresent(node: YamlNode, field: Field, at: At, reading: Reading): CopyValue {
  if (isEmpty(node)) {
    if (field.required) {
      const emptiness = emptinessOf(node, field, at);
      const empty = problems.fieldEmpty(label(reading, at), emptiness, at.keySpan, field.span);
      reading.context.report(empty);
    }
    return absent;
  }
  if (field.kind === 'list') return readList(node, field, at, reading);
  if (field.kind !== 'group') return readLeaf(node, field, at, reading);
  return node.kind === 'map'
    ? readGroup(node, field, at, reading)
    : reportWrongKind(node, 'group', at, reading);
}

/** The quotes that the copy has already; »…« where it has none or both. */
function quoteStyleOf(text: string): QuoteStyle {
  return /[“”]/.test(text) && !/[»«]/.test(text) ? 'curly' : 'guillemets';
}

/**
 * The copy of a job; `verbatim` are texts whose typography stays as typed. Null after a report that the file cannot be read or is empty. Reports
 * `input/missing-field`, `-empty-field`, `-unknown-field`, `-wrong-kind`, `-too-long`, `-too-short`
 * and what its texts and pictures report.
 */
export function readCopy(
  job: Job,
  schema: Schema,
  verbatim: readonly string[],
  context: Context,
): Copy | null {
  const source = decodeText(context.workspace.read(job.copy), context, spanOfKey(job, 'copy'));
  if (source) checkEncoding(source, context.report);
  const map = source && parseCopy(source, schema, context);
  if (!source || !map) return null;
  if (map.entries.length === 0) {
    context.report(problems.copyEmpty(job.copy, startOf(map.span)));
    return null;
  }
  const changes: TypographyChange[] = [];
  const settings = { language: job.language, quotes: quoteStyleOf(source.text), verbatim };
  const cleanTexts: TextSettings['cleanUp'] = (inlines, field) => {
    const cleaned = cleanUp(inlines, settings, field);
    changes.push(...cleaned.changes);
    return cleaned.inlines;
  };
  const reading: Reading = {
    schema,
    language: job.language,
    context,
    cleanUp: job.cleanup ? cleanTexts : null,
    isReadAloud: job.outputs.includes('screen'),
  };
  const root = readGroup(map, schema, { field: '', keySpan: startOf(map.span) }, reading);
  return { source, root, changes };
}
