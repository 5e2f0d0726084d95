/** Documents that nobody means to write end well, and soon. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';

const nest = (count: number, open: string) =>
  `${open.repeat(count)}<div style="height:1pt"></div>${'</div>'.repeat(count)}`;

describe('depth', () => {
  it.each([
    ['blocks', nest(500, '<div>')],
    ['flex rows', nest(120, '<div style="display:flex">')],
    ['flex columns', nest(120, '<div style="display:flex;flex-direction:column">')],
    ['grids', nest(30, '<div style="display:grid">')],
    ['columns', nest(4, '<div style="columns:2">')],
    ['inline boxes', `<p>${'<span>'.repeat(480)}a${'</span>'.repeat(480)}</p>`],
  ])('%s', async (_name, body) => {
    const { pages, messages } = await layOut(body);
    expect(messages).toEqual([]);
    expect(pages).toHaveLength(1);
  });

  it.each([
    ['display:flex', 128, 450],
    ['display:grid', 32, 450],
    ['display:table', 32, 450],
    ['columns:2', 4, 20],
    ['float:left', 128, 400],
    ['display:inline-block', 128, 400],
    ['position:absolute', 128, 400],
  ])('too many of %s are reported once and set as blocks', async (style, limit, depth) => {
    const { pages, messages } = await layOut(nest(depth, `<div style="${style}">`));
    expect(messages).toEqual([
      `error[layout/too-deep] more than ${limit} containers of this kind stand within each other; \`<div>\` is set as a block`,
    ]);
    expect(pages).toHaveLength(1);
  });
});

describe('size', () => {
  it('fifty thousand elements', async () => {
    const { pages, messages } = await layOut('<div style="height:1pt"></div>'.repeat(50_000));
    expect(messages).toEqual([]);
    expect(pages).toHaveLength(500);
  });

  it('pages without end are stopped', async () => {
    const { pages, messages } = await layOut('<div style="height:300000pt"></div>');
    expect(pages).toHaveLength(2000);
    expect(messages).toEqual([
      'error[layout/too-many-pages] the document makes more than 2000 pages',
    ]);
  });

  it('a page that no reader shows', async () => {
    const { messages } = await layOut('<style>@page { size: 20000pt 100pt }</style><p>a</p>');
    expect(messages).toEqual([
      'error[layout/page-too-large] the page measures 7.06 m, and no PDF reader shows more than 5.08 m',
    ]);
  });

  it('a page of no size', async () => {
    const { pages } = await layOut('<style>@page { margin: 60pt }</style><p>aaa bbb</p>');
    expect(pages.length).toBeGreaterThan(0);
  });
});
