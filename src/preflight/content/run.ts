/** One content stream being read: what the operators work on. */
import type { Rect } from '../../base/index.ts';
import type { PdfDictionary, PdfFile } from '../../pdf/index.ts';
import type { ContentColor } from './color-space.ts';
import type { PaintEvent } from './events.ts';
import type { ContentFont } from './font.ts';
import type { PathInProgress } from './path-operators.ts';
import type { GraphicsState } from './state.ts';
import type { TextMatrices } from './text-operators.ts';

export interface Run {
  readonly file: PdfFile;
  readonly resources: PdfDictionary | null;
  state: GraphicsState;
  path: PathInProgress;
  text: TextMatrices;
  readonly saved: GraphicsState[];
  /** How many forms and patterns we are inside of. */
  readonly depth: number;
  paint(event: PaintEvent): void;
  /** Paints with a pattern; false when the colour is none. */
  paintPattern(color: ContentColor, rect: Rect | null): boolean;
  fontOf(name: string): ContentFont | null;
}
