/** All preflight rules in the order of the report: the file, its pages, then what is on them. */
import type { PreflightRule } from '../rule.ts';
import { actions } from './actions.ts';
import { annotations } from './annotations.ts';
import { blackLineOverprint } from './black-line-overprint.ts';
import { blackTextOverprint } from './black-text-overprint.ts';
import { bleedBox } from './bleed-box.ts';
import { bleedReach } from './bleed-reach.ts';
import { colorSpace } from './color-space.ts';
import { courier } from './courier.ts';
import { cropBox } from './crop-box.ts';
import { emptyPage } from './empty-page.ts';
import { encryption } from './encryption.ts';
import { fileHeader } from './file-header.ts';
import { fileId } from './file-id.ts';
import { filters } from './filters.ts';
import { foldSafety } from './fold-safety.ts';
import { fontEmbedding } from './font-embedding.ts';
import { fontUnicode } from './font-unicode.ts';
import { graphicsState } from './graphics-state.ts';
import { grayLine } from './gray-line.ts';
import { grayOverprint } from './gray-overprint.ts';
import { grayText } from './gray-text.ts';
import { lineArtResolution } from './line-art-resolution.ts';
import { metadata } from './metadata.ts';
import { metadataAgreement } from './metadata-agreement.ts';
import { missingGlyph } from './missing-glyph.ts';
import { nearTrim } from './near-trim.ts';
import { opaqueFlavour } from './opaque-flavour.ts';
import { optionalContent } from './optional-content.ts';
import { outputIntent } from './output-intent.ts';
import { outputProfile } from './output-profile.ts';
import { pageBoxes } from './page-boxes.ts';
import { pageContents } from './page-contents.ts';
import { pageCount } from './page-count.ts';
import { pageRotation } from './page-rotation.ts';
import { pageSize } from './page-size.ts';
import { pictureResolution } from './picture-resolution.ts';
import { postscript } from './postscript.ts';
import { registrationColor } from './registration-color.ts';
import { richBlackText } from './rich-black-text.ts';
import { smallType } from './small-type.ts';
import { spotColors } from './spot-colors.ts';
import { textSafety } from './text-safety.ts';
import { thinLines } from './thin-lines.ts';
import { totalInk } from './total-ink.ts';
import { transparencyGroup } from './transparency-group.ts';
import { trapped } from './trapped.ts';
import { userUnit } from './user-unit.ts';
import { viewerPreferences } from './viewer-preferences.ts';
import { whiteOverprint } from './white-overprint.ts';
import { xmpIdentification } from './xmp-identification.ts';

export const preflightRules: readonly PreflightRule[] = [
  fileHeader,
  fileId,
  encryption,
  outputIntent,
  outputProfile,
  xmpIdentification,
  metadata,
  metadataAgreement,
  trapped,
  viewerPreferences,
  optionalContent,
  actions,
  postscript,
  filters,
  graphicsState,
  pageCount,
  pageBoxes,
  pageSize,
  cropBox,
  userUnit,
  pageRotation,
  bleedBox,
  annotations,
  pageContents,
  emptyPage,
  fontEmbedding,
  fontUnicode,
  missingGlyph,
  courier,
  colorSpace,
  spotColors,
  registrationColor,
  transparencyGroup,
  opaqueFlavour,
  totalInk,
  whiteOverprint,
  blackTextOverprint,
  blackLineOverprint,
  grayText,
  grayLine,
  grayOverprint,
  richBlackText,
  smallType,
  thinLines,
  pictureResolution,
  lineArtResolution,
  bleedReach,
  nearTrim,
  textSafety,
  foldSafety,
];
