/** Dummies: what they show is what is cut and folded, at the scale that they state. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ptToMm } from '../../../src/base/index.ts';
import { openWorkspace } from '../../../src/cli/disk-workspace.ts';
import { makeDummy } from '../../../src/dummy.ts';
import { type FolderForm, foldSchemes } from '../../../src/folds/index.ts';
import { bookletSides, drawDummy, dummyPapers, folderSides } from '../../../src/impose/index.ts';
import { readJob } from '../../../src/input/index.ts';
import { labelFont } from '../../../src/sheets.ts';
import { noCache } from '../../support/build-on-disk.ts';
import { qpdfComplaints, textOf } from '../../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const context = { report: () => {}, workspace: openWorkspace(repository, noCache) };
const paper = { weightGsm: 170, stock: 'silk', caliperUm: null } as const;

function form(scheme: string, width = 99): FolderForm {
  return {
    kind: 'folder',
    scheme,
    panelMm: { width, height: 210 },
    flatMm: null,
    compensationMm: 1.5,
    isCreased: true,
  };
}

describe('folds on a dummy', () => {
  it.each([
    ['half', ['1 away'], ['1 towards']],
    ['roll6', ['1 away', '2 away'], ['2 towards', '1 towards']],
    ['z6', ['1 towards', '2 away'], ['2 towards', '1 away']],
    ['roll8', ['1 away', '2 away', '3 away'], ['3 towards', '2 towards', '1 towards']],
    ['z8', ['1 away', '2 towards', '3 away'], ['3 towards', '2 away', '1 towards']],
    // The second fold bends two layers, one of them the other way.
    ['parallel8', ['2 towards', '1 away', '2 away'], ['2 towards', '1 towards', '2 away']],
    ['gate6', ['1 away', '2 away'], ['2 towards', '1 towards']],
    ['gate8', ['1 away', '3 away', '2 away'], ['2 towards', '3 towards', '1 towards']],
  ])('of %s: outside %j, inside %j', (scheme, outside, inside) => {
    const told = folderSides(form(scheme), paper).map(({ folds }) =>
      folds.map(({ order, isTowards }) => `${order} ${isTowards ? 'towards' : 'away'}`),
    );
    expect(told).toEqual([outside, inside]);
  });

  it.each([...foldSchemes.keys()])(
    '%s: those of the inside lie behind those of the outside',
    (id) => {
      const [outside, inside] = folderSides(form(id), paper);
      const width = outside?.widthPt ?? 0;
      const behind = inside?.folds.map(({ x }) => width - x).reverse() ?? [];
      for (const [index, { x }] of (outside?.folds ?? []).entries())
        expect(behind[index]).toBeCloseTo(x, 6);
    },
  );
});

it('a booklet’s sheets carry the pages that saddle stitch gives them', () => {
  const sides = bookletSides(8, { width: 148, height: 210 });
  expect(sides.map(({ panels }) => panels.map(({ number }) => number))).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ]);
});

describe('a dummy on paper', () => {
  const draw = async (given: FolderForm, isFullSize: boolean) => {
    const font = await labelFont(context);
    if (!font) throw new Error('no font');
    const sides = folderSides(given, paper);
    const request = { sides, title: 'x', language: 'en', paper: dummyPapers.A4, font } as const;
    return drawDummy({ ...request, isFullSize });
  };

  it('is reduced by the whole percentage it states', async () => {
    const [page] = await draw(form('roll6', 148), false);
    const drawing = page?.items.find(({ kind }) => kind === 'group');
    const scale = drawing?.kind === 'group' ? drawing.transform[0] : 0;
    expect(scale).toBe(0.63);
    expect([page?.widthPt, page?.heightPt].map((pt) => Math.round(ptToMm(pt ?? 0)))).toEqual([
      297, 210,
    ]);
  });

  it('is cut into parts at full size, backs behind fronts, and nothing is lost', async () => {
    const pages = await draw(form('roll6', 148), true);
    expect(pages.length).toBe(6);
    const areas = pages.map(({ items }) => {
      const drawing = items.find(({ kind }) => kind === 'group');
      if (drawing?.kind !== 'group') throw new Error('no drawing');
      expect(drawing.transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
      const [corner, , opposite] = drawing.clip ?? [];
      if (corner?.kind !== 'move' || opposite?.kind !== 'line') throw new Error('no clip');
      return { left: corner.x, right: opposite.x, top: corner.y, bottom: opposite.y };
    });
    const fronts = areas.filter((_, index) => index % 2 === 0);
    const backs = areas.filter((_, index) => index % 2 === 1);
    const width = folderSides(form('roll6', 148), paper)[0]?.widthPt ?? 0;
    for (const [index, front] of fronts.entries()) {
      expect(backs[index]?.left).toBeCloseTo(width - front.right, 6);
      expect(backs[index]?.right).toBeCloseTo(width - front.left, 6);
    }
    expect(Math.min(...fronts.map(({ left }) => left))).toBeLessThanOrEqual(0);
    expect(Math.max(...fronts.map(({ right }) => right))).toBeGreaterThanOrEqual(width);
    expect(fronts[0]?.right).toBeCloseTo(fronts[1]?.left ?? 0, 6);
  });

  it('says names and sizes in Danish', async () => {
    const job = readJob('content/ledersektionen/job.yaml', context);
    if (!job) throw new Error('no job');
    const settings = { paper: dummyPapers.A4, isFullSize: false, language: 'da' } as const;
    const dummy = await makeDummy(job, 2, settings, context);
    const file = join(folder.path, 'dummy.pdf');
    writeFileSync(file, dummy?.bytes ?? '');
    expect(qpdfComplaints(file)).toBe('');
    const text = textOf(file, { page: 1, x: 0, y: 0, width: 842, height: 595 });
    for (const words of [
      'udvendig side',
      'formindsket til 63 %',
      'flap',
      'bagside (back)',
      '146,5 × 210 mm',
      'fals 1: væk fra dig',
    ])
      expect(text).toContain(words);
  });
});
