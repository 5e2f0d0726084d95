/**
 * The layers that a page's marks are mixed onto (ISO 32000-1 §11): groups, soft masks, clips, layers
 * that are not printed, and who covers each pixel.
 */
import { type Matrix, multiply } from '../base/index.ts';
import { nameOf, type PdfDictionary } from '../pdf/index.ts';
import { type Device, initialState, matrixOf, type Run } from '../preflight/index.ts';
import { blendOf, isKnownBlend, isMixing } from './blend.ts';
import { Clips, multiplyBy } from './clips.ts';
import {
  type Coverage,
  intersectBoxes,
  isEmptyBox,
  keepCoverage,
  type PixelBox,
} from './coverage.ts';
import { knockOut } from './knockout.ts';
import {
  addShape,
  createLayer,
  createLayerOver,
  type FinishedGroup,
  finishLayer,
  type Layer,
  paintOnto,
  type Source,
} from './layer.ts';
import { boxRect, dimmed, multiplied } from './planes.ts';
import type { PlateWork } from './plate-work.ts';
import { luminosityOf } from './soft-mask.ts';
import type { UprightRect } from './upright.ts';

function isNormal(blend: string): boolean {
  return blendOf(blend, false) === null && !isMixing(blend);
}

export class Painting {
  readonly #work: PlateWork;
  readonly #clips: Clips;
  readonly #box: PixelBox;
  readonly #layers: Layer[];
  /** Groups open; false where one paints straight onto what lies below. */
  readonly #groups: boolean[] = [];
  /** Soft masks as they were last placed. */
  readonly #masks = new Map<PdfDictionary, { readonly matrix: Matrix; readonly mask: Coverage }>();
  /** For each pixel, the place in the painting order of the mark that covers it; -1 for paper. */
  readonly owners: Int32Array;
  /** Marked contents that are open: whether they are hidden. */
  readonly #contents: boolean[] = [];
  #maskDepth = 0;
  /** Reads the contents of soft masks. */
  readonly #device: Device;

  constructor(work: PlateWork, box: PixelBox, device: Device) {
    this.#work = work;
    this.#box = box;
    this.#device = device;
    this.#clips = new Clips(box);
    this.#layers = [createLayer(box, work.plates.names.length)];
    this.owners = new Int32Array((box.x1 - box.x0) * (box.y1 - box.y0)).fill(-1);
  }

  /** The page, when all of it has been read. */
  get page(): Layer {
    const [page] = this.#layers;
    return page ?? createLayer(this.#box, this.plateCount);
  }

  get plateCount(): number {
    return this.#work.plates.names.length;
  }

  get #layer(): Layer {
    return this.#layers.at(-1) ?? this.page;
  }

  beginContent(properties: PdfDictionary | null): void {
    this.#contents.push(properties !== null && !this.#work.isVisible(properties));
  }

  endContent(): void {
    this.#contents.pop();
  }

  /** Inside a layer that is not printed. */
  get #isHidden(): boolean {
    return this.#contents.includes(true);
  }

  beginGroup(run: Run, group: PdfDictionary): void {
    const { file } = this.#work;
    const flag = (key: string) => file.resolve(group.entries.get(key)) === true;
    const { fillAlpha, blend, softMask } = run.state;
    const isPlain = fillAlpha >= 1 && isNormal(blend) && !softMask;
    const below = this.#layer;
    const kind = {
      isKnockout: flag('K'),
      hasShape: below.isKnockout || below.shape !== null,
    };
    const isDirect = isPlain && !flag('I') && !kind.isKnockout && !kind.hasShape;
    this.#groups.push(!isDirect);
    if (isDirect) return;
    const box = this.within(run);
    const empty = isEmptyBox(box) ? { ...box, x1: box.x0, y1: box.y0 } : box;
    this.#layers.push(
      flag('I') ? createLayer(empty, this.plateCount, kind) : createLayerOver(below, empty, kind),
    );
  }

  endGroup(run: Run): void {
    if (!this.#groups.pop()) return;
    const layer = this.#layers.pop();
    if (!layer || isEmptyBox(layer.box)) return;
    const { source, opacity, shape } = finishLayer(layer);
    this.#mix(run, shape, source, run.state.fillAlpha, opacity);
  }

  /** What `paint` paints, as a group of its own over some pixels. */
  apart(box: PixelBox, paint: () => void): FinishedGroup {
    const layer = createLayer(box, this.plateCount);
    this.#layers.push(layer);
    paint();
    this.#layers.pop();
    return finishLayer(layer);
  }

  /** Where the clip would end if there were no pixels. */
  clipEdges(run: Run): UprightRect {
    return this.#clips.maskOf(run.state.clipPath).exact;
  }

  /**
   * The pixels that can be painted: inside the clip and the group. What needs the rasteriser itself
   * (clips, soft masks) is made ready here, before a mark's coverage is computed.
   */
  within(run: Run): PixelBox {
    const { state } = run;
    if (state.softMask) this.#softMask(run);
    return intersectBoxes(this.#clips.maskOf(state.clipPath).box, this.#layer.box);
  }

  /**
   * Mixes a mark: its shape under the clip, as opaque as `alpha`, the state's soft mask and its own
   * `opacity` leave it. Changes `shape`.
   */
  mark(
    run: Run,
    shape: Coverage,
    source: Source,
    alpha: number,
    opacity: Float32Array | null = null,
  ): void {
    const share = this.#mix(run, shape, source, alpha, opacity);
    if (share && this.#maskDepth === 0) this.#own(share, run.order());
  }

  #mix(
    run: Run,
    given: Coverage,
    source: Source,
    alpha: number,
    opacity: Float32Array | null,
  ): Coverage | null {
    if (this.#isHidden) return null;
    const { clipPath, blend } = run.state;
    if (!isKnownBlend(blend)) this.#work.omissions.add('blend');
    const layer = this.#layer;
    const shape = this.#clips.apply(given, clipPath);
    const isApart = layer.isKnockout || layer.shape !== null;
    const share = this.#dim(run, isApart ? keepCoverage(shape) : shape, alpha, opacity);
    if (layer.isKnockout) knockOut(layer, shape, share, source, blend);
    else paintOnto(layer, share, source, blend);
    if (layer.shape) addShape(layer, shape);
    return share;
  }

  /** A shape as opaque as it is painted. Changes its values. */
  #dim(run: Run, shape: Coverage, alpha: number, opacity: Float32Array | null): Coverage {
    const mask = this.#softMask(run);
    const masked = mask ? multiplyBy(shape, mask) : shape;
    const own = opacity ? multiplied(masked, opacity) : masked;
    return alpha < 1 ? dimmed(own, alpha) : own;
  }

  /** Notes who covers a pixel for the most part. */
  #own({ box, values, solid }: Coverage, order: number): void {
    const page = this.#box;
    const width = page.x1 - page.x0;
    let from = 0;
    for (let y = box.y0; y < box.y1; y += 1) {
      const start = (y - page.y0) * width - page.x0;
      if (solid && y >= solid.y0 && y < solid.y1)
        this.owners.fill(order, start + solid.x0, start + solid.x1);
      for (let x = box.x0; x < box.x1; x += 1, from += 1)
        if ((values[from] as number) > 0.5) this.owners[start + x] = order;
    }
  }

  /** The mask's group painted apart, over all pixels of the page (§11.5.3). */
  #softMask(run: Run): Coverage | null {
    const { softMask } = run.state;
    if (!softMask) return null;
    const { file } = this.#work;
    const group = file.entry(softMask.dictionary, 'G', 'stream');
    if (!group) return null;
    const matrix = multiply(softMask.matrix, matrixOf(file, group.dictionary));
    const known = this.#masks.get(softMask.dictionary);
    if (known?.matrix.every((value, index) => value === matrix[index])) return known.mask;
    const layer = createLayer(this.#box, this.plateCount);
    this.#maskDepth += 1;
    this.#layers.push(layer);
    run.replay(group, initialState(matrix, boxRect(this.#box)), this.#device);
    this.#layers.pop();
    this.#maskDepth -= 1;
    const isLuminosity = nameOf(file.resolve(softMask.dictionary.entries.get('S'))) !== 'Alpha';
    const values = isLuminosity
      ? luminosityOf(file, softMask.dictionary, group, layer)
      : layer.alpha;
    const mask = { box: this.#box, values };
    this.#masks.set(softMask.dictionary, { matrix, mask });
    return mask;
  }
}
