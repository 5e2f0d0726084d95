/** At-rules: conditions, imports, pages, fonts, and the pictures that sheets name. */
import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { element, type Settings, show, style } from './support.ts';

const mm = 72 / 25.4;
const p = element('p');
const root = element('html', p);

function spacing(css: string, settings: Settings = {}) {
  const styled = style(css, root, settings);
  return { pt: styled.styleOf(p).letterSpacing, findings: styled.findings.map(show) };
}

const rule = 'p { letter-spacing: 1pt }';

describe('@media', () => {
  it.each<[string, number, number]>([
    ['press', 1, 0],
    ['print', 1, 0],
    ['screen', 0, 1],
    ['all', 1, 1],
    ['not screen', 1, 0],
    ['only press', 1, 0],
    ['screen, press', 1, 1],
    ['PRESS', 1, 0],
  ])('%s: press %d, screen %d', (query, press, screen) => {
    const css = `@media ${query} { ${rule} }`;
    expect(spacing(css, { media: 'press' })).toEqual({ pt: press, findings: [] });
    expect(spacing(css, { media: 'screen' })).toEqual({ pt: screen, findings: [] });
  });

  it.each<[string, number]>([
    ['(min-width: 210mm)', 1],
    ['(max-width: 209mm)', 0],
    ['(width: 210mm) and (height: 297mm)', 1],
    ['(width >= 200mm)', 1],
    ['(width>200mm)', 1],
    ['(210mm <= width)', 1],
    ['(100mm < width <= 210mm)', 1],
    ['(300mm > width > 220mm)', 0],
    ['(width = 210mm)', 1],
    ['(min-width: 30em)', 1],
    ['(width >= calc(100mm * 3))', 0],
    ['(orientation: portrait)', 1],
    ['(aspect-ratio: 210/297)', 1],
    ['(min-aspect-ratio: 1/1)', 0],
    ['(color)', 1],
    ['(monochrome)', 0],
    ['(hover)', 0],
    ['(min-resolution: 300dpi)', 1],
    ['(prefers-color-scheme: dark)', 0],
    ['not (hover)', 1],
    ['(hover) or (color)', 1],
    ['((hover) or (color)) and (width > 1cm)', 1],
    ['print and (color) and (orientation: portrait)', 1],
    ['not print and (color)', 0],
    ['only print and (max-width: 1mm), (color)', 1],
    ['speech and (color)', 0],
  ])('%s on an A4 page → %d', (query, expected) => {
    expect(spacing(`@media ${query} { ${rule} }`)).toEqual({ pt: expected, findings: [] });
  });

  it.each<[string, string, number]>([
    ['is the page that @page says', '@page { size: 100mm 50mm }', 1],
    ['is the same where @page comes later', '', 0],
    ['is not that of a page with a name', '@page wide { size: 100mm 50mm }', 0],
    ['does not depend on itself', '@media (width) { @page { size: 100mm 50mm } }', 0],
    ['is turned', '@page { size: landscape }', 1],
  ])('the size %s', (_, page, expected) => {
    const query = '@media (orientation: landscape) { p { letter-spacing: 1pt } }';
    expect(spacing(`${page} ${query}`).pt).toBe(expected);
    if (page === '') expect(spacing(`${query} @page { size: a6 landscape }`).pt).toBe(1);
  });

  it('the size is that of the job where it gives one', () => {
    const page = { size: { width: 100, height: 50 }, isGiven: true };
    const css = `@page { size: a4 } @media (width: 100pt) { ${rule} }`;
    expect(spacing(css, { page }).pt).toBe(1);
  });

  it.each<[string, number]>([
    ['print', 1],
    ['screen', 0],
    ['(min-width: 1mm)', 1],
    ['screen, (color)', 1],
  ])('the attribute media="%s" → %d', (text, expected) => {
    const source = createSource('b.css', rule);
    const sheetMedia = new Map([[source, { text }]]);
    expect(spacing('', { more: [source], sheetMedia })).toEqual({ pt: expected, findings: [] });
  });

  it('tells what it cannot answer', () => {
    const css = '@media (min-widht: 30em) { p { letter-spacing: 1pt } }';
    expect(spacing(css)).toEqual({
      pt: 0,
      findings: [
        '@media (min-widht: 30em) { p { letter-spacing: 1pt } }\n^^^^^^^^^^^^^^^^^^^^^^^^ error[css/unknown-media] `@media (min-widht: 30em)` cannot be answered here; did you mean `min-width`?; use `press`, `print`, `screen` or `all`',
      ],
    });
  });
});

describe('@supports', () => {
  it.each<[string, number]>([
    ['(display: grid)', 1],
    ['(display: ruby)', 0],
    ['(colr: red)', 0],
    ['not (colr: red)', 1],
    ['(display: grid) and (color: device-cmyk(0 0 0 1))', 1],
    ['(display: ruby) or (display: flex)', 1],
    ['((display: ruby) or (display: flex)) and (float: none)', 1],
    ['selector(a > b)', 1],
    ['selector(a:hover)', 1],
    ['selector(p::first-line)', 1],
    ['selector(a || b)', 0],
    ['(color: red !important)', 1],
    ['(--x: anything)', 1],
    ['font-tech(variations)', 0],
  ])('%s → %d', (condition, expected) => {
    expect(spacing(`@supports ${condition} { ${rule} }`)).toEqual({ pt: expected, findings: [] });
  });

  it('refuses and beside or', () => {
    const css = `@supports (top: 0) and (left: 0) or (right: 0) { ${rule} }`;
    expect(spacing(css).findings.join()).toContain('css/wrong-condition');
  });
});

describe('@import', () => {
  const files = {
    'templates/t/base.css': 'p { letter-spacing: 1pt; background: url(a.png) }',
    'templates/shared/more.css': '@import url("deep/last.css");',
    'templates/shared/deep/last.css': 'p { letter-spacing: 3pt; background: url(b.png) }',
  };

  it.each<[string, number]>([
    ['@import "base.css";', 1],
    ['@import url(base.css);', 1],
    ['@charset "utf-8"; @import "../shared/more.css";', 3],
    ['@import "base.css"; p { letter-spacing: 2pt }', 2],
    ['@import "base.css" screen;', 0],
    ['@import "base.css" press;', 1],
    ['@import "base.css" supports(display: ruby);', 0],
    ['@import "base.css" layer(low); @layer high { p { letter-spacing: 2pt } }', 2],
    [
      '@layer high, low; @import "base.css" layer(low); @layer high { p { letter-spacing: 2pt } }',
      1,
    ],
  ])('%s → %d', (css, expected) => {
    expect(spacing(css, { files })).toEqual({ pt: expected, findings: [] });
  });

  it('resolves addresses against the sheet they stand in', () => {
    const styled = style('@import "../shared/more.css";', root, { files });
    expect(styled.backgroundUrls.map(({ path }) => path)).toEqual(['templates/shared/deep/b.png']);
  });

  it('reports files that are missing, circles and places where it means nothing', () => {
    const circle = { 'templates/t/a.css': '@import "a.css";' };
    const css = `@import "a.css";\n@import "nowhere.css";\n@import "//x.dk/y.css";\n${rule}\n@import "a.css";`;
    const codes = style(css, root, { files: circle }).findings.map(({ code }) => code);
    expect(codes).toEqual([
      'css/import-circle',
      'input/file-missing',
      'css/foreign-address',
      'css/misplaced-at-rule',
    ]);
  });
});

describe('@page', () => {
  const css = `
    :root { --deep: device-cmyk(1 0.7 0 0.2) }
    @page { size: A4; margin: 10mm 12mm }
    @page front { background: var(--deep); margin-top: 2em }
    @page front:first { margin-top: 0 }
    @page :left { margin-left: 20mm }
    @page wide, wider { size: A5 landscape }
    @page own { size: 100mm 200mm }
    @page square { size: 90mm }
    @page turned { size: landscape }
  `;
  const styled = style(css, root);

  it('has nothing to say against it', () => {
    expect(styled.findings.map(show)).toEqual([]);
  });

  it('names win over the rules for all pages', () => {
    const page = styled.pageStyleOf('front');
    expect(page.style.backgroundColor).toMatchObject({ space: 'cmyk', m: 0.7 });
    expect(page.style.marginTop).toEqual({ pt: 24, percent: 0 });
    expect(page.style.marginLeft.valueOf()).toEqual({ pt: expect.closeTo(12 * mm, 9), percent: 0 });
    expect(styled.pageStyleOf('').style.backgroundColor).toMatchObject({ alpha: 0 });
  });

  it('knows first, left and right', () => {
    const at = { isFirst: false, isBlank: false, number: 1 };
    const first = styled.pageStyleOf('front', { ...at, isFirst: true, side: 'right' });
    const left = styled.pageStyleOf('', { ...at, side: 'left' });
    expect(first.style.marginTop).toEqual({ pt: 0, percent: 0 });
    expect(left.style.marginLeft).toEqual({ pt: expect.closeTo(20 * mm, 9), percent: 0 });
  });

  it.each<[string, number | null, number | null, string | null]>([
    ['', 210, 297, null],
    ['wide', 210, 148, 'landscape'],
    ['wider', 210, 148, 'landscape'],
    ['own', 100, 200, null],
    ['square', 90, 90, null],
    ['turned', null, null, 'landscape'],
  ])('size of page `%s`', (name, width, height, orientation) => {
    const { size, orientation: turn } = styled.pageStyleOf(name);
    expect(turn).toBe(orientation);
    expect(size && Math.round(size.width / mm)).toBe(width);
    expect(size && Math.round(size.height / mm)).toBe(height);
  });

  it('lists its rules and knows which declaration won', () => {
    expect(styled.pageRules.map(({ name }) => name)).toEqual([
      null,
      'front',
      'front',
      null,
      'wide',
      'wider',
      'own',
      'square',
      'turned',
    ]);
    const span = styled.pageStyleOf('own').declarationOf('size');
    expect(span?.source.text.slice(span.start, span.end)).toBe('size: 100mm 200mm');
  });
});

describe('@font-face', () => {
  it('reads family, files, weight, style and range', () => {
    const css = `@font-face { font-family: "Source Serif 4"; font-weight: 200 900; font-style: italic;
      src: url("/fonts/serif.woff2") format("woff2"), url(../../fonts/serif.ttf);
      unicode-range: U+0025-00FF, u+4??, U+26; font-display: swap }
      @font-face { font-family: Plain Sans; src: url(/fonts/sans.ttf) }`;
    const styled = style(css, root);
    expect(styled.findings.map(show)).toEqual([]);
    expect(
      styled.fontFaces.map(({ span: _, sources, ...face }) => ({
        ...face,
        paths: sources.map(({ path }) => path),
      })),
    ).toEqual([
      {
        family: 'Source Serif 4',
        weight: { min: 200, max: 900 },
        style: 'italic',
        unicodeRange: [
          { from: 0x25, to: 0xff },
          { from: 0x400, to: 0x4ff },
          { from: 0x26, to: 0x26 },
        ],
        paths: ['fonts/serif.woff2', 'fonts/serif.ttf'],
      },
      {
        family: 'Plain Sans',
        weight: { min: 400, max: 400 },
        style: 'normal',
        unicodeRange: null,
        paths: ['fonts/sans.ttf'],
      },
    ]);
  });

  it('notes local fonts, and reports faces without a file', () => {
    const css =
      '@font-face { font-family: A; src: local("Arial"), url(/a.ttf) }\n@font-face { font-family: B }';
    const styled = style(css, root);
    expect(styled.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'note css/local-font',
      'error css/descriptor-missing',
    ]);
    expect(styled.fontFaces).toHaveLength(1);
  });
});

describe('pictures', () => {
  it('are listed with their places, fragments are not', () => {
    const css =
      'p { background: url(a.png), url("../b.jpg"); fill: url(#g) }\n@page { background: url(/c.svg) }';
    const inline = element('p[style=background: url(d.png)]');
    const styled = style(css, element('html', inline));
    const list = styled.backgroundUrls.map(({ path, span }) => [
      path,
      span.source.text.slice(span.start, span.end),
    ]);
    expect(list).toEqual([
      ['templates/t/a.png', 'url(a.png)'],
      ['templates/b.jpg', 'url("../b.jpg")'],
      ['c.svg', 'url(/c.svg)'],
      ['templates/t/d.png', 'url(d.png)'],
    ]);
  });
});

it('is deterministic and leaves its input alone', () => {
  const css = ':root { --a: 1pt } p { letter-spacing: var(--a); margin: 1em }';
  const source = createSource('a.css', css);
  const once = style(css, root, { more: [source] });
  const twice = style(css, root, { more: [source] });
  expect(JSON.stringify(once.styleOf(p))).toBe(JSON.stringify(twice.styleOf(p)));
});
