/**
 * preflight: reads the finished press PDF back from its bytes, as a stranger would, and judges it
 * by the rules in `rules/`: PDF/X-4 (ISO 15930-7), GWG 2022 limits, house rules. It shares no code
 * with the painters. The wording is "built to PDF/X-4", never "certified".
 */
export type { ExpectedPage, PreflightExpectations } from './art.ts';
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
