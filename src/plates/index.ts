/**
 * plates: the finished PDF as the printer's plates, one picture for each ink, and the ink that is
 * measured on them. Reads the file's bytes through `preflight`; shares no code with the painters.
 */

export { type IsTold, judgeInk, type SourceOf } from './judge-ink.ts';
export type { InkSpot, PageInk } from './measure-ink.ts';
export {
  type MeasuredPage,
  type MeasureOptions,
  measureFile,
  measurePlates,
} from './measure-plates.ts';
export type { Plate } from './paint-page.ts';
export { openPlateFiles, type PlateFiles, plateFiles } from './plate-files.ts';
export type { Omission } from './plate-work.ts';
export { damagedPlates, notShown, spotNames } from './problems.ts';
export {
  type PagePlates,
  type PlatesFault,
  type PlatesOptions,
  type PlatesResult,
  renderPlates,
  type WhenPainted,
} from './render-plates.ts';
