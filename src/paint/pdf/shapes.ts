/** Fills and strokes, in plain colours and in gradients. */
import { multiply, type Rect } from '../../base/index.ts';
import type { FillItem, StrokeItem } from '../../display/index.ts';
import type { Color } from './colors.ts';
import { buildGradient, flatColorOf, type Gradient, type GradientPaint } from './gradient.ts';
import { formatMatrix, pathBounds, pathOperators } from './operators.ts';
import { isFillOverprinted, isStrokeOverprinted } from './overprint.ts';
import type { PdfDictionary } from './pdfkit.ts';
import { createResourceList } from './resources.ts';
import { formHeader, type Place, type Stream, setColor } from './stream.ts';

/** The shading on its own, painted over `area`: the form behind a soft mask (§11.6.5.2). */
function paintMask(stream: Stream, gradient: Gradient, shading: PdfDictionary, area: Rect) {
  const list = createResourceList();
  const resource = stream.pool.add('Shading', stream.file.object(shading));
  const content = `${formatMatrix(gradient.matrix)} cm\n${list.use(resource)} sh`;
  return stream.file.stream(
    {
      ...formHeader(area),
      Group: { S: 'Transparency', CS: 'DeviceGray' },
      Resources: list.dictionary(),
    },
    new TextEncoder().encode(content),
  );
}

function setSoftMask(stream: Stream, gradient: Gradient, place: Place): void {
  if (!gradient.alpha) return;
  const form = paintMask(stream, gradient, gradient.alpha, place.visible);
  const mask = { Type: 'Mask', S: 'Luminosity', G: form };
  const state = stream.file.object({ Type: 'ExtGState', SMask: mask });
  stream.state.setSoftMask(stream.pool.add('ExtGState', state));
}

function setGradient(
  stream: Stream,
  paint: GradientPaint,
  use: 'fill' | 'stroke',
  place: Place,
): void {
  const gradient = buildGradient(paint, stream.space, stream.pool);
  const pattern = stream.file.object({
    Type: 'Pattern',
    PatternType: 2,
    Shading: gradient.color,
    Matrix: multiply(place.toStream, gradient.matrix),
  });
  const name = stream.list.use(stream.pool.add('Pattern', pattern));
  stream.state.setOverprint(false);
  stream.state.setAlpha(use, gradient.opacity);
  const operators = use === 'fill' ? `/Pattern cs ${name} scn` : `/Pattern CS ${name} SCN`;
  stream.state.set(use, operators);
  setSoftMask(stream, gradient, place);
}

/** Sets the paint, draws, and takes a soft mask off again. */
function drawPainted(
  stream: Stream,
  item: FillItem<Color> | StrokeItem<Color>,
  place: Place,
  isOverprinted: (color: Color) => boolean,
  draw: () => void,
): void {
  const use = item.kind === 'fill' ? 'fill' : 'stroke';
  const flat = item.paint.kind === 'solid' ? item.paint.color : flatColorOf(item.paint);
  if (flat === undefined || flat?.alpha === 0) return;
  if (flat) {
    setColor(stream, flat, use, isOverprinted(flat));
    draw();
  } else if (item.paint.kind !== 'solid') {
    stream.state.save();
    setGradient(stream, item.paint, use, place);
    draw();
    stream.state.restore();
  }
}

/** Nothing to fill; PDF would still mark a line of device pixels (§8.5.3.3.1). */
export function hasNoArea(bounds: Rect | null): boolean {
  return bounds === null || bounds.width < 5e-5 || bounds.height < 5e-5;
}

export function paintFill(stream: Stream, item: FillItem<Color>, place: Place): void {
  if (hasNoArea(pathBounds(item.path))) return;
  const isOverprinted = (color: Color) => isFillOverprinted(color, item, place.toPage);
  drawPainted(stream, item, place, isOverprinted, () => {
    stream.lines.push(pathOperators(stream.space, item.path));
    stream.lines.push(item.rule === 'evenodd' ? 'f*' : 'f');
  });
}

export function paintStroke(stream: Stream, item: StrokeItem<Color>, place: Place): void {
  // Width 0 means "as thin as the device can" in PDF: a hairline nobody asked for.
  if (!(item.widthPt > 0) || item.path.length === 0) return;
  const isOverprinted = (color: Color) => isStrokeOverprinted(color, item.widthPt, place.toPage);
  drawPainted(stream, item, place, isOverprinted, () => {
    stream.state.setLine(item);
    stream.lines.push(pathOperators(stream.space, item.path), 'S');
  });
}
