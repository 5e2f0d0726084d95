/**
 * `templates/<name>/template.yaml`: what a template is made for and what it asks of the copy.
 *
 *     title: {da: Folder, en: Folder}
 *     form: {fold: roll6, format: A5}
 *     fields: ../shared/fields.yaml        # or the fields themselves
 *     limits: {letter.body: {max: {lines: 38}}}
 */
import { type Context, type Message, nearest, resolvePath, type Source } from '../base/index.ts';
import { decodeText } from './decode.ts';
import { fallbackForm, readForm } from './form.ts';
import type { Form } from './job.ts';
import { applyLimits, parseSchema, readMessage } from './parse-schema.ts';
import * as problems from './problems.ts';
import type { Schema } from './schema.ts';
import { listTemplates, templatePath } from './template-form.ts';
import { parseYaml, type YamlEntry, type YamlMap } from './yaml.ts';
import { type Entries, readKeys, readMap, startOf } from './yaml-reader.ts';

/** A template: `templates/<name>/template.yaml` and `pages.hbs`; partials are read on use. */
export interface Template {
  readonly name: string;
  /** `templates/<name>/`. */
  readonly folder: string;
  readonly title: Message;
  /** What it is made for; a job may change the sizes. */
  readonly form: Form;
  readonly schema: Schema;
  /** `pages.hbs`. */
  readonly pages: Source;
}

const templateKeys = ['title', 'description', 'form', 'fields', 'limits'] as const;

/** The fields, written here or in a file of their own. */
function readSchema(entry: YamlEntry, source: Source, context: Context): Schema | null {
  if (entry.value.kind !== 'scalar' || entry.value.value === null)
    return parseSchema(entry.value, context.report);
  const path = resolvePath(source.path, entry.value.text);
  const file = decodeText(context.workspace.read(path), context, entry.value.span);
  const tree = file && parseYaml(file, context);
  const map = tree && readMap(tree, path, context.report);
  if (!map) return null;
  const fields = map.entries.find(({ key }) => key === 'fields');
  if (!fields || map.entries.length > 1) return parseSchema(map, context.report);
  return parseSchema(fields.value, context.report);
}

function readSchemaOf(
  entries: Entries,
  map: YamlMap,
  source: Source,
  context: Context,
): Schema | null {
  const fields = entries.get('fields');
  if (!fields) {
    context.report(problems.keyMissing('fields', 'fields: {…}', startOf(map.span)));
    return null;
  }
  const schema = readSchema(fields, source, context);
  const entry = entries.get('limits');
  const limits = entry ? readMap(entry.value, 'limits', context.report) : null;
  return schema && limits ? applyLimits(schema, limits, context.report) : schema;
}

/**
 * The template of a name. Null after a report that there is none (`input/unknown-template`), that
 * `template.yaml` or `pages.hbs` cannot be read, that nothing is in it, or that it has no fields.
 */
export function readTemplate(name: string, context: Context): Template | null {
  const { report, workspace } = context;
  const file = workspace.read(templatePath(name));
  if (file.kind === 'missing') {
    const known = listTemplates(workspace);
    report(problems.templateMissing(name, undefined, nearest(name, known), known));
    return null;
  }
  const source = decodeText(file, context);
  const folder = `templates/${name}/`;
  const pages = decodeText(workspace.read(`${folder}pages.hbs`), context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, source.path, report);
  if (!map || !pages) return null;
  if (pages.text.trim() === '') {
    report(problems.templateEmpty(pages.path, { source: pages, start: 0, end: 0 }));
    return null;
  }
  const entries = readKeys(map, templateKeys, report);
  const form = entries.get('form');
  if (!form)
    report(problems.keyMissing('form', 'form: {fold: roll6, format: A5}', startOf(map.span)));
  const title = entries.get('title');
  const schema = readSchemaOf(entries, map, source, context);
  if (!schema) return null;
  return {
    name,
    folder,
    title: (title ? readMessage(title, report) : null) ?? { en: name, da: name },
    form: (form ? readForm(form.value, null, form.keySpan, report) : null) ?? fallbackForm,
    schema,
    pages,
  };
}
