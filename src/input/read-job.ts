/**
 * `content/<name>/job.yaml` to a `Job`. Every key but `template` may be left out; what then stands
 * is in `jobDefaults`, all of it. The form's own defaults come from the template.
 */
import { type Context, type Edges, nearest, resolvePath, type Source } from '../base/index.ts';
import type { Paper } from '../folds/index.ts';
import { defaultCondition } from './conditions.ts';
import { decodeText } from './decode.ts';
import { fallbackForm, readForm } from './form.ts';
import type { Flavour, Form, Job, PictureRules } from './job.ts';
import { jobDefaults } from './job-defaults.ts';
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
import { type Printer, readPrinter } from './printers.ts';
import * as problems from './problems.ts';
import { readSwatches } from './swatches.ts';
import { listTemplates, readTemplateForm } from './template-form.ts';
import { parseYaml, type YamlEntry, type YamlMap, type YamlScalar } from './yaml.ts';
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
  'printer',
  'copy',
  'cleanup',
  'form',
  'paper',
  'bleed',
  'marks',
  'condition',
  'spots',
  'swatches',
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
    report(problems.templateUnnamed(known, startOf(map.span)));
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

/** The house's safety, with a warning before it where the usual one is further in. */
function safetyFor(printer: Printer | null): Job['safetyMm'] {
  const { error, warning } = jobDefaults.safetyMm;
  const asked = printer?.safetyMm ?? error;
  return { error: asked, warning: Math.max(asked, warning) };
}

/** As the job says, else as its printer does; the printer's ink limit holds where it is lower. */
function conditionFor(
  entries: Entries,
  printer: Printer | null,
  source: Source,
  context: Context,
): Job['condition'] {
  const named = printer?.condition;
  const entry = entries.get('printer');
  const text = named === undefined || !entry ? null : { ...entry, value: scalarOf(named, entry) };
  const asked = entries.get('condition') ?? text;
  const condition = (asked ? readCondition(asked, source, context) : null) ?? defaultCondition();
  const limit = printer?.totalInkPercent;
  if (limit === undefined) return condition;
  const totalInkPercent = Math.min(limit, condition.totalInkPercent);
  return { ...condition, totalInkPercent, advisedInkPercent: null };
}

/** Words that a data file says, at the place in the job that led there. */
function scalarOf(text: string, { value }: YamlEntry): YamlScalar {
  return { kind: 'scalar', text, value: text, span: value.span } as YamlScalar;
}

function readFields(map: YamlMap, source: Source, context: Context): Job | null {
  const { report } = context;
  const entries = readKeys(map, jobKeys, report);
  const name = source.path.split('/').at(-2) ?? source.path;
  const template = readTemplateName(entries, map, context);
  const printer = readOr<Printer | null>(entries, 'printer', (e) => readPrinter(e, context), null);
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
    printer,
    bleedMm: readOr<Edges>(
      entries,
      'bleed',
      (e) => readBleed(e, report),
      printer?.bleedMm ?? jobDefaults.bleedMm,
    ),
    safetyMm: safetyFor(printer),
    maxMegabytes: printer?.maxMegabytes ?? jobDefaults.maxMegabytes,
    marks: readOr<boolean>(
      entries,
      'marks',
      (e) => readBoolean(e, report),
      printer?.marks ?? jobDefaults.marks,
    ),
    condition: conditionFor(entries, printer, source, context),
    spots: readOr<readonly string[]>(
      entries,
      'spots',
      (e) => readSpots(e, report),
      jobDefaults.spots,
    ),
    swatches: readOr<Job['swatches']>(
      entries,
      'swatches',
      (e) => readSwatches(e, report),
      jobDefaults.swatches,
    ),
    flavour: readOr<Flavour>(
      entries,
      'flavour',
      (e) => readFlavour(e, report),
      printer?.flavour ?? jobDefaults.flavour,
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
    keySpans: keySpans(map),
  };
  if (template === null) return null;
  return { ...job, template, form: readFormOf(entries, template, context) };
}

/**
 * The job at a path such as `content/ledersektionen/job.yaml`. Wrong values are reported and the
 * defaults stand in their place, so that one run shows all; null where the file cannot be read or
 * is empty or has no template (`input/empty-job`, `input/missing-key`, `input/unknown-template`).
 */
export function readJob(path: string, context: Context): Job | null {
  const source = decodeText(context.workspace.read(path), context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, path, context.report);
  if (!source || !map) return null;
  if (map.entries.length > 0) return readFields(map, source, context);
  context.report(problems.jobEmpty(path, startOf(map.span)));
  return null;
}
