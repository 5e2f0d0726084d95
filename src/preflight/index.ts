/**
 * preflight: reads the finished press PDF back from its bytes, as a stranger would, and judges it
 * by the rules in `rules/`: PDF/X-4 (ISO 15930-7), GWG 2022 limits, house rules. It shares no code
 * with the painters. The wording is "built to PDF/X-4", never "certified".
 */
export {
  type Art,
  type ArtPage,
  type ExpectedPage,
  type OutlinedText,
  type PreflightExpectations,
  readArt,
} from './art.ts';
export {
  type ColorSpace,
  type ContentColor,
  deviceCmyk,
  inkSum,
  inksOf,
  plateNames,
} from './content/color-space.ts';
export type { ClipPath, Device, PaintedImage, PathPainting } from './content/device.ts';
export type { PaintEvent } from './content/events.ts';
export type { ContentFont } from './content/font.ts';
export { matrixOf, readPageContent } from './content/interpret.ts';
export { type Outline, outlineLengths, outlineOps } from './content/outline.ts';
export type { Run } from './content/run.ts';
export { type GraphicsState, initialState, type SetSoftMask } from './content/state.ts';
export type {
  BoxMm,
  FontFacts,
  PageFacts,
  PictureFacts,
  PreflightFacts,
} from './facts.ts';
export type { PreflightRule } from './rule.ts';
export { preflightRules } from './rules/index.ts';
export { type PreflightResult, runPreflight } from './run-preflight.ts';
export { technicalInks } from './technical-inks.ts';
