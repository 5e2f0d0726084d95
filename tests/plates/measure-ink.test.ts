/** Total ink of pages whose ink is known beforehand: 280 pt square at 72 dpi, 10 pt bleed. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/base/index.ts';
import { measurePlates } from '../../src/plates/index.ts';
import { cleanParts, makePdf } from '../preflight/make-pdf.ts';

const box = '[-10 -10 290 290]';

const spot = (name: string) =>
  `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 0.2] /N 1 >>]`;

async function measure(content: string, limitPercent = 330, advisedPercent?: number) {
  const findings: Finding[] = [];
  const pdf = makePdf({
    content,
    resources: `/ExtGState 13 0 R /Properties << /Varnish 30 0 R >>
      /ColorSpace << /Gloss ${spot('Gloss')} /Gold ${spot('Gold')} /All ${spot('All')} >>`,
    catalog: `${cleanParts.catalog} /OCProperties << /OCGs [30 0 R] /D << /Name (d) >> >>`,
    more: ['30 << /Type /OCG /Name (V) /GTS_Metadata << /GTS_ProcStepsGroup /Varnish >> >>'],
    page: `/MediaBox [-30 -30 310 310] /BleedBox ${box} /TrimBox [0 0 280 280]`,
  });
  const advised = advisedPercent === undefined ? {} : { advisedPercent };
  const options = { dpi: 72, pageNames: ['front'], limitPercent, ...advised };
  const [page] = await measurePlates(pdf, options, { report: (found) => findings.push(found) });
  if (!page) throw new Error('no page');
  return {
    ...page.plates.ink,
    codes: findings.map(({ severity, code }) => `${severity} ${code}`),
    findings,
  };
}

/** From the trim box's top left, y down, in whole pt. */
const rounded = ({ rect }: { readonly rect: { x: number; y: number; width: number } }) =>
  [rect.x, rect.y, rect.width].map((value) => Math.round(value * 100) / 100);

describe('ink of a page', () => {
  it('is none on white', async () => {
    const { highest, mean, coverage } = await measure('');
    expect([highest.percent, mean.percent, highest.owner]).toEqual([0, 0, -1]);
    expect(coverage.map(({ percent }) => percent)).toEqual([0, 0, 0, 0]);
  });

  it('is found where it is highest, with the mark that brings it', async () => {
    const square = '1 0.9 0.8 0.7 k 100 150 60 60 re f';
    const { mean, peak, highest } = await measure(`0.2 0 0 0 k 0 0 280 280 re f ${square}`);
    for (const spot of [mean, peak, highest])
      expect([spot.percent.toFixed(0), spot.owner]).toEqual(['340', 1]);
    expect(rounded(mean)).toEqual([100, 70, 42.52]);
    expect(rounded(peak)).toEqual([100, 70, 2.83]);
  });

  it('counts inside the bleed box only', async () => {
    const { highest, coverage } = await measure('1 1 1 1 k -30 -30 15 340 re f');
    expect(highest.percent).toBe(0);
    expect(coverage[0]?.percent).toBe(0);
  });

  it('adds up what overprints, and not what is covered', async () => {
    const over = '1 1 1 0 k 0 0 100 100 re f /Over gs 0 0 0 1 k 0 0 100 100 re f';
    expect((await measure(over)).mean.percent).toBeCloseTo(400, 0);
    const covered = '1 1 1 1 k 0 0 100 100 re f 0.1 0 0 0 k 0 0 100 100 re f';
    expect((await measure(covered)).mean.percent).toBeCloseTo(10, 0);
  });

  it('leaves out what is an instruction: cutting, varnish', async () => {
    const varnish =
      '/OC /Varnish BDC /Over gs /Gloss cs 1 scn 50 50 60 60 re f EMC /Gold cs 1 scn 0 0 20 20 re f';
    const { mean, coverage } = await measure(`1 1 1 0 k 50 50 60 60 re f ${varnish}`);
    expect(mean.percent).toBeCloseTo(300, 0);
    expect(coverage.map(({ name }) => name).slice(4)).toEqual(['Gloss', 'Gold']);
  });

  it('has registration marks on every plate that prints, and on none that cuts or varnishes', async () => {
    const inks =
      '/Gold cs 0.5 scn 0 0 140 280 re f /OC /Varnish BDC /Gloss cs 1 scn 0 0 9 9 re f EMC';
    const { coverage } = await measure(`${inks} /All cs 1 scn 140 0 160 300 re f`);
    const half = ({ name, percent }: (typeof coverage)[number]) => [name, percent > 40];
    expect(coverage.map(half)).toEqual([
      ['Cyan', true],
      ['Magenta', true],
      ['Yellow', true],
      ['Black', true],
      ['Gloss', false],
      ['Gold', true],
    ]);
  });

  it.each([
    [
      'a square of 15 mm over the limit',
      '1 0.8 0.8 0.8 k 50 50 43 43 re f',
      ['error plates/ink-mean'],
    ],
    ['a smaller one', '1 0.8 0.8 0.8 k 50 50 20 20 re f', []],
    [
      'a smaller one far beyond the limit',
      '1 1 0.9 0.8 k 50 50 20 20 re f',
      ['warning plates/ink-peak'],
    ],
    ['more than any press likes', '1 0.8 0.8 0.65 k 50 50 43 43 re f', ['warning plates/ink-mean']],
    ['both, in one mark', '1 1 0.9 0.8 k 50 50 43 43 re f', ['error plates/ink-mean']],
    ['just the limit', '1 0.8 0.8 0.6 k 50 50 43 43 re f', []],
  ])('%s', async (_, content, codes) => {
    expect((await measure(content)).codes).toEqual(codes);
  });

  it('warns where the paper is known to take less than the condition', async () => {
    const { findings } = await measure('1 0.8 0.8 0.3 k 50 50 43 43 re f', 300, 280);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'plates/ink-mean', limit: 280 }]);
    expect(findings[0]?.message.da).toContain('trykkes som regel med højst 280 %');
    expect((await measure('1 0.8 0.8 0.2 k 50 50 43 43 re f', 300, 280)).codes).toEqual([]);
  });

  it('says in both languages what lies there, and where', async () => {
    const { findings } = await measure('1 0.8 0.8 0.8 k 50 50 60 60 re f');
    expect(findings[0]?.message).toEqual({
      en: expect.stringMatching(
        /^an? .*340 % ink over a square of 15 mm, 25 mm from the left and 67 mm/,
      ),
      da: expect.stringContaining('340 % farvedækning over 15 × 15 mm'),
    });
    expect(findings[0]).toMatchObject({ page: 'front', limit: 330, unit: 'percent' });
  });
});
