/** Roll fold, eight pages: three folds one way, so each panel is narrower than the one around it. */
import type { FoldScheme } from '../scheme.ts';

export const roll8: FoldScheme = {
  id: 'roll8',
  name: { en: 'roll fold, 8 pages', da: 'rullefals, 8 sider' },
  outside: [
    { role: 'flap2', number: 6, compensations: 2 },
    { role: 'flap1', number: 7, compensations: 1 },
    { role: 'back', number: 8 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
    { role: 'inside3', number: 4 },
    { role: 'inside4', number: 5 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'inside' },
    { after: 2, moves: 'left', onto: 'inside' },
    { after: 3, moves: 'left', onto: 'inside' },
  ],
  front: [1],
  back: [8],
  meets: [
    [2, 7],
    [3, 6],
    [4, 5],
  ],
  readingOrder: ['front', 'flap1', 'flap2', 'inside1', 'inside2', 'inside3', 'inside4', 'back'],
  presets: [],
  source: 'trade practice; widths by what each panel is rolled into',
};
