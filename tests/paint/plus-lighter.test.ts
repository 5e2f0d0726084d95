/** compositing-2 §10.2: light that is added up by the blend modes that PDF has. */
import { describe, expect, it } from 'vitest';
import { identity, rectPath } from '../../src/base/index.ts';
import type { ScreenColor } from '../../src/color/index.ts';
import { type DisplayItem, describeItems, type GroupItem } from '../../src/display/index.ts';
import { withAddedLight } from '../../src/paint/pdf/plus-lighter.ts';

const color: ScreenColor = { space: 'srgb', r: 1, g: 0, b: 0, alpha: 1 };
const fill: DisplayItem<ScreenColor> = {
  kind: 'fill',
  path: rectPath({ x: 0, y: 0, width: 1, height: 1 }),
  rule: 'nonzero',
  paint: { kind: 'solid', color },
};
const group = (blend: GroupItem<ScreenColor>['blend']): GroupItem<ScreenColor> => ({
  ...{ kind: 'group', items: [fill], transform: identity },
  ...{ clip: null, opacity: 1, blend },
});

describe('plus-lighter', () => {
  it('leaves pages without it as they are', () => {
    const items = [fill, group('multiply')];
    expect(withAddedLight(items, 'DeviceRGB')).toBe(items);
  });

  it('gives a page its paper before anything: a page has nothing below it', () => {
    const [paper] = withAddedLight([group('plus-lighter')], 'DeviceRGB');
    expect(describeItems(paper ? [paper] : [])).toEqual([
      'fill rect -100000,-100000 200000×200000 #ffffff',
    ]);
  });

  it('inverts, takes the larger, takes away and inverts back', () => {
    const [, steps] = withAddedLight([group('plus-lighter')], 'DeviceCMYK');
    const modes = steps?.kind === 'group' ? steps.items : [];
    expect(modes.map((item) => item.kind === 'group' && item.blend)).toEqual([
      ...['difference', 'lighten', 'difference', 'difference'],
    ]);
  });
});
