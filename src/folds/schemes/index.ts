/** The fold schemes, by id. To add one: write its file and list it here. */
import type { FoldScheme } from '../scheme.ts';
import { gate6 } from './gate6.ts';
import { gate8 } from './gate8.ts';
import { half } from './half.ts';
import { parallel8 } from './parallel8.ts';
import { roll6 } from './roll6.ts';
import { roll8 } from './roll8.ts';
import { z6 } from './z6.ts';
import { z8 } from './z8.ts';

export const foldSchemes: ReadonlyMap<string, FoldScheme> = new Map(
  [half, roll6, z6, roll8, z8, parallel8, gate6, gate8].map((scheme) => [scheme.id, scheme]),
);

export const foldSchemeIds: readonly string[] = [...foldSchemes.keys()];
