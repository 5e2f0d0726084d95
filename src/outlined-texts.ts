/**
 * Letters that a press file has as outlines only (text of drawings, edges of letters): what they
 * spell cannot be read back from it, so preflight is told.
 */
import { axisScales } from './base/index.ts';
import type { PrintColor } from './color/index.ts';
import { type DisplayItem, type Paint, visibleBounds, walkItems } from './display/index.ts';
import { type ContentColor, deviceCmyk, type OutlinedText } from './preflight/index.ts';

/** A paint as the file states it; null where nothing of it shows. */
function contentColor(paint: Paint<PrintColor>): ContentColor | null {
  const none = { values: [], pattern: null };
  if (paint.kind !== 'solid')
    return { ...none, space: { family: 'Pattern', components: 0, colorants: [], base: null } };
  const { color } = paint;
  if (color.alpha === 0) return null;
  if (color.space === 'cmyk')
    return { ...none, space: deviceCmyk, values: [color.c, color.m, color.y, color.k] };
  const space = {
    family: 'Separation',
    components: 1,
    colorants: [color.name],
    base: null,
  } as const;
  return { ...none, space, values: [color.tint] };
}

/** The outlined letters of a page that can be seen, sizes and places after all transforms. */
export function outlinedTexts(items: readonly DisplayItem<PrintColor>[]): readonly OutlinedText[] {
  const texts: OutlinedText[] = [];
  walkItems(items, (visit) => {
    const { item, matrix, opacity } = visit;
    if ((item.kind !== 'fill' && item.kind !== 'stroke') || !item.letters || opacity === 0) return;
    const { text, sizePt, isEdge } = item.letters;
    const color = contentColor(item.paint);
    const rect = visibleBounds(visit);
    if (isEdge || !color || !rect) return;
    texts.push({ text, sizePt: sizePt * axisScales(matrix).y, color, rect });
  });
  return texts;
}
