/** css-line-grid-1 and css-inline-3 §5. The square font: ascent 8 pt, capitals 7 pt, of 10 pt. */
import { describe, expect, it } from 'vitest';
import type { LineFragment } from '../../src/layout/fragment.ts';
import { snapLines } from '../../src/layout/line-grid.ts';
import { layOut } from '../support/lay-out.ts';
import { box, checkLayout } from '../support/layout-cases.ts';

const onGrid = (body: string) =>
  `<style>html { line-height: 12pt; line-grid: create; line-snap: baseline }</style>${body}`;

describe('the baseline grid', () => {
  checkLayout([
    [
      'lines go down to it, after a heading and after odd margins',
      onGrid(
        '<h1 style="line-height:17pt;margin-bottom:3pt">hh</h1><p>aa bb cc dd</p><p style="margin-top:5pt">ee</p>',
      ),
      `
h1 0,0 100×26.5 › line 0,9.5 20×17 "hh"
p 0,29.5 100×30.5
  line 0,6.5 80×12 "aa bb cc"
  line 0,18.5 20×12 "dd"
p 0,65 100×19 › line 0,7 20×12 "ee"`,
    ],
    [
      'a raised or lowered figure moves no line, a large word does',
      onGrid(
        '<p>aa<sup style="font-size:6pt;line-height:12pt">2</sup> bbbbb cc<sub style="font-size:6pt">2</sub> dddd ee <big style="font-size:20pt;line-height:24pt">f</big></p>',
      ),
      `
p 0,0 100×48
  line 0,0 86×12
    text 0,1 20×10 "aa"
    sup 20,0.87 6×6 › text 0,0 6×6 "2"
    text 26,1 60×10 " bbbbb"
  line 0,12 76×12
    text 0,1 20×10 "cc"
    sub 20,6.2 6×6 › text 0,0 6×6 "2"
    text 26,1 50×10 " dddd"
  line 0,27 50×21
    text 0,10 30×10 "ee "
    big 30,2 20×20 › text 0,0 20×20 "f"`,
    ],
    [
      'a row of items grows where its lines go down, and what is below it follows',
      onGrid(
        `<p style="margin-bottom:1pt">a</p>${box(
          'display:grid;grid-template-columns:40pt 60pt',
          '<p>b</p><p style="align-self:start;padding-top:2pt">c</p><p>dd</p><p>e</p>',
        )}<p>f</p>`,
      ),
      `
p 0,0 100×12 › line 0,0 10×12 "a"
div 0,13 100×35
  p 0,0 40×23 › line 0,11 10×12 "b"
  p 40,0 60×23 › line 0,11 10×12 "c"
  p 0,23 40×12 › line 0,0 20×12 "dd"
  p 40,23 60×12 › line 0,0 10×12 "e"
p 0,48 100×12 › line 0,0 10×12 "f"`,
    ],
    [
      'items move inside a container whose height is given',
      onGrid(
        '<p style="margin-bottom:5pt">a</p><div style="display:flex;height:20pt"><p>b</p></div><p>c</p>',
      ),
      `
p 0,0 100×12 › line 0,0 10×12 "a"
div 0,17 100×20 › p 0,0 10×20 › line 0,7 10×12 "b"
p 0,37 100×23 › line 0,11 10×12 "c"`,
    ],
    [
      'columns stand level, whatever is in them',
      onGrid(
        box(
          'columns:2;column-gap:10pt',
          '<p>aa bb cc</p><p style="margin-top:3pt">dd ee</p><p>ff</p>',
        ),
      ),
      `
div 0,0 100×36
  box 0,0 45×36 › p 0,0 45×36
    line 0,0 20×12 "aa"
    line 0,12 20×12 "bb"
    line 0,24 20×12 "cc"
  box 55,0 45×36
    p 0,0 45×24
      line 0,0 20×12 "dd"
      line 0,12 20×12 "ee"
    p 0,24 45×12 › line 0,0 20×12 "ff"`,
    ],
    [
      'items of a row, and what is positioned',
      onGrid(
        '<p style="margin-bottom:5pt">a</p><div style="display:flex"><p>b</p></div><p style="position:absolute;top:31pt">c</p>',
      ),
      `
p 0,0 100×12 › line 0,0 10×12 "a"
div 0,17 100×19 › p 0,0 10×19 › line 0,7 10×12 "b"
p 0,31 10×17 › line 0,5 10×12 "c"`,
    ],
    [
      'lines beside a float',
      onGrid(
        '<p style="margin-top:5pt"><span style="float:left;width:30pt;height:15pt"></span>aa bb cc dd</p>',
      ),
      `
p 0,0 100×31
  span 0,0 30×15
  line 30,7 50×12 "aa bb"
  line 0,19 50×12 "cc dd"`,
    ],
    [
      'a box goes down until its bottom is on it',
      onGrid('<p>a</p><div style="height:10pt;box-snap:block-end"></div><p>b</p>'),
      `
p 0,0 100×12 › line 0,0 10×12 "a"
div 0,23 100×10
p 0,33 100×15 › line 0,3 10×12 "b"`,
    ],
  ]);

  it('rows of a table grow where their lines go down, whatever their cells are aligned by', async () => {
    const rows = ['top', 'middle', 'bottom', 'baseline'].map(
      (align) =>
        `<tr><td style="vertical-align:${align}">a</td><td style="padding:1pt 0">b<br>c</td></tr>`,
    );
    const { text, messages } = await layOut(
      onGrid(
        `<p>a</p><table style="border-spacing:3pt">${rows.join('')}<tr><td rowspan="2">d<br>e<br>f<td>g<tr><td>h</table><p>i</p>`,
      ),
    );
    expect(messages).toEqual([]);
    expect(text).toContain('"h"');
  });

  it('cells of a row that is cut at the end of a page are on it, above the cut and below', async () => {
    const words = Array.from({ length: 14 }, (_, index) => 'abcdefghijklmn'.charAt(index)).join(
      '<br>',
    );
    const { pages, messages } = await layOut(
      onGrid(
        `<p>a</p><table style="border-spacing:3pt"><tr><td style="padding:1pt 0">${words}<td>${words}</table><p>z</p>`,
      ),
    );
    expect(messages).toEqual([]);
    expect(pages.length).toBeGreaterThan(1);
  });

  it.each(['top', 'bottom'])('captions of a table are on it: %s', async (side) => {
    const caption = `<caption style="caption-side:${side};line-height:9pt">c<br>d</caption>`;
    const { text, messages } = await layOut(
      onGrid(
        `<p>a</p><table style="border-spacing:3pt">${caption}<tr><td>b</td></tr></table><p>e</p>`,
      ),
    );
    expect(messages).toEqual([]);
    expect(text).toContain('"d"');
  });

  it('what cannot reach it is reported with its distance', async () => {
    const { messages } = await layOut(
      onGrid('<p>a <span style="display:inline-block;padding-top:30pt">b<br>c</span></p>'),
    );
    expect(messages).toEqual([]);
    const turned = await layOut(
      onGrid(
        '<p>a</p><p><span style="display:inline-block;margin-top:3pt;line-height:11pt">b<br>c</span></p>',
      ),
    );
    expect(turned.messages).toEqual([
      'warning[layout/off-grid-line] a line of `<span>` is 1 pt below the baseline grid',
    ]);
  });

  it('a place of the template that makes many of them is reported once, by the farthest', async () => {
    const row =
      '<p><span style="display:inline-block;margin-top:3pt;line-height:11pt">b<br>c</span></p>';
    const { messages } = await layOut(
      onGrid(`<p>a</p>{{row}}{{row}}<div style="line-snap:none">{{row}}</div>{{row}}`),
      { fields: { row } },
    );
    expect(messages).toEqual([
      'warning[layout/off-grid-line] a line of `<span>` is 1 pt below the baseline grid; 2 more from this place are off it',
    ]);
  });
});

describe('text-box-trim', () => {
  checkLayout([
    [
      'from the capitals of the first line to the baseline of the last',
      '<div style="text-box: trim-both cap alphabetic;line-height:20pt">aa<br>bb</div><p>cc</p>',
      `
div 0,0 100×27
  line 0,-6 20×20 "aa"
  line 0,14 20×20 "bb"
p 0,27 100×10 › line 0,0 20×10 "cc"`,
    ],
    [
      'of the first and last lines inside',
      '<div style="text-box: cap alphabetic;line-height:20pt"><p>aa</p><p>bb</p></div>',
      `
div 0,0 100×27
  p 0,0 100×14 › line 0,-6 20×20 "aa"
  p 0,14 100×13 › line 0,0 20×20 "bb"`,
    ],
  ]);
});

describe('lines on a grid', () => {
  it('include the first that there is no room for, though the room is a hair less than those before', () => {
    const line = (index: number): LineFragment => ({
      ...{ kind: 'line', x: 0, y: index * 12, width: 50, height: 12, baseline: 9, children: [] },
      ...{ ratio: 0, wordSpace: 0, source: null, index },
      ...{ overfull: false, hyphenated: false, last: false },
    });
    const lines = [0, 1, 2, 3, 4].map(line);
    const grid = { step: 12, phase: 9 };
    expect(snapLines(lines, 1, grid, 24 - 1e-9).map(({ y }) => y)).toEqual([0, 12, 24]);
    expect(snapLines(lines, 1, grid, 23).map(({ y }) => y)).toEqual([0, 12]);
  });
});
