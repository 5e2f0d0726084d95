/** Words out of a display list, as a test or a reader would copy them. */
import { expect, it } from 'vitest';
import { type DisplayItem, itemsText } from '../../src/display/index.ts';
import { Glyphs } from '../../src/text/index.ts';
import { font, red } from './support.ts';

const run = (words: string, x: number, y: number, hyphenated = false): DisplayItem<typeof red> => ({
  kind: 'glyphs',
  font,
  sizePt: 10,
  scaleX: 1,
  x,
  y,
  glyphs: Glyphs.from(
    [...words].map((text) => ({ id: 1, advancePt: 10, xOffsetPt: 0, yOffsetPt: 0, text })),
  ),
  color: red,
  hyphenated,
});

it('joins runs of a line, parts lines, takes hyphens out', () => {
  expect(
    itemsText([
      run('off', 0, 0),
      run('ent-', 30, 0, true),
      run('lig', 0, 12),
      run('tale', 40, 12),
      run('slut', 0, 24),
    ]),
  ).toBe('offentlig tale\nslut');
});
