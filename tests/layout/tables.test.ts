import { describe, expect, it } from 'vitest';
import type { BoxFragment, Fragment } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

const bare = 'border-spacing:0;width:100pt';
const cell = (words: string, style = '') => `<td style="padding:0;${style}">${words}</td>`;
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `<tr>${cell(String(at))}</tr>`).join('');

describe('tables', () => {
  checkLayout([
    [
      'columns by their content, rows by their cells',
      `<table style="border-spacing:0"><tr>${cell('aa')}${cell('b')}</tr><tr>${cell('c')}${cell('ddd')}</tr></table>`,
      `
table 0,0 50×20 › tbody 0,0 50×20
  tr 0,0 50×10
    td 0,0 20×10 › line 0,0 20×10 "aa"
    td 20,0 30×10 › line 0,0 10×10 "b"
  tr 0,10 50×10
    td 0,0 20×10 › line 0,0 10×10 "c"
    td 20,0 30×10 › line 0,0 30×10 "ddd"`,
    ],
  ]);

  it('break between rows, with the head again on each page', async () => {
    const head = `<thead><tr>${cell('h')}</tr></thead>`;
    const { text, messages } = await layOut(
      `<table style="${bare}">${head}<tbody>${rows(12)}</tbody></table>`,
    );
    expect(messages).toEqual([]);
    const [first, second] = text.split('— 2\n');
    expect(first?.match(/"[^"]*"/g)).toEqual(
      ['h', 0, 1, 2, 3, 4, 5, 6, 7, 8].map((word) => `"${word}"`),
    );
    expect(second?.match(/"[^"]*"/g)).toEqual(['"h"', '"9"', '"10"', '"11"']);
  });

  it('one rule below a repeated head, the stronger of the two that meet there', async () => {
    const line = (style: string) => cell('a', `border-bottom:${style} solid`);
    const head = `<thead><tr>${line('3pt')}</tr></thead>`;
    const body = `<tr>${line('1pt')}</tr>`.repeat(12);
    const { pages } = await layOut(
      `<table style="${bare};border-collapse:collapse">${head}<tbody>${body}</tbody></table>`,
    );
    const rules = pages.map(({ root }) => {
      const widths: number[] = [];
      const visit = (fragment: Fragment) => {
        if (fragment.kind === 'text') return;
        const top = fragment.kind === 'box' && fragment.element === null ? fragment.border.top : 0;
        if (top > 0) widths.push(top);
        for (const child of fragment.children) visit(child);
      };
      visit(root);
      return widths;
    });
    expect(rules).toEqual([
      [3, ...Array.from({ length: 7 }, () => 1)],
      [3, ...Array.from({ length: 5 }, () => 1)],
    ]);
  });

  it('rows that a cell spans stay together', async () => {
    const tall = `<tr>${cell('a', '').replace('<td', '<td rowspan=2')}${cell('b')}</tr><tr>${cell('c')}</tr>`;
    const { text } = await layOut(`<table style="${bare}">${rows(9)}${tall}</table>`);
    const [, second] = text.split('— 2\n');
    expect(second?.match(/"[^"]*"/g)).toEqual(['"a"', '"b"', '"c"']);
  });

  it('a table that does not fit goes to the next page, unless it is at the top of one', async () => {
    const before = '<div style="height:95pt"></div>';
    const { pages } = await layOut(`${before}<table style="${bare}">${rows(2)}</table>`);
    expect(pages).toHaveLength(2);
    const { pages: tall } = await layOut(
      `<table style="${bare}"><tr>${cell('a', 'height:150pt')}</tr><tr>${cell('b')}</tr></table>`,
    );
    expect(tall).toHaveLength(2);
  });
});

function cellsIn(fragment: Fragment): readonly BoxFragment[] {
  if (fragment.kind === 'text') return [];
  const own = fragment.kind === 'box' && fragment.element?.tag === 'td' ? [fragment] : [];
  return [...own, ...fragment.children.flatMap(cellsIn)];
}

it('a cell that pages cut is one box in pieces (css-break-3 §5.4)', async () => {
  const { pages } = await layOut(
    '<table style="border-spacing:0"><tr><td style="height:140pt;padding:0;border:5pt solid"></table>',
  );
  const cells = pages.flatMap(({ root }) => cellsIn(root));
  expect(
    cells.map(({ cut, border }) => [cut?.above, cut?.goesOn, border.top, border.bottom]),
  ).toEqual([
    [0, true, 5, 0],
    [100, false, 0, 5],
  ]);
});
