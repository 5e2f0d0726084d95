/** One content stream being read: what the operators work on. */
import type { Matrix, Rect } from '../../base/index.ts';
import type { PdfDictionary, PdfFile, PdfStream } from '../../pdf/index.ts';
import type { ContentColor } from './color-space.ts';
import type { Device } from './device.ts';
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
  /** User space as the stream began, where its patterns begin (§8.7.3.1). */
  readonly baseMatrix: Matrix;
  /** Who paints what is read; null where nobody does. */
  readonly device: Device | null;
  paint(event: PaintEvent): void;
  /** Number of events so far: the place in the painting order. */
  order(): number;
  /** Runs a form's or pattern cell's content for a device, beside the page's events. */
  replay(stream: PdfStream, state: GraphicsState, device: Device): void;
  /** Paints with a pattern; false when the colour is none. */
  paintPattern(color: ContentColor, rect: Rect | null): boolean;
  fontOf(name: string): ContentFont | null;
}
