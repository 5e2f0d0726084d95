/**
 * `form:` of a job or a template: a folded sheet, a stitched booklet or a single leaf, with its sizes.
 *
 *     form: {fold: roll6, format: A5, compensation: 1.5}
 *     form: {fold: roll6, flat: A4 landscape, crease: true}
 *     form: {booklet: A5, pages: 8}
 *     form: {leaf: A2, pages: 1}
 *
 * A template says what it is made for; a job may change sizes, never the kind.
 */
import type { Report, Span } from '../base/index.ts';
import { type FolderForm, foldSchemeIds } from '../folds/index.ts';
import { formatMeant, formatNames, parseLengthMm, parseSizeMm, type SizeMm } from './format.ts';
import type { BookletForm, Form, LeafForm } from './job.ts';
import * as problems from './problems.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';
import {
  type Entries,
  readBoolean,
  readChoice,
  readKeys,
  readMap,
  readNumber,
  readWords,
  reportWrong,
} from './yaml-reader.ts';

const formKeys = [
  'fold',
  'booklet',
  'leaf',
  'format',
  'panel',
  'flat',
  'page',
  'compensation',
  'crease',
  'pages',
] as const;
const smallestMm = 20;
const largestMm = 2000;
const largestCompensationMm = 10;

/** What stands where a job and its template give no form. */
export const fallbackForm: BookletForm = {
  kind: 'booklet',
  pageMm: { width: 148, height: 210 },
  pages: null,
};

function readSize(entry: YamlEntry, report: Report): SizeMm | null {
  const words = readWords(entry, report);
  if (words === null) return null;
  const size = parseSizeMm(words);
  const isPossible = (mm: number) => mm >= smallestMm && mm <= largestMm;
  if (size && isPossible(size.width) && isPossible(size.height)) return size;
  const bounds = `${smallestMm}–${largestMm} mm`;
  return reportWrong(
    entry,
    {
      en: `a format (${formatNames.join(', ')}) or a size (\`148 x 210 mm\`, each side ${bounds})`,
      da: `et format (${formatNames.join(', ')}) eller et mål (\`148 x 210 mm\`, hver side ${bounds})`,
    },
    report,
    formatMeant(words) ?? problems.exampleHint(entry.key, 'A5'),
  );
}

/** `auto` is null: by the paper's weight. Undefined where it is wrong. */
function readCompensation(entry: YamlEntry, report: Report): number | null | undefined {
  const words = readWords(entry, report);
  if (words === 'auto' || words === null) return words === null ? undefined : null;
  const mm = parseLengthMm(words);
  if (mm !== null && mm <= largestCompensationMm) return mm;
  const most = `${largestCompensationMm} mm`;
  const wanted = { en: `\`auto\` or 0–${most}`, da: `\`auto\` eller 0–${most}` };
  reportWrong(entry, wanted, report, problems.exampleHint(entry.key, 'auto'));
  return undefined;
}

function sizeOf(entries: Entries, names: readonly string[], report: Report): SizeMm | null {
  for (const name of names) {
    const entry = entries.get(name);
    if (entry) return readSize(entry, report);
  }
  return null;
}

/** What the folds are called. */
const foldNames: readonly (readonly [RegExp, (typeof foldSchemeIds)[number]])[] = [
  [/^(rullefals|roll|c-fold|letter)$/i, 'roll6'],
  [/^(zigzag|zig-?zag-?fals|z-?fals|harmonika(fals)?|z|accordion)$/i, 'z6'],
  [/^(midterfals|enkeltfals|single)$/i, 'half'],
  [/^(altarfals|vinduesfals|gate)$/i, 'gate6'],
  [/^(parallelfals|dobbelt parallelfals|parallel)$/i, 'parallel8'],
];

function readFolder(entries: Entries, base: FolderForm | null, report: Report): FolderForm {
  const fold = entries.get('fold');
  const scheme = fold ? readChoice('fold', fold.value, foldSchemeIds, report, foldNames) : null;
  const panel = sizeOf(entries, ['panel', 'format'], report);
  const crease = entries.get('crease');
  const compensation = entries.get('compensation');
  const compensationMm = compensation ? readCompensation(compensation, report) : undefined;
  return {
    kind: 'folder',
    scheme: scheme ?? base?.scheme ?? 'half',
    panelMm: panel ?? base?.panelMm ?? fallbackForm.pageMm,
    // A job's panel size overrides the flat size that its template gives.
    flatMm: sizeOf(entries, ['flat'], report) ?? (panel ? null : (base?.flatMm ?? null)),
    isCreased: (crease ? readBoolean(crease, report) : null) ?? base?.isCreased ?? false,
    compensationMm: compensationMm === undefined ? (base?.compensationMm ?? null) : compensationMm,
  };
}

function readSides(entry: YamlEntry, report: Report): number | null {
  return readNumber(entry, { min: 1, max: 2, isWhole: true }, report);
}

function readPages(entry: YamlEntry, report: Report): number | null {
  const pages = readNumber(entry, { min: 4, max: 400, isWhole: true }, report);
  if (pages === null || pages % 4 === 0) return pages;
  return reportWrong(
    entry,
    {
      en: 'a multiple of 4 (a stitched booklet is made of folded sheets)',
      da: 'deleligt med 4 (et hæfte består af falsede ark)',
    },
    report,
    String(Math.ceil(pages / 4) * 4),
  );
}

/** Pages that are all of one size: `booklet: A5`, `leaf: A2`, or `booklet: true` and a `page:`. */
function readPaged(
  kind: 'booklet' | 'leaf',
  entries: Entries,
  base: Form | null,
  report: Report,
): Pick<BookletForm | LeafForm, 'pageMm' | 'pages'> {
  const own = base?.kind === kind ? base : null;
  const said = entries.get(kind);
  const isSize = said?.value.kind === 'scalar' && said.value.value !== true;
  const pages = entries.get('pages');
  const read = kind === 'leaf' ? readSides : readPages;
  const names = isSize ? [kind, 'page', 'format'] : ['page', 'format'];
  return {
    pageMm: sizeOf(entries, names, report) ?? own?.pageMm ?? fallbackForm.pageMm,
    pages: (pages ? read(pages, report) : null) ?? own?.pages ?? null,
  };
}

function nameOf(form: Form): string {
  return form.kind === 'folder' ? `fold: ${form.scheme}` : form.kind;
}

function isSameKind(form: Form, base: Form): boolean {
  return (
    form.kind === base.kind &&
    (form.kind !== 'folder' || base.kind !== 'folder' || form.scheme === base.scheme)
  );
}

const ownKeys: Readonly<Record<Form['kind'], readonly string[]>> = {
  folder: ['fold', 'panel', 'format', 'flat', 'compensation', 'crease'],
  booklet: ['booklet', 'page', 'format', 'pages'],
  leaf: ['leaf', 'page', 'format', 'pages'],
};

const formKinds = ['folder', 'booklet', 'leaf'] as const;

/** The kind that an entry says; that of `base` where none does. */
function kindOf(entries: Entries, base: Form | null): Form['kind'] | undefined {
  if (entries.has('fold')) return 'folder';
  if (entries.has('booklet')) return 'booklet';
  return entries.has('leaf') ? 'leaf' : base?.kind;
}

function readKind(kind: Form['kind'], entries: Entries, base: Form | null, report: Report): Form {
  if (kind === 'folder') return readFolder(entries, base?.kind === kind ? base : null, report);
  return kind === 'booklet'
    ? { kind, ...readPaged(kind, entries, base, report) }
    : { kind, ...readPaged(kind, entries, base, report) };
}

/** Reports what belongs to another kind of form: it would mean nothing. */
function checkKeys(entries: Entries, kind: Form['kind'], report: Report): void {
  for (const [key, { keySpan }] of entries) {
    if (ownKeys[kind].includes(key)) continue;
    const others = formKinds.filter((other) => ownKeys[other].includes(key));
    report(problems.formKeyStray(key, kind, others, keySpan));
  }
}

/**
 * A form. `base` is the template's, which a job's must agree with in kind; null in a template
 * itself. Null after a report that no kind of form is said.
 */
export function readForm(node: YamlNode, base: Form | null, at: Span, report: Report): Form | null {
  const map = readMap(node, 'form', report);
  if (!map) return base;
  const entries = readKeys(map, formKeys, report);
  const kind = kindOf(entries, base);
  if (kind === undefined) {
    report(problems.formKindMissing(at));
    return null;
  }
  checkKeys(entries, kind, report);
  const form = readKind(kind, entries, base, report);
  if (base && !isSameKind(form, base)) {
    const said = entries.get('fold') ?? entries.get('booklet') ?? entries.get('leaf');
    report(problems.formMismatch(nameOf(base), nameOf(form), said?.keySpan ?? at));
    return base;
  }
  return form;
}
