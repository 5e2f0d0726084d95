/**
 * Paints a page onto plates: every mark becomes a share of each pixel and an amount of each ink,
 * mixed onto the layer of the transparency group it stands in (ISO 32000-1 §11).
 */
import { identity, type Matrix, multiply } from '../base/index.ts';
import {
  as,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../pdf/index.ts';
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
import { blendOf, isKnownBlend, isMixing } from './blend.ts';
import { Clips } from './clips.ts';
import {
  type Coverage,
  intersectBoxes,
  isEmptyBox,
  keepCoverage,
  type PixelBox,
} from './coverage.ts';
import {
  type DecodedImage,
  type DecodedJpegs,
  decodeImage,
  isForeignFormat,
  isStencil,
  stencilOf,
} from './decode-images.ts';
import { coverAreas, coverOutlines, coverRect } from './fill.ts';
import { flatten, transformOutline } from './flatten.ts';
import { type CodeOutlines, readFontOutlines } from './fonts/font-outlines.ts';
import { typeThreeGlyph } from './fonts/type-three.ts';
import { addressedPlates, type InkSpace, inkSpaceOf, inksOfColor } from './ink-space.ts';
import {
  createLayer,
  createLayerOver,
  finishLayer,
  type Layer,
  paintOnto,
  processPlateCount,
  type Source,
} from './layer.ts';
import { invertMatrix } from './matrix.ts';
import { boxRect, fullCoverage, multiplyInto, separate } from './planes.ts';
import type { PlateWork } from './plate-work.ts';
import { averageSamples } from './samples.ts';
import { paintShadingOver } from './shading.ts';
import { luminosityOf } from './soft-mask.ts';
import { strokeAreas } from './stroke.ts';
import { cellPlaces } from './tiling.ts';
import { reachBeyond, uprightRect } from './upright.ts';

type Side = 'fill' | 'stroke';

export class PlateDevice implements Device {
  readonly #work: PlateWork;
  readonly #jpegs: DecodedJpegs;
  readonly #clips: Clips;
  readonly #box: PixelBox;
  readonly #layers: Layer[];
  /** Groups open; false where one paints straight onto what lies below. */
  readonly #groups: boolean[] = [];
  readonly #masks = new Map<PdfDictionary, Coverage>();
  /** For each pixel, the place in the painting order of the mark that covers it; -1 for paper. */
  readonly owners: Int32Array;
  /** Marked contents that are open. */
  readonly #contents: { readonly isStep: boolean; readonly isHidden: boolean }[] = [];
  #maskDepth = 0;
  #clipGlyphs: { readonly outline: Outline; readonly matrix: Matrix }[] = [];

  constructor(work: PlateWork, jpegs: DecodedJpegs, box: PixelBox) {
    this.#work = work;
    this.#jpegs = jpegs;
    this.#box = box;
    this.#clips = new Clips(box);
    this.#layers = [createLayer(box, work.plates.names.length)];
    this.owners = new Int32Array((box.x1 - box.x0) * (box.y1 - box.y0)).fill(-1);
  }

  /** The page, when all of it has been read. */
  get page(): Layer {
    const [page] = this.#layers;
    return page ?? createLayer(this.#box, this.#work.plates.names.length);
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
      this.#paintColor(run, coverOutlines([{ outline, matrix }], false, this.#within(run)), 'fill');
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

  shading(run: Run, shading: PdfObject): void {
    const box = this.#within(run);
    const { matrix } = run.state;
    this.#paintShading(run, shading, matrix, { box, values: fullCoverage(box) }, false);
  }

  beginContent({ file }: Run, properties: PdfDictionary | null): void {
    const metadata = properties && file.entry(properties, 'GTS_Metadata', 'dictionary');
    this.#contents.push({
      isStep: metadata?.entries.has('GTS_ProcStepsGroup') ?? false,
      isHidden: properties !== null && !this.#work.isVisible(properties),
    });
  }

  endContent(): void {
    this.#contents.pop();
  }

  /** Inside a layer that is not printed. */
  get #isHidden(): boolean {
    return this.#contents.some(({ isHidden }) => isHidden);
  }

  /** Notes which spot plates a colour prints on, and whether as a processing step. */
  #noteUse(inks: readonly (number | null)[]): void {
    const { inSteps, printing } = this.#work.uses;
    if (this.#isHidden) return;
    const uses = this.#contents.some(({ isStep }) => isStep) ? inSteps : printing;
    for (let plate = processPlateCount; plate < inks.length; plate += 1)
      if ((inks[plate] ?? 0) > 0) uses.add(plate);
  }

  beginGroup(run: Run, group: PdfDictionary): void {
    const { file } = this.#work;
    const flag = (key: string) => file.resolve(group.entries.get(key)) === true;
    const { fillAlpha, blend, softMask } = run.state;
    const isPlain = fillAlpha >= 1 && isNormal(blend) && !softMask;
    if (flag('K')) this.#work.omissions.add('knockout');
    const isDirect = isPlain && !flag('I');
    this.#groups.push(!isDirect);
    if (isDirect) return;
    const box = this.#within(run);
    const empty = isEmptyBox(box) ? { ...box, x1: box.x0, y1: box.y0 } : box;
    this.#layers.push(
      flag('I') ? createLayer(empty, this.#plateCount) : createLayerOver(this.#layer, empty),
    );
  }

  endGroup(run: Run): void {
    if (!this.#groups.pop()) return;
    const layer = this.#layers.pop();
    if (!layer || isEmptyBox(layer.box)) return;
    const { source, opacity } = finishLayer(layer);
    const share = { box: opacity.box, values: opacity.values.slice() };
    this.#mix(run, share, source, run.state.fillAlpha, false);
  }

  get #plateCount(): number {
    return this.#work.plates.names.length;
  }

  get #layer(): Layer {
    return this.#layers.at(-1) ?? this.page;
  }

  /**
   * The pixels that can be painted: inside the clip and the group. What needs the rasteriser itself
   * (clips, soft masks) is made ready here, before a mark's coverage is computed.
   */
  #within(run: Run): PixelBox {
    const { state } = run;
    if (state.softMask) this.#softMask(run);
    return intersectBoxes(this.#clips.maskOf(state.clipPath).box, this.#layer.box);
  }

  /** An area's share of each pixel inside the clip. */
  #cover(run: Run, outline: Outline, matrix: Matrix, isEvenOdd: boolean): Coverage | null {
    const rect = uprightRect(outline, matrix);
    const { exact } = this.#clips.maskOf(run.state.clipPath);
    if (rect) return coverRect(reachBeyond(rect, exact), this.#within(run));
    return coverOutlines([{ outline, matrix }], isEvenOdd, this.#within(run));
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

  /** Mixes what is left of `share` under clip, soft mask and opacity. Changes `share`. */
  #mix(run: Run, share: Coverage, source: Source, alpha: number, isMark: boolean): void {
    if (this.#isHidden) return;
    const { clipPath, softMask, blend } = run.state;
    this.#clips.apply(share, clipPath);
    if (softMask) this.#applyMask(run, share);
    const { values } = share;
    if (alpha < 1)
      for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) * alpha;
    if (!isKnownBlend(blend)) this.#work.omissions.add('blend');
    paintOnto(this.#layer, share, source, blend);
    if (isMark && this.#maskDepth === 0) this.#own(share, run.order());
  }

  /** Notes who covers a pixel for the most part. */
  #own({ box, values }: Coverage, order: number): void {
    const page = this.#box;
    const width = page.x1 - page.x0;
    let from = 0;
    for (let y = box.y0; y < box.y1; y += 1) {
      let to = (y - page.y0) * width + box.x0 - page.x0;
      for (let x = box.x0; x < box.x1; x += 1, from += 1, to += 1)
        if ((values[from] ?? 0) > 0.5) this.owners[to] = order;
    }
  }

  #applyMask(run: Run, share: Coverage): void {
    const mask = this.#softMask(run);
    if (!mask) return;
    const width = mask.box.x1 - mask.box.x0;
    let to = 0;
    for (let y = share.box.y0; y < share.box.y1; y += 1)
      for (let x = share.box.x0; x < share.box.x1; x += 1, to += 1) {
        const from = (y - mask.box.y0) * width + x - mask.box.x0;
        share.values[to] = (share.values[to] ?? 0) * (mask.values[from] ?? 0);
      }
  }

  /** The mask's group painted apart, over all pixels of the page (§11.5.3). */
  #softMask(run: Run): Coverage | null {
    const { softMask } = run.state;
    if (!softMask) return null;
    const known = this.#masks.get(softMask.dictionary);
    if (known) return known;
    const { file } = this.#work;
    const group = file.entry(softMask.dictionary, 'G', 'stream');
    if (!group) return null;
    const layer = createLayer(this.#box, this.#plateCount);
    const matrix = multiply(softMask.matrix, matrixOf(file, group.dictionary));
    this.#maskDepth += 1;
    this.#layers.push(layer);
    run.replay(group, initialState(matrix, boxRect(this.#box)), this);
    this.#layers.pop();
    this.#maskDepth -= 1;
    const isLuminosity = nameOf(file.resolve(softMask.dictionary.entries.get('S'))) !== 'Alpha';
    const values = isLuminosity
      ? luminosityOf(file, softMask.dictionary, group, layer)
      : layer.alpha;
    const mask = { box: this.#box, values };
    this.#masks.set(softMask.dictionary, mask);
    return mask;
  }

  #sourceOf(run: Run, { space, values }: ContentColor, side: Side): Source {
    const inkSpace = inkSpaceOf(space, this.#work.plates);
    if (!inkSpace.isExact) this.#work.omissions.add('color');
    const inks: (number | null)[] = inksOfColor(inkSpace, values, this.#plateCount);
    this.#noteUse(inks);
    const { state } = run;
    const overprints = side === 'fill' ? state.fillOverprints : state.strokeOverprints;
    if (!overprints) return { kind: 'flat', inks };
    // Table 149: in mode 1, DeviceCMYK leaves the plates alone that it has no ink for.
    const keepsZero = state.overprintMode === 1 && inkSpace.family === 'DeviceCMYK';
    const addressed = addressedPlates(inkSpace, this.#plateCount);
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
    else if (marks(color)) this.#mix(run, coverage, this.#sourceOf(run, color, side), alpha, true);
  }

  #stroke(run: Run, outline: Outline, matrix: Matrix): void {
    const { state } = run;
    const inverse = invertMatrix(state.matrix);
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
    this.#paintColor(run, coverAreas(areas, state.matrix, this.#within(run)), 'stroke');
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
    multiplyInto(coverage.values, painted.coverage.values);
    const planes = this.#keptPlanes(run, painted.space, painted.planes);
    this.#mix(run, coverage, { kind: 'planes', planes }, run.state.fillAlpha, true);
  }

  /** Planes of a shading or picture; overprinting, plates that its space does not name are kept. */
  #keptPlanes<P>(run: Run, space: InkSpace, planes: readonly P[]): readonly (P | null)[] {
    if (!run.state.fillOverprints) return planes;
    const addressed = addressedPlates(space, this.#plateCount);
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
    this.#layers.push(createLayer(box, this.#plateCount));
    for (const place of places) {
      const state = initialState(place, boxRect(box));
      run.replay(cell, isUncolored ? { ...state, fill: ink, stroke: ink } : state, this);
    }
    const layer = this.#layers.pop();
    if (!layer) return;
    const { source, opacity } = finishLayer(layer);
    multiplyInto(shape.values, opacity.values);
    this.#mix(run, shape, source, run.state.fillAlpha, true);
  }

  /** A Type 3 font's glyph is a content stream (§9.6.5). */
  #type3(run: Run, { dictionary }: ContentFont, code: number, matrix: Matrix): void {
    const glyph = typeThreeGlyph(this.#work.file, dictionary, code);
    if (glyph)
      run.replay(glyph.stream, { ...run.state, matrix: multiply(matrix, glyph.fontMatrix) }, this);
  }

  #stencil(run: Run, stream: PdfStream, coverage: Coverage, matrix: Matrix): void {
    const samples = stencilOf(this.#work.file, stream);
    if (!samples) {
      this.#work.omissions.add('image');
      return;
    }
    multiplyInto(coverage.values, averageSamples(samples, matrix, coverage.box));
    this.#paintColor(run, coverage, 'fill');
  }

  #imageOf(run: Run, stream: PdfStream): DecodedImage | null {
    const { file, images, plates, omissions } = this.#work;
    const known = images.get(stream);
    if (known !== undefined) return known;
    const image = decodeImage(file, stream, run.resources, plates, this.#jpegs);
    if (!image) omissions.add(isForeignFormat(file, stream) ? 'image-format' : 'image');
    else if (!image.space.isExact) omissions.add('color');
    images.set(stream, image);
    return image;
  }

  #image(run: Run, stream: PdfStream, coverage: Coverage, matrix: Matrix): void {
    const image = this.#imageOf(run, stream);
    if (!image) return;
    const { box, values } = coverage;
    const components = averageSamples(image.samples, matrix, box);
    const planes = separate(image, components, this.#plateCount, values.length);
    if (image.mask) multiplyInto(values, averageSamples(image.mask, matrix, box));
    const kept = this.#keptPlanes(run, image.space, planes);
    this.#mix(run, coverage, { kind: 'planes', planes: kept }, run.state.fillAlpha, true);
  }
}

function isNormal(blend: string): boolean {
  return blendOf(blend, false) === null && !isMixing(blend);
}

/** `None` alone leaves no mark at all, not even a knock-out (§8.6.6.4). */
function marks({ space: { colorants } }: ContentColor): boolean {
  return colorants.length === 0 || colorants.some((name) => name !== 'None');
}
