/** Fills and strokes, in plain colours and in gradients. */
import { multiply, type Rect, rectPath, sha256 } from '../../base/index.ts';
import type { Coverage, FillItem, ShadeItem, StrokeItem } from '../../display/index.ts';
import type { Color } from './colors.ts';
import { buildGradient, flatColorOf, type Gradient, type GradientPaint } from './gradient.ts';
import { hardBands } from './hard-bands.ts';
import { formatMatrix, pathBounds, pathOperators } from './operators.ts';
import {
  asAsked,
  isFillOverprinted,
  isShadeOverprinted,
  isStrokeOverprinted,
} from './overprint.ts';
import { isReference, type PdfDictionary, type PdfReference } from './pdfkit.ts';
import { createResourceList, type NamedResource, type ResourcePool } from './resources.ts';
import { formHeader, inLayerOf, type Place, type Stream, setColor, setMask } from './stream.ts';

/** The shading on its own, painted over `area`: the form behind a soft mask (§11.6.5.2). */
function paintMask(
  stream: Stream,
  gradient: Gradient,
  shading: PdfDictionary | PdfReference,
  area: Rect,
) {
  const list = createResourceList();
  const reference = isReference(shading) ? shading : stream.file.object(shading);
  const resource = stream.pool.add('Shading', reference);
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
  setMask(stream, 'Luminosity', paintMask(stream, gradient, gradient.alpha, place.visible));
}

function setGradient(
  stream: Stream,
  paint: GradientPaint,
  use: 'fill' | 'stroke',
  place: Place,
  area: Rect,
  isOverprinted: boolean,
): void {
  const gradient = buildGradient(paint, { ...stream, area });
  const pattern = stream.file.object({
    Type: 'Pattern',
    PatternType: 2,
    Shading: gradient.color,
    Matrix: multiply(place.toStream, gradient.matrix),
  });
  const name = stream.list.use(stream.pool.add('Pattern', pattern));
  stream.state.setOverprint(isOverprinted);
  stream.state.setAlpha(use, gradient.opacity);
  const operators = use === 'fill' ? `/Pattern cs ${name} scn` : `/Pattern CS ${name} SCN`;
  stream.state.set(use, operators);
  setSoftMask(stream, gradient, place);
}

/** What an item marks at most, y up: its outline, with the pen's width around it. */
function areaOf({ space }: Stream, item: FillItem<Color> | StrokeItem<Color>): Rect {
  const bounds = pathBounds(item.path) ?? { x: 0, y: 0, width: 0, height: 0 };
  const pen = item.kind === 'stroke' ? item.widthPt * Math.max(1, item.miterLimit) : 0;
  return {
    x: space.left + bounds.x - pen,
    y: space.top - bounds.y - bounds.height - pen,
    width: bounds.width + 2 * pen,
    height: bounds.height + 2 * pen,
  };
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
    inLayerOf(stream, flat, draw);
  } else if (item.paint.kind !== 'solid') {
    stream.state.save();
    // Only where it is asked for: no rule of black speaks of blends.
    const isBlend = item.overprint === 'on' && stream.blending === 'DeviceCMYK';
    setGradient(stream, item.paint, use, place, areaOf(stream, item), isBlend);
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
  const bands = hardBands(item);
  if (bands) {
    stream.state.save();
    const clip = item.rule === 'evenodd' ? 'W* n' : 'W n';
    stream.lines.push(pathOperators(stream.space, item.path), clip);
    for (const band of bands) paintFill(stream, band, place);
    stream.state.restore();
    return;
  }
  const isOverprinted = (color: Color) =>
    asAsked(item.overprint, color) ?? isFillOverprinted(color, item, place.toPage);
  drawPainted(stream, item, place, isOverprinted, () => {
    stream.lines.push(pathOperators(stream.space, item.path));
    stream.lines.push(item.rule === 'evenodd' ? 'f*' : 'f');
  });
}

/** Coverage as a gray picture; equal ones are stored once. */
function coverageImage({ widthPx, heightPx, bytes }: Coverage, pool: ResourcePool): NamedResource {
  return pool.share('XObject', `coverage ${widthPx}x${heightPx} ${sha256(bytes)}`, (file) => {
    const dictionary = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: widthPx,
      Height: heightPx,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
      Interpolate: true,
    };
    return file.stream(dictionary, bytes);
  });
}

/** A soft shadow: its colour laid down over `rect` through a mask of gray. */
export function paintShade(stream: Stream, item: ShadeItem<Color>): void {
  const { rect, color, coverage } = item;
  if (color.alpha === 0 || hasNoArea(rect)) return;
  const { file, pool, space } = stream;
  const image = coverageImage(coverage, pool);
  const [left, bottom] = [space.left + rect.x, space.top - rect.y - rect.height];
  const box = { x: left, y: bottom, width: rect.width, height: rect.height };
  const list = createResourceList();
  const name = list.use(image);
  const content = `${formatMatrix([rect.width, 0, 0, rect.height, left, bottom])} cm\n${name} Do`;
  const form = file.stream(
    {
      ...formHeader(box),
      Group: { S: 'Transparency', CS: 'DeviceGray' },
      Resources: list.dictionary(),
    },
    new TextEncoder().encode(content),
  );
  stream.state.save();
  setMask(stream, 'Luminosity', form);
  const isOverprinted = stream.blending === 'DeviceCMYK' && isShadeOverprinted(color);
  setColor(stream, color, 'fill', asAsked(item.overprint, color) ?? isOverprinted);
  stream.lines.push(pathOperators(space, rectPath(rect)), 'f');
  stream.state.restore();
}

export function paintStroke(stream: Stream, item: StrokeItem<Color>, place: Place): void {
  // Width 0 means "as thin as the device can" in PDF: a hairline nobody asked for.
  if (!(item.widthPt > 0) || item.path.length === 0) return;
  const isOverprinted = (color: Color) =>
    asAsked(item.overprint, color) ?? isStrokeOverprinted(color, item.widthPt, place.toPage);
  drawPainted(stream, item, place, isOverprinted, () => {
    stream.state.setLine(item);
    stream.lines.push(pathOperators(stream.space, item.path), 'S');
  });
}
