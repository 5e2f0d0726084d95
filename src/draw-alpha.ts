/** A drawing painted on white and on black: what lets the paper through is not opaque. */
import { type Context, createSource, type Size } from './base/index.ts';
import { buildDisplayList } from './display/index.ts';
import { parseHtmlFile, type VectorPicture } from './input/index.ts';
import { renderGeometry } from './job-geometry.ts';
import { layoutPages } from './layout/index.ts';
import { rasterPages } from './paint/index.ts';
import { paintRendering } from './rendering.ts';
import { styleDocument } from './style-document.ts';

const file = 'drawing.svg';
const noEdges = { top: 0, right: 0, bottom: 0, left: 0 };
const px = 96;

function pageOf({ width, height }: Size): string {
  const size = `width: ${width}px; height: ${height}px`;
  return `<!DOCTYPE html><html lang="en"><title>drawing</title><style>
@page { size: ${width}px ${height}px; margin: 0 } body { margin: 0 } div, img { display: block; ${size} }
</style><div style="background: #fff"><img src="${file}" alt=""></div>
<div style="background: #000; break-before: page"><img src="${file}" alt=""></div></html>`;
}

/** Null where the drawing makes no page. */
export async function drawAlpha(drawing: VectorPicture, given: Size, context: Context) {
  const size = { width: Math.ceil(given.width), height: Math.ceil(given.height) };
  const document = parseHtmlFile(createSource('drawing.html', pageOf(size)), context);
  const settings = {
    media: 'screen',
    rootProperties: {},
    extraSheets: [],
    forgiving: true,
  } as const;
  const styled = styleDocument(document, settings, context);
  const pictures = new Map([[file, drawing]]);
  const pages = await layoutPages(
    styled,
    { fonts: null, pictures, geometry: renderGeometry, lineMetrics: 'css-px' },
    context,
  );
  const options = { pictures, bleed: noEdges, styled, fonts: null, isForgiving: true };
  const art = buildDisplayList(
    pages,
    { ...options, isCanvasOfRoot: true, isTagged: false },
    context,
  );
  const drawn = { art, styled, pictures, copyPictures: new Map() };
  const work = { document, media: 'screen', fileName: 'drawing.pdf', bleed: noEdges } as const;
  const pdf = await paintRendering({ ...work, hasMarks: false, ...drawn }, context);
  const [white, black] = pdf ? await rasterPages(pdf.bytes, px) : [];
  if (!white || !black) return null;
  const { widthPx, heightPx } = white;
  const alpha = new Uint8Array(widthPx * heightPx);
  for (let at = 0; at < alpha.length; at++) {
    const through = (white.rgba[4 * at + 1] ?? 0) - (black.rgba[4 * at + 1] ?? 0);
    alpha[at] = 255 - Math.max(0, through);
  }
  return { widthPx, heightPx, alpha };
}
