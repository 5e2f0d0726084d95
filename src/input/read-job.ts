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
  type Span,
} from '../base/index.ts';
import { decodeText, fileBytes } from './decode.ts';
import { fallbackForm, readForm } from './form.ts';
import { parseLengthMm } from './format.ts';
import type { Form, Job, OutputKind, Paper } from './job.ts';
import * as problems from './problems.ts';
import { listTemplates, readTemplateForm } from './template-form.ts';
import { parseYaml, type YamlEntry, type YamlMap, type YamlNode } from './yaml.ts';
import {
  type Entries,
  keySpans,
  readBoolean,
  readChoice,
  readKeys,
  readMap,
  readNumber,
  readWords,
  reportWrong,
} from './yaml-reader.ts';

const outputKinds: readonly OutputKind[] = ['press', 'screen', 'pages'];
const stocks: readonly Paper['stock'][] = ['gloss', 'silk', 'uncoated'];

/** Printing conditions that a job may name by one word. */
const conditions: Readonly<Record<string, Job['condition']>> = {
  FOGRA39: {
    identifier: 'FOGRA39',
    profile: 'assets/icc/FOGRA39L_coated.icc',
    info: 'Coated FOGRA39 (ISO 12647-2:2004)',
  },
};

/** What a job is where it says nothing. */
export const jobDefaults = {
  language: 'da',
  copy: 'copy.yaml',
  paper: { weightGsm: 170, stock: 'silk' },
  bleedMm: { top: 3, right: 3, bottom: 3, left: 3 },
  marks: false,
  condition: 'FOGRA39',
  outputs: ['press', 'pages'],
  /** Files carry a date that is never the clock's; a job without one gets this. */
  date: '2000-01-01T00:00:00Z',
  pagesDpi: 144,
} as const satisfies Partial<Record<keyof Job, unknown>>;

const jobKeys = [
  'title',
  'language',
  'template',
  'copy',
  'form',
  'paper',
  'bleed',
  'marks',
  'condition',
  'outputs',
  'date',
  'pages',
  'silence',
] as const;

const edgeNames = ['top', 'right', 'bottom', 'left'] as const;
const largestBleedMm = 20;

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

function readLanguage(entry: YamlEntry, report: Report): string | null {
  const words = readWords(entry, report);
  if (words === null || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(words)) return words;
  const wanted = { en: 'a language such as `da` or `en`', da: 'et sprog som `da` eller `en`' };
  return reportWrong(entry, wanted, report);
}

/** The four edges as written: one value for all, a list, or by name; null where it is neither. */
function bleedTexts({ value }: YamlEntry, report: Report): readonly string[] | null {
  if (value.kind === 'scalar') return edgeNames.map(() => value.text);
  const textOf = (node: YamlNode | undefined, fallback: string) =>
    node === undefined ? fallback : node.kind === 'scalar' ? node.text : '';
  if (value.kind === 'list')
    return value.items.length === 4 ? value.items.map((item) => textOf(item, '')) : null;
  const edges = readKeys(value, edgeNames, report);
  return edgeNames.map((name) => textOf(edges.get(name)?.value, String(jobDefaults.bleedMm[name])));
}

function readBleed(entry: YamlEntry, report: Report): Edges | null {
  const lengths = bleedTexts(entry, report)?.map(parseLengthMm) ?? [];
  const [top, right, bottom, left] = lengths.map((mm) =>
    mm !== null && mm <= largestBleedMm ? mm : undefined,
  );
  if (top !== undefined && right !== undefined && bottom !== undefined && left !== undefined)
    return { top, right, bottom, left };
  const most = `${largestBleedMm} mm`;
  const wanted = {
    en: `0–${most}, one number or four (top, right, bottom, left)`,
    da: `0–${most}, ét tal eller fire (foroven, højre, forneden, venstre)`,
  };
  return reportWrong(entry, wanted, report);
}

function readPaper(entry: YamlEntry, report: Report): Paper | null {
  const map = readMap(entry.value, 'paper', report);
  if (!map) return null;
  const entries = readKeys(map, ['weight', 'stock'], report);
  const weight = entries.get('weight');
  const stock = entries.get('stock');
  const { paper } = jobDefaults;
  const range = { min: 40, max: 600, isWhole: false };
  return {
    weightGsm: (weight ? readNumber(weight, range, report) : null) ?? paper.weightGsm,
    stock: (stock ? readChoice('stock', stock.value, stocks, report) : null) ?? paper.stock,
  };
}

/** A path in the project, resolved against the job's folder; null after `input/file-outside`. */
function readPath(entry: YamlEntry, source: Source, report: Report): string | null {
  const words = readWords(entry, report);
  if (words === null) return null;
  const path = resolvePath(source.path, words);
  if (!path.startsWith('..')) return path;
  report(problems.fileOutside(words, entry.value.span));
  return null;
}

/** `condition: FOGRA39`, or a profile of the project's own with its identifier. */
function readCondition(
  entry: YamlEntry,
  source: Source,
  context: Context,
): Job['condition'] | null {
  const { report, workspace } = context;
  if (entry.value.kind === 'scalar') {
    const name = readChoice('condition', entry.value, Object.keys(conditions), report);
    return name === null ? null : (conditions[name] ?? null);
  }
  const map = readMap(entry.value, 'condition', report);
  if (!map) return null;
  const entries = readKeys(map, ['profile', 'identifier', 'info'], report);
  const profile = entries.get('profile');
  if (!profile) report(problems.keyMissing('profile', 'profile: /assets/icc/x.icc', entry.keySpan));
  const path = profile ? readPath(profile, source, report) : null;
  if (path === null || !fileBytes(workspace.read(path), context, profile?.value.span)) return null;
  const wordsOf = (key: string) => {
    const found = entries.get(key);
    return found ? readWords(found, report) : null;
  };
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.icc$/i, '');
  const identifier = wordsOf('identifier') ?? name;
  return { identifier, profile: path, info: wordsOf('info') ?? identifier };
}

function readOutputs(entry: YamlEntry, report: Report): readonly OutputKind[] | null {
  const { value } = entry;
  const nodes = value.kind === 'list' ? value.items : [value];
  const found = nodes.map((node) => readChoice('outputs', node, outputKinds, report));
  const kinds = outputKinds.filter((kind) => found.includes(kind));
  return kinds.length > 0 ? kinds : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day, or a moment with its zone; always answered as a moment. */
function readDate(entry: YamlEntry, report: Report): string | null {
  const words = readWords(entry, report);
  if (words === null) return null;
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d\d:\d\d)?)?$/.exec(
      words,
    );
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone = 'Z'] =
    match ?? [];
  if (match && isDay(Number(year), Number(month), Number(day)))
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
  const wanted = { en: 'a date such as `2026-11-25`', da: 'en dato som `2026-11-25`' };
  return reportWrong(entry, wanted, report);
}

function readPagesDpi(entry: YamlEntry, report: Report): number | null {
  const map = readMap(entry.value, 'pages', report);
  const dpi = map ? readKeys(map, ['dpi'], report).get('dpi') : undefined;
  return dpi ? readNumber(dpi, { min: 36, max: 600, isWhole: false }, report) : null;
}

function readSilence(entry: YamlEntry, report: Report): Job['silence'] | null {
  if (entry.value.kind !== 'list') {
    const wanted = {
      en: 'a list of `- code: …` and `reason: …`',
      da: 'en liste af `- code: …` og `reason: …`',
    };
    return reportWrong(entry, wanted, report);
  }
  return entry.value.items.flatMap((item) => {
    const map = readMap(item, 'silence', report);
    const entries = map ? readKeys(map, ['code', 'reason'], report) : null;
    const code = entries?.get('code');
    if (!code) {
      if (map) report(problems.keyMissing('code', 'code: input/straight-quote', item.span));
      return [];
    }
    const words = readWords(code, report);
    const reason = entries?.get('reason')?.value;
    const isGiven = reason?.kind === 'scalar' && reason.text.trim() !== '';
    if (!isGiven) report(problems.silenceWithoutReason(words ?? '', code.value.span));
    return words !== null && isGiven ? [{ code: words, reason: reason.text.trim() }] : [];
  });
}

/** The template's name; null after a report that there is none such. */
function readTemplateName(entries: Entries, map: YamlMap, context: Context): string | null {
  const { report, workspace } = context;
  const known = listTemplates(workspace);
  const entry = entries.get('template');
  if (!entry) {
    const { source } = map.span;
    const start = { source, start: 0, end: Math.min(1, source.text.length) };
    report(problems.keyMissing('template', `template: ${known[0] ?? 'name'}`, start));
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
    paper: readOr<Paper>(entries, 'paper', (e) => readPaper(e, report), jobDefaults.paper),
    bleedMm: readOr<Edges>(entries, 'bleed', (e) => readBleed(e, report), jobDefaults.bleedMm),
    marks: readOr<boolean>(entries, 'marks', (e) => readBoolean(e, report), jobDefaults.marks),
    condition: readOr(entries, 'condition', (e) => readCondition(e, source, context), condition),
    outputs: readOr(entries, 'outputs', (e) => readOutputs(e, report), jobDefaults.outputs),
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
