/** Double parallel fold, eight pages: in half, and in half again the same way. */
import type { FoldScheme } from '../scheme.ts';

export const parallel8: FoldScheme = {
  id: 'parallel8',
  name: { en: 'double parallel fold, 8 pages', da: 'dobbelt parallelfals, 8 sider' },
  outside: [
    { role: 'spread1', number: 6, compensations: 1 },
    { role: 'spread2', number: 7, compensations: 1 },
    { role: 'back', number: 8 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
    { role: 'inside3', number: 4 },
    { role: 'inside4', number: 5 },
  ],
  // The second fold bends both layers, between back and front and between the panels within.
  folds: [
    { after: 2, moves: 'left', onto: 'inside' },
    { after: 3, moves: 'left', onto: 'inside' },
  ],
  front: [1],
  back: [8],
  meets: [
    [6, 7],
    [2, 5],
    [3, 4],
  ],
  readingOrder: ['front', 'spread1', 'spread2', 'inside1', 'inside2', 'inside3', 'inside4', 'back'],
  presets: [],
  source: 'JDF fold catalogue F8-2; IPP finishing `fold-parallel`',
};
