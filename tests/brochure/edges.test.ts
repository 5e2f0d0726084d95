/**
 * What cutting and folding will meet in the brochure that ships, looked at in a raster of another
 * renderer; and that the file carries nothing twice or in vain.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltJob, buildOnDisk } from '../support/build-on-disk.ts';
import { repository, temporaryFolder } from '../support/program.ts';

const formats = [
  { job: 'ledersektionen', pages: 2, widthMm: 442.5, folds: { 1: [146.5, 294.5], 2: [148, 296] } },
  { job: 'ledersektionen-haefte', pages: 8, widthMm: 148, folds: {} },
] as const;

const bleedMm = 3;
const heightMm = 210;
const dpi = 127;
const perMm = dpi / 25.4;
const safetyMm = 3;

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

function rasterOf(file: string, page: number): Raster {
  const args = ['-gray', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, '-singlefile', file];
  const pgm = execFileSync('pdftoppm', args, { maxBuffer: 1 << 28 });
  // `P5 width height 255`, then a byte a pixel.
  const [header, width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
  if (header === undefined) throw new Error('no PGM');
  return { width: Number(width), height: Number(height), gray: pgm.subarray(header.length) };
}

/** Pixels along each edge, `mm` outside of the trim; inside of it where that is negative. */
function alongEdges({ width, height, gray }: Raster, widthMm: number, mm: number) {
  const near = Math.floor((bleedMm - mm) * perMm);
  // A renderer may add a pixel at the far edges: counted from the near ones.
  const far = (sizeMm: number) => Math.ceil((sizeMm + bleedMm + mm) * perMm) - 1;
  const row = (y: number) => gray.subarray(y * width, (y + 1) * width);
  const column = (x: number) =>
    Uint8Array.from({ length: height }, (_, y) => gray[y * width + x] ?? 0);
  return [row(near), row(far(heightMm)), column(near), column(far(widthMm))];
}

/** Boxes of words in mm from the trim box's top left, as poppler finds them. */
function wordsOf(file: string, page: number) {
  const args = ['-bbox', '-f', `${page}`, '-l', `${page}`, file, '-'];
  const html = execFileSync('pdftotext', args, { encoding: 'utf8' });
  const pattern =
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g;
  const mm = (pt: string | undefined) => (Number(pt) * 25.4) / 72 - bleedMm;
  return [...html.matchAll(pattern)].map(([, left, top, right, bottom, word]) => ({
    word,
    left: mm(left),
    right: mm(right),
    top: mm(top),
    bottom: mm(bottom),
  }));
}

interface StoredObject {
  readonly value?: unknown;
  readonly stream?: { readonly dict: unknown; readonly data?: string };
}

function objectsOf(file: string): Readonly<Record<string, StoredObject>> {
  const args = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=none'];
  const said = execFileSync('qpdf', [...args, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(said).qpdf[1];
}

/** Objects that nothing leads to from the trailer; a cross-reference stream leads to itself. */
function unusedIn(objects: Readonly<Record<string, StoredObject>>): readonly string[] {
  const used = new Set<string>();
  const visit = (value: unknown) => {
    if (typeof value === 'string' && /^\d+ \d+ R$/.test(value)) {
      const key = `obj:${value}`;
      if (used.has(key)) return;
      used.add(key);
      visit(objects[key]?.value ?? objects[key]?.stream?.dict);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(objects.trailer?.value);
  const isContainer = ({ stream }: StoredObject) =>
    /"\/(XRef|ObjStm)"/.test(JSON.stringify(stream?.dict ?? null));
  return Object.entries(objects)
    .filter(([key, object]) => key !== 'trailer' && !used.has(key) && !isContainer(object))
    .map(([key]) => key);
}

describe.each(formats)('$job', ({ job, pages, widthMm, folds }) => {
  const out = temporaryFolder();
  let press = '';
  beforeAll(async () => {
    const built: BuiltJob = await buildOnDisk(repository, job, ['press'], out.path);
    press = built.file('press.pdf');
  }, 60_000);
  afterAll(() => out.remove());

  it('is painted 2.9 mm beyond the trim wherever ink touches it', { timeout: 60_000 }, () => {
    let touching = 0;
    for (let page = 1; page <= pages; page += 1) {
      const raster = rasterOf(press, page);
      const [inside = [], outside = []] = [-0.1, 2.9].map((mm) => alongEdges(raster, widthMm, mm));
      inside.forEach((line, edge) => {
        const inked = [...line.keys()].filter((at) => (line[at] ?? 255) < 250);
        touching += inked.length;
        // A shape that runs over the edge aslant is somewhere else three millimetres on.
        const bare = inked.filter((at) => (outside[edge]?.[at] ?? 255) >= 250);
        expect(bare.length, `page ${page}, edge ${edge}`).toBeLessThanOrEqual(inked.length * 0.02);
      });
    }
    expect(touching).toBeGreaterThan(5000);
  });

  it('has no word within 3 mm of trim or fold', () => {
    let count = 0;
    for (let page = 1; page <= pages; page += 1) {
      const lines = [0, widthMm, ...((folds as Record<number, readonly number[]>)[page] ?? [])];
      // The front's large comma is a letter and a picture; it runs off the page on purpose.
      const words = wordsOf(press, page).filter(({ top, bottom }) => bottom - top < 30);
      count += words.length;
      const near = words.filter(
        ({ left, right, top, bottom }) =>
          top < safetyMm ||
          bottom > heightMm - safetyMm ||
          lines.some((line) => right > line - safetyMm && left < line + safetyMm),
      );
      expect(near).toEqual([]);
    }
    expect(count).toBeGreaterThan(500);
  });

  it('carries no object in vain and no stream twice', () => {
    const objects = objectsOf(press);
    expect(unusedIn(objects)).toEqual([]);
    const streams = Object.values(objects).flatMap(({ stream }) => stream?.data ?? []);
    const digests = streams.map((data) => createHash('sha256').update(data).digest('hex'));
    expect(streams.length).toBeGreaterThan(5);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
