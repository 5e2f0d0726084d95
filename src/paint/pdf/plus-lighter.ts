/**
 * `plus-lighter` (compositing-2 §10.2), which PDF has no blend mode for: light is added up by modes
 * that it has. On a backdrop b without holes, s being the source on black:
 *
 *     difference with white → 1 − b,  lighten with s → max(1 − b, s),  difference with s →
 *     max(0, 1 − b − s),  difference with white → min(1, b + s).
 *
 * A group that is mixed apart has holes. Since adding up is the same in any order, what is in it is
 * added to what lies below the group, which the group's opacity has first made darker. Where other
 * modes are at work in it too, each step is taken as far as the source is opaque, which is the same
 * for sources that are so or not at all.
 */
import { identity, rectPath } from '../../base/index.ts';
import type { CmykColor } from '../../color/index.ts';
import {
  type DisplayItem,
  type GroupItem,
  type GroupMask,
  mapItemColors,
} from '../../display/index.ts';
import type { BlendingSpace, Color } from './colors.ts';

/** A colour, as far as it is known here. */
interface Alpha {
  readonly alpha: number;
}

type Items<C> = readonly DisplayItem<C>[];

/** No light and all of it. */
interface Ends<C> {
  readonly black: C;
  readonly white: C;
}

const cmyk = (c: number, m: number, y: number, k: number): CmykColor => ({
  ...{ space: 'cmyk', c, m, y, k },
  alpha: 1,
});
const srgb = (value: number): Color => ({
  ...{ space: 'srgb', r: value, g: value, b: value },
  alpha: 1,
});

const endsOf = (space: BlendingSpace): Ends<Color> =>
  space === 'DeviceRGB'
    ? { black: srgb(0), white: srgb(1) }
    : { black: cmyk(1, 1, 1, 1), white: cmyk(0, 0, 0, 0) };

/** Of masks, which are gray. */
const grays: Ends<CmykColor> = { black: cmyk(0, 0, 0, 1), white: cmyk(0, 0, 0, 0) };

/** Past any page, in pt: smoothed edges would show. */
const reach = 1e5;

const plain = { kind: 'group', transform: identity, clip: null, opacity: 1 } as const;

function ground<C>(color: C): DisplayItem<C> {
  const path = rectPath({ x: -reach, y: -reach, width: 2 * reach, height: 2 * reach });
  return { kind: 'fill', path, rule: 'nonzero', paint: { kind: 'solid', color } };
}

/** True where light is added to what lies below a group, or below one in it. */
function addsLight(item: DisplayItem<unknown>): boolean {
  if (item.kind !== 'group') return false;
  return item.blend === 'plus-lighter' || (item.blend === 'normal' && item.items.some(addsLight));
}

const isMixed = ({ opacity, isolated, mask }: GroupItem<unknown>): boolean =>
  opacity < 1 || isolated === true || mask !== undefined;

/** A second copy of what is drawn already: nobody reads it twice. */
function silent<C>(items: Items<C>): Items<C> {
  return items.flatMap((item): Items<C> => {
    if (item.kind === 'link') return [];
    const { content, ...rest } = item;
    return [rest.kind === 'group' ? { ...rest, items: silent(rest.items) } : rest];
  });
}

/** A group on black: its colours as far as they are opaque. */
function onBlack<C extends Alpha>(group: GroupItem<C>, ends: Ends<C>): Items<C> {
  const { content, ...rest } = group;
  const inside = [ground(ends.black), ...addedUp(group.items, ends)];
  return [ground(ends.black), { ...rest, blend: 'normal', isolated: true, items: inside }];
}

function addLight<C extends Alpha>(group: GroupItem<C>, ends: Ends<C>): GroupItem<C> {
  const source = onBlack(group, ends);
  const white: GroupItem<C> = { ...plain, blend: 'difference', items: [ground(ends.white)] };
  const steps: Items<C> = [
    white,
    { ...plain, blend: 'lighten', items: source },
    { ...plain, blend: 'difference', items: silent(source) },
    white,
  ];
  const { content } = group;
  return { ...plain, ...(content ? { content } : {}), blend: 'normal', items: steps };
}

/** Items as white as they are opaque. */
function whitened(items: Items<Alpha>): Items<CmykColor> {
  return items.flatMap((item): Items<CmykColor> => {
    switch (item.kind) {
      case 'link':
        return [];
      case 'picture': {
        const mask: GroupMask = { by: 'alpha', items: [item] };
        return [{ ...plain, blend: 'normal', items: [ground(grays.white)], mask }];
      }
      case 'group': {
        const blend = item.blend === 'plus-lighter' ? item.blend : 'normal';
        return [{ ...item, blend, items: whitened(item.items) }];
      }
      default:
        return mapItemColors([item], ({ alpha }): CmykColor => ({ ...grays.white, alpha }));
    }
  });
}

/** True where other modes reach what lies below the items. */
function blendsOtherwise(items: Items<unknown>): boolean {
  return items.some((item) => {
    if (item.kind !== 'group' || item.blend === 'plus-lighter') return false;
    return item.blend !== 'normal' || (!isMixed(item) && blendsOtherwise(item.items));
  });
}

/** Items of a group with holes. */
function addedAmongHoles<C extends Alpha>(items: Items<C>, ends: Ends<C>): Items<C> {
  return items.map((item) => {
    if (item.kind !== 'group' || !addsLight(item)) return item;
    if (item.blend !== 'plus-lighter') return { ...item, items: addedAmongHoles(item.items, ends) };
    const steps = addLight(item, ends);
    const mask = coverOf(item);
    return { ...steps, items: steps.items.map((one) => ({ ...plain, ...one, mask })) };
  });
}

/** How opaque a group is. */
function coverOf<C extends Alpha>(group: GroupItem<C>): GroupMask {
  const items = onBlack({ ...group, items: whitened(group.items) }, grays);
  return { by: 'luminance', items };
}

/** A group mixed apart: what it covers first, then its light. */
function addGroup<C extends Alpha>(group: GroupItem<C>, ends: Ends<C>): Items<C> {
  if (blendsOtherwise(group.items))
    return [{ ...group, items: addedAmongHoles(group.items, ends) }];
  const mask = coverOf(group);
  const shade: GroupItem<C> = { ...plain, blend: 'normal', items: [ground(ends.black)], mask };
  return [shade, addLight(group, ends)];
}

/** Items on a backdrop without holes, with no group left that adds light. */
function addedUp<C extends Alpha>(items: Items<C>, ends: Ends<C>): Items<C> {
  return items.flatMap((item): Items<C> => {
    if (item.kind !== 'group' || !addsLight(item)) return [item];
    if (item.blend === 'plus-lighter') return [addLight(item, ends)];
    if (isMixed(item)) return addGroup(item, ends);
    return [{ ...item, items: addedUp(item.items, ends) }];
  });
}

/** A mask in which light is added up, as one of light on black. */
export function withAddedCover(mask: GroupMask): GroupMask {
  if (mask.by !== 'alpha' || !mask.items.some(addsLight)) return mask;
  const items = [ground(grays.black), ...addedUp(whitened(mask.items), grays)];
  return { by: 'luminance', items };
}

/**
 * The items of a page, with light added up by the modes of PDF. A page has nothing below it (ISO
 * 32000-1 §11.4.7), so it is given its paper first.
 */
export function withAddedLight(items: Items<Color>, space: BlendingSpace): Items<Color> {
  if (!items.some(addsLight)) return items;
  const ends = endsOf(space);
  return [ground(ends.white), ...addedUp(items, ends)];
}
