/**
 * text: fonts, shaping, hyphenation and the breaking of paragraphs into lines. Knows nothing of
 * CSS or of documents: it is handed fonts, styles and words, and hands back lines of placed glyphs.
 * `prepareShaping` must have been awaited (with every language of the text) before anything is
 * shaped; all else is immediate.
 */

export {
  bidiControl,
  firstDirection,
  isBidiReady,
  levelsOf,
  mayTurn,
  prepareBidi,
} from './bidi.ts';
export { advanceEm } from './character-map.ts';
export { isForcedBreak } from './characters.ts';
export type { BreakKind, ExplainedLine } from './explain.ts';
export { explainLines } from './explain.ts';
export { openCharacterMap, readFaceTraits } from './face-traits.ts';
export * from './font.ts';
export { fontDigest } from './font-digest.ts';
export { openFontFile } from './font-file.ts';
export { glyphPath } from './glyph-path.ts';
export { fontHasCharacter, fontHasFeature, glyphAdvanceUnits, leftBearingEm } from './glyphs.ts';
export { charactersLackedBy } from './itemize.ts';
export {
  freshParagraphs,
  openParagraphs,
  type ParagraphColumn,
  type Paragraphs,
} from './kept-paragraphs.ts';
export { type KernedLine, kernedLine } from './kerned-line.ts';
export { markDivisions } from './mark-divisions.ts';
export { isFontFault, openFont } from './open-font.ts';
export type { OwnDivisions, OwnWords } from './own-words.ts';
export type { BrokenParagraph } from './paragraph.ts';
export { breakParagraph, measureParagraph } from './paragraph.ts';
export { forgetParagraphs } from './paragraph-text.ts';
export {
  type ComingParagraph,
  paragraphsAhead,
  prepareParagraphsTask,
} from './paragraphs-ahead.ts';
export { dividedLanguages, hasPatterns } from './patterns.ts';
export { plainLine, plainWidth } from './plain-line.ts';
export { prepareDivision, prepareShaping } from './prepare.ts';
export * from './problems.ts';
export { Glyphs } from './run-glyphs.ts';
export { hyphenStart } from './set-line.ts';
export type { MissingCharacter } from './shape.ts';
export type { FontSubset } from './subset.ts';
export { subsetFont } from './subset.ts';
export * from './types.ts';
export { addressesIn } from './web-addresses.ts';
