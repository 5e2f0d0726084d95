/**
 * style: CSS parsing, the property tables, selectors, cascade and computed values. Comes in: a
 * document and its sheets. Goes out: every element with its `ComputedStyle`, the `@page`
 * rules, the font faces and the pictures that the sheets name.
 */

export type { BasicShape, PathShape, ShapeRadius } from './basic-shapes.ts';
export { type MixMethod, mixColors as mixColorsIn } from './color-mix.ts';
export { anonymousStyle, initialStyle, lineHeightPt } from './compute.ts';
export { computeStyles } from './compute-styles.ts';
export type { ContainerSizes } from './container-queries.ts';
export type { CounterDefinition } from './counter-styles.ts';
export { facesOfFamily, nearestFace } from './family-faces.ts';
export type { FirstPage } from './first-page.ts';
export { fontFeatures } from './font-features.ts';
export type {
  ColorStop,
  ConicGradient,
  Corner,
  Gradient,
  LinearGradient,
  RadialExtent,
  RadialGradient,
} from './gradients.ts';
export type {
  AutoRepeat,
  GridLine,
  SubgridLines,
  TrackBreadth,
  TrackList,
  TrackSize,
} from './grid-tracks.ts';
export type { BackgroundImage, SingleImage } from './images.ts';
export { type MarginBoxName, marginBoxNames } from './margin-boxes.ts';
export { type FaceTraits, matchFace } from './match-face.ts';
export type { BackgroundRepeat, BackgroundSize } from './properties/backgrounds.ts';
export type {
  BorderImageRepeat,
  BorderImageSlice,
  BorderImageWidth,
  Four,
} from './properties/border-images.ts';
export { blockified } from './properties/display.ts';
export type { Shadow } from './properties/effects.ts';
export type { LineHeight } from './properties/fonts.ts';
export type {
  Content,
  ContentItem,
  CounterChange,
  CounterStyle,
  ListStyleType,
  OnPage,
} from './properties/generated.ts';
export type { GridAreas, GridAutoFlow } from './properties/grid.ts';
export type { ComputedStyle, PropertyName } from './properties/index.ts';
export type { ClipPathValue, GeometryBox } from './properties/masking.ts';
export type { ShapeBox, ShapeOutside } from './properties/shapes.ts';
export type { ContextPaint, SvgPaint } from './properties/svg.ts';
export type { JustifyLimits, TextTransform } from './properties/text.ts';
export { noTextIndent } from './properties/text.ts';
export type { DecorationLine } from './properties/text-decoration.ts';
export type { EmphasisMark } from './properties/text-emphasis.ts';
export type { HyphenateLimitChars } from './properties/text-wrapping.ts';
export {
  type MatrixFunction,
  perspectiveMatrix,
  type TransformFunction,
} from './properties/transform-functions.ts';
export { userAgentPath } from './read-sheets.ts';
export { shapeOutline } from './shape-outlines.ts';
export type { StyleOptions } from './style-options.ts';
export type {
  FontFace,
  MarginBoxStyle,
  NotePseudo,
  PageMarks,
  PagePlace,
  PageRule,
  PageStyle,
  PseudoElement,
  StyledDocument,
  StyledUrl,
} from './styled-document.ts';
export * from './values.ts';
