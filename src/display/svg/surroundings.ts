/** What surrounds an element while a drawing is drawn from the outside in. */
import type { Matrix, Size } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { DisplayItem, Origin } from '../item.ts';
import type { SvgStyle } from './presentation.ts';
import type { SvgScene } from './scene.ts';

/** What an element finds around it. */
export interface Surroundings {
  readonly style: SvgStyle;
  /** From user units to the page. */
  readonly matrix: Matrix;
  /** What percentages are of, in user units. */
  readonly viewport: Size;
  readonly depth: number;
  /** Elements being drawn through `use`, outermost first. */
  readonly used: readonly ElementNode[];
  readonly origin: Origin;
}

/** Draws an element and all in it: for what is drawn by way of something else. */
export type DrawElement = (
  element: ElementNode,
  around: Surroundings,
  scene: SvgScene,
) => readonly DisplayItem<AuthorColor>[];
