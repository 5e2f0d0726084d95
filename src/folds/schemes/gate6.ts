/**
 * Gate fold, six pages: two flaps of half the width meet in front. A picture across the closed
 * front is cut in two: its left half is the rightmost outside panel, its right half the leftmost.
 */
import type { FoldScheme } from '../scheme.ts';

export const gate6: FoldScheme = {
  id: 'gate6',
  name: { en: 'gate fold, 6 pages', da: 'vinduesfals, 6 sider' },
  outside: [
    { role: 'flapRight', number: 5, share: 0.5, compensations: 0.5 },
    { role: 'back', number: 6 },
    { role: 'flapLeft', number: 1, share: 0.5, compensations: 0.5 },
  ],
  inside: [
    { role: 'inside1', number: 2 },
    { role: 'inside2', number: 3 },
    { role: 'inside3', number: 4 },
  ],
  folds: [
    { after: 1, moves: 'left', onto: 'inside' },
    { after: 2, moves: 'right', onto: 'inside' },
  ],
  front: [1, 5],
  back: [6],
  meets: [
    [2, 3],
    [3, 4],
  ],
  readingOrder: ['flapLeft', 'flapRight', 'inside1', 'inside2', 'inside3', 'back'],
  presets: [],
  source: 'IPP finishing `fold-gate`',
};
