/** Which physical side a logical one is (css-logical-1 §4, css-writing-modes-4 §6.4). */
import type { LonghandDeclaration } from './declarations.ts';
import type { ComputedStyle, PropertyName } from './properties/index.ts';

export type Writing = Pick<ComputedStyle, 'direction' | 'writingMode'>;

export const plainWriting: Writing = { direction: 'ltr', writingMode: 'horizontal-tb' };

/** Horizontal, from left to right: what logical names are short for as they are parsed. */
export function isPlain({ direction, writingMode }: Writing): boolean {
  return direction === 'ltr' && writingMode === 'horizontal-tb';
}

type Longhands = ReadonlyMap<PropertyName, LonghandDeclaration>;

/** An element's writing by its declarations. */
export function writingOf(longhands: Longhands, inherited: Writing): Writing {
  const direction = longhands.get('direction');
  const writingMode = longhands.get('writingMode');
  if (!direction && !writingMode) return inherited;
  return {
    direction: declared(direction, inherited.direction, plainWriting.direction),
    writingMode: declared(writingMode, inherited.writingMode, plainWriting.writingMode),
  };
}

/** Deviation: a writing mode that a `var()` gives has no say in logical sides. */
function declared<T>(declaration: LonghandDeclaration | undefined, inherited: T, initial: T): T {
  const value = declaration?.value;
  if (value?.kind === 'value') return value.value as T;
  return value?.kind === 'wide' && value.keyword === 'initial' ? initial : inherited;
}

type Side = 'Left' | 'Right' | 'Top' | 'Bottom';

const opposite: Readonly<Record<Side, Side>> = {
  Left: 'Right',
  Right: 'Left',
  Top: 'Bottom',
  Bottom: 'Top',
};

/** The physical side that stands where `side` does in plain writing. */
function physicalSide(side: Side, { direction, writingMode }: Writing): Side {
  const isInline = side === 'Left' || side === 'Right';
  // Lines of `sideways-lr` run upwards.
  const isReversed = (direction === 'rtl') !== (writingMode === 'sideways-lr');
  const turned = isInline && isReversed ? opposite[side] : side;
  if (writingMode === 'horizontal-tb') return turned;
  if (isInline) return turned === 'Left' ? 'Top' : 'Bottom';
  const start: Side = writingMode.endsWith('-rl') ? 'Right' : 'Left';
  return side === 'Top' ? start : opposite[start];
}

const sizes: Readonly<Partial<Record<PropertyName, PropertyName>>> = {
  width: 'height',
  height: 'width',
  minWidth: 'minHeight',
  minHeight: 'minWidth',
  maxWidth: 'maxHeight',
  maxHeight: 'maxWidth',
  containIntrinsicWidth: 'containIntrinsicHeight',
  containIntrinsicHeight: 'containIntrinsicWidth',
  overflowX: 'overflowY',
  overflowY: 'overflowX',
};

const sided = /^(margin|padding|border)(Left|Right|Top|Bottom)(Width|Style|Color)?$/;
const corner = /^border(Top|Bottom)(Left|Right)Radius$/;

/** The property that a logical one is in this writing; `name` is what it is in plain writing. */
export function physicalName(name: PropertyName, writing: Writing): PropertyName {
  if (isPlain(writing)) return name;
  const size = sizes[name];
  if (size) return writing.writingMode === 'horizontal-tb' ? name : size;
  if (name === 'left' || name === 'right' || name === 'top' || name === 'bottom') {
    const side = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as Side;
    return physicalSide(side, writing).toLowerCase() as PropertyName;
  }
  const [, block, inline] = corner.exec(name) ?? [];
  if (block && inline) {
    const sides = [block, inline].map((side) => physicalSide(side as Side, writing));
    const vertical = sides.find((side) => side === 'Top' || side === 'Bottom');
    const horizontal = sides.find((side) => side === 'Left' || side === 'Right');
    return `border${vertical}${horizontal}Radius` as PropertyName;
  }
  const [, group, side, part = ''] = sided.exec(name) ?? [];
  return side ? (`${group}${physicalSide(side as Side, writing)}${part}` as PropertyName) : name;
}
