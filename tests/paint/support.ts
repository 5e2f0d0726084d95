/** What the painter's tests share: a font of squares, a context, and PDFs read as text. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifact, Context, Finding, Path } from '../../src/base/index.ts';
import type { CmykColor, PrintColor } from '../../src/color/index.ts';
import type { DisplayItem, FillItem, GlyphsItem, GroupItem } from '../../src/display/index.ts';
import type { FlatPage } from '../../src/impose/index.ts';
import type { OutputIntent, PressFacts } from '../../src/paint/index.ts';
import { type Font, type Glyph, Glyphs, isFontFault, openFont } from '../../src/text/index.ts';
import { squareFont } from '../support/square-font.ts';

export interface TestContext extends Context {
  readonly findings: Finding[];
  readonly stored: Map<string, Uint8Array>;
}

export function testContext(): TestContext {
  const findings: Finding[] = [];
  const stored = new Map<string, Uint8Array>();
  return {
    findings,
    stored,
    report: (finding) => findings.push(finding),
    workspace: {
      read: (path) => ({ kind: 'missing', path }),
      list: () => [],
      cache: {
        get: (key) => stored.get(key),
        set: (key, bytes) => {
          stored.set(key, bytes);
        },
      },
    },
  };
}

export const intent: OutputIntent = {
  identifier: 'FOGRA39',
  info: 'Coated FOGRA39 (ISO 12647-2:2004)',
  outputCondition: 'Offset printing',
  registryName: 'http://www.color.org',
  profile: new Uint8Array(
    readFileSync(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url)),
  ),
};

export const facts: PressFacts = {
  title: 'Ledelse på dansk',
  language: 'da',
  date: '2026-03-01T09:30:00+01:00',
  creator: 'trykklar 0.1.0',
  intent,
  flavour: 'PDF/X-4',
};

export function openSquare(options: Parameters<typeof squareFont>[0] = {}): Font {
  const font = openFont(`square${JSON.stringify(options)}.ttf`, squareFont(options));
  if (isFontFault(font)) throw new Error(JSON.stringify(font));
  return font;
}

export const square = openSquare();

/** Glyph of a Basic Latin character in the square font: they follow each other from the space. */
export function glyphId(character: string): number {
  return (character.codePointAt(0) ?? 0) - 0x20 + 1;
}

export function glyph(text: string, advancePt: number, changes: Partial<Glyph> = {}): Glyph {
  return { id: glyphId(text), text, advancePt, xOffsetPt: 0, yOffsetPt: 0, ...changes };
}

export function cmyk(c: number, m: number, y: number, k: number, alpha = 1): CmykColor {
  return { space: 'cmyk', c, m, y, k, alpha };
}

export const black = cmyk(0, 0, 0, 1);
export const cyan = cmyk(1, 0, 0, 0);

export function rect(x: number, y: number, width: number, height: number): Path {
  return [
    { kind: 'move', x, y },
    { kind: 'line', x: x + width, y },
    { kind: 'line', x: x + width, y: y + height },
    { kind: 'line', x, y: y + height },
    { kind: 'close' },
  ];
}

export function fill<C>(path: Path, color: C): FillItem<C> {
  return { kind: 'fill', path, rule: 'nonzero', paint: { kind: 'solid', color } };
}

/** A line of square glyphs, each as wide as the size. */
export function line(
  text: string,
  at: { readonly x: number; readonly y: number; readonly sizePt: number },
  changes: Partial<GlyphsItem<PrintColor>> = {},
): GlyphsItem<PrintColor> {
  return {
    kind: 'glyphs',
    font: square,
    ...at,
    glyphs: Glyphs.from([...text].map((character) => glyph(character, at.sizePt))),
    color: black,
    scaleX: 1,
    hyphenated: false,
    ...changes,
  };
}

export function group<C>(
  items: readonly DisplayItem<C>[],
  changes: Partial<GroupItem<C>> = {},
): GroupItem<C> {
  return {
    kind: 'group',
    items,
    transform: [1, 0, 0, 1, 0, 0],
    clip: null,
    opacity: 1,
    blend: 'normal',
    ...changes,
  };
}

const none = { top: 0, right: 0, bottom: 0, left: 0 };

/** A flat page of 100 × 50 pt without bleed. */
export function flatPage(
  items: readonly DisplayItem<PrintColor>[],
  changes: Partial<FlatPage<PrintColor>> = {},
): FlatPage<PrintColor> {
  return {
    name: 'outside',
    widthPt: 100,
    heightPt: 50,
    bleed: none,
    slug: none,
    items,
    ...changes,
  };
}

/** Bytes as characters of the same codes. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Objects by number, found through the cross-reference table, each as text on one line. */
export function objectsOf(bytes: Uint8Array): ReadonlyMap<number, string> {
  const text = latin1(bytes);
  const start = Number(/startxref\n(\d+)\n%%EOF/.exec(text)?.[1]);
  const entries = text.slice(start).match(/^\d{10} \d{5} [nf] $/gm) ?? [];
  const objects = new Map<number, string>();
  entries.forEach((entry, number) => {
    if (!entry.endsWith('n ')) return;
    const offset = Number(entry.slice(0, 10));
    const end = text.indexOf('endobj', offset);
    const body = text.slice(offset, end);
    if (!body.startsWith(`${number} 0 obj`)) throw new Error(`no object ${number} at ${offset}`);
    objects.set(number, body.slice(body.indexOf('\n') + 1).trim());
  });
  return objects;
}

/** The dictionary part of an object, white space as single spaces. */
export function dictionaryOf(object: string): string {
  return (object.split('\nstream\n')[0] ?? '').replace(/\s+/g, ' ');
}

/** The stream part of an object written without compression. */
export function streamOf(object: string): string {
  return /\nstream\n([\s\S]*)\nendstream$/.exec(object)?.[1] ?? '';
}

/** Objects whose dictionary holds `part`, in order. */
export function objectsWith(bytes: Uint8Array, part: string): readonly string[] {
  return [...objectsOf(bytes).values()].filter((object) => dictionaryOf(object).includes(part));
}

/** The object a key of a dictionary refers to. */
export function follow(bytes: Uint8Array, object: string, key: string): string {
  const number = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionaryOf(object))?.[1];
  return objectsOf(bytes).get(Number(number)) ?? `no ${key} in ${dictionaryOf(object)}`;
}

/** Contents of the only page, line by line. */
export function contentOf(bytes: Uint8Array): readonly string[] {
  const [page = ''] = objectsWith(bytes, '/Type /Page ');
  return streamOf(follow(bytes, page, 'Contents')).split('\n');
}

/** What a program of the system says about a PDF; `FILE` among the arguments is its path. */
export function ask(program: string, args: readonly string[], { bytes }: Artifact): string {
  const folder = mkdtempSync(join(tmpdir(), 'trykklar-paint-'));
  const file = join(folder, 'file.pdf');
  try {
    writeFileSync(file, bytes);
    const named = args.map((arg) => (arg === 'FILE' ? file : arg));
    return execFileSync(program, named, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
