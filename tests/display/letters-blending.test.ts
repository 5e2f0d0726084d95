/**
 * compositing-2, css-transforms-2 and conic gradients, as pixels: what a browser shows. PDFium
 * asks a gradient at the corner of a pixel, so edges are put half a pixel off.
 */
import { describe, expect, it } from 'vitest';
import { letters } from '../support/letter-pixels.ts';

/** Yellow below, 2 px of it overlapped; the rest of the square has nothing to blend with. */
const modes = [
  ['multiply', 'cyan', 'YYYYGGCC'],
  ['screen', 'blue', 'YYYY..BB'],
  ['darken', 'cyan', 'YYYYGGCC'],
  ['lighten', 'cyan', 'YYYY..CC'],
  ['difference', 'white', 'YYYYBB..'],
  ['exclusion', 'white', 'YYYYBB..'],
  ['color-burn', 'white', 'YYYYYY..'],
  ['color-dodge', 'black', 'YYYYYYKK'],
  ['hard-light', 'cyan', 'YYYYCCCC'],
  ['overlay', 'cyan', 'YYYYYYCC'],
] as const;

describe('mix-blend-mode', () => {
  it('mixes as compositing-2 says', async () => {
    const squares = modes.map(
      ([mode, color], index) =>
        `<div style="top: ${4 * index}px; background: yellow; width: 6px">
          <div style="left: 4px; background: ${color}; mix-blend-mode: ${mode}"></div></div>`,
    );
    const page = await letters(squares.join(''), [8, 4 * modes.length]);
    const rows = modes.map(([mode, color], index) => [mode, color, page[4 * index + 1]]);
    expect(rows).toEqual(modes);
  });

  it('does not reach out of a stacking context', async () => {
    const blended = '<div style="background: cyan; mix-blend-mode: multiply"></div>';
    const page = await letters(
      `<div style="background: yellow; width: 12px"></div>
       <div style="z-index: 0">${blended}</div>
       <div style="left: 4px">${blended}</div>
       <div style="left: 8px; isolation: isolate">${blended}</div>`,
    );
    expect(page[0]).toBe('CCCCGGGGCCCC');
  });

  it('blends with the canvas, never with the paper', async () => {
    const blended = '<div style="background: white; mix-blend-mode: difference"></div>';
    expect((await letters(blended))[0]).toBe('............');
    const canvas = `<style>html { background: yellow }</style>${blended}`;
    expect((await letters(canvas))[0]).toBe('BBBBYYYYYYYY');
  });

  it('of the root takes the canvas along', async () => {
    const root = '<style>html { background: red; opacity: 0 }</style>';
    expect((await letters(root))[0]).toBe('............');
  });
});

describe('background-blend-mode', () => {
  it('blends layers with each other and the colour, not with what lies below', async () => {
    const layers = 'linear-gradient(cyan, cyan)';
    const style = `background: ${layers} yellow; background-blend-mode: multiply`;
    const page = await letters(
      `<div style="background: red; width: 8px"></div><div style="${style}"></div>`,
    );
    expect(page[0]).toBe('GGGGRRRR....');
  });
});

describe('backgrounds', () => {
  it('sweeps a conic gradient clockwise from the top', async () => {
    const style =
      'background: conic-gradient(at 2px 2px, red 25%, lime 0 50%, blue 0 75%, black 0)';
    expect(await letters(`<div style="${style}"></div>`)).toEqual([
      'KKRR........',
      'KKRR........',
      'BBGG........',
      'BBGG........',
      '............',
      '............',
    ]);
  });

  it('repeats a conic gradient and keeps its opacity', async () => {
    const style = 'background: repeating-conic-gradient(at 2px 2px, red 0 25%, #0000 0 50%)';
    expect((await letters(`<div style="${style}"></div>`)).slice(0, 4)).toEqual([
      '..RR........',
      '..RR........',
      'RR..........',
      'RR..........',
    ]);
  });

  it('places a fixed background against the page', async () => {
    const style = `left: 2px; width: 8px;
      background: linear-gradient(90deg, red 6px, blue 0) fixed`;
    expect((await letters(`<div style="${style}"></div>`))[0]).toBe('..RRRRBBBB..');
  });
});

describe('transforms', () => {
  it('moves, turns and scales by properties of their own, in that order', async () => {
    const style = 'background: red; height: 2px; translate: 4px 1px; rotate: 90deg; scale: 1 2';
    expect(await letters(`<div style="${style}"></div>`)).toEqual([
      '....RRRR....',
      '....RRRR....',
      '....RRRR....',
      '....RRRR....',
      '............',
      '............',
    ]);
  });

  it('lays the depth of space flat', async () => {
    const style = 'background: red; transform: translate3d(2px, 1px, 9px) scale3d(2, 1, 3)';
    expect((await letters(`<div style="${style}"></div>`))[1]).toBe('RRRRRRRR....');
  });
});
