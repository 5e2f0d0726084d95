/** The imposition schemes, by id. To add one: write it and list it here. */
import type { SheetScheme } from '../grid.ts';
import { nup, stack, step, tumble, turn } from './leaves.ts';
import { saddle } from './saddle.ts';
import { perfect8, perfect16 } from './sections.ts';

export const sheetSchemes: ReadonlyMap<string, SheetScheme> = new Map(
  [saddle, perfect8, perfect16, nup, step, stack, turn, tumble].map((scheme) => [
    scheme.id,
    scheme,
  ]),
);
