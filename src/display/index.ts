/**
 * display: laid-out fragments to drawing items in painting order, their colours for print or for
 * the screen, and the checks that need nothing but what is drawn: bleed, safety margins, ink.
 */

export { anchorId } from './anchors.ts';
export { buildDisplayList, type DisplayOptions } from './build-display-list.ts';
export { type BleedOf, checkEdges } from './check-edges.ts';
export { checkFoldColors } from './check-fold-colors.ts';
export { checkInks } from './check-inks.ts';
export { checkTransparency } from './check-transparency.ts';
export {
  createAreaColorFinder,
  createColorFinder,
  type FindColorDeclaration,
} from './color-declarations.ts';
export { cmykText, colorText, srgbText } from './color-text.ts';
export { describeItems, describeList, pathText } from './describe.ts';
export { gradientAlpha } from './gradient-alpha.ts';
export { type ColorUsage, type InkReport, measureInks } from './inks.ts';
export * from './item.ts';
export { withoutPictures } from './leave-out.ts';
export {
  type ColorUse,
  type ConvertColor,
  colorsOf,
  mapColors,
  mapItemColors,
  mapPaintColors,
} from './map-colors.ts';
export { namesInks } from './names-inks.ts';
export {
  containsRect,
  intersectRects,
  pathBounds,
  transformBounds,
  transformPath,
} from './outline.ts';
export { type OverlayKind, overlayItems, overlayKinds } from './overlay.ts';
export { itemsText, plainText } from './plain-text.ts';
export {
  needsConversion,
  needsProof,
  type PrintCondition,
  type PrintOptions,
  type ProofCondition,
  printDefaults,
  toPrint,
  toScreen,
} from './separate.ts';
export { type LeafItem, type Visit, visibleBounds, walkAll, walkItems } from './walk.ts';
