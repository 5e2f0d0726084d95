/** Half fold, four pages: one fold in the middle. */
import type { FoldScheme } from '../scheme.ts';

export const half: FoldScheme = {
  id: 'half',
  name: { en: 'half fold, 4 pages', da: 'midterfals, 4 sider' },
  outside: [
    { role: 'back', number: 4 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
  ],
  folds: [{ after: 1, moves: 'left', onto: 'inside' }],
  front: [1],
  back: [4],
  meets: [[2, 3]],
  readingOrder: ['front', 'inside1', 'inside2', 'back'],
  presets: [],
  source: 'JDF fold catalogue F4-1; IPP finishing `fold-half`',
};
