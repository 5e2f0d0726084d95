/** `sheets:` and `order:` of a job: how its pages go on press sheets, what the printer is asked for. */
import type { Report } from '../base/index.ts';
import type { Paper } from '../folds/index.ts';
import { parseLengthMm } from './format.ts';
import type { Order, SheetsForm } from './job.ts';
import { jobDefaults } from './job-defaults.ts';
import { readPaper } from './job-values.ts';
import { exampleHint } from './problems.ts';
import type { YamlEntry } from './yaml.ts';
import {
  readBoolean,
  readKeys,
  readMap,
  readNumber,
  readWords,
  reportWrong,
} from './yaml-reader.ts';

const sheetKeys = [
  'scheme',
  'sheet',
  'cover',
  'creep',
  'gripper',
  'gap',
  'one-sided',
  'repeat',
  'marks',
] as const;

function readLength(entry: YamlEntry, mostMm: number, report: Report): number | null {
  const words = readWords(entry, report);
  const mm = words === null ? null : parseLengthMm(words);
  if (words === null || (mm !== null && mm <= mostMm)) return mm;
  const wanted = { en: `0–${mostMm} mm`, da: `0–${mostMm} mm` };
  return reportWrong(entry, wanted, report, exampleHint(entry.key, '10 mm'));
}

/** `{scheme: saddle, sheet: SRA3, creep: 1.2}`. */
export function readSheets(entry: YamlEntry, report: Report): SheetsForm | null {
  const map = readMap(entry.value, 'sheets', report);
  if (!map) return null;
  const entries = readKeys(map, sheetKeys, report);
  const { sheets: base } = jobDefaults;
  const read = <T>(
    key: (typeof sheetKeys)[number],
    reader: (found: YamlEntry) => T | null,
    fallback: T,
  ): T => {
    const found = entries.get(key);
    return (found ? reader(found) : null) ?? fallback;
  };
  const flag = (found: YamlEntry) => readBoolean(found, report);
  const factor = { min: 0, max: 3, isWhole: false };
  return {
    scheme: read<string | null>('scheme', (found) => readWords(found, report), base.scheme),
    sheet: read<string | null>('sheet', (found) => readWords(found, report), base.sheet),
    cover: read<Paper | null>('cover', (found) => readPaper(found, report), base.cover),
    creepFactor: read<number>('creep', (e) => readNumber(e, factor, report), base.creepFactor),
    gripperMm: read<number | null>('gripper', (e) => readLength(e, 40, report), base.gripperMm),
    gapMm: read<number | null>('gap', (e) => readLength(e, 100, report), base.gapMm),
    isOneSided: read<boolean>('one-sided', flag, base.isOneSided),
    isRepeated: read<boolean>('repeat', flag, base.isRepeated),
    hasMarks: read<boolean>('marks', flag, base.hasMarks),
  };
}

/** One text or a list of them. */
function readTexts(entry: YamlEntry, report: Report): readonly string[] {
  const { value } = entry;
  if (value.kind !== 'list') {
    const words = readWords(entry, report);
    return words === null ? [] : [words];
  }
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar' && item.text.trim() !== '') return [item.text.trim()];
    const wanted = { en: 'a list of texts', da: 'en liste af tekster' };
    reportWrong({ ...entry, value: item }, wanted, report, exampleHint(entry.key, '[…, …]'));
    return [];
  });
}

/** `{run: 20000, finishing: [ringed, boxed in 100s], notes: …}`. */
export function readOrder(entry: YamlEntry, report: Report): Order | null {
  const map = readMap(entry.value, 'order', report);
  if (!map) return null;
  const entries = readKeys(map, ['run', 'finishing', 'notes'], report);
  const run = entries.get('run');
  const finishing = entries.get('finishing');
  const notes = entries.get('notes');
  return {
    run: run ? readNumber(run, { min: 1, max: 100_000_000, isWhole: true }, report) : null,
    finishing: finishing ? readTexts(finishing, report) : [],
    notes: notes ? readWords(notes, report) : null,
  };
}
