/** A line of words in one font, kerned and with its ligatures, as an outline: for drawings. */
import { multiply, type Path, type PathSegment, transformPoint } from '../base/index.ts';
import type { Font } from './font.ts';
import { glyphPath } from './glyph-path.ts';
import { shapeGlyphs } from './harfbuzz.ts';

export interface KernedLine {
  /** On the baseline from 0, y down. */
  readonly path: Path;
  readonly width: number;
  readonly glyphCount: number;
}

/**
 * `size` and `spacing` (after each glyph) in the unit that the outline comes in. `prepareShaping`
 * must have been awaited.
 */
export function kernedLine(
  text: string,
  font: Font,
  { size, spacing, language }: { size: number; spacing: number; language: string },
): KernedLine {
  const options = { script: '', language, features: [] };
  const { count, ids, advances, xOffsets, yOffsets } = shapeGlyphs(font, text, options);
  const scale = size / font.metrics.unitsPerEm;
  const path: PathSegment[] = [];
  let pen = 0;
  for (let index = 0; index < count; index += 1) {
    const x = pen + (xOffsets[index] ?? 0) * scale;
    const matrix = multiply(
      [1, 0, 0, 1, x, -(yOffsets[index] ?? 0) * scale],
      [scale, 0, 0, -scale, 0, 0],
    );
    for (const segment of glyphPath(font, ids[index] ?? 0)) {
      if (segment.kind === 'close') path.push(segment);
      else if (segment.kind !== 'cubic')
        path.push({ kind: segment.kind, ...transformPoint(matrix, segment) });
      else {
        const one = transformPoint(matrix, { x: segment.x1, y: segment.y1 });
        const two = transformPoint(matrix, { x: segment.x2, y: segment.y2 });
        const end = transformPoint(matrix, segment);
        path.push({ kind: 'cubic', x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end });
      }
    }
    pen += (advances[index] ?? 0) * scale + spacing;
  }
  return { path, width: pen, glyphCount: count };
}
