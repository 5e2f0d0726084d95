/** `trykklar impose FILE.pdf --scheme saddle --sheet SRA3 -o sheets.pdf`: anybody's pages onto sheets. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findingJson, nearest, openLog, ptToMm } from '../../base/index.ts';
import { type Paper, stocks } from '../../folds/index.ts';
import {
  findSheetSize,
  orderJson,
  type SheetPlan,
  type SheetScheme,
  type SheetSize,
  sheetSchemes,
  sheetSizes,
} from '../../impose/index.ts';
import { imposeSheets, proveOrder, type SheetSettings, sheetDefaults } from '../../sheets.ts';
import { readOnlyCache } from '../disk-cache.ts';
import { openWorkspace } from '../disk-workspace.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { programFolder } from '../open-project.ts';
import { countFindings, describeFinding } from '../show-findings.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';

export interface ImposeFlags {
  readonly output: string;
  readonly scheme: string;
  readonly sheet: string;
  /** `130 silk`. */
  readonly paper?: string;
  /** The same of a cover that is printed apart. */
  readonly cover?: string;
  readonly creep?: string;
  readonly gripper?: string;
  readonly gap?: string;
  readonly bleed?: string;
  readonly oneSided?: boolean;
  readonly repeat?: boolean;
  readonly marks: boolean;
  readonly proof?: boolean;
  readonly strict?: boolean;
}

function choose<T>(
  given: string,
  found: T | null | undefined,
  known: readonly string[],
  what: [string, string],
): T {
  if (found !== null && found !== undefined) return found;
  const near = nearest(given, known);
  const list = known.map((name) => `\`${name}\``).join(', ');
  throw new UsageError(
    `\`${given}\` is no ${what[0]}; ${near ? `did you mean \`${near}\`?` : `choose from ${list}`}`,
    `\`${given}\` er ikke ${what[1]}; ${near ? `mente du \`${near}\`?` : `vælg mellem ${list}`}`,
  );
}

/** A number within bounds, comma or point. */
function readNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | null {
  if (text === undefined) return null;
  const value = Number(text.replace(',', '.').replace(/\s*mm$/, ''));
  if (Number.isFinite(value) && text.trim() !== '' && value >= least && value <= most) return value;
  throw new UsageError(
    `\`${option}\` takes a number from ${least} to ${most}, not \`${text}\``,
    `\`${option}\` skal være et tal fra ${least} til ${most}, ikke \`${text}\``,
  );
}

/** `130`, `130 silk` or `silk 130 g`. */
function readPaper(option: string, text: string | undefined): Paper | null {
  if (text === undefined) return null;
  const words = text.toLowerCase().split(/[\s,]+/);
  const weight = words
    .map((word) => Number(/^(\d{2,3})(?:g|gsm|g\/m²|g\/m2)?$/.exec(word)?.[1]))
    .find((n) => n >= 40 && n <= 600);
  const stock = stocks.find((name) => words.includes(name));
  const known = words.filter((word) => /^\d{2,3}/.test(word) || /^(g|gsm|g\/m²|g\/m2)$/.test(word));
  const isUnderstood = known.length + (stock ? 1 : 0) === words.length;
  if (weight !== undefined && isUnderstood)
    return { weightGsm: weight, stock: stock ?? 'silk', caliperUm: null };
  throw new UsageError(
    `\`${option}\` takes a weight and a stock such as \`130 silk\`, not \`${text}\``,
    `\`${option}\` skal være vægt og kvalitet som \`130 silk\`, ikke \`${text}\``,
  );
}

/** Only what is stitched has a cover around it that pushes its pages out. */
function readCover({ id }: SheetScheme, text: string | undefined): Paper | null {
  const cover = readPaper('--cover', text);
  if (!cover || id === 'saddle') return cover;
  throw new UsageError(
    '`--cover` is for saddle stitch: elsewhere a cover does not move the pages',
    '`--cover` er til rygstiftede hæfter: ellers flytter omslaget ikke siderne',
  );
}

function readSettings(flags: ImposeFlags): SheetSettings {
  const schemes = [...sheetSchemes.keys()];
  const scheme = choose(flags.scheme, sheetSchemes.get(flags.scheme), schemes, [
    'scheme',
    'en udskydning',
  ]);
  const names = sheetSizes.map(({ name }) => name);
  const sheet: SheetSize = choose(flags.sheet, findSheetSize(flags.sheet), names, [
    'sheet (a name, or `450 x 320 mm` from 100 to 2000 mm)',
    'et ark (et navn, eller `450 x 320 mm` fra 100 til 2000 mm)',
  ]);
  return {
    scheme,
    sheet,
    paper: readPaper('--paper', flags.paper),
    cover: readCover(scheme, flags.cover),
    creepFactor: readNumber('--creep', flags.creep, 0, 3) ?? sheetDefaults.creepFactor,
    gripperMm: readNumber('--gripper', flags.gripper, 0, 40),
    gapMm: readNumber('--gap', flags.gap, 0, 100),
    bleedMm: readNumber('--bleed', flags.bleed, 0, 20) ?? sheetDefaults.bleedMm,
    isOneSided: flags.oneSided ?? false,
    isRepeated: flags.repeat ?? false,
    hasMarks: flags.marks,
  };
}

/** The file's bytes. Throws `UsageError` where there is none; what is in it is another question. */
function readFile(given: string): Uint8Array {
  const path = resolve(given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return readFileSync(path);
  throw new UsageError(`there is no file \`${given}\``, `filen \`${given}\` findes ikke`);
}

const decimal = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** `2 sheets, both sides, 450 × 320 mm: 4 pages a side`. */
function sayPlan(
  { sheets, size, columns, rows, backing, creepTotal }: SheetPlan,
  terminal: Terminal,
) {
  const across = `${decimal(ptToMm(size.width), 1)} × ${decimal(ptToMm(size.height), 1)} mm`;
  const cells = columns * rows;
  const count = sheets.length;
  const creep = decimal(ptToMm(creepTotal), 2);
  say(
    terminal,
    `${count} ${count === 1 ? 'sheet' : 'sheets'} of ${across}, ${backing}, ${cells} ${cells === 1 ? 'page' : 'pages'} a side${creepTotal > 0 ? `, creep ${creep} mm` : ''}`,
    `${count} ark på ${across.replaceAll('.', ',')}, ${danishBacking[backing]}, ${cells} ${cells === 1 ? 'side' : 'sider'} pr. arkside${creepTotal > 0 ? `, fremspring ${creep.replace('.', ',')} mm` : ''}`,
  );
}

const danishBacking = {
  'one-sided': 'tryk på én side',
  sheetwise: 'tryk på begge sider',
  'work-and-turn': 'vendes sidelæns',
  'work-and-tumble': 'vendes over hovedet',
} as const;

export async function runImpose(
  given: string,
  flags: ImposeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const settings = readSettings(flags);
  const bytes = readFile(given);
  const output = resolve(flags.output);
  if (output === resolve(given))
    throw new UsageError(
      'the sheets would overwrite the file they are made from; name another with `-o`',
      'arkene ville overskrive den fil, de laves af; angiv en anden med `-o`',
    );
  const log = openLog({ strict: flags.strict ?? false });
  const workspace = openWorkspace(programFolder(), readOnlyCache(''));
  const context = { report: log.report, workspace };
  const work = {
    name: given,
    bytes,
    settings,
    title: basename(given),
    language: terminal.language,
    date: null,
  };
  const imposed = await imposeSheets(work, context);
  const findings = log.findings();
  if (terminal.format === 'json') {
    const order = imposed && !log.hasErrors() ? orderJson(imposed.plan) : null;
    print(JSON.stringify({ order, findings: findings.map(findingJson) }, null, 2));
  } else
    for (const finding of findings)
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
  if (!imposed || log.hasErrors()) {
    const count = countFindings(findings, terminal.language);
    say(terminal, `${given}: not imposed (${count})`, `${given}: ikke lagt på ark (${count})`);
    return exitCodes.findings;
  }
  const name = basename(output).replace(/\.pdf$/i, '');
  const proof = flags.proof ? await proveOrder(imposed.plan, name, work, context) : [];
  writeOutputs(dirname(output), [{ path: basename(output), parts: imposed.parts }, ...proof]);
  sayPlan(imposed.plan, terminal);
  if (terminal.format === 'pretty') {
    print(flags.output);
    for (const { path } of proof) print(`${dirname(flags.output)}/${path}`.replace(/^\.\//, ''));
  }
  return exitCodes.ok;
}
