/** The fold schemes, by id. To add one: write its file and list it here. */
import type { FoldScheme } from '../scheme.ts';
import { half } from './half.ts';
import { roll6 } from './roll6.ts';
import { z6 } from './z6.ts';

export const foldSchemes: ReadonlyMap<string, FoldScheme> = new Map(
  [half, roll6, z6].map((scheme) => [scheme.id, scheme]),
);
