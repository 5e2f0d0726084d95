/**
 * The brochure that ships, end to end in both formats: what a printing house would look at, read
 * from the finished files by other programs.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersOf } from '../support/baselines.ts';
import { type BuiltJob, buildOnDisk, toldAs } from '../support/build-on-disk.ts';
import {
  contentOf,
  type PdfObjects,
  pageBoxes,
  pdfFonts,
  pictureSpaces,
  qpdfComplaints,
  readObjects,
  runningText,
  sizeMm,
  type TextArea,
  textOf,
  textPaints,
} from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';
import { firstMissing, readWords } from './words.ts';

const bleedMm = 3;
const heightMm = 210;
const ptOf = (mm: number) => (mm * 72) / 25.4;

interface PlacedPanel {
  readonly page: number;
  readonly fromMm: number;
  readonly widthMm: number;
}

/** Roll fold on paper of 170 g/m²: the panel that folds in is 1.5 mm narrower. */
const folderPanels: Readonly<Record<string, readonly PlacedPanel[]>> = {
  flap: [{ page: 1, fromMm: 0, widthMm: 146.5 }],
  back: [{ page: 1, fromMm: 146.5, widthMm: 148 }],
  front: [{ page: 1, fromMm: 294.5, widthMm: 148 }],
  inside1: [{ page: 2, fromMm: 0, widthMm: 148 }],
  inside2: [{ page: 2, fromMm: 148, widthMm: 148 }],
  inside3: [{ page: 2, fromMm: 296, widthMm: 146.5 }],
};

const wholePage = (page: number): PlacedPanel => ({ page, fromMm: 0, widthMm: 148 });

/** On which pages of the booklet the words of the folder's panels stand, in their order. */
const bookletPages: Readonly<Record<string, readonly PlacedPanel[]>> = {
  front: [wholePage(1)],
  inside1: [wholePage(3), wholePage(2)],
  inside2: [wholePage(4)],
  inside3: [wholePage(5)],
  flap: [wholePage(6), wholePage(7)],
};

const formats = [
  {
    job: 'ledersektionen',
    pages: Array(2).fill(442.5) as readonly number[],
    panels: folderPanels,
  },
  {
    job: 'ledersektionen-haefte',
    pages: Array(8).fill(148) as readonly number[],
    panels: bookletPages,
  },
] as const;

function areaOf({ page, fromMm, widthMm }: PlacedPanel): TextArea {
  const x = ptOf(bleedMm + fromMm);
  return { page, x, y: 0, width: ptOf(widthMm), height: ptOf(heightMm + 2 * bleedMm) };
}

describe.each(formats)('$job', ({ job, pages, panels }) => {
  const out = temporaryFolder();
  let built: BuiltJob;
  let press = '';
  let objects: PdfObjects;
  beforeAll(async () => {
    built = await buildOnDisk(repository, job, ['press'], out.path);
    press = built.file('press.pdf');
    objects = readObjects(press);
  }, 30_000);
  afterAll(() => out.remove());

  it('has nothing against it but the portrait that is still to come', () => {
    const told = built.findings.filter(({ code }) => !code.endsWith('/placeholder-picture'));
    expect(toldAs(told)).toEqual([]);
  });

  it('is a sound PDF to qpdf', () => {
    expect(qpdfComplaints(press)).toBe('');
  });

  it('has its boxes to a thousandth of a millimetre', () => {
    const boxes = pageBoxes(press);
    expect(boxes).toHaveLength(pages.length);
    for (const [index, { media, bleed, trim }] of boxes.entries()) {
      const widthMm = pages[index] ?? 0;
      expect(sizeMm(trim).width).toBeCloseTo(widthMm, 3);
      expect(sizeMm(trim).height).toBeCloseTo(heightMm, 3);
      expect(sizeMm(bleed).width).toBeCloseTo(widthMm + 2 * bleedMm, 3);
      expect(sizeMm(bleed).height).toBeCloseTo(heightMm + 2 * bleedMm, 3);
      expect(((trim[0] - bleed[0]) * 25.4) / 72).toBeCloseTo(bleedMm, 3);
      expect(((trim[1] - bleed[1]) * 25.4) / 72).toBeCloseTo(bleedMm, 3);
      expect(media).toEqual(bleed);
    }
  });

  it.each(readWords().map(({ role, paragraphs }) => ({ role, paragraphs })))(
    'has every word of $role, in reading order',
    ({ role, paragraphs }) => {
      const text = (panels[role] ?? []).map((panel) => runningText(textOf(press, areaOf(panel))));
      expect(firstMissing(paragraphs, text.join(' '))).toBeUndefined();
    },
  );

  it('sets its body text on one grid, to a hundredth of a point over all panels', async () => {
    const [gridPt, bodyPt] = [12.5, 9.5];
    const letters = (await lettersOf(press)).flat().filter(({ sizePt }) => sizePt === bodyPt);
    expect(letters.length).toBeGreaterThan(1000);
    const first = letters[0]?.y ?? 0;
    const away = letters.map(({ y }) => {
      const rest = Math.abs(y - first) % gridPt;
      return Math.min(rest, gridPt - rest);
    });
    expect(Math.max(...away)).toBeLessThan(0.01);
  });

  it.runIf(panels === folderPanels)(
    "stands the portrait's foot on the baseline of the line beside it",
    async () => {
      const page = 2;
      const placed = /([\d.]+) cm\s+\/\S+ Do\b/.exec(contentOf(press, page));
      const foot = Number(placed?.[1]);
      const letters = (await lettersOf(press))[page - 1] ?? [];
      const body = letters.filter(({ sizePt }) => sizePt === 9.5);
      expect(Math.min(...body.map(({ y }) => Math.abs(y - foot)))).toBeLessThan(0.01);
    },
  );

  it('brings its fonts along, cut down to what is used, with their letters', () => {
    const fonts = pdfFonts(press);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
  });

  it('has no screen colour anywhere', () => {
    expect(pictureSpaces(press)).toEqual(['cmyk']);
    expect(JSON.stringify(objects.dictionaries)).not.toMatch(/\/(DeviceRGB|CalRGB|ICCBased|Lab)"/);
    for (const [index] of pages.entries())
      expect(contentOf(press, index + 1)).not.toMatch(/\s(rg|RG)\s/);
  });

  it('sets its running text in black ink alone, over what lies below', () => {
    const body = pages
      .flatMap((_, index) => textPaints(press, index + 1))
      .filter(({ font }) => font.startsWith('SourceSerif4'));
    expect(body.length).toBeGreaterThan(60);
    for (const paint of body) expect(paint).toMatchObject({ color: '0 0 0 1 k', overprint: true });
  });

  it('says of itself what PDF/X-4 asks', () => {
    const { at, trailer, dictionaries } = objects;
    const catalog = at(trailer, '/Root');
    const intents = at(catalog, '/OutputIntents');
    expect(intents).toHaveLength(1);
    const intent = at(intents, 0);
    expect(at(intent, '/S')).toBe('/GTS_PDFX');
    expect(at(intent, '/OutputConditionIdentifier')).toBe('u:FOGRA39');
    expect(at(intent, '/DestOutputProfile', '/N')).toBe(4);
    expect(at(trailer, '/Info', '/Trapped')).toBe('/False');
    expect(at(trailer, '/ID')).toHaveLength(2);
    expect(at(trailer, '/Encrypt')).toBeNull();
    const bytes = readFileSync(press);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.6');
    const text = bytes.toString('latin1');
    expect(text).toMatch(/GTS_PDFXVersion(="|>)PDF\/X-4["<]/);
    expect(text).not.toContain('/UserUnit');
    for (const page of objects.pages) {
      expect(at(page, '/Group', '/CS')).toBe('/DeviceCMYK');
      expect(at(page, '/CropBox')).toBeNull();
    }
    const keys = new Set(dictionaries.flatMap((dictionary) => Object.keys(dictionary)));
    for (const key of ['/JS', '/AA', '/OpenAction', '/AcroForm', '/TR', '/OPI'])
      expect(keys.has(key), key).toBe(false);
  });

  it('is the same to the byte when it is built again', async () => {
    const again = temporaryFolder();
    const { file } = await buildOnDisk(repository, job, ['press'], again.path);
    expect(readFileSync(file('press.pdf')).equals(readFileSync(press))).toBe(true);
    again.remove();
  });
});
