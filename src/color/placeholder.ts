/**
 * Pictures that only hold a place. They say so in their metadata, so that the mark survives a
 * rename and no final print goes out with one unnoticed: the word below in a PNG text chunk
 * (`tEXt`, `iTXt`) or a JPEG comment or APP1 segment (EXIF, XMP).
 */
import { pictureParts } from './picture-file.ts';

const mark = 'trykklar-placeholder';
const textParts: ReadonlySet<string> = new Set(['tEXt', 'iTXt', 'e1', 'fe']);

/** Whether a picture's metadata says that it is a placeholder. */
export function isPlaceholder(bytes: Uint8Array): boolean {
  return pictureParts(bytes).some(
    ({ name, bytes: part }) =>
      textParts.has(name) &&
      Buffer.from(part.buffer, part.byteOffset, part.length).includes(mark, 0, 'latin1'),
  );
}
