/**
 * Pictures as image XObjects (ISO 32000-1 §8.9.5). They come compressed and in the edition's
 * colours; equal ones are stored once, whatever paths lead to them. Contents can name a picture
 * before it is there: it is converted on another thread while pages are painted.
 */
import { sha256 } from '../../base/index.ts';
import type { PreparedPicture, SoftMask } from '../../color/index.ts';
import type { PdfDictionary, PdfFile, PdfPlace, PdfReference } from './pdfkit.ts';
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

function writePicture(file: PdfFile, place: PdfPlace, picture: PreparedPicture): void {
  const { encoding, space, adobeInverted, softMask } = picture;
  // Photoshop's habit, marked by an Adobe segment: a CMYK JPEG holds 255 − ink.
  const isInverted = adobeInverted && space === 'cmyk';
  place.codedStream(
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

/** Pictures that are being converted. */
export interface PicturesUnderWay {
  /** By path; the same for pictures that will be equal. */
  readonly identities: ReadonlyMap<string, string>;
  readonly prepared: Promise<ReadonlyMap<string, PreparedPicture>>;
}

/** Pictures by path, or the promise of them. */
export type PicturesToCome = ReadonlyMap<string, PreparedPicture> | PicturesUnderWay;

function underWay(pictures: PicturesToCome): PicturesUnderWay {
  if ('identities' in pictures) return pictures;
  const identities = new Map([...pictures].map(([path, picture]) => [path, fingerprint(picture)]));
  return { identities, prepared: Promise.resolve(pictures) };
}

export interface EmbeddedPictures {
  /** By path; paths that lead to no picture are left out. */
  readonly resources: ReadonlyMap<string, NamedResource>;
  /** Waits for the pictures and writes them. One whose conversion failed becomes the null object. */
  write(): Promise<void>;
}

/** Places in a file for the pictures that pages use, by path, in the order they are used. */
export function embedPictures(
  paths: Iterable<string>,
  pictures: PicturesToCome,
  file: PdfFile,
  pool: ResourcePool,
): EmbeddedPictures {
  const { identities, prepared } = underWay(pictures);
  const resources = new Map<string, NamedResource>();
  const byIdentity = new Map<string, NamedResource>();
  const waiting: { readonly path: string; readonly place: PdfPlace }[] = [];
  const reserve = (path: string): NamedResource => {
    const place = file.reserve();
    waiting.push({ path, place });
    return pool.add('XObject', place.reference);
  };
  for (const path of paths) {
    const identity = identities.get(path);
    if (identity === undefined) continue;
    const resource = byIdentity.get(identity) ?? reserve(path);
    byIdentity.set(identity, resource);
    resources.set(path, resource);
  }
  return {
    resources,
    async write() {
      const arrived = await prepared;
      for (const { path, place } of waiting) {
        const picture = arrived.get(path);
        if (picture) writePicture(file, place, picture);
        else place.nothing();
      }
    },
  };
}
