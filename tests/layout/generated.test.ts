import { describe, expect, it } from 'vitest';
import { Counters, formatCounter } from '../../src/layout/counters.ts';
import { predefinedCounter } from '../../src/style/counter-styles.ts';
import { checkLayout } from '../support/layout-cases.ts';

describe('lists', () => {
  checkLayout([
    [
      'numbers hang outside, on the first baseline',
      '<ol style="padding-left:30pt"><li>aaa<li><p style="margin-top:2pt;font-size:20pt">b</p></ol>',
      `
ol 0,0 100×32
  li 30,0 70×10
    box -30,0 30×10 › line 0,0 30×10 "1. "
    line 0,0 30×10 "aaa"
  li 30,12 70×20
    box -30,8 30×10 › line 0,0 30×10 "2. "
    p 0,0 70×20 › line 0,0 20×20 "b"`,
    ],
    [
      'inside, the marker is the first word',
      '<ul style="list-style-position:inside"><li>x</ul>',
      `
ul 0,0 100×10 › li 0,0 100×10 › line 0,0 30×10
  box 0,0 20×10 › text 0,0 20×10 "• "
  text 20,0 10×10 "x"`,
    ],
    [
      'start, value and reversed',
      '<ol start="7"><li>a<li value="20">b<li>c</ol><ol reversed><li>a<li>b</ol>',
      `
ol 0,0 100×30
  li 0,0 100×10
    box -30,0 30×10 › line 0,0 30×10 "7. "
    line 0,0 10×10 "a"
  li 0,10 100×10
    box -40,0 40×10 › line 0,0 40×10 "20. "
    line 0,0 10×10 "b"
  li 0,20 100×10
    box -40,0 40×10 › line 0,0 40×10 "21. "
    line 0,0 10×10 "c"
ol 0,30 100×20
  li 0,0 100×10
    box -30,0 30×10 › line 0,0 30×10 "2. "
    line 0,0 10×10 "a"
  li 0,10 100×10
    box -30,0 30×10 › line 0,0 30×10 "1. "
    line 0,0 10×10 "b"`,
    ],
    [
      'a font without the small circle shows a bullet',
      '<ul style="list-style-type:circle"><li>a</ul>',
      `
ul 0,0 100×10 › li 0,0 100×10
  box -20,0 20×10 › line 0,0 20×10 "• "
  line 0,0 10×10 "a"`,
    ],
  ]);
});

describe('generated words', () => {
  checkLayout([
    [
      'quotation marks by language, nested',
      '<style>q::before{content:open-quote}q::after{content:close-quote}</style><p lang="en"><q>a<q>b</q></q></p>',
      `
p 0,0 100×10 › line 0,0 60×10 › q 0,0 60×10
  box 0,0 10×10 › text 0,0 10×10 "“"
  text 10,0 10×10 "a"
  q 20,0 30×10
    box 0,0 10×10 › text 0,0 10×10 "‘"
    text 10,0 10×10 "b"
    box 20,0 10×10 › text 0,0 10×10 "’"
  box 50,0 10×10 › text 0,0 10×10 "”"`,
    ],
    [
      'a counter that is reset lives on in the siblings that follow',
      `<style>.l{counter-reset:n}.i{counter-increment:n}.i::before{content:counters(n,"-")}</style>
<div class="l"><div class="i"></div><div class="l"><div class="i"></div></div><div class="i"></div></div>`,
      `
.l 0,0 100×30
  .i 0,0 100×10 › line 0,0 10×10 › box 0,0 10×10 › text 0,0 10×10 "1"
  .l 0,10 100×10 › .i 0,0 100×10 › line 0,0 30×10 › box 0,0 30×10 › text 0,0 30×10 "1-1"
  .i 0,20 100×10 › line 0,0 30×10 › box 0,0 30×10 › text 0,0 30×10 "1-2"`,
    ],
    [
      'an attribute, as a block',
      '<style>p::after{content:attr(title);display:block}</style><p title="b">a</p>',
      `
p 0,0 100×20
  line 0,0 10×10 "a"
  box 0,10 100×10 › line 0,0 10×10 "b"`,
    ],
  ]);
});

describe('counter styles', () => {
  it.each([
    ['decimal', -3, '-3'],
    ['decimal-leading-zero', 7, '07'],
    ['lower-roman', 1994, 'mcmxciv'],
    ['upper-roman', 4000, '4000'],
    ['lower-alpha', 27, 'aa'],
    ['upper-latin', 52, 'AZ'],
    ['lower-greek', 3, 'γ'],
    ['lower-alpha', 0, '0'],
  ] as const)('%s %i is %s', (style, value, expected) => {
    expect(formatCounter(value, style)).toBe(expected);
  });

  it.each([
    ['simp-chinese-informal', 10, '十'],
    ['simp-chinese-informal', 15, '十五'],
    ['simp-chinese-informal', 110, '一百一十'],
    ['simp-chinese-informal', 1001, '一千零一'],
    ['simp-chinese-informal', -7, '负七'],
    ['simp-chinese-formal', 10, '壹拾'],
    ['trad-chinese-formal', 2030, '貳仟零參拾'],
    ['trad-chinese-informal', 0, '零'],
    ['cjk-ideographic', 9999, '九千九百九十九'],
    ['cjk-ideographic', 10000, '一〇〇〇〇'],
    ['japanese-informal', 1111, '千百十一'],
    ['japanese-informal', 0, '〇'],
    ['japanese-formal', 1111, '壱阡壱百壱拾壱'],
    ['japanese-formal', -3, 'マイナス参'],
    ['korean-hangul-formal', 1111, '일천일백일십일'],
    ['korean-hanja-informal', -13, '마이너스 十三'],
    ['korean-hanja-formal', 1010, '壹仟壹拾'],
    ['ethiopic-numeric', 1, '፩'],
    ['ethiopic-numeric', 100, '፻'],
    ['ethiopic-numeric', 78010092, '፸፰፻፩፼፺፪'],
    ['ethiopic-numeric', 780100000092, '፸፰፻፩፼፼፺፪'],
  ] as const)('%s %i is %s', (name, value, expected) => {
    const style = predefinedCounter(name);
    expect(style && formatCounter(value, style)).toBe(expected);
  });

  it('a name like a property of objects is a name like any other', () => {
    const counters = new Counters();
    counters.enter({ reset: [], increment: [{ name: '__proto__', value: 2 }], set: [] });
    expect(counters.valuesOf('__proto__')).toEqual([2]);
    expect(counters.valuesOf('constructor')).toEqual([0]);
  });
});
