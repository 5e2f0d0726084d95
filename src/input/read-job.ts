/**
 * `content/<name>/job.yaml` to a `Job`. Every key but `template` may be left out; what then stands
 * is in `jobDefaults`, all of it. The form's own defaults come from the template.
 */
import {
  type Context,
  type Edges,
  nearest,
  type Report,
  resolvePath,
  type Source,
} from '../base/index.ts';
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

type JobKey = (typeof jobKeys)[number];

/** An entry's value as `read` understands it; `fallback` where there is none or it is wrong. */
function readOr<T>(
  entries: Entries,
  key: JobKey,
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

/** How a key's value is read; null after a report that it is wrong. */
type ReadEntry<T> = (entry: YamlEntry, report: Report) => T | null;

function readerOf(entries: Entries, report: Report) {
  return <T>(key: JobKey, readEntry: ReadEntry<T>, fallback: T): T =>
    readOr(entries, key, (entry) => readEntry(entry, report), fallback);
}

/** What of the job is its own affair, as it says or as everybody has it. */
function readOwnSettings(entries: Entries, report: Report) {
  const read = readerOf(entries, report);
  const { language, cleanup, paper, spots, swatches, pictures, outputs } = jobDefaults;
  return {
    language: read('language', readLanguage, language),
    cleanup: read<boolean>('cleanup', readBoolean, cleanup),
    paper: read<Paper>('paper', readPaper, paper),
    spots: read<readonly string[]>('spots', readSpots, spots),
    swatches: read<Job['swatches']>('swatches', readSwatches, swatches),
    pictures: read<PictureRules>('pictures', readPictureRules, pictures),
    outputs: read('outputs', readOutputs, outputs),
    sheets: read<Job['sheets']>('sheets', readSheets, jobDefaults.sheets),
    order: read<Job['order']>('order', readOrder, jobDefaults.order),
    date: read<string>('date', readDate, jobDefaults.date),
    pagesDpi: read<number>('pages', readPagesDpi, jobDefaults.pagesDpi),
    silence: read<Job['silence']>('silence', readSilence, []),
  };
}

/** What a printer asks for where the job says nothing of it. */
function readPrinting(entries: Entries, printer: Printer | null, source: Source, context: Context) {
  const read = readerOf(entries, context.report);
  return {
    printer,
    bleedMm: read<Edges>('bleed', readBleed, printer?.bleedMm ?? jobDefaults.bleedMm),
    safetyMm: safetyFor(printer),
    maxMegabytes: printer?.maxMegabytes ?? jobDefaults.maxMegabytes,
    marks: read<boolean>('marks', readBoolean, printer?.marks ?? jobDefaults.marks),
    condition: conditionFor(entries, printer, source, context),
    flavour: read<Flavour>('flavour', readFlavour, printer?.flavour ?? jobDefaults.flavour),
  };
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
    copy: readOr(entries, 'copy', (entry) => readPath(entry, source, report), copy),
    ...readOwnSettings(entries, report),
    ...readPrinting(entries, printer, source, context),
    keySpans: keySpans(map),
  };
  return template === null
    ? null
    : { ...job, template, form: readFormOf(entries, template, context) };
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
