/** Styles as boxes use them: positions, alignment and writing modes have a say in `display`. */
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Box, LinesBox } from './box.ts';
import { derivedStyle, displayedAs } from './derived-style.ts';
import { isPlacedOutOfFlow, usedDisplay } from './used-display.ts';

/**
 * Positioned boxes are blocks (css-display-4 §2.7), whatever they would have been; an inline box whose
 * lines stand across those around it is a block in a line (css-writing-modes-4 §3.1). A block
 * is aligned as its parent says where it says nothing itself (css-align-3 §6.1.1).
 */
export function usedStyle(style: ComputedStyle, parent?: ComputedStyle): ComputedStyle {
  const isPositioned = isPlacedOutOfFlow(style);
  const display = usedDisplay(style);
  if (display !== style.display) return displayedAs(style, display);
  if (isPositioned || !parent) return style;
  const isAligned = style.justifySelf === 'auto' && parent.justifyItems !== 'normal';
  if (isAligned && isBlocks(parent)) return { ...style, justifySelf: parent.justifyItems };
  const isAcross = parent.writingMode !== style.writingMode;
  return isAcross && style.display === 'inline' ? displayedAs(style, 'inline-block') : style;
}

const fitted = derivedStyle(() => ({ width: 'fit-content' }));

const controls: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/**
 * html §15.5.2: a form control is as wide as its content also where it is a block, and a block of
 * its own in a line.
 */
export function fittedControl(
  style: ComputedStyle,
  element: ElementNode,
  parent: ComputedStyle | undefined,
): ComputedStyle {
  const { tag, namespace } = element;
  if (namespace !== 'html') return style;
  const isBar = tag === 'progress' || tag === 'meter';
  if (!isBar && !controls.has(tag)) return style;
  if (style.display === 'inline' || style.display === 'inline-table')
    return displayedAs(style, 'inline-block');
  if (style.display === 'table') return fittedControl(displayedAs(style, 'block'), element, parent);
  if (style.width !== 'auto') return style;
  const isItem = parent !== undefined && /(?:flex|grid)$/.test(parent.display);
  return isItem || isPlacedOutOfFlow(style) ? style : fitted(style);
}

/** True for a container of blocks and lines. */
function isBlocks({ display }: ComputedStyle): boolean {
  return display === 'block' || display === 'flow-root' || display === 'inline-block';
}

const floatless = derivedStyle(() => ({ float: 'none' }));

/** `float` means nothing to an item (css-flexbox-1 §3). */
export function withoutFloat<B extends Exclude<Box, LinesBox>>(box: B): B {
  return box.style.float === 'none' ? box : { ...box, style: floatless(box.style) };
}
