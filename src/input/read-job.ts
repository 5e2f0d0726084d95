/**
 * `content/<name>/job.yaml` to a `Job`. Every key but `template` may be left out; what then stands
 * is in `jobDefaults`, all of it. The form's own defaults come from the template.
 */
import {
  type Context,
  type Edges,
  nearest,
  resolvePath,
  type Source,
  type Span,
} from '../base/index.ts';
import type { Paper } from '../folds/index.ts';
import { decodeText } from './decode.ts';
import { fallbackForm, readForm } from './form.ts';
import type { Flavour, Form, Job, PictureRules } from './job.ts';
import { conditions, jobDefaults } from './job-defaults.ts';
import { readOrder, readSheets } from './job-order.ts';
import {
  readBleed,
  readCondition,
  readDate,
  readFlavour,
  readLanguage,
  readOutputs,
  readPagesDpi,
  readPaper,
  readPath,
  readPictureRules,
  readSilence,
  readSpots,
} from './job-values.ts';
import * as problems from './problems.ts';
import { listTemplates, readTemplateForm } from './template-form.ts';
import { parseYaml, type YamlEntry, type YamlMap } from './yaml.ts';
import {
  type Entries,
  keySpans,
  readBoolean,
  readKeys,
  readMap,
  readWords,
  startOf,
} from './yaml-reader.ts';

const jobKeys = [
  'title',
  'language',
  'template',
  'copy',
  'cleanup',
  'form',
  'paper',
  'bleed',
  'marks',
  'condition',
  'spots',
  'flavour',
  'pictures',
  'outputs',
  'sheets',
  'order',
  'date',
  'pages',
  'silence',
] as const;

/** An entry's value as `read` understands it; `fallback` where there is none or it is wrong. */
function readOr<T>(
  entries: Entries,
  key: (typeof jobKeys)[number],
  read: (entry: YamlEntry) => T | null,
  fallback: T,
): T {
  const entry = entries.get(key);
  return (entry ? read(entry) : null) ?? fallback;
}

/** The template's name; null after a report that there is none such. */
function readTemplateName(entries: Entries, map: YamlMap, context: Context): string | null {
  const { report, workspace } = context;
  const known = listTemplates(workspace);
  const entry = entries.get('template');
  if (!entry) {
    const example = `template: ${known[0] ?? 'name'}`;
    report(problems.keyMissing('template', example, startOf(map.span)));
    return null;
  }
  const name = readWords(entry, report);
  if (name === null || known.includes(name)) return name;
  report(problems.templateMissing(name, entry.value.span, nearest(name, known), known));
  return null;
}

function readFormOf(entries: Entries, template: string, context: Context): Form {
  const base = readTemplateForm(template, context);
  const entry = entries.get('form');
  const form = entry ? readForm(entry.value, base, entry.keySpan, context.report) : base;
  return form ?? fallbackForm;
}

/** `spanOf` of a job: the key's place, else that of the nearest key around it. */
function spanFinder(map: YamlMap): (key: string) => Span {
  const spans = keySpans(map);
  const { source } = map.span;
  const start: Span = { source, start: 0, end: Math.min(1, source.text.length) };
  return (key) => {
    for (let path = key; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
      const span = spans.get(path);
      if (span) return span;
    }
    return start;
  };
}

function readFields(map: YamlMap, source: Source, context: Context): Job | null {
  const { report } = context;
  const entries = readKeys(map, jobKeys, report);
  const name = source.path.split('/').at(-2) ?? source.path;
  const template = readTemplateName(entries, map, context);
  const condition = conditions[jobDefaults.condition];
  const copy = resolvePath(source.path, jobDefaults.copy);
  const job = {
    name,
    source,
    title: readOr(entries, 'title', (entry) => readWords(entry, report), name),
    language: readOr(entries, 'language', (e) => readLanguage(e, report), jobDefaults.language),
    copy: readOr(entries, 'copy', (entry) => readPath(entry, source, report), copy),
    cleanup: readOr<boolean>(
      entries,
      'cleanup',
      (e) => readBoolean(e, report),
      jobDefaults.cleanup,
    ),
    paper: readOr<Paper>(entries, 'paper', (e) => readPaper(e, report), jobDefaults.paper),
    bleedMm: readOr<Edges>(entries, 'bleed', (e) => readBleed(e, report), jobDefaults.bleedMm),
    marks: readOr<boolean>(entries, 'marks', (e) => readBoolean(e, report), jobDefaults.marks),
    condition: readOr(entries, 'condition', (e) => readCondition(e, source, context), condition),
    spots: readOr<readonly string[]>(
      entries,
      'spots',
      (e) => readSpots(e, report),
      jobDefaults.spots,
    ),
    flavour: readOr<Flavour>(
      entries,
      'flavour',
      (e) => readFlavour(e, report),
      jobDefaults.flavour,
    ),
    pictures: readOr<PictureRules>(
      entries,
      'pictures',
      (e) => readPictureRules(e, report),
      jobDefaults.pictures,
    ),
    outputs: readOr(entries, 'outputs', (e) => readOutputs(e, report), jobDefaults.outputs),
    sheets: readOr<Job['sheets']>(
      entries,
      'sheets',
      (e) => readSheets(e, report),
      jobDefaults.sheets,
    ),
    order: readOr<Job['order']>(entries, 'order', (e) => readOrder(e, report), jobDefaults.order),
    date: readOr<string>(entries, 'date', (e) => readDate(e, report), jobDefaults.date),
    pagesDpi: readOr<number>(
      entries,
      'pages',
      (e) => readPagesDpi(e, report),
      jobDefaults.pagesDpi,
    ),
    silence: readOr<Job['silence']>(entries, 'silence', (e) => readSilence(e, report), []),
    spanOf: spanFinder(map),
  };
  if (template === null || !job.condition) return null;
  const form = readFormOf(entries, template, context);
  return { ...job, condition: job.condition, template, form };
}

/**
 * The job at a path such as `content/ledersektionen/job.yaml`. Wrong values are reported and the
 * defaults stand in their place, so that one run shows all; null where the file cannot be read or
 * has no template (`input/missing-key`, `input/unknown-template`).
 */
export function readJob(path: string, context: Context): Job | null {
  const source = decodeText(context.workspace.read(path), context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, path, context.report);
  return source && map ? readFields(map, source, context) : null;
}
