import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { type DocumentNode, parseHtmlFile } from '../../src/input/index.ts';
import { openProject } from './project.ts';

function parse(path: string, body: string, head = '') {
  const project = openProject({});
  const html = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title>${head}</head><body>${body}</body></html>`;
  return parseHtmlFile(createSource(path, html), project.context);
}

/** `p("a")`; the head is left out. */
function show(node: DocumentNode): string {
  if (node.kind === 'text') return JSON.stringify(node.pieces.map(({ text }) => text).join(''));
  const children = node.children
    .filter((child) => child.kind === 'text' || child.tag !== 'head')
    .map(show);
  return children.length === 0 ? node.tag : `${node.tag}(${children.join(' ')})`;
}

describe('XHTML', () => {
  it.each([
    ['<div/><p>a</p>', 'html(body(div p("a")))'],
    ['<div class="a > b"/>x', 'html(body(div "x"))'],
    ['<p>a<br/>b</p>', 'html(body(p("a" br "b")))'],
    ['<p><![CDATA[<b> & c]]></p>', 'html(body(p("<b> & c")))'],
    ['<p>a<?x y?>b<!-- <div/> -->c</p>', 'html(body(p("ab" "c")))'],
    [
      '<svg xmlns="http://www.w3.org/2000/svg"><g/><path d="M0 0"/></svg>',
      'html(body(svg(g path)))',
    ],
  ])('%s', (body, tree) => {
    expect(show(parse('a.xht', body).root)).toBe(tree);
  });

  it.each([
    ['<style><![CDATA[ a > b { } ]]></style>', ' a > b { } '],
    ['<style type="text/css"> a &gt; b <!-- no --> { } </style>', ' a > b  { } '],
    ['<script src="x"/><style>p { }</style>', 'p { }'],
  ])('%s is the sheet %j', (head, sheet) => {
    const { sheets } = parse('a.xhtml', '', head);
    const spanOf = sheets.map(({ text }) => text.trim());
    expect(spanOf).toEqual([sheet.trim()]);
  });

  it('an HTML file is read as HTML', () => {
    expect(show(parse('a.html', '<div/>x').root)).toBe('html(body(div("x")))');
  });
});
