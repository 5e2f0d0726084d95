/**
 * The values of `job.yaml`, each read and checked on its own. A value that is wrong is reported at
 * its place and is null; the default then stands.
 */
import {
  type Context,
  type Edges,
  hint,
  listed,
  type Report,
  resolvePath,
  type Source,
} from '../base/index.ts';
import { type Paper, stocks } from '../folds/index.ts';
import { conditionFacts, readConditionName } from './conditions.ts';
import { fileBytes } from './decode.ts';
import { parseLengthMm } from './format.ts';
import { type Flavour, type Job, type OutputKind, outputKinds, type PictureRules } from './job.ts';
import { jobDefaults } from './job-defaults.ts';
import * as problems from './problems.ts';
import { pictureIntents } from './read-picture.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';
import {
  readBoolean,
  readChoice,
  readKeys,
  readMap,
  readNumber,
  readWords,
  reportUnbracketed,
  reportWrong,
  unbracketed,
} from './yaml-reader.ts';

const edgeNames = ['top', 'right', 'bottom', 'left'] as const;
const largestBleedMm = 20;

const languageNames: readonly (readonly [RegExp, string])[] = [
  [/^(dansk|danish)$/i, 'da'],
  [/^(engelsk|english)$/i, 'en'],
  [/^(tysk|deutsch|german)$/i, 'de'],
  [/^(svensk|svenska|swedish)$/i, 'sv'],
  [/^(norsk|bokmål|norwegian)$/i, 'nb'],
];

/** What printers' quotations call the stocks. */
const stockNames: readonly (readonly [RegExp, (typeof stocks)[number]])[] = [
  [/^(silke|mat|matt|matte|mat ?bestrøget|coated|bestrøget)$/i, 'silk'],
  [/^(blank|glans|glossy|blank ?bestrøget)$/i, 'gloss'],
  [/^(offset|ubestrøget|multioffset|natur)$/i, 'uncoated'],
];

const outputNames: readonly (readonly [RegExp, OutputKind])[] = [
  [/^(tryk(fil)?|print|pdf)$/i, 'press'],
  [/^(skærm(udgave)?|web|mail)$/i, 'screen'],
  [/^(sider|billeder|png)$/i, 'pages'],
  [/^(ark|trykark)$/i, 'sheets'],
];

/** A language tag (BCP 47): `da`, `en-GB`. */
export function readLanguage(entry: YamlEntry, report: Report): string | null {
  const words = readWords(entry, report);
  if (words === null || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(words)) return words;
  const wanted = { en: 'a language such as `da` or `en`', da: 'et sprog som `da` eller `en`' };
  const named = languageNames.find(([name]) => name.test(words))?.[1];
  const lower = /^[A-Z]{2}$/.test(words) ? words.toLowerCase() : undefined;
  return reportWrong(
    entry,
    wanted,
    report,
    named ?? lower ?? problems.exampleHint(entry.key, 'da'),
  );
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

/** What a cutting machine may be off by, twice: with less bleed a white edge is to be expected. */
const leastBleedMm = 2;

/** Bleed in mm: one length, a list of four (top, right, bottom, left), or edges by name. */
export function readBleed(entry: YamlEntry, report: Report): Edges | null {
  const lengths = bleedTexts(entry, report)?.map(parseLengthMm) ?? [];
  const [top, right, bottom, left] = lengths.map((mm) =>
    mm !== null && mm <= largestBleedMm ? mm : undefined,
  );
  if (top !== undefined && right !== undefined && bottom !== undefined && left !== undefined) {
    const most = Math.max(top, right, bottom, left);
    if (most < leastBleedMm) report(problems.littleBleed(most, entry.value.span));
    return { top, right, bottom, left };
  }
  const most = `${largestBleedMm} mm`;
  const wanted = {
    en: `0–${most}, one number or four (top, right, bottom, left)`,
    da: `0–${most}, ét tal eller fire (foroven, højre, forneden, venstre)`,
  };
  const list = unbracketed(entry);
  return reportWrong(entry, wanted, report, list ?? problems.exampleHint(entry.key, '3 mm'));
}

/** `{weight: 170, stock: silk, caliper: 148}`; weight in g/m², caliper in µm. */
export function readPaper(entry: YamlEntry, report: Report): Paper | null {
  const map = readMap(entry.value, 'paper', report);
  if (!map) return null;
  const entries = readKeys(map, ['weight', 'stock', 'caliper'], report);
  const weight = entries.get('weight');
  const stock = entries.get('stock');
  const caliper = entries.get('caliper');
  const { paper } = jobDefaults;
  const range = { min: 40, max: 600, isWhole: false };
  return {
    weightGsm: (weight ? readNumber(weight, range, report) : null) ?? paper.weightGsm,
    stock:
      (stock ? readChoice('stock', stock.value, stocks, report, stockNames) : null) ?? paper.stock,
    caliperUm: caliper ? readNumber(caliper, { min: 20, max: 1500, isWhole: false }, report) : null,
  };
}

/** A path in the project, resolved against the job's folder; null after `input/file-outside`. */
export function readPath(entry: YamlEntry, source: Source, report: Report): string | null {
  const words = readWords(entry, report);
  if (words === null) return null;
  const path = resolvePath(source.path, words);
  if (!path.startsWith('..')) return path;
  report(problems.fileOutside(words, entry.value.span));
  return null;
}

function isProfilePath({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && /\.ic[cm]$/i.test(value.text.trim());
}

/** `condition: FOGRA39`, or a profile of the project's own: its file, or that with its identifier. */
export function readCondition(
  entry: YamlEntry,
  source: Source,
  context: Context,
): Job['condition'] | null {
  const { report, workspace } = context;
  const isPath = isProfilePath(entry);
  if (entry.value.kind === 'scalar' && !isPath) return readConditionName(entry, context);
  const map = isPath ? null : readMap(entry.value, 'condition', report);
  if (!isPath && !map) return null;
  const entries = map
    ? readKeys(map, ['profile', 'identifier', 'info'], report)
    : new Map<string, YamlEntry>();
  const profile = isPath ? entry : entries.get('profile');
  if (!profile) report(problems.keyMissing('profile', 'profile: /assets/icc/x.icc', entry.keySpan));
  const path = profile ? readPath(profile, source, report) : null;
  if (path === null || !fileBytes(workspace.read(path), context, profile?.value.span)) return null;
  const wordsOf = (key: string) => {
    const found = entries.get(key);
    return found ? readWords(found, report) : null;
  };
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ic[cm]$/i, '');
  const identifier = wordsOf('identifier') ?? name;
  return {
    identifier,
    profile: path,
    info: wordsOf('info') ?? identifier,
    ...conditionFacts(identifier),
  };
}

const flavours: readonly Flavour[] = ['PDF/X-4', 'PDF/X-1a:2003'];

/** `PDF/X-4`, or `PDF/X-1a:2003` for printers that ask for it. */
export function readFlavour(entry: YamlEntry, report: Report): Flavour | null {
  return readChoice('flavour', entry.value, flavours, report);
}

/** Names of spot inks as the printer knows them; one, or a list. */
export function readSpots(entry: YamlEntry, report: Report): readonly string[] | null {
  const { value } = entry;
  const list = unbracketed(entry);
  if (list !== undefined) return reportUnbracketed(entry, list, report);
  const nodes = value.kind === 'list' ? value.items : [value];
  const names = nodes.flatMap((node) =>
    node.kind === 'scalar' && node.text.trim() !== '' ? [node.text.trim()] : [],
  );
  if (names.length === nodes.length) return [...new Set(names)];
  const wanted = {
    en: 'names of spot inks, such as `[PANTONE 286 C]`',
    da: 'navne på spotfarver, f.eks. `[PANTONE 286 C]`',
  };
  return reportWrong(entry, wanted, report, problems.exampleHint(entry.key, '[PANTONE 286 C]'));
}

/** One output or a list of them, in the order of `outputKinds`. */
export function readOutputs(entry: YamlEntry, report: Report): readonly OutputKind[] | null {
  const { value } = entry;
  const bracketless = unbracketed(entry);
  if (bracketless !== undefined) return reportUnbracketed(entry, bracketless, report);
  const nodes = value.kind === 'list' ? value.items : [value];
  if (nodes.length === 0) {
    const list = listed(outputKinds);
    const wanted = { en: `one or more of ${list}`, da: `en eller flere af ${list}` };
    return reportWrong(entry, wanted, report, problems.exampleHint(entry.key, '[press]'));
  }
  const found = nodes.map((node) => readChoice('outputs', node, outputKinds, report, outputNames));
  const kinds = outputKinds.filter((kind) => found.includes(kind));
  return kinds.length > 0 ? kinds : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** How many days a month has; null where there is no such month. */
function lastDay(year: number, month: number): number | null {
  return month < 1 || month > 12 ? null : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first letters of the months, in Danish and English. */
const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'ma[jy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[cs]',
];

/** `25-11-2026`, `25/11 2026`, `25. november 2026` as YYYY-MM-DD; undefined where it is no day. */
function dayMeant(words: string): string | undefined {
  const match = /^(\d{1,2})[-./ ]+(?:(\d{1,2})|([a-zæøå]{3,})\.?)[-./ ]+(\d{4}|\d{2})\b/i.exec(
    words,
  );
  if (!match) return undefined;
  const [, day = '', figure, name = '', written = ''] = match;
  const named = months.findIndex((start) => new RegExp(`^${start}`, 'i').test(name)) + 1;
  const month = figure === undefined ? named : Number(figure);
  const year = written.length === 2 ? `20${written}` : written;
  if (!isDay(Number(year), month, Number(day))) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A day, or a moment with its zone; always answered as a moment. */
export function readDate(entry: YamlEntry, report: Report): string | null {
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
  const last = match ? lastDay(Number(year), Number(month)) : null;
  const meant = last === null ? dayMeant(words) : `${year}-${month}-${last}`;
  return reportWrong(entry, wanted, report, meant ?? problems.exampleHint(entry.key, '2026-11-25'));
}

/** `{intent: perceptual, sharpen: false, tac: fit}`: how pictures come to paper. */
export function readPictureRules(entry: YamlEntry, report: Report): PictureRules | null {
  const map = readMap(entry.value, 'pictures', report);
  if (!map) return null;
  const entries = readKeys(map, ['intent', 'sharpen', 'tac'], report);
  const [intent, sharpen, tac] = ['intent', 'sharpen', 'tac'].map((key) => entries.get(key));
  const { pictures } = jobDefaults;
  const choiceOf = <T extends string>(found: YamlEntry | undefined, choices: readonly T[]) =>
    found ? readChoice(found.key, found.value, choices, report) : null;
  return {
    intent: choiceOf(intent, pictureIntents) ?? pictures.intent,
    sharpens: (sharpen ? readBoolean(sharpen, report) : null) ?? pictures.sharpens,
    tac: choiceOf(tac, ['keep', 'fit'] as const) ?? pictures.tac,
  };
}

/** `{dpi: 144}` of the page pictures. */
export function readPagesDpi(entry: YamlEntry, report: Report): number | null {
  const map = readMap(entry.value, 'pages', report);
  const dpi = map ? readKeys(map, ['dpi'], report).get('dpi') : undefined;
  return dpi ? readNumber(dpi, { min: 36, max: 600, isWhole: false }, report) : null;
}

/** Codes of warnings not to be shown, each with its reason; one without is reported. */
export function readSilence(entry: YamlEntry, report: Report): Job['silence'] | null {
  if (entry.value.kind !== 'list') {
    const wanted = {
      en: 'a list of `- code: …` and `reason: …`',
      da: 'en liste af `- code: …` og `reason: …`',
    };
    const help = hint(
      'write `- code: …` and below it `reason: …`, two spaces further in',
      'skriv `- code: …` og under det `reason: …`, to mellemrum længere inde',
    );
    return reportWrong(entry, wanted, report, help);
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
