/** What a finished file holds, as plain data for the report: boxes, inks, fonts, pictures. */
import { ptToMm, type Rect } from '../base/index.ts';
import type { Art, ArtPage } from './art.ts';
import { type ColorSpace, inksOf, plateNames } from './content/color-space.ts';
import type { PaintEvent } from './content/events.ts';
import { isSubset } from './content/font.ts';

export interface BoxMm {
  readonly width: number;
  readonly height: number;
}

export interface PageFacts {
  readonly name: string;
  /** In mm, to a thousandth; null where the page has no such box. */
  readonly media: BoxMm | null;
  readonly bleed: BoxMm | null;
  readonly trim: BoxMm | null;
}

export interface FontFacts {
  readonly name: string;
  /** `CIDFontType2` (TrueType), `CIDFontType0` (CFF), `TrueType`, `Type1`, `Type3`. */
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
}

export interface PictureFacts {
  readonly page: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** At its printed size, the smaller of both axes, to a tenth. */
  readonly ppi: number;
  readonly space: string;
}

export interface PreflightFacts {
  readonly pdfVersion: string;
  readonly pages: readonly PageFacts[];
  /** Process inks in plate order, then spots by name. */
  readonly inks: readonly string[];
  readonly fonts: readonly FontFacts[];
  readonly pictures: readonly PictureFacts[];
}

export const noFacts: PreflightFacts = {
  pdfVersion: '',
  pages: [],
  inks: [],
  fonts: [],
  pictures: [],
};

function boxMm(box: Rect | null): BoxMm | null {
  const round = (pt: number) => Math.round(ptToMm(pt) * 1000) / 1000;
  return box && { width: round(box.width), height: round(box.height) };
}

function pageFacts({ name, boxes }: ArtPage): PageFacts {
  return { name, media: boxMm(boxes.media), bleed: boxMm(boxes.bleed), trim: boxMm(boxes.trim) };
}

const processNames = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** The plates an event prints on: for flat colours those with ink, else all its space has. */
function platesOf(event: PaintEvent): readonly string[] {
  if (event.kind === 'picture') return event.space ? plateNames(event.space) : [];
  if (event.kind === 'shading') return plateNames(event.space);
  const inks = inksOf(event.color);
  if (!inks) return plateNames(event.color.space);
  const { c, m, y, k, spots } = inks;
  const process = [c, m, y, k].flatMap((ink, index) =>
    ink > 0 ? [processNames[index] ?? ''] : [],
  );
  return [...process, ...[...spots].flatMap(([name, tint]) => (tint > 0 ? [name] : []))];
}

function usedInks({ placed }: Art): readonly string[] {
  const used = new Set<string>();
  for (const { event } of placed) for (const plate of platesOf(event)) used.add(plate);
  const spots = [...used].filter((name) => !processNames.includes(name)).sort();
  return [...processNames.filter((name) => used.has(name)), ...spots];
}

function usedFonts({ pages }: Art): readonly FontFacts[] {
  const fonts = new Set(pages.flatMap((page) => page.fonts));
  const order = (a: FontFacts, b: FontFacts) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return [...fonts]
    .map((font) => ({
      name: font.baseFont,
      type: font.type,
      embedded: font.isEmbedded,
      subset: isSubset(font),
    }))
    .sort(order);
}

function spaceName(space: ColorSpace | null): string {
  return space?.family ?? 'stencil';
}

function usedPictures({ pages }: Art): readonly PictureFacts[] {
  return pages.flatMap((page) =>
    page.events.flatMap((event) =>
      event.kind === 'picture'
        ? [
            {
              page: page.name,
              widthPx: event.widthPx,
              heightPx: event.heightPx,
              ppi: Math.round(event.ppi * 10) / 10,
              space: spaceName(event.space),
            },
          ]
        : [],
    ),
  );
}

export function readFacts(art: Art): PreflightFacts {
  return {
    pdfVersion: art.file.version,
    pages: art.pages.map(pageFacts),
    inks: usedInks(art),
    fonts: usedFonts(art),
    pictures: usedPictures(art),
  };
}
