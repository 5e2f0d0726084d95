import { describe } from 'vitest';
import { box, checkLayout } from '../support/layout-cases.ts';

describe('absolute', () => {
  checkLayout([
    [
      'insets are from the padding edge, and painting order is document order',
      box(
        'position:relative;height:50pt;border:2pt solid black;padding:3pt',
        box('position:absolute;right:0;bottom:0;width:10pt;height:10pt') +
          box('height:4pt') +
          box('position:absolute;width:5pt;height:5pt'),
      ),
      `
div 0,0 100×60
  div 88,48 10×10
  div 5,5 90×4
  div 5,9 5×5`,
    ],
    [
      'both insets stretch; auto margins centre',
      box(
        'position:relative;height:50pt',
        box('position:absolute;left:10pt;right:20pt;top:5pt;bottom:10%') +
          box('position:absolute;inset:0;width:20pt;margin:auto;height:10pt'),
      ),
      `
div 0,0 100×50
  div 10,5 70×40
  div 40,20 20×10`,
    ],
    [
      'without a width it is as wide as its words, but no wider than the room',
      box(
        'position:relative;height:50pt',
        '<p style="position:absolute;left:50pt">aa bbb</p><p style="position:absolute;right:0">aa</p>',
      ),
      `
div 0,0 100×50
  p 50,0 50×20
    line 0,0 20×10 "aa"
    line 0,10 30×10 "bbb"
  p 80,0 20×10 › line 0,0 20×10 "aa"`,
    ],
    [
      'in a line it stands where the line had come to',
      '<p style="position:relative">aa<span style="position:absolute">x</span>bb</p>',
      `
p 0,0 100×10
  line 0,0 40×10 "aabb"
  span 20,0 10×10 › line 0,0 10×10 "x"`,
    ],
    [
      'a transformed box holds fixed ones too',
      box('transform:rotate(1deg);height:20pt', box('position:fixed;inset:1pt')),
      'div 0,0 100×20 › div 1,1 98×18',
    ],
    [
      'in a flex container it stands as the only item would',
      box(
        'display:flex;position:relative;height:40pt;justify-content:center;align-items:flex-end',
        box('position:absolute;width:10pt;height:10pt') + box('width:30pt;height:5pt'),
      ),
      `
div 0,0 100×40
  div 45,30 10×10
  div 35,35 30×5`,
    ],
  ]);
});

describe('against the page', () => {
  checkLayout([
    [
      'absolute boxes and fixed ones refer to the page area (CSS 2 §10.1)',
      `<style>@page { margin: 5pt }</style>${box('position:absolute;top:0;left:0;width:9pt;height:9pt')}${box('position:fixed;bottom:0;right:-3pt;width:6pt;height:6pt')}`,
      `
div 5,5 9×9
div 92,89 6×6`,
    ],
    [
      'fixed boxes stand on every page, those in them too (CSS 2 §9.6.1)',
      `${box('position:fixed;bottom:0;right:0;width:6pt;height:6pt')}${box('height:10pt')}${box('break-before:page;height:10pt', box('position:fixed;left:9pt;top:50pt;width:20pt;height:8pt', box('position:fixed;top:0;right:0;width:4pt;height:4pt')))}`,
      `
— 1
div 0,0 100×10
div 9,50 20×8
div 96,0 4×4
div 94,94 6×6
— 2
div 0,0 100×10
div 94,94 6×6
div 96,0 4×4
div 9,50 20×8`,
    ],
  ]);
});
