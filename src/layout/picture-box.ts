/** Elements that are replaced by a picture. */
import type { ComputedStyle } from '../style/index.ts';
import type { PictureBox } from './box.ts';
import type { Generator, Place } from './box-generator.ts';
import { standInOf } from './stand-ins.ts';

/** True for pictures, and for elements that `content` or a stand-in replaces. */
export function isPicture({ element, style }: Place, { pictures }: Generator): boolean {
  const { tag, picture } = element;
  if (tag === 'img' || tag === 'svg' || replacementOf(style) !== null) return true;
  if (tag === 'input' && picture !== undefined) return true;
  // An object that shows nothing of its own shows what is in it.
  if (tag === 'object' && picture !== undefined && pictures.has(picture)) return true;
  return standInOf(element) !== null;
}

/** css-content-3 §2.1: the picture that `content` puts in the place of an element's own. */
function replacementOf({ content }: ComputedStyle): string | null {
  if (typeof content === 'string' || content.length !== 1) return null;
  const [item] = content;
  return item?.kind === 'url' ? item.path : null;
}

/** The box of such an element; its picture may be missing. */
export function pictureBox({ element, style, language }: Place, generator: Generator): PictureBox {
  const key = replacementOf(style) ?? element.picture;
  const picture = key === undefined ? undefined : generator.pictures.get(key);
  const base = { style, element, owner: element, language };
  const standIn = picture ? null : standInOf(element);
  return { kind: 'picture', ...base, picture: picture ?? null, ...(standIn ? { standIn } : {}) };
}
