/** Resolving flexible lengths (css-flexbox-1 §9.7). */
import type { FlexItem } from './flex-item.ts';

interface Flexing {
  readonly item: FlexItem;
  target: number;
  isFrozen: boolean;
}

/** Main sizes (border box) of the items of one line; `room` is the line's length without gaps. */
export function flexLine(items: readonly FlexItem[], room: number): readonly number[] {
  const outer = items.reduce((sum, item) => sum + item.hypothetical + item.mainMargin, 0);
  const isGrowing = outer < room;
  const factorOf = (item: FlexItem) => (isGrowing ? item.grow : item.shrink);
  const all: Flexing[] = items.map((item) => {
    const isFixed =
      factorOf(item) === 0 ||
      (isGrowing ? item.base > item.hypothetical : item.base < item.hypothetical);
    return { item, target: isFixed ? item.hypothetical : item.base, isFrozen: isFixed };
  });
  const initialFree = freeRoom(all, room);
  for (let open = unfrozen(all); open.length > 0; open = unfrozen(all)) {
    const factors = open.reduce((sum, { item }) => sum + factorOf(item), 0);
    let free = freeRoom(all, room);
    if (factors < 1 && Math.abs(initialFree * factors) < Math.abs(free))
      free = initialFree * factors;
    if (isGrowing) grow(open, free, factors);
    else shrink(open, free);
    freezeViolations(open);
  }
  return all.map(({ target }) => target);
}

function unfrozen(all: readonly Flexing[]): readonly Flexing[] {
  return all.filter(({ isFrozen }) => !isFrozen);
}

function freeRoom(all: readonly Flexing[], room: number): number {
  return all.reduce(
    (left, { item, target, isFrozen }) => left - (isFrozen ? target : item.base) - item.mainMargin,
    room,
  );
}

function grow(open: readonly Flexing[], free: number, factors: number): void {
  for (const one of open) one.target = one.item.base + (free * one.item.grow) / factors;
}

/** In proportion to the base size, so that small items do not vanish before large ones shrink. */
function shrink(open: readonly Flexing[], free: number): void {
  const scaled = ({ shrink: factor, innerBase }: FlexItem) => factor * innerBase;
  const sum = open.reduce((total, { item }) => total + scaled(item), 0);
  for (const one of open) {
    one.target = one.item.base + (sum === 0 ? 0 : (free * scaled(one.item)) / sum);
  }
}

/** Items beyond their limits are frozen there: those that were too small, or those too large. */
function freezeViolations(open: readonly Flexing[]): void {
  const violations = open.map((one) => {
    const clamped = Math.max(one.item.min, Math.min(one.target, one.item.max));
    const violation = clamped - one.target;
    one.target = clamped;
    return violation;
  });
  const total = violations.reduce((sum, violation) => sum + violation, 0);
  open.forEach((one, index) => {
    const violation = violations[index] ?? 0;
    one.isFrozen = total === 0 || (total > 0 ? violation > 0 : violation < 0);
  });
}
