/**
 * color: colour values, printing conditions (ICC profiles), conversion of single colours and of
 * pictures to the press's inks and back to what they will look like, ink coverage. Little CMS and
 * sharp are loaded only when a conversion is not in the cache.
 */
export * from './color.ts';
export { type ColorConversion, type Condition, openCondition } from './condition.ts';
export { convertPictureTask, readyConverterTask } from './convert-picture.ts';
export { decodePicture } from './decode-picture.ts';
export type { ProfileFault } from './icc-header.ts';
export * from './ink.ts';
export {
  cautiousInkLimitPercent,
  type KnownCondition,
  knownConditions,
  usualInkLimitPercent,
} from './known-conditions.ts';
export type { Intent } from './lcms.ts';
export { isForAnother } from './other-condition.ts';
export { hasAdobeMarker } from './picture-file.ts';
export type { PictureSource, PictureUse } from './picture-use.ts';
export { isPlaceholder } from './placeholder.ts';
export { preparePlainScreenPicture } from './plain-screen-picture.ts';
export {
  type Convert,
  convertOn,
  isUnmet,
  pictureIdentity,
  preparePicture,
  readyConverters,
} from './prepare-picture.ts';
export type { PreparedPicture, SoftMask } from './prepared-picture.ts';
export { otherCondition, profileExists, unusableProfile } from './problems.ts';
export { profileText } from './profile-text.ts';
export { effectivePpi } from './resolution.ts';
export { preparePictureForScreen } from './screen-picture.ts';
export { inkNameKey, namesOfOneInk } from './spot-names.ts';
