import { describe, expect, it } from 'vitest';
import type { BitmapPicture, ElementNode, Picture, VectorPicture } from '../../src/input/index.ts';
import { layOut } from '../support/lay-out.ts';

/** 80 × 40 px is 60 × 30 pt. */
const bitmap: BitmapPicture = {
  kind: 'bitmap',
  path: 'a.png',
  format: 'png',
  widthPx: 80,
  heightPx: 40,
  bytes: new Uint8Array(),
};

const svgRoot: ElementNode = {
  kind: 'element',
  tag: 'svg',
  namespace: 'svg',
  attributes: new Map(),
  children: [],
};

/** A viewBox and no size: a ratio of 4. */
const vector: VectorPicture = {
  kind: 'vector',
  path: 'b.svg',
  widthPx: null,
  heightPx: null,
  ratio: 4,
  root: svgRoot,
};

const pictures = new Map<string, Picture>([
  ['a.png', bitmap],
  ['b.svg', vector],
]);

const img = (style: string, src = 'a.png') =>
  `<img alt="" src="${src}" style="display:block;${style}">`;

describe('pictures', () => {
  it.each([
    ['natural size', img(''), 'img 0,0 60×30 object 0,0 60×30'],
    ['ratio kept from the width', img('width:20pt'), 'img 0,0 20×10 object 0,0 20×10'],
    ['ratio kept from the height', img('height:20pt'), 'img 0,0 40×20 object 0,0 40×20'],
    ['ratio kept under a limit', img('max-width:30pt'), 'img 0,0 30×15 object 0,0 30×15'],
    [
      'ratio kept under a limit of height',
      img('max-height:10pt'),
      'img 0,0 20×10 object 0,0 20×10',
    ],
    ['padding around it', img('padding:5pt;width:20pt'), 'img 0,0 30×20 object 5,5 20×10'],
    ['cover', img('width:20pt;height:20pt;object-fit:cover'), 'img 0,0 20×20 object -10,0 40×20'],
    [
      'cover, by its focal point',
      img('width:20pt;height:20pt;object-fit:cover;object-position:100% 0'),
      'img 0,0 20×20 object -20,0 40×20',
    ],
    ['contain', img('width:20pt;height:20pt;object-fit:contain'), 'img 0,0 20×20 object 0,5 20×10'],
    [
      'its own size',
      img('width:20pt;height:20pt;object-fit:none'),
      'img 0,0 20×20 object -20,-5 60×30',
    ],
    ['another ratio', img('width:20pt;aspect-ratio:1'), 'img 0,0 20×20 object 0,0 20×20'],
    ['a ratio alone fills the width', img('', 'b.svg'), 'img 0,0 100×25 object 0,0 100×25'],
    [
      'in a line it stands on the baseline',
      'a<img alt="" src="a.png" style="width:20pt">',
      'line 0,0 30×12\n  text 0,2 10×10 "a"\n  img 10,0 20×10 object 0,0 20×10',
    ],
    [
      'stretched over its place',
      `<div style="position:relative;height:40pt">${img('position:absolute;inset:0;width:100%;height:100%;object-fit:cover')}</div>`,
      'div 0,0 100×40 › img 0,0 100×40 object 0,-5 100×50',
    ],
    [
      'in a flex item',
      `<div style="display:flex">${img('flex:none;width:50%')}<p>aa</p></div>`,
      'div 0,0 100×25\n  img 0,0 50×25 object 0,0 50×25\n  p 50,0 20×25 › line 0,0 20×10 "aa"',
    ],
    [
      'in a grid it keeps its size',
      `<div style="display:grid;grid-template-columns:80pt">${img('width:40pt')}</div>`,
      'div 0,0 100×20 › img 0,0 40×20 object 0,0 40×20',
    ],
  ])('%s', async (_name, body, expected) => {
    const { text, messages } = await layOut(body, { pictures });
    expect(messages).toEqual([]);
    expect(text).toBe(expected);
  });
});
