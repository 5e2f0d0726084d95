/** `<image>` in a drawing (SVG 2 §12.3): a picture fitted into a rectangle of user space. */
import { type Matrix, multiply, pointsPerPx, type Rect, rectPath } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import { type ElementNode, type Picture, pictureKeyOf } from '../../input/index.ts';
import { clipItems } from '../boxes.ts';
import type { DisplayItem, GroupItem } from '../item.ts';
import { transformBounds } from '../outline.ts';
import { invalidSvgValue } from '../problems-svg.ts';
import { parseLength } from './numbers.ts';
import type { SvgScene } from './scene.ts';
import type { Surroundings } from './surroundings.ts';
import { fitViewBox, parseViewBox } from './viewport.ts';

type Item = DisplayItem<AuthorColor>;

/** An SVG file without sizes is as large as a replaced box without any (css-images-3 §5.3). */
const usual = { width: 300, height: 150 };

function sizeOf(picture: Picture): { readonly width: number; readonly height: number } {
  if (picture.kind === 'bitmap') return { width: picture.widthPx, height: picture.heightPx };
  const { widthPx, heightPx, ratio } = picture;
  const width = widthPx ?? (heightPx && ratio ? heightPx * ratio : usual.width);
  return { width, height: heightPx ?? (ratio ? width / ratio : usual.height) };
}

/** A size that is written down; null for `auto`, and after a report for what is no length. */
function givenSize(
  element: ElementNode,
  name: string,
  base: number,
  scene: SvgScene,
): number | null {
  const text = element.attributes.get(name);
  if (text === undefined || text.trim() === 'auto') return null;
  const value = parseLength(text, base);
  if (value === null) scene.report((place) => invalidSvgValue(name, text, place), element);
  return value;
}

/** §12.3: sides that are not given follow the picture. */
function areaOf(element: ElementNode, picture: Picture, here: Surroundings, scene: SvgScene): Rect {
  const { viewport } = here;
  const own = sizeOf(picture);
  const width = givenSize(element, 'width', viewport.width, scene);
  const height = givenSize(element, 'height', viewport.height, scene);
  return {
    x: givenSize(element, 'x', viewport.width, scene) ?? 0,
    y: givenSize(element, 'y', viewport.height, scene) ?? 0,
    width: width ?? (height === null ? own.width : (height * own.width) / own.height),
    height: height ?? (width === null ? own.height : (width * own.height) / own.width),
  };
}

/** §12.3: a picture is fitted as its size says; a drawing without a view box fills the area. */
function fittedPlace(picture: Picture, area: Rect, aspect: string | undefined): Rect {
  if (picture.kind === 'vector' && !parseViewBox(picture.root.attributes.get('viewBox')))
    return area;
  const whole = { x: 0, y: 0, ...sizeOf(picture) };
  return transformBounds(fitViewBox(whole, area, aspect), whole);
}

/** Pictures are drawn in pt, drawings in their own units, which are px. */
const points: Matrix = [pointsPerPx, 0, 0, pointsPerPx, 0, 0];
const units: Matrix = [1 / pointsPerPx, 0, 0, 1 / pointsPerPx, 0, 0];

function placed(items: readonly Item[], { matrix, origin }: Surroundings): GroupItem<AuthorColor> {
  return { ...clipItems(items, null, origin), transform: multiply(matrix, units) };
}

/** The picture of an `image` element; one that could not be read has been reported. */
export function drawImage(
  element: ElementNode,
  here: Surroundings,
  scene: SvgScene,
): readonly Item[] {
  const key = pictureKeyOf(element);
  const picture = key === undefined ? undefined : scene.pictures.get(key);
  if (!picture || !here.style.visible) return [];
  const area = areaOf(element, picture, here, scene);
  if (!(area.width > 0 && area.height > 0)) return [];
  const fitted = fittedPlace(picture, area, element.attributes.get('preserveAspectRatio'));
  const rect = transformBounds(points, fitted);
  const items: readonly Item[] =
    picture.kind === 'bitmap'
      ? [{ ...here.origin, kind: 'picture', picture: picture.path, rect, alt: '' }]
      : scene.drawPicture(picture, rect, here.origin);
  const isCut = fitted.width > area.width + 0.001 || fitted.height > area.height + 0.001;
  const cut = rectPath(transformBounds(points, area));
  const shown = isCut ? [clipItems(items, cut, here.origin)] : items;
  return shown.length > 0 ? [placed(shown, here)] : [];
}
