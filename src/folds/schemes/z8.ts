/** Accordion, eight pages: folds alternate. With four panels a side the back cover is outside. */
import type { FoldScheme } from '../scheme.ts';

export const z8: FoldScheme = {
  id: 'z8',
  name: { en: 'accordion fold, 8 pages', da: 'harmonikafals, 8 sider' },
  outside: [
    { role: 'back', number: 6 },
    { role: 'outside7', number: 7 },
    { role: 'outside8', number: 8 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside2', number: 2 },
    { role: 'inside3', number: 3 },
    { role: 'inside4', number: 4 },
    { role: 'inside5', number: 5 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'inside' },
    { after: 2, moves: 'left', onto: 'outside' },
    { after: 3, moves: 'left', onto: 'inside' },
  ],
  front: [1],
  back: [6],
  meets: [
    [2, 3],
    [7, 8],
    [4, 5],
  ],
  readingOrder: [
    'front',
    'inside2',
    'inside3',
    'inside4',
    'inside5',
    'back',
    'outside7',
    'outside8',
  ],
  presets: [],
  source: 'IPP finishing `fold-accordion`',
};
