/**
 * Roll fold, six panels: both outer panels fold inwards, the flap first. Fold catalogue of the JDF
 * specification: F6-4; letter fold.
 */
import type { FoldScheme } from '../scheme.ts';

export const roll6: FoldScheme = {
  id: 'roll6',
  name: { en: 'roll fold, 6 pages', da: 'rullefals, 6 sider' },
  outside: [
    { role: 'flap', number: 5, compensations: 1 },
    { role: 'back', number: 6, compensations: 0 },
    { role: 'front', number: 1, compensations: 0 },
  ],
  inside: [
    { role: 'inside1', number: 2, compensations: 0 },
    { role: 'inside2', number: 3, compensations: 0 },
    { role: 'inside3', number: 4, compensations: 1 },
  ],
  readingOrder: ['front', 'flap', 'inside1', 'inside2', 'inside3', 'back'],
  source: 'JDF fold catalogue F6-4',
};
