/** Closed gate fold, eight pages: both outer panels fold in, then the piece closes in the middle. */
import type { FoldScheme } from '../scheme.ts';

export const gate8: FoldScheme = {
  id: 'gate8',
  name: { en: 'closed gate fold, 8 pages', da: 'altarfals (lukket vinduesfals), 8 sider' },
  outside: [
    { role: 'flapRight', number: 6, compensations: 1 },
    { role: 'back', number: 7 },
    { role: 'front', number: 8 },
    { role: 'flapLeft', number: 1, compensations: 1 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
    { role: 'inside3', number: 4 },
    { role: 'inside4', number: 5 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'inside' },
    { after: 3, moves: 'right', onto: 'inside' },
    { after: 2, moves: 'left', onto: 'inside' },
  ],
  front: [8],
  back: [7],
  meets: [
    [1, 6],
    [2, 3],
    [4, 5],
  ],
  readingOrder: [
    'front',
    'flapLeft',
    'flapRight',
    'inside1',
    'inside2',
    'inside3',
    'inside4',
    'back',
  ],
  presets: [],
  source: 'IPP finishing `fold-double-gate`',
};
