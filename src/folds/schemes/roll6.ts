/** Roll fold, six pages: both outer panels fold inwards, the flap first; letter fold. */
import type { FoldScheme } from '../scheme.ts';

export const roll6: FoldScheme = {
  id: 'roll6',
  name: { en: 'roll fold, 6 pages', da: 'rullefals, 6 sider' },
  outside: [
    { role: 'flap', number: 5, compensations: 1 },
    { role: 'back', number: 6 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
    { role: 'inside3', number: 4 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'inside' },
    { after: 2, moves: 'left', onto: 'inside' },
  ],
  front: [1],
  back: [6],
  meets: [
    [2, 5],
    [3, 4],
  ],
  readingOrder: ['front', 'flap', 'inside1', 'inside2', 'inside3', 'back'],
  presets: [
    {
      name: 'M65',
      flatMm: { width: 297, height: 210 },
      panelMm: { width: 100, height: 210 },
      compensationMm: 3,
    },
  ],
  source: 'JDF fold catalogue F6-4; IPP finishing `fold-letter`',
};
