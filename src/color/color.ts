/**
 * Colour values. Components are 0–1 everywhere; a colour is recognised by `space`, never by how
 * many numbers it has. What CSS said (`AuthorColor`) becomes `PrintColor` or `ScreenColor` in one
 * pass, in `display/separate.ts`.
 */
export interface CmykColor {
  readonly space: 'cmyk';
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  readonly alpha: number;
}

export interface SrgbColor {
  readonly space: 'srgb';
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/**
 * Steps of making the product that a plate of its own instructs (ISO 19593-1): where it is cut,
 * folded, varnished.
 */
export const processingSteps = [
  ...(['cutting', 'partial-cutting', 'creasing', 'folding', 'perforating', 'gluing'] as const),
  ...(['drilling', 'varnish', 'white', 'braille', 'dimensions', 'legend'] as const),
] as const;

export type ProcessingStep = (typeof processingSteps)[number];

/** A spot ink. The alternate is what a device without the ink prints at full tint. */
export interface SpotColor {
  readonly space: 'spot';
  readonly name: string;
  readonly tint: number;
  readonly alternate: CmykColor;
  readonly alpha: number;
  /** An ink that is an instruction: it has a layer of its own and knocks nothing out. */
  readonly step?: ProcessingStep;
}

export type AuthorColor = CmykColor | SrgbColor | SpotColor;
export type PrintColor = CmykColor | SpotColor;
export type ScreenColor = SrgbColor;

/** C0 M0 Y0 K100: the black of text and lines. */
export const pureBlack: CmykColor = { space: 'cmyk', c: 0, m: 0, y: 0, k: 1, alpha: 1 };
