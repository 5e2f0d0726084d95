/** What a page without a job is made for, where nobody has said it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../src/render.ts';
import { render, workspaceOf } from './support/letter-pixels.ts';
import { wholeText } from './support/pdf-tools.ts';
import { squareFont } from './support/square-font.ts';

const page = (css: string, body = '<div></div>') =>
  `<!doctype html><html lang="en"><title>t</title><style>@page { size: 20px 20px; margin: 0 }
   div { height: 9px; ${css} }</style>${body}</html>`;

const cases: readonly (readonly [what: string, html: string, edition: 'press' | 'screen'])[] = [
  ['nothing but the colours of a screen', page('background: #c00'), 'screen'],
  ['black as browsers have it', page('border: 1px solid'), 'screen'],
  ['what browsers draw themselves', page('', '<hr><fieldset></fieldset>'), 'screen'],
  ['an ink', page('background: device-cmyk(1 0 0 0)'), 'press'],
  ['black ink that its author wrote', page('background: device-cmyk(0 0 0 1)'), 'press'],
  [
    'a spot ink',
    page(
      'background: color(--red) } @spot-color --red { name: "R"; alternate: device-cmyk(0 1 1 0)',
    ),
    'press',
  ],
  [
    'black ink by way of custom properties',
    page('--b: device-cmyk(0 0 0 1); --a: var(--b); border: 1px solid var(--a)'),
    'press',
  ],
  [
    'a custom property that nobody gives',
    page('border: 1px solid; border-color: var(--none)'),
    'screen',
  ],
  [
    'custom properties in a circle',
    page('--a: var(--b); --b: var(--a); border: 1px solid; border-color: var(--a)'),
    'screen',
  ],
  ['bleed', page('} @page { bleed: 3mm'), 'press'],
  ['marks', page('} @page { marks: crop'), 'press'],
];

async function editionOf(html: string, media: 'auto' | 'press' | 'screen') {
  const request = {
    path: 'page.html',
    extraSheet: null,
    strict: false,
    fileName: 'page.pdf',
    wantsLayout: false,
  };
  const { artifact, edition } = await renderHtml(
    { ...request, media },
    workspaceOf({ 'page.html': html }),
  );
  const text = Buffer.from(artifact?.bytes ?? []).toString('latin1');
  return { edition, hasIntent: text.includes('GTS_PDFX') };
}

describe('a page without a job', () => {
  it.each(cases)('%s', async (_, html, edition) => {
    const hasIntent = edition === 'press';
    expect(await editionOf(html, 'auto')).toEqual({ edition, hasIntent });
  });

  it('is made for what is asked for', async () => {
    const html = page('background: #c00');
    expect(await editionOf(html, 'press')).toEqual({ edition: 'press', hasIntent: true });
    const inInk = page('background: device-cmyk(1 0 0 0)');
    expect(await editionOf(inInk, 'screen')).toEqual({ edition: 'screen', hasIntent: false });
  });
});

describe('a picture that is damaged', () => {
  it.each(['press', 'screen'] as const)('is left out and told of, for the %s', async (media) => {
    const whole = await sharp({
      create: { width: 400, height: 400, channels: 3, background: '#b03030' },
    })
      .jpeg()
      .toBuffer();
    // Its header is whole, and its rows end too early.
    const html = page('', '<img src="a.jpg" alt="" style="display:block;width:9px"><hr>');
    const { pdf, findings } = await render(html, media, { 'a.jpg': whole.subarray(0, 700) });
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toContain(
      'warning color/damaged-picture',
    );
    expect(Buffer.from(pdf).includes('/Subtype /Image')).toBe(false);
  });
});

describe('words from right to left', () => {
  it('are read out of the file as they were written', async () => {
    const naskh = readFileSync(
      join(import.meta.dirname, 'support/fonts/noto-naskh-arabic-letters.ttf'),
    );
    const html = `<!doctype html><html lang="ar" dir="rtl"><title>t</title><style>
      @font-face { font-family: N; src: url("n.ttf") } @page { size: 90mm 40mm; margin: 5mm } body { font: 12pt N }
      </style><p>عملي معي كم.`;
    const { pdf } = await render(html, 'screen', { 'n.ttf': naskh });
    const folder = mkdtempSync(join(tmpdir(), 'trykklar-'));
    const file = join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    const text = wholeText(file);
    rmSync(folder, { recursive: true });
    expect(text.replace(/[\u200e\u200f\u202a-\u202e]/g, '').trim()).toBe('عملي معي كم.');
  });
});

describe("characters that a page's own fonts lack", () => {
  const html = `<!doctype html><html lang="en"><title>t</title><style>
    @font-face { font-family: S; src: url("s.ttf") } @page { size: 200px; margin: 0 } body { margin: 0 }
    p { margin: 0; font: 10px/1 S } p::before { content: "❦" }</style><p id="p">a→b ✓→ 日`;
  const files = {
    'page.html': html,
    's.ttf': squareFont(),
    'machine/signs.ttf': squareFont({ family: 'Signs', also: '→✓' }),
    'machine/leaf.ttf': squareFont({ family: 'Leaf', also: '❦' }),
  };
  const paths: Readonly<Record<string, string>> = {
    signs: 'machine/signs.ttf',
    leaf: 'machine/leaf.ttf',
  };
  const machine = {
    localFaces: (family: string) => {
      const path = paths[family.toLowerCase()];
      return path ? [{ family, weight: { min: 400, max: 400 }, italic: false, path }] : [];
    },
    localFamilyWith: (character: string) =>
      character === '❦' ? 'Leaf' : '→✓'.includes(character) ? 'Signs' : null,
  };
  const request = { path: 'page.html', extraSheet: null, media: 'screen', strict: false } as const;
  const asked = { ...request, fileName: 'page.pdf', wantsLayout: false };

  it("are shown in the machine's; one that none has is told", async () => {
    const workspace = { ...workspaceOf(files), ...machine };
    const { artifact, findings } = await renderHtml(asked, workspace);
    const pdf = Buffer.from(artifact?.bytes ?? []).toString('latin1');
    expect([...pdf.matchAll(/\/FontName \/[A-Z]+\+(\w+)/g)].map(([, name]) => name).sort()).toEqual(
      ['Leaf', 'Signs', 'Square'],
    );
    expect(
      findings.map(({ code, message }) => `${code} ${/`(.)`/u.exec(message.en.slice(9))?.[1]}`),
    ).toEqual(['text/missing-character 日']);
  });

  it('are told where no machine may be asked', async () => {
    const { findings } = await renderHtml(asked, workspaceOf(files));
    const told = findings.filter(({ code }) => code === 'text/missing-character');
    expect(told.map(({ span }) => span?.source.text.slice(span.start, span.start + 2))).toEqual([
      '<p',
      '→b',
      '✓→',
      '日',
    ]);
  });
});

describe('a process that renders much', () => {
  it('lets go of a page with its fonts when it is done', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const square = readFileSync(
      join(import.meta.dirname, '../fonts/source-serif-4/SourceSerif4-Regular.ttf'),
    );
    const given: WeakRef<Uint8Array>[] = [];
    for (let page = 0; page < 3; page += 1) {
      const font = new Uint8Array(square);
      given.push(new WeakRef(font));
      const html = `<!doctype html><html lang="en"><title>t</title><style>
        @font-face { font-family: S; src: url("s.ttf") } @page { size: 90mm 40mm } body { font: 12pt S }
        </style><p>Page ${page}, ${'words enough that it is no short one, '.repeat(4)}<p style="column-count: 2">a <b>b</b>`;
      await render(html, 'screen', { 's.ttf': font });
    }
    await new Promise((resolve) => setTimeout(resolve));
    collect();
    // What ran last may still stand on the stack.
    expect(given.slice(0, -1).map((font) => font.deref() === undefined)).toEqual([true, true]);
  });
});
