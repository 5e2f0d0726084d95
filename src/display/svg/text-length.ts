/**
 * `textLength` (SVG 2 §11.5): a line made as long as it says, by the gaps between its glyphs or,
 * with `lengthAdjust="spacingAndGlyphs"`, by stretching them.
 */
import type { ElementNode } from '../../input/index.ts';
import type { KernedLine } from '../../text/index.ts';
import { transformPath } from '../outline.ts';
import { invalidSvgValue, unsupportedSvg } from '../problems-svg.ts';
import { parseLength } from './numbers.ts';
import type { SvgScene } from './scene.ts';

export interface TextFit {
  /** In user units. */
  readonly length: number;
  readonly stretchesGlyphs: boolean;
}

/** What an element asks of its one stretch of words; reports what cannot be done. */
export function textFitOf(element: ElementNode, base: number, scene: SvgScene): TextFit | null {
  const text = element.attributes.get('textLength');
  if (text === undefined) return null;
  const length = parseLength(text, base);
  if (length === null || length < 0) {
    scene.report((place) => invalidSvgValue('textLength', text, place), element);
    return null;
  }
  const [only, ...others] = element.children;
  if (only?.kind !== 'text' || others.length > 0) {
    scene.report((place) => unsupportedSvg('textLength', place), element);
    return null;
  }
  const adjust = element.attributes.get('lengthAdjust');
  return { length, stretchesGlyphs: adjust === 'spacingAndGlyphs' };
}

/** The line that `set` makes with so much more between its glyphs, made to fit. */
export function fitLine(set: (extra: number) => KernedLine, fit: TextFit): KernedLine {
  const line = set(0);
  const { length, stretchesGlyphs } = fit;
  if (stretchesGlyphs) {
    const path = transformPath(
      [line.width > 0 ? length / line.width : 1, 0, 0, 1, 0, 0],
      line.path,
    );
    return { ...line, path, width: length };
  }
  const gaps = line.glyphCount - 1;
  return gaps > 0 ? { ...set((length - line.width) / gaps), width: length } : line;
}
