/**
 * The brochure that ships, end to end, as other programs read it: every word of the copy as its
 * owner printed it (`words.txt`), panel by panel, and what a printing house looks at first.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ptToMm } from '../../src/base/index.ts';
import { foldPositions, panelSizes, schemeOf } from '../../src/impose/index.ts';
import type { FolderForm, Paper } from '../../src/input/index.ts';
import { type BuiltJob, buildOnDisk } from '../support/build-on-disk.ts';
import {
  inflate,
  pageBoxes,
  pdfFonts,
  pictureSpaces,
  qpdfComplaints,
  readObjects,
  runningText,
  sizeMm,
  textOf,
} from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';

const form: FolderForm = {
  kind: 'folder',
  scheme: 'roll6',
  panelMm: { width: 148, height: 210 },
  compensationMm: null,
};
const paper: Paper = { weightGsm: 170, stock: 'silk' };
const bleedPt = (3 * 72) / 25.4;

/** Role → paragraphs. The text before the first heading is a note to readers of the file. */
function readWords(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8');
  const parts = text.split(/^== (\w+) ==$/m).slice(1);
  const words = new Map<string, readonly string[]>();
  for (let at = 0; at < parts.length; at += 2)
    words.set(parts[at] ?? '', (parts[at + 1] ?? '').trim().split('\n'));
  return words;
}

/** The words alone, without spaces: how they are spread over lines is the page's business. */
const letters = (text: string) => text.replace(/\s+/g, '');

function panelArea(role: string) {
  const scheme = schemeOf(form);
  const sizes = panelSizes(form, paper);
  const page = scheme.outside.some((slot) => slot.role === role) ? 1 : 2;
  const slots = page === 1 ? scheme.outside : scheme.inside;
  const index = slots.findIndex((slot) => slot.role === role);
  const x = bleedPt + (index === 0 ? 0 : (foldPositions(slots, sizes)[index - 1] ?? 0));
  const size = sizes.get(role) ?? { width: 0, height: 0 };
  return { page, x, y: 0, width: size.width, height: size.height + 2 * bleedPt };
}

describe('the folder', () => {
  const out = temporaryFolder();
  let built: BuiltJob;
  let press = '';
  beforeAll(async () => {
    built = await buildOnDisk(repository, 'ledersektionen', ['press'], out.path);
    press = built.file('press.pdf');
  }, 60_000);
  afterAll(() => out.remove());

  it('has nothing against it but the placeholder for the portrait', () => {
    expect(built.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning color/placeholder-picture',
    ]);
    expect(qpdfComplaints(press)).toBe('');
  });

  it.each([...readWords()])('%s holds its words in reading order', (role, paragraphs) => {
    const found = letters(runningText(textOf(press, panelArea(role))));
    let from = 0;
    for (const paragraph of paragraphs) {
      // The run-in headings and the numerals are set apart from what follows them.
      const at = found.indexOf(letters(paragraph), from);
      expect(at, paragraph).toBeGreaterThanOrEqual(from);
      from = at + letters(paragraph).length;
    }
  });

  it('has two flat pages, panels summing to the trim, bleed around, nothing else', () => {
    const boxes = pageBoxes(press);
    expect(boxes).toHaveLength(2);
    for (const { media, bleed, trim } of boxes) {
      expect(sizeMm(trim).width).toBeCloseTo(146.5 + 148 + 148, 3);
      expect(sizeMm(trim).height).toBeCloseTo(210, 3);
      expect(ptToMm(trim[0] - bleed[0])).toBeCloseTo(3, 3);
      expect(ptToMm(bleed[3] - trim[3])).toBeCloseTo(3, 3);
      expect(media).toEqual(bleed);
    }
  });

  it('embeds subsets of its fonts, with Unicode', () => {
    const fonts = pdfFonts(press);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
  });

  it('is CMYK throughout, with one intent and its profile', () => {
    expect(pictureSpaces(press)).toEqual(['cmyk']);
    const { at, trailer, pages, dictionaries } = readObjects(press);
    const spaces = JSON.stringify(dictionaries);
    for (const space of ['/DeviceRGB', '/CalRGB', '/ICCBased', '/Lab'])
      expect(spaces).not.toContain(`"${space}"`);
    const root = at(trailer, '/Root');
    expect(at(root, '/OutputIntents')).toHaveLength(1);
    expect(at(root, '/OutputIntents', 0, '/S')).toBe('/GTS_PDFX');
    expect(at(root, '/OutputIntents', 0, '/OutputConditionIdentifier')).toBe('u:FOGRA39');
    expect(at(root, '/OutputIntents', 0, '/DestOutputProfile', '/N')).toBe(4);
    for (const page of pages) {
      expect(at(page, '/Group', '/CS')).toBe('/DeviceCMYK');
      expect(at(page, '/UserUnit')).toBeNull();
      expect(at(page, '/CropBox')).toBeNull();
    }
  });

  it('sets body text in black alone, overprinting', () => {
    const bytes = readFileSync(press);
    const streams: string[] = [];
    for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
      try {
        streams.push(Buffer.from(inflate(bytes.subarray(at + 7))).toString('latin1'));
      } catch {
        // Not a compressed stream.
      }
    }
    const content = streams.filter((text) => text.includes(' Tf') && text.includes(' TJ'));
    expect(content.join('\n')).toMatch(/\b0 0 0 1 (k|scn)/);
    const { dictionaries } = readObjects(press);
    expect(JSON.stringify(dictionaries)).toContain('"/OPM":1');
  });
});

describe('the booklet', () => {
  const out = temporaryFolder();
  afterAll(() => out.remove());

  it('has eight pages of A5 with the same words', async () => {
    const built = await buildOnDisk(repository, 'ledersektionen-haefte', ['press'], out.path);
    const press = built.file('press.pdf');
    expect(built.findings.map(({ code }) => code)).toEqual(['color/placeholder-picture']);
    expect(qpdfComplaints(press)).toBe('');
    const boxes = pageBoxes(press);
    expect(boxes).toHaveLength(8);
    for (const { trim } of boxes) {
      expect(sizeMm(trim).width).toBeCloseTo(148, 3);
      expect(sizeMm(trim).height).toBeCloseTo(210, 3);
    }
    const all = { x: 0, y: 0, width: 500, height: 700 };
    const text = boxes.map((_, index) => runningText(textOf(press, { page: index + 1, ...all })));
    const found = letters(text.join(''));
    for (const paragraph of [...readWords().values()].flat())
      expect(found, paragraph).toContain(letters(paragraph));
  }, 60_000);
});
