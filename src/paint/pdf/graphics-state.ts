/**
 * The graphics state of one content stream (ISO 32000-1 §8.4), as far as we set it. Emits an
 * operator only where the state has to change; follows `q` and `Q`.
 */
import { invariant } from '../../base/index.ts';
import type { BlendMode } from '../../display/index.ts';
import { formatLength, formatShare } from './number.ts';
import type { PdfDictionary } from './pdfkit.ts';
import type { NamedResource, ResourceList, ResourcePool } from './resources.ts';

/** Line settings besides the colour; names as in the display list. */
export interface LineStyle {
  readonly widthPt: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashPt: readonly number[];
  readonly dashOffsetPt: number;
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

/** Where light cannot be added up, as in a group that is blended, it is screened. */
const blendNames: Readonly<Record<BlendMode, string>> = {
  normal: 'Normal',
  multiply: 'Multiply',
  screen: 'Screen',
  overlay: 'Overlay',
  darken: 'Darken',
  lighten: 'Lighten',
  'color-dodge': 'ColorDodge',
  'color-burn': 'ColorBurn',
  'hard-light': 'HardLight',
  'soft-light': 'SoftLight',
  difference: 'Difference',
  exclusion: 'Exclusion',
  hue: 'Hue',
  saturation: 'Saturation',
  color: 'Color',
  luminosity: 'Luminosity',
  'plus-lighter': 'Screen',
};

/** Operators by what they set, as last written; absent: whatever it was when the stream began. */
type Setting =
  | 'fill'
  | 'stroke'
  | 'width'
  | 'cap'
  | 'join'
  | 'miter'
  | 'dash'
  | 'font'
  | 'scale'
  | 'letterSpace';

interface Level {
  readonly settings: Map<Setting, string>;
  overprint: boolean;
  fillAlpha: number;
  strokeAlpha: number;
}

export class GraphicsState {
  readonly #write: (operators: string) => void;
  readonly #pool: ResourcePool;
  readonly #list: ResourceList;
  readonly #outer: Level[] = [];
  /** A page begins opaque and without overprint (§8.4.1); so does a transparency group. */
  #level: Level = {
    settings: new Map(),
    overprint: false,
    fillAlpha: 1,
    strokeAlpha: 1,
  };

  constructor(write: (operators: string) => void, pool: ResourcePool, list: ResourceList) {
    this.#write = write;
    this.#pool = pool;
    this.#list = list;
  }

  save(): void {
    this.#write('q');
    this.#outer.push(this.#level);
    this.#level = { ...this.#level, settings: new Map(this.#level.settings) };
  }

  restore(): void {
    const level = this.#outer.pop();
    invariant(level, 'every Q has its q');
    this.#write('Q');
    this.#level = level;
  }

  /** Writes `operators` unless they are what was last written for this setting. */
  set(setting: Setting, operators: string): void {
    if (this.#level.settings.get(setting) === operators) return;
    this.#level.settings.set(setting, operators);
    this.#write(operators);
  }

  setLine(line: LineStyle): void {
    this.set('width', `${formatLength(line.widthPt)} w`);
    this.set('cap', `${caps[line.cap]} J`);
    this.set('join', `${joins[line.join]} j`);
    if (line.join === 'miter') this.set('miter', `${formatLength(line.miterLimit)} M`);
    const dash = line.dashPt.map(formatLength).join(' ');
    this.set('dash', `[${dash}] ${formatLength(line.dashOffsetPt)} d`);
  }

  /**
   * Overprint of both fills and strokes, in mode 1: a component of 0 leaves its plate alone
   * (§8.6.7).
   */
  setOverprint(overprint: boolean): void {
    if (this.#level.overprint === overprint) return;
    this.#level.overprint = overprint;
    this.#apply({ OP: overprint, op: overprint, OPM: 1 });
  }

  setAlpha(use: 'fill' | 'stroke', alpha: number): void {
    const key = use === 'fill' ? 'fillAlpha' : 'strokeAlpha';
    if (this.#level[key] === alpha) return;
    this.#level[key] = alpha;
    this.#apply(use === 'fill' ? { ca: alpha } : { CA: alpha });
  }

  /** For the group painted next; between `save` and `restore`. */
  setGroup(opacity: number, blend: BlendMode): void {
    this.setAlpha('fill', opacity);
    if (blend !== 'normal') this.#apply({ BM: blendNames[blend] });
  }

  /** A soft mask already written as a graphics state; between `save` and `restore`. */
  setSoftMask(mask: NamedResource): void {
    this.#write(`${this.#list.use(mask)} gs`);
  }

  #apply(parameters: PdfDictionary): void {
    const key = Object.entries(parameters)
      .map(([name, value]) => `${name} ${typeof value === 'number' ? formatShare(value) : value}`)
      .join(' ');
    const dictionary = { Type: 'ExtGState', ...parameters };
    const resource = this.#pool.share('ExtGState', key, () => dictionary);
    this.#write(`${this.#list.use(resource)} gs`);
  }
}
