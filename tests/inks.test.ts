/** Spot inks, overprint, layers and flavours, from the style sheet to the press file. */
import { describe, expect, it } from 'vitest';
import { contentsOf, pressJob } from './support/press-job.ts';

const brand = '@spot-color --brand { name: "PANTONE 286 C"; alternate: device-cmyk(1 .75 0 .02) }';
const order = 'spots: [PANTONE 286 C]';
const square = (style: string) =>
  `<div style="position: absolute; left: 20mm; top: 20mm; width: 20mm; height: 20mm; ${style}"></div>`;

const latin1 = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

describe('spot inks', () => {
  it('print on a plate of their own, at their tint', async () => {
    const { codes, bytes, report } = await pressJob(
      brand,
      square('background: color(--brand 40%)'),
      [order],
    );
    expect(codes).toEqual([]);
    expect(contentsOf(bytes ?? new Uint8Array())).toMatch(/\/C1 cs \.4 scn/);
    expect(latin1(bytes)).toMatch(/\[\/Separation \/PANTONE#20286#20C \/DeviceCMYK <</);
    expect(report).toMatchObject({ inks: { names: ['Black', 'PANTONE 286 C'] } });
  });

  it('may have names with any letters', async () => {
    const { codes, bytes, report } = await pressJob(
      brand.replace('PANTONE 286 C', 'Sølv, blå'),
      square('background: linear-gradient(color(--brand), device-cmyk(0 0 1 0))'),
      ['spots: ["Sølv, blå"]'],
    );
    expect(codes).toEqual([]);
    // UTF-8, as ISO 32000-1 §7.3.5 asks.
    expect(latin1(bytes)).toContain('/S#C3#B8lv,#20bl#C3#A5');
    expect(report).toMatchObject({ press: { inks: expect.arrayContaining(['Sølv, blå']) } });
  });

  it('stay spots in a gradient, and meet process inks in DeviceN', async () => {
    const { codes, bytes } = await pressJob(
      brand,
      square('background: linear-gradient(color(--brand), device-cmyk(0 0 1 0))'),
      [order],
    );
    expect(codes).toEqual([]);
    expect(latin1(bytes)).toMatch(
      /\[\/DeviceN \[\/Cyan \/Magenta \/Yellow \/Black \/PANTONE#20286#20C\] \/DeviceCMYK/,
    );
    // What a press without the ink mixes: process inks and the spot's share of them, at most 1.
    expect(contentsOf(bytes ?? new Uint8Array())).toContain('4 index 1 index 1 mul add');
  });

  it('are ordered by the job, and used by it', async () => {
    const used = await pressJob(brand, square('background: color(--brand)'));
    expect(used.codes).toEqual(['display/spot-not-ordered']);
    expect(used.bytes).toBeNull();
    const unused = await pressJob(brand, 'Ord', [order]);
    expect(unused.codes).toEqual(['display/spot-not-used']);
  });

  it('are one ink under one name, whatever paper it names', async () => {
    const both = `${brand} ${brand.replace('--brand', '--b').replace('286 C', '286 U')}`;
    const squares = square('background: color(--brand)') + square('background: color(--b)');
    const declared = await pressJob(both, squares, [order]);
    expect(declared.codes).toEqual(['css/spot-two-names']);
    const otherwise = ['spots: [PANTONE 286 U]'];
    const ordered = await pressJob(brand, square('background: color(--brand)'), otherwise);
    expect(ordered.codes).toEqual(['display/spot-names']);
    expect(ordered.bytes).toBeNull();
    const twice = ['spots: [PANTONE 286 C, PANTONE 286 U]'];
    const paid = await pressJob(brand, square('background: color(--brand)'), twice);
    expect(paid.codes).toEqual(['display/spot-names']);
    expect(paid.bytes).not.toBeNull();
  });

  it.each([
    ['css/unknown-spot', '.a { color: red }', 'color: color(--brnd)'],
    ['css/spot-two-alternates', `${brand} ${brand.replace('--brand', '--b').replace('.75', '.7')}`],
    ['css/spot-two-names', `${brand} ${brand.replace('--brand', '--b').replace('286 C', '286 c')}`],
    ['css/spot-two-names', `${brand} ${brand.replace('--brand', '--b').replace('286 C', '286C')}`],
    ['css/spot-redefined', `${brand} ${brand.replace('286', '287')}`],
    ['css/spot-name', brand.replace('PANTONE 286 C', 'All')],
    ['css/descriptor-missing', '@spot-color --brand { name: "Gold" }'],
    ['css/spot-without-name', brand.replace('--brand', 'brand')],
  ])('report %s', async (code, css, style = '') => {
    const { codes, bytes } = await pressJob(css, square(style));
    expect(codes).toContain(code);
    expect(bytes).toBeNull();
  });
});

describe('overprint', () => {
  const yellow = square('background: device-cmyk(0 0 1 0)');

  it('is asked for by one property, which white does not obey', async () => {
    const inks = ['device-cmyk(.5 0 0 0)', 'device-cmyk(0 0 0 0)'];
    const squares = inks.map((ink) => square(`background: ${ink}; -trykklar-overprint: overprint`));
    const { bytes } = await pressJob('', yellow + squares.join(''));
    const drawn = contentsOf(bytes ?? new Uint8Array()).split('\n');
    const order = drawn.filter((line) => / (k|gs)$/.test(line));
    const [on] = order.filter((line) => line.endsWith('gs'));
    expect(order.slice(0, 5)).toEqual(['0 0 1 0 k', on, '.5 0 0 0 k', order[3], '0 0 0 0 k']);
    expect(order[3]).not.toBe(on);
  });

  it('can be taken from small black text', async () => {
    const words = (style: string) => `<p style="font-size: 9pt; ${style}">Ord</p>`;
    const own = await pressJob('.next { color: device-cmyk(0 1 0 0) }', words(''));
    const knocked = words('-trykklar-overprint: knockout');
    const out = await pressJob('.next { color: device-cmyk(0 1 0 0) }', knocked);
    expect(latin1(own.bytes)).toContain('/OP true');
    expect(latin1(out.bytes)).not.toContain('/OP true');
  });
});

describe('technical inks', () => {
  const cut = `@spot-color --cut { name: "Cut"; alternate: device-cmyk(0 1 0 0);
    processing-step: cutting }`;

  it('stand in a layer of ISO 19593-1 and knock nothing out', async () => {
    const line = square('border: 1pt solid color(--cut)');
    const { codes, bytes } = await pressJob(cut, line, ['spots: Cut']);
    expect(codes).toEqual([]);
    const text = latin1(bytes).replace(/\s+/g, ' ');
    expect(text).toContain(
      '/Type /OCG /Name (Cutting) /GTS_Metadata << /GTS_ProcStepsGroup /Structural /GTS_ProcStepsType /Cutting >>',
    );
    expect(text).toContain('/OCProperties <<');
    const drawn = contentsOf(bytes ?? new Uint8Array());
    expect(drawn).toMatch(/gs\n\/C1 cs 1 scn\n\/OC \/L1 BDC\n[^B]*f\*?\nEMC/);
  });
});

describe('PDF/X-1a:2003', () => {
  const flavour = 'flavour: PDF/X-1a:2003';

  it('is PDF 1.4 without groups, named in the document information', async () => {
    const { codes, bytes, report } = await pressJob(
      '',
      square('background: device-cmyk(1 0 0 0)'),
      [flavour],
    );
    expect(codes).toEqual([]);
    const text = latin1(bytes);
    expect(text.slice(0, 8)).toBe('%PDF-1.4');
    expect(text).toContain('/GTS_PDFXVersion (PDF/X-1a:2003)');
    expect(text).toContain('/GTS_PDFXConformance (PDF/X-1a:2003)');
    expect(text).not.toContain('/Transparency');
    expect(text).not.toContain('pdfxid:GTS_PDFXVersion');
    expect(report).toMatchObject({ built: 'built to PDF/X-1a:2003' });
  });

  it.each([
    ['opacity', 'background: device-cmyk(1 0 0 0 / .5)'],
    ['a group', 'background: device-cmyk(1 0 0 0); opacity: .5'],
    ['blending', 'background: device-cmyk(1 0 0 0); mix-blend-mode: multiply'],
    ['a fading gradient', 'background: linear-gradient(device-cmyk(1 0 0 0), transparent)'],
  ])('reports %s where it stands', async (_, style) => {
    const { findings, bytes } = await pressJob('', square(style), [flavour]);
    expect(bytes).toBeNull();
    expect(findings.map(({ code }) => code)).not.toContain('preflight/opaque-flavour');
    const finding = findings.find(({ code }) => code === 'display/transparency');
    expect(finding?.severity).toBe('error');
    const span = finding?.span;
    expect(span?.source.text.slice(span.start, span.end)).toContain('<div');
  });
});

describe('rich blacks', () => {
  it('are one recipe in a job', async () => {
    const blacks = ['.5 .4 .4 1', '.6 .4 .4 1'].map((ink) =>
      square(`background: device-cmyk(${ink})`),
    );
    expect((await pressJob('', blacks.join(''))).codes).toContain('display/rich-blacks');
    expect((await pressJob('', blacks[0] ?? '')).codes).not.toContain('display/rich-blacks');
  });
});
