import { describe, expect, it } from 'vitest';
import { createSource, locate } from '../../src/base/index.ts';
import { elementDefinitions } from '../../src/input/elements.ts';
import {
  type DocumentNode,
  defaultStyleSheet,
  type ElementNode,
  parseDocument,
  parseHtmlFile,
} from '../../src/input/index.ts';
import type { Origin } from '../../src/input/origins.ts';
import { type Files, openProject } from './project.ts';

function parse(html: string, files: Files = {}) {
  const project = openProject(files);
  const source = createSource('pages/a.html', html);
  const document = parseHtmlFile(source, project.context);
  return { document, source, lines: project.lines(), findings: project.findings };
}

/** `p.x(em("a") "b")`; the head is left out. */
function show(node: DocumentNode): string {
  if (node.kind === 'text') return JSON.stringify(node.pieces.map(({ text }) => text).join(''));
  const children = node.children
    .filter((child) => child.kind === 'text' || child.tag !== 'head')
    .map(show)
    .join(' ');
  const name = node.namespace === 'svg' ? `svg:${node.tag}` : node.tag;
  return children === '' ? name : `${name}(${children})`;
}

function find(root: ElementNode, tag: string): ElementNode {
  const search = (node: DocumentNode): ElementNode | undefined => {
    if (node.kind === 'text') return undefined;
    if (node.tag === tag) return node;
    for (const child of node.children) {
      const found = search(child);
      if (found) return found;
    }
    return undefined;
  };
  const found = search(root);
  if (!found) throw new Error(`no ${tag}`);
  return found;
}

const page = (body: string) => `<!doctype html><html lang="da"><title>T</title><body>${body}`;

describe('attributes', () => {
  it.each([
    ['<p stlye="color:red">a', ['stlye → style']],
    ['<table><tr><td algin=right bgcolour=red>a</table>', ['algin → align', 'bgcolour → bgcolor']],
    ['<img scr=a.png alt="">', []],
    [
      '<p data-stlye=a v-stlye=b tile=c slot=d abbr=e titel=f onclik=g>a',
      ['tile → title', 'titel → title'],
    ],
    ['<svg><rect heigth="1"/></svg>', []],
  ])('%s', (body, expected) => {
    const { findings } = parse(page(body));
    const told = findings.filter(({ code }) => code === 'input/misspelt-attribute');
    expect(
      told.map(({ message, hints }) => {
        const name = (text = '') => /`(\w+)`/.exec(text)?.[1];
        return `${name(message.en)} → ${name(hints[0]?.message.en)}`;
      }),
    ).toEqual(expected);
  });
});

describe('a sheet of another language', () => {
  it.each([
    ['<style>p { color: red }</style>', 1, []],
    ['<style type="TEXT/CSS">p { color: red }</style>', 1, []],
    ['<style type="text/less">p { color: red }</style>', 0, ['text/less']],
    ['<link rel="stylesheet" type="text/less" href="a.less">', 0, ['text/less']],
  ])('%s', (head, sheets, told) => {
    const { document, findings } = parse(`<!doctype html><title>T</title>${head}<p>a`);
    expect(document.sheets).toHaveLength(sheets);
    const types = findings.filter(({ code }) => code === 'input/unknown-sheet-type');
    expect(types.map(({ message }) => /`(.*)`/.exec(message.en)?.[1])).toEqual(told);
  });
});

describe('HTML', () => {
  it.each([
    ['<p>a<p>b', 'html(body(p("a") p("b")))'],
    ['<ul><li>a<li>b</ul>', 'html(body(ul(li("a") li("b"))))'],
    ['<p>a &amp; b&nbsp;c &lt;', 'html(body(p("a & b\u00A0c <")))'],
    ['<!-- x --><p>a<br>b</p>', 'html(body(p("a" br "b")))'],
    [
      '<svg viewBox="0 0 1 1"><linearGradient/><path d="M0 0"/></svg>',
      'html(body(svg:svg(svg:linearGradient svg:path)))',
    ],
  ])('%s', (body, expected) => {
    const { document, lines } = parse(page(body));
    expect(show(document.root)).toBe(expected);
    expect(lines).toEqual([]);
  });

  it('says its language and title, or takes the given ones', () => {
    const { document } = parse('<!doctype html><html lang="en"><title> A\n B </title>');
    expect(document).toMatchObject({ language: 'en', title: 'A B', path: 'pages/a.html' });
    const project = openProject();
    const settings = { language: 'sv', title: 'T', path: 'p' };
    const markup = { html: '<p>x</p>', path: 'p', origins: [] };
    expect(parseDocument(markup, settings, project.context)).toMatchObject(settings);
  });

  it.each([
    ['<div><p>a</div>', []],
    ['<div><span>a</div>', ['error input/unclosed-tag 1:59 ‹<span>›']],
    ['<div>a', ['error input/unclosed-tag 1:54 ‹<div>›']],
    ['<div>a</span></div>', ['error input/stray-tag 1:60 ‹</span>›']],
    [
      '<svg><g><path d="M0"></svg>',
      ['error input/unclosed-tag 1:59 ‹<g>›', 'error input/unclosed-tag 1:62 ‹<path d="M0">›'],
    ],
    ['<p title="</b>"><!-- </i> -->a</p>', []],
    [
      '<div/>a',
      ['error input/html-syntax 1:54 ‹<div/>›', 'error input/unclosed-tag 1:54 ‹<div/>›'],
    ],
    ['<p class="a>x</p><p>y</p>', ['error input/html-syntax 1:54 ‹<p class="a>x</p><p>y</p>›']],
    ['<p class="a" class="b">x</p>', ['error input/html-syntax']],
    ['<p>1 < 2</p>', ['error input/html-syntax']],
    ['<p>&nsbp;</p>', ['error input/html-syntax']],
    ['<sektion>a</sektion>', ['warning input/unknown-element 1:54 ‹<sektion>›']],
    ['<script>alert(1)</script>', ['error input/refused-element 1:54 ‹<script>›']],
    ['<svg><script>alert(1)</script></svg>', ['error input/refused-element 1:59 ‹<script>›']],
    ['<iframe src="x"></iframe>', ['error input/refused-element 1:54 ‹<iframe src="x">›']],
    ['<p onclick="x()">a</p>', ['error input/refused-attribute']],
    ['<a href=" java\nscript:x()">a</a>', ['error input/refused-attribute']],
  ])('%s', (body, expected) => {
    const lines = parse(page(body)).lines.map((line) => line.replace('pages/a.html:', ''));
    expect(lines).toHaveLength(expected.length);
    for (const [index, line] of expected.entries()) expect(lines[index]).toContain(line);
  });

  it('leaves out what is refused', () => {
    const { document } = parse(page('<script>x</script><p onclick="x" id="y">a</p>'));
    expect(show(document.root)).toBe('html(body(p("a")))');
    expect([...find(document.root, 'p').attributes]).toEqual([['id', 'y']]);
  });

  it('suggests the near element', () => {
    expect(parse(page('<secton>a</secton>')).findings[0]?.hints[0]?.replacement).toBe('section');
  });

  it('is read 500 elements deep, and deeper ends in an error', () => {
    const nested = (depth: number) => page('<div>'.repeat(depth) + '</div>'.repeat(depth));
    expect(parse(nested(500)).lines).toEqual([]);
    const { findings } = parse(nested(50_000));
    expect(findings.map(({ code }) => code)).toEqual(['input/html-too-deep']);
  });
});

describe('places', () => {
  it('of words are exact around references and line ends', () => {
    const { document, source } = parse(page('<p>a &amp; b<em>c</em>\r\n  d</p>'));
    const pieces = (node: DocumentNode): unknown[] =>
      node.kind === 'text'
        ? node.pieces.map(({ text, span }) => [
            text,
            span && source.text.slice(span.start, span.end),
          ])
        : node.children.flatMap(pieces);
    expect(pieces(find(document.root, 'p'))).toEqual([
      ['a ', 'a '],
      ['&', '&amp;'],
      [' b', ' b'],
      ['c', 'c'],
      ['\n  d', '\n  d'],
    ]);
  });

  it('of words that the parser moved are still theirs', () => {
    const { document, source } = parse(page('<p>x</span>y</p>'));
    const [text] = find(document.root, 'p').children;
    const pieces = text?.kind === 'text' ? text.pieces : [];
    expect(pieces.map(({ text }) => text)).toEqual(['x', 'y']);
    for (const { text, span } of pieces)
      expect(source.text.slice(span?.start, span?.end)).toBe(text);
  });

  it('of elements are their start tags, of attributes their values', () => {
    const { document, source } = parse(page('\n <p class="a" id=b>x</p>'));
    const { span, attributeSpans } = find(document.root, 'p');
    expect(source.text.slice(span?.start, span?.end)).toBe('<p class="a" id=b>');
    expect(span && locate(source, span.start)).toEqual({ line: 2, column: 2 });
    const words = [...(attributeSpans ?? [])].map(([name, place]) => [
      name,
      source.text.slice(place.start, place.end),
    ]);
    expect(words).toEqual([
      ['class', 'a'],
      ['id', 'b'],
    ]);
  });

  it('of a tag with words of the copy in it is the whole tag', () => {
    const copy = createSource('c.yaml', 'alt: Mand');
    const template = createSource('t.hbs', '<img alt="{{x}}" src="">');
    const at = (start: number, end: number, source: typeof copy, from: number, to: number) => ({
      start,
      end,
      span: { source, start: from, end: to },
    });
    const html = '<img alt="Mand" src="">';
    const origins = [
      at(0, 10, template, 0, 10),
      at(10, 14, copy, 5, 9),
      at(14, 23, template, 15, 24),
    ];
    const settings = { language: 'da', title: '', path: 't.hbs' };
    const { context } = openProject();
    const { root } = parseDocument({ html, path: 't.hbs', origins }, settings, context);
    const { span, attributeSpans } = find(root, 'img');
    expect(span).toEqual({ source: template, start: 0, end: 24 });
    expect(attributeSpans?.get('alt')).toEqual({ source: copy, start: 5, end: 9 });
  });

  it('of a text from several origins are several', () => {
    const copy = createSource('c.yaml', 'title: Hej & farvel');
    const template = createSource('t.hbs', '<p>Se {{x}}!</p>');
    const html = '<p>Se Hej &amp; farvel!</p>';
    const origin = (
      start: number,
      text: string,
      source: typeof copy,
      from: number,
      length = text.length,
    ): Origin => ({
      start,
      end: start + text.length,
      span: { source, start: from, end: from + length },
      ...(source === copy ? { field: 'title' } : {}),
    });
    const origins = [
      origin(0, '<p>Se ', template, 0),
      origin(6, 'Hej ', copy, 7),
      origin(10, '&amp;', copy, 11, 1),
      origin(15, ' farvel', copy, 12),
      origin(22, '!</p>', template, 11),
    ];
    const project = openProject();
    const settings = { language: 'da', title: '', path: 't.hbs' };
    const { root } = parseDocument({ html, path: 't.hbs', origins }, settings, project.context);
    const [text] = find(root, 'p').children;
    const pieces = text?.kind === 'text' ? text.pieces : [];
    expect(
      pieces.map(({ text, span, field }) => [
        text,
        span?.source.text.slice(span.start, span.end),
        field,
      ]),
    ).toEqual([
      ['Se ', 'Se ', undefined],
      ['Hej & farvel', 'Hej & farvel', 'title'],
      ['!', '!', undefined],
    ]);
  });
});

describe('style sheets', () => {
  it('come in the order of the document', () => {
    const html = page('').replace(
      '<body>',
      '<link rel="stylesheet" href="a.css"><style>p {}</style><link rel="icon" href="x"><link rel=stylesheet href="/css/b.css"><body>',
    );
    const files = { 'pages/a.css': 'a', 'css/b.css': 'b' };
    const { document, lines } = parse(html, files);
    expect(lines).toEqual([]);
    expect(document.sheets.map(({ path }) => path)).toEqual([
      'pages/a.css',
      'pages/a.html',
      'css/b.css',
    ]);
  });

  it('in the page keep their lines and columns', () => {
    const html =
      '<!doctype html>\r\n<title>T</title>\n  <style>\n  p { color: red }\n</style><p>æ</p>\n';
    const { document, source } = parse(html);
    const [sheet] = document.sheets;
    expect(sheet?.text.trim()).toBe('p { color: red }');
    expect(sheet?.text.indexOf('color')).toBe(html.indexOf('color'));
    expect(sheet?.lineStarts).toEqual(source.lineStarts);
  });

  it.each([
    [
      '<link rel="stylesheet" href="mangler.css">',
      'error input/file-missing pages/a.html:1:78 ‹mangler.css›',
    ],
    ['<link rel="stylesheet" href="../../x.css">', 'error input/file-outside'],
    ['<link rel="stylesheet" href="https://x.dk/a.css">', 'error input/remote-file'],
  ])('%s', (head, expected) => {
    const { lines } = parse(page('').replace('<body>', `${head}<body>`));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected.replace('1:78', '1:77'));
  });

  it('by default are those of the HTML standard', () => {
    const sheet = defaultStyleSheet();
    expect(sheet).toContain(
      'h1 { display: block; font-size: 2em; font-weight: bold; margin-block: 0.67em',
    );
    expect(sheet).toContain('body { display: block; margin: 8px }');
    expect(sheet).toContain('style { display: none }');
    expect(sheet).toContain('li { display: list-item }');
  });

  it.each(['ul', 'ol', 'menu', 'dl', 'li'])('are those of all lists where there is a %s', (tag) => {
    const { document } = parse(page(`<${tag}></${tag}>`));
    expect(defaultStyleSheet(document?.root)).toContain('list-style-type: square');
    expect(defaultStyleSheet(document?.root)).toContain(':is(ul, li)[type=circle i]');
  });

  it.each([...elementDefinitions])('of <%s> hang on that element alone', (tag, { rules = '' }) => {
    const inBrackets = /:(?:is|not|has|where)\([^()]*\)/g;
    const selectors = rules
      .split('\n')
      .filter((rule) => rule !== '')
      .map((rule) => rule.replace(/\{.*/, '').replace(inBrackets, '').replace(inBrackets, ''));
    for (const one of selectors) expect(one).toMatch(new RegExp(`(?:^|[ >])${tag}(?![\\w-])`));
  });
});
