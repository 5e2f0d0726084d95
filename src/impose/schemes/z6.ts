/**
 * Z fold, six panels: two parallel folds in opposite directions, all panels of one width. The back
 * cover lies on the inside of the sheet. Fold catalogue of the JDF specification: F6-1.
 */
import type { FoldScheme } from '../scheme.ts';

export const z6: FoldScheme = {
  id: 'z6',
  name: { en: 'Z fold, 6 pages', da: 'zigzagfals, 6 sider' },
  outside: [
    { role: 'outside5', number: 5, compensations: 0 },
    { role: 'outside6', number: 6, compensations: 0 },
    { role: 'front', number: 1, compensations: 0 },
  ],
  inside: [
    { role: 'inside2', number: 2, compensations: 0 },
    { role: 'inside3', number: 3, compensations: 0 },
    { role: 'back', number: 4, compensations: 0 },
  ],
  readingOrder: ['front', 'inside2', 'inside3', 'back', 'outside5', 'outside6'],
  source: 'JDF fold catalogue F6-1',
};
