/**
 * Floats as they are seen from a block whose lines run the other way than those around it
 * (css-writing-modes-4 §2.1): mirrored about the middle of the block's containing block.
 */
import { type Contour, type Exclusion, type Exclusions, noExclusions } from './exclusions.ts';

/** Lists that are each other's mirror image, by the sum of the two sides that they are mirrored about. */
const images = new WeakMap<Exclusions, Map<number, Exclusions>>();

/** The list mirrored: what was at `x` is at `sum - x`. Twice mirrored it is the same list again. */
export function mirrorFloats(list: Exclusions, sum: number): Exclusions {
  const pending: Exclusions[] = [];
  let at: Exclusions | undefined = list;
  while (at && !imageOf(at, sum)) {
    pending.push(at);
    at = at.last?.before;
  }
  for (const one of pending.reverse()) {
    const image = makeImage(one, sum);
    remember(one, sum, image);
    remember(image, sum, one);
  }
  return imageOf(list, sum) ?? list;
}

function imageOf(list: Exclusions, sum: number): Exclusions | undefined {
  return list === noExclusions ? list : images.get(list)?.get(sum);
}

function remember(list: Exclusions, sum: number, image: Exclusions): void {
  const known = images.get(list) ?? new Map<number, Exclusions>();
  images.set(list, known.set(sum, image));
}

/** The lists before it have been mirrored. */
function makeImage(list: Exclusions, sum: number): Exclusions {
  const { last, leftBottom, rightBottom, goesOn } = list;
  return {
    ...list,
    live: list.live.map((one) => mirrorOne(one, sum)),
    last: last && {
      one: mirrorOne(last.one, sum),
      before: imageOf(last.before, sum) ?? last.before,
    },
    leftBottom: rightBottom,
    rightBottom: leftBottom,
    goesOn: { left: goesOn.right, right: goesOn.left },
  };
}

function mirrorOne({ side, left, right, contour, ...one }: Exclusion, sum: number): Exclusion {
  return {
    ...one,
    side: side === 'left' ? 'right' : 'left',
    left: sum - right,
    right: sum - left,
    contour: contour && mirrorContour(contour, sum),
  };
}

function mirrorContour({ reach }: Contour, sum: number): Contour {
  return {
    reach: (top, bottom) => {
      const at = reach(top, bottom);
      return at === null ? null : sum - at;
    },
  };
}
