/** Image XObjects and inline images as painting events (ISO 32000-1 §8.9). */
import { axisScales } from '../../base/index.ts';
import {
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../../pdf/index.ts';
import { readColorSpace } from './color-space.ts';
import type { PaintedImage } from './device.ts';
import type { Run } from './run.ts';
import { intersect, transformRect } from './state.ts';

/** An image's dictionary entry by its full or its inline name (table 93). */
function imageEntry(file: PdfFile, image: PdfDictionary, full: string, short: string): PdfObject {
  return file.resolve(image.entries.get(full) ?? image.entries.get(short));
}

/** Paints an image into the unit square of user space. */
export function paintPicture(run: Run, painted: PaintedImage): void {
  const { dictionary: image, object } = painted;
  run.device?.picture(run, painted);
  const { file, state, resources } = run;
  const number = (full: string, short: string) =>
    numberOf(imageEntry(file, image, full, short)) ?? 0;
  const widthPx = number('Width', 'W');
  const heightPx = number('Height', 'H');
  const isStencil = imageEntry(file, image, 'ImageMask', 'IM') === true;
  const space = imageEntry(file, image, 'ColorSpace', 'CS');
  const { x, y } = axisScales(state.matrix);
  const unit = { x: 0, y: 0, width: 1, height: 1 };
  run.paint({
    kind: 'picture',
    rect: intersect(transformRect(state.matrix, unit), state.clip),
    object,
    widthPx,
    heightPx,
    bitsPerComponent: isStencil ? 1 : number('BitsPerComponent', 'BPC'),
    isStencil,
    space: space === null ? null : readColorSpace(file, space, resources),
    ppi: Math.min((widthPx * 72) / x, (heightPx * 72) / y),
    overprints: state.fillOverprints,
    overprintMode: state.overprintMode,
    alpha: state.fillAlpha,
    blend: state.blend,
  });
}

/** Whether an XObject's dictionary is an image. */
export function isImage(file: PdfFile, dictionary: PdfDictionary): boolean {
  return nameOf(file.resolve(dictionary.entries.get('Subtype'))) === 'Image';
}
