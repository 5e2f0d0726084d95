/**
 * Pictures as image XObjects (ISO 32000-1 §8.9.5). They come compressed and in the edition's
 * colours; equal bytes are stored once, whatever paths lead to them.
 */
import { sha256 } from '../../base/index.ts';
import type { PreparedPicture, SoftMask } from '../../color/index.ts';
import type { PdfDictionary, PdfFile, PdfReference } from './pdfkit.ts';
import type { NamedResource, ResourcePool } from './resources.ts';

const spaces = { cmyk: 'DeviceCMYK', gray: 'DeviceGray', srgb: 'DeviceRGB' } as const;

function imageHeader(
  { widthPx, heightPx }: Pick<PreparedPicture, 'widthPx' | 'heightPx'>,
  colorSpace: string,
  bitsPerComponent: 1 | 8 = 8,
): PdfDictionary {
  return {
    Type: 'XObject',
    Subtype: 'Image',
    Width: widthPx,
    Height: heightPx,
    ColorSpace: colorSpace,
    BitsPerComponent: bitsPerComponent,
  };
}

function embedMask(file: PdfFile, mask: SoftMask): PdfReference {
  const header = { ...imageHeader(mask, 'DeviceGray'), Filter: 'FlateDecode' };
  return file.codedStream(header, mask.bytes);
}

function embedPicture(file: PdfFile, picture: PreparedPicture): PdfReference {
  const { encoding, space, adobeInverted, softMask } = picture;
  // Photoshop's habit, marked by an Adobe segment: a CMYK JPEG holds 255 − ink.
  const isInverted = adobeInverted && space === 'cmyk';
  return file.codedStream(
    {
      ...imageHeader(picture, spaces[space], picture.bitsPerComponent),
      Filter: encoding === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
      ...(isInverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
      ...(softMask ? { SMask: embedMask(file, softMask) } : {}),
    },
    picture.bytes,
  );
}

function fingerprint(picture: PreparedPicture): string {
  const { bytes, softMask, encoding, space, bitsPerComponent, adobeInverted } = picture;
  const mask = softMask ? sha256(softMask.bytes) : '';
  return `${sha256(bytes)} ${mask} ${encoding} ${space} ${bitsPerComponent} ${adobeInverted}`;
}

/**
 * The pictures that pages use, by path, in the order they are used. Paths without a prepared
 * picture are left out.
 */
export function embedPictures(
  paths: Iterable<string>,
  pictures: ReadonlyMap<string, PreparedPicture>,
  file: PdfFile,
  pool: ResourcePool,
): ReadonlyMap<string, NamedResource> {
  const embedded = new Map<string, NamedResource>();
  const byContents = new Map<string, NamedResource>();
  for (const path of paths) {
    const picture = pictures.get(path);
    if (!picture || embedded.has(path)) continue;
    const key = fingerprint(picture);
    const resource = byContents.get(key) ?? pool.add('XObject', embedPicture(file, picture));
    byContents.set(key, resource);
    embedded.set(path, resource);
  }
  return embedded;
}
