/** Half fold, four panels: one fold in the middle. Fold catalogue of the JDF specification: F4-1. */
import type { FoldScheme } from '../scheme.ts';

export const half: FoldScheme = {
  id: 'half',
  name: { en: 'half fold, 4 pages', da: 'midterfals, 4 sider' },
  outside: [
    { role: 'back', number: 4, compensations: 0 },
    { role: 'front', number: 1, compensations: 0 },
  ],
  inside: [
    { role: 'inside1', number: 2, compensations: 0 },
    { role: 'inside2', number: 3, compensations: 0 },
  ],
  readingOrder: ['front', 'inside1', 'inside2', 'back'],
  source: 'JDF fold catalogue F4-1',
};
