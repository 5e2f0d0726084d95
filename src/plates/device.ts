/**
 * Paints a page onto plates: every mark becomes a share of each pixel and an amount of each ink,
 * mixed onto the layer of the transparency group it stands in (ISO 32000-1 §11).
 */
import { identity, invert, type Matrix, multiply } from '../base/index.ts';
import { as, numberOf, type PdfDictionary, type PdfObject, type PdfStream } from '../pdf/index.ts';
import {
  type ContentColor,
  type ContentFont,
  type Device,
  initialState,
  matrixOf,
  type Outline,
  type PaintedImage,
  type PathPainting,
  type Run,
} from '../preflight/index.ts';
import { type Coverage, isEmptyBox, keepCoverage, type PixelBox } from './coverage.ts';
import { type DecodedImage, decodeImage, isStencil, stencilOf } from './decode-images.ts';
import { coverAreas, coverGlyph, coverOutlines, coverRect } from './fill.ts';
import { flatGlyph } from './flat-glyphs.ts';
import { flatten, transformOutline } from './flatten.ts';
import { type CodeOutlines, readFontOutlines } from './fonts/font-outlines.ts';
import { typeThreeGlyph } from './fonts/type-three.ts';
import { addressedPlates, type InkSpace, inkSpaceOf, inksOfColor } from './ink-space.ts';
import type { Source } from './layer.ts';
import type { DecodedAhead } from './packed-images.ts';
import { Painting } from './painting.ts';
import { boxRect, fullCoverage, multiplied, separate } from './planes.ts';
import type { PlateWork } from './plate-work.ts';
import { averageSamples } from './samples.ts';
import { paintShadingOver } from './shading.ts';
import { strokeAreas } from './stroke.ts';
import { cellPlaces } from './tiling.ts';
import { reachBeyond, uprightRect } from './upright.ts';

type Side = 'fill' | 'stroke';

export class PlateDevice implements Device {
  readonly #work: PlateWork;
  readonly #ahead: DecodedAhead;
  readonly painting: Painting;
  #clipGlyphs: { readonly outline: Outline; readonly matrix: Matrix }[] = [];

  constructor(work: PlateWork, ahead: DecodedAhead, box: PixelBox) {
    this.#work = work;
    this.#ahead = ahead;
    this.painting = new Painting(work, box, this);
  }

  path(run: Run, outline: Outline, { fills, strokes, isEvenOdd }: PathPainting): void {
    if (fills) {
      this.#paintColor(run, this.#cover(run, outline, identity, isEvenOdd), 'fill');
    }
    if (strokes) this.#stroke(run, outline, identity);
  }

  glyph(run: Run, font: ContentFont, code: number, matrix: Matrix): void {
    const mode = run.state.renderingMode;
    if (font.type === 'Type3') {
      this.#type3(run, font, code, matrix);
      return;
    }
    const outline = this.#outlinesOf(font)?.(code) ?? [];
    if (outline.length === 0) return;
    if (mode >= 4) this.#clipGlyphs.push({ outline, matrix });
    const painted = mode % 4;
    if (painted === 0 || painted === 2)
      this.#paintColor(
        run,
        coverGlyph(flatGlyph(outline, matrix), matrix[4], matrix[5], this.painting.within(run)),
        'fill',
      );
    if (painted === 1 || painted === 2)
      this.#stroke(run, transformOutline(outline, matrix), identity);
  }

  endText(run: Run): void {
    if (this.#clipGlyphs.length === 0) return;
    const outline = this.#clipGlyphs.flatMap((glyph) =>
      transformOutline(glyph.outline, glyph.matrix),
    );
    this.#clipGlyphs = [];
    run.state.clipPath = { outline, isEvenOdd: false, above: run.state.clipPath };
  }

  picture(run: Run, { dictionary, stream }: PaintedImage): void {
    const { file } = this.#work;
    // From the picture's rows, y down, to user space's unit square, y up.
    const matrix = multiply(run.state.matrix, [1, 0, 0, -1, 0, 1]);
    const square: Outline = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 3];
    const coverage = this.#cover(run, square, matrix, false);
    if (!coverage || !stream) return;
    if (isStencil(file, dictionary)) this.#stencil(run, stream, coverage, matrix);
    else this.#image(run, stream, coverage, matrix);
  }

  beginContent(_run: Run, properties: PdfDictionary | null): void {
    this.painting.beginContent(properties);
  }

  endContent(): void {
    this.painting.endContent();
  }

  beginGroup(run: Run, group: PdfDictionary): void {
    this.painting.beginGroup(run, group);
  }

  endGroup(run: Run): void {
    this.painting.endGroup(run);
  }

  shading(run: Run, shading: PdfObject): void {
    const box = this.painting.within(run);
    const { matrix } = run.state;
    this.#paintShading(run, shading, matrix, { box, values: fullCoverage(box) }, false);
  }

  /** An area's share of each pixel inside the clip. */
  #cover(run: Run, outline: Outline, matrix: Matrix, isEvenOdd: boolean): Coverage | null {
    const rect = uprightRect(outline, matrix);
    if (rect)
      return coverRect(reachBeyond(rect, this.painting.clipEdges(run)), this.painting.within(run));
    return coverOutlines([{ outline, matrix }], isEvenOdd, this.painting.within(run));
  }

  #outlinesOf(font: ContentFont): CodeOutlines | null {
    const { file, fonts, omissions } = this.#work;
    const known = fonts.get(font.dictionary);
    if (known !== undefined) return known;
    const outlines = readFontOutlines(file, font);
    if (!outlines) omissions.add('font');
    fonts.set(font.dictionary, outlines);
    return outlines;
  }

  #sourceOf(run: Run, { space, values }: ContentColor, side: Side): Source {
    const inkSpace = inkSpaceOf(space, this.#work.plates);
    if (!inkSpace.isExact) this.#work.omissions.add('color');
    const inks: (number | null)[] = inksOfColor(inkSpace, values, this.painting.plateCount);
    const { state } = run;
    const overprints = side === 'fill' ? state.fillOverprints : state.strokeOverprints;
    if (!overprints) return { kind: 'flat', inks };
    // Table 149: in mode 1, DeviceCMYK leaves the plates alone that it has no ink for.
    const keepsZero = state.overprintMode === 1 && inkSpace.family === 'DeviceCMYK';
    const addressed = addressedPlates(inkSpace, this.painting.plateCount);
    return {
      kind: 'flat',
      inks: inks.map((ink, plate) => (addressed[plate] && !(keepsZero && ink === 0) ? ink : null)),
    };
  }

  #paintColor(run: Run, coverage: Coverage | null, side: Side): void {
    if (!coverage) return;
    const color = side === 'fill' ? run.state.fill : run.state.stroke;
    const alpha = side === 'fill' ? run.state.fillAlpha : run.state.strokeAlpha;
    if (color.space.family === 'Pattern') this.#paintPattern(run, coverage, color);
    else if (marks(color))
      this.painting.mark(run, coverage, this.#sourceOf(run, color, side), alpha);
  }

  #stroke(run: Run, outline: Outline, matrix: Matrix): void {
    const { state } = run;
    const inverse = invert(state.matrix);
    if (!inverse) return;
    const [a, b, c, d] = state.matrix;
    const scale = Math.sqrt(Math.abs(a * d - b * c));
    const pen = {
      width: Math.max(state.lineWidth, 1e-6),
      cap: state.lineCap,
      join: state.lineJoin,
      miterLimit: state.miterLimit,
      dash: state.dash,
      dashPhase: state.dashPhase,
    };
    // The pen is round in user space: there the stroke is computed, then placed on the page.
    const inUserSpace = transformOutline(outline, multiply(inverse, matrix));
    const areas = strokeAreas(flatten(inUserSpace, scale), pen, scale);
    this.#paintColor(run, coverAreas(areas, state.matrix, this.painting.within(run)), 'stroke');
  }

  #patternOf(run: Run, name: string | null) {
    const { file } = this.#work;
    const list = run.resources && file.entry(run.resources, 'Pattern', 'dictionary');
    const object = list && name !== null ? file.resolve(list.entries.get(name)) : null;
    const cell = as(object, 'stream');
    return { cell, dictionary: cell?.dictionary ?? as(object, 'dictionary') };
  }

  #paintPattern(run: Run, coverage: Coverage, color: ContentColor): void {
    const { file } = this.#work;
    const { cell, dictionary } = this.#patternOf(run, color.pattern);
    if (!dictionary) return;
    const matrix = multiply(run.baseMatrix, matrixOf(file, dictionary));
    const shading = file.resolve(dictionary.entries.get('Shading'));
    if (shading !== null) this.#paintShading(run, shading, matrix, coverage, true);
    else if (cell) this.#paintCells(run, cell, matrix, color, coverage);
  }

  #paintShading(
    run: Run,
    shading: PdfObject,
    matrix: Matrix,
    coverage: Coverage,
    isPattern: boolean,
  ): void {
    const { file, plates, omissions } = this.#work;
    const { box } = coverage;
    if (isEmptyBox(box)) return;
    const place = { matrix, box, isPattern };
    const painted = paintShadingOver(file, shading, run.resources, plates, place);
    if (!painted) {
      omissions.add('shading');
      return;
    }
    if (!painted.space.isExact) omissions.add('color');
    const shape = multiplied(coverage, painted.coverage.values);
    const planes = this.#keptPlanes(run, painted.space, painted.planes);
    this.painting.mark(run, shape, { kind: 'planes', planes }, run.state.fillAlpha);
  }

  /** Planes of a shading or picture; overprinting, plates that its space does not name are kept. */
  #keptPlanes<P>(run: Run, space: InkSpace, planes: readonly P[]): readonly (P | null)[] {
    if (!run.state.fillOverprints) return planes;
    const addressed = addressedPlates(space, this.painting.plateCount);
    return planes.map((plane, plate) => (addressed[plate] ? plane : null));
  }

  /** A tiling pattern (§8.7.3): its cells side by side, as a group of their own. */
  #paintCells(
    run: Run,
    cell: PdfStream,
    matrix: Matrix,
    color: ContentColor,
    coverage: Coverage,
  ): void {
    const { file, omissions } = this.#work;
    const { box } = coverage;
    const places = cellPlaces(file, cell.dictionary, matrix, box);
    if (places === 'too-many') omissions.add('pattern');
    if (!places || places === 'too-many') return;
    const isUncolored = numberOf(file.resolve(cell.dictionary.entries.get('PaintType'))) === 2;
    const ink: ContentColor = {
      space: color.space.base ?? run.state.fill.space,
      values: color.values,
      pattern: null,
    };
    const shape = keepCoverage(coverage);
    const cells = this.painting.apart(box, () => {
      for (const place of places) {
        const state = initialState(place, boxRect(box));
        run.replay(cell, isUncolored ? { ...state, fill: ink, stroke: ink } : state, this);
      }
    });
    const covered = multiplied(shape, cells.shape.values);
    this.painting.mark(run, covered, cells.source, run.state.fillAlpha);
  }

  /** A Type 3 font's glyph is a content stream (§9.6.5). */
  #type3(run: Run, { dictionary }: ContentFont, code: number, matrix: Matrix): void {
    const glyph = typeThreeGlyph(this.#work.file, dictionary, code);
    if (glyph)
      run.replay(glyph.stream, { ...run.state, matrix: multiply(matrix, glyph.fontMatrix) }, this);
  }

  #stencil(run: Run, stream: PdfStream, coverage: Coverage, matrix: Matrix): void {
    const samples = stencilOf(this.#work.file, stream, this.#ahead);
    if (!samples) {
      this.#work.omissions.add('image');
      return;
    }
    const shape = multiplied(coverage, averageSamples(samples, matrix, coverage.box));
    this.#paintColor(run, shape, 'fill');
  }

  #imageOf(run: Run, stream: PdfStream): DecodedImage | null {
    const { file, images, plates, omissions } = this.#work;
    const known = images.get(stream);
    if (known !== undefined) return known;
    const image = decodeImage(file, stream, run.resources, plates, this.#ahead);
    if (!image) omissions.add('image');
    else if (!image.space.isExact) omissions.add('color');
    images.set(stream, image);
    return image;
  }

  #image(run: Run, stream: PdfStream, coverage: Coverage, matrix: Matrix): void {
    const image = this.#imageOf(run, stream);
    if (!image) return;
    const { box, values } = coverage;
    const components = averageSamples(image.samples, matrix, box);
    const planes = separate(image, components, this.painting.plateCount, values.length);
    const opacity = image.mask && averageSamples(image.mask, matrix, box);
    const kept = this.#keptPlanes(run, image.space, planes);
    this.painting.mark(
      run,
      coverage,
      { kind: 'planes', planes: kept },
      run.state.fillAlpha,
      opacity,
    );
  }
}

/** `None` alone leaves no mark at all, not even a knock-out (§8.6.6.4). */
function marks({ space: { colorants } }: ContentColor): boolean {
  return colorants.length === 0 || colorants.some((name) => name !== 'None');
}
