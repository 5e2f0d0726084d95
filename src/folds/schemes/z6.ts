/**
 * Z fold, six pages: two parallel folds in opposite directions, all panels of one width. The back
 * cover lies on the inside of the sheet.
 */
import type { FoldScheme } from '../scheme.ts';

export const z6: FoldScheme = {
  id: 'z6',
  name: { en: 'Z fold, 6 pages', da: 'zigzagfals, 6 sider' },
  outside: [
    { role: 'outside5', number: 5 },
    { role: 'outside6', number: 6 },
    { role: 'front', number: 1 },
  ],
  inside: [
    { role: 'inside2', number: 2 },
    { role: 'inside3', number: 3 },
    { role: 'back', number: 4 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'outside' },
    { after: 2, moves: 'left', onto: 'inside' },
  ],
  front: [1],
  back: [4],
  meets: [
    [2, 3],
    [5, 6],
  ],
  readingOrder: ['front', 'inside2', 'inside3', 'back', 'outside5', 'outside6'],
  presets: [],
  source: 'JDF fold catalogue F6-1; IPP finishing `fold-z`',
};
