/**
 * Printing houses as data: what one asks of the files it is sent. Those that ship are one file each
 * under `assets/printers/`; a project's own lie under the same path in the project. What a printer
 * does not say is left to the job.
 */
import danishUsual from '../../assets/printers/danish-usual.json' with { type: 'json' };
import displayfactoryCh from '../../assets/printers/displayfactory-ch.json' with { type: 'json' };
import flyeralarmCards from '../../assets/printers/flyeralarm-cards.json' with { type: 'json' };
import joon from '../../assets/printers/joon.json' with { type: 'json' };
import onlineprintersDk from '../../assets/printers/onlineprinters-dk.json' with { type: 'json' };
import tbprintSe from '../../assets/printers/tbprint-se.json' with { type: 'json' };
import woelferdruck from '../../assets/printers/woelferdruck.json' with { type: 'json' };
import type { Context, Edges } from '../base/index.ts';
import { decodeText } from './decode.ts';
import type { Flavour } from './job.ts';
import * as problems from './problems.ts';
import { parseYaml, type YamlEntry, type YamlMap } from './yaml.ts';
import {
  type Entries,
  readBoolean,
  readChoice,
  readKeys,
  readMap,
  readNumber,
  readWords,
} from './yaml-reader.ts';

export interface Printer {
  /** As a job names it. */
  readonly id: string;
  readonly name: string;
  readonly bleedMm?: Edges;
  /** Text nearer to a trim than this is an error. */
  readonly safetyMm?: number;
  readonly marks?: boolean;
  readonly flavour?: Flavour;
  /** Identifier of a printing condition. */
  readonly condition?: string;
  /** Total ink that the house takes, where it is less than the condition's. */
  readonly totalInkPercent?: number;
  /** Largest file that it takes. */
  readonly maxMegabytes?: number;
  /** Where the figures come from, and the day they were noted. */
  readonly source: string;
  readonly noted: string;
}

const shipped: ReadonlyMap<string, Printer> = new Map(
  Object.entries({
    'danish-usual': danishUsual,
    'displayfactory-ch': displayfactoryCh,
    'flyeralarm-cards': flyeralarmCards,
    joon,
    'onlineprinters-dk': onlineprintersDk,
    'tbprint-se': tbprintSe,
    woelferdruck,
  }).map(([id, printer]) => [id, { id, ...printer }]),
);

const folder = 'assets/printers/';
const keys = [
  'name',
  'bleedMm',
  'safetyMm',
  'marks',
  'flavour',
  'condition',
  'totalInkPercent',
  'maxMegabytes',
  'source',
  'noted',
] as const;
const edgeNames = ['top', 'right', 'bottom', 'left'] as const;
const flavours: readonly Flavour[] = ['PDF/X-4', 'PDF/X-1a:2003'];

function readEdges(entry: YamlEntry, { report }: Context): Edges | null {
  const map = readMap(entry.value, 'bleedMm', report);
  if (!map) return null;
  const entries = readKeys(map, edgeNames, report);
  const [top, right, bottom, left] = edgeNames.map((edge) => {
    const found = entries.get(edge);
    if (!found) report(problems.keyMissing(edge, `${edge}: 3`, entry.keySpan));
    return found ? readNumber(found, { min: 0, max: 20, isWhole: false }, report) : null;
  });
  const isWhole = [top, right, bottom, left].every((edge) => typeof edge === 'number');
  return isWhole
    ? { top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0, left: left ?? 0 }
    : null;
}

/** A key's value where it is there and right. */
function optional<K extends string, T>(
  entries: Entries,
  key: K,
  read: (entry: YamlEntry) => T | null,
): { readonly [key in K]?: T } {
  const entry = entries.get(key);
  const value = entry ? read(entry) : null;
  return value === null ? {} : ({ [key]: value } as { readonly [key in K]: T });
}

function readPrinterMap(id: string, map: YamlMap, context: Context): Printer {
  const { report } = context;
  const entries = readKeys(map, keys, report);
  const wordsOf = (key: 'name' | 'source' | 'noted', example: string) => {
    const entry = entries.get(key);
    if (!entry) report(problems.keyMissing(key, example, map.span));
    return (entry && readWords(entry, report)) ?? '';
  };
  const numberOf = (entry: YamlEntry, min: number, max: number) =>
    readNumber(entry, { min, max, isWhole: false }, report);
  return {
    id,
    name: wordsOf('name', 'name: Trykkeriet'),
    source: wordsOf('source', 'source: https://…'),
    noted: wordsOf('noted', 'noted: 2026-11-25'),
    ...optional(entries, 'bleedMm', (entry) => readEdges(entry, context)),
    ...optional(entries, 'safetyMm', (entry) => numberOf(entry, 0, 20)),
    ...optional(entries, 'marks', (entry) => readBoolean(entry, report)),
    ...optional(entries, 'flavour', (entry) =>
      readChoice('flavour', entry.value, flavours, report),
    ),
    ...optional(entries, 'condition', (entry) => readWords(entry, report)),
    ...optional(entries, 'totalInkPercent', (entry) => numberOf(entry, 100, 400)),
    ...optional(entries, 'maxMegabytes', (entry) => numberOf(entry, 1, 10_000)),
  };
}

/** The project's own file of a printer; undefined where there is none. */
function readOwn(id: string, context: Context): Printer | null | undefined {
  const names = context.workspace.list(folder);
  const name = [`${id}.yaml`, `${id}.json`].find((file) => names.includes(file));
  if (name === undefined) return undefined;
  const source = decodeText(context.workspace.read(folder + name), context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, name, context.report);
  return map ? readPrinterMap(id, map, context) : null;
}

/** `printer: onlineprinters-dk`; null after a report that there is none such, or its file is wrong. */
export function readPrinter(entry: YamlEntry, context: Context): Printer | null {
  const id = entry.value.kind === 'scalar' ? entry.value.text.trim() : '';
  const own = readOwn(id, context);
  if (own !== undefined) return own;
  const found = shipped.get(id);
  if (found) return found;
  const files = context.workspace.list(folder).map((file) => file.replace(/\.(yaml|json)$/, ''));
  const known = [...new Set([...files, ...shipped.keys()])].sort();
  readChoice('printer', entry.value, known, context.report);
  return null;
}

/** Printers that ship, by id. */
export function shippedPrinters(): readonly Printer[] {
  return [...shipped.values()];
}
