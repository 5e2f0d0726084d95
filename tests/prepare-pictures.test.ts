import { expect, it } from 'vitest';
import { createSource } from '../src/base/index.ts';
import type { AuthorColor } from '../src/color/index.ts';
import type { DisplayItem } from '../src/display/index.ts';
import { pictureUses } from '../src/prepare-pictures.ts';

const source = createSource('pages.hbs', '<small><large>');
const [small, large] = [
  { source, start: 0, end: 7 },
  { source, start: 7, end: 14 },
];

function page(name: string, widthPt: number, span: typeof small) {
  const rect = { x: 0, y: 0, width: widthPt, height: widthPt };
  const item: DisplayItem<AuthorColor> = { kind: 'picture', picture: 'a.jpg', rect, span, alt: '' };
  return { name, widthPt: 100, heightPt: 100, items: [item] };
}

it.each([
  ['before the small one', [page('1', 90, large), page('2', 20, small)]],
  ['after it', [page('1', 20, small), page('2', 90, large)]],
])('a picture used twice is asked for where it is largest: %s', (_, art) => {
  const uses = pictureUses({ art, copyPictures: new Map() });
  expect([...uses]).toEqual([['a.jpg', { widthPt: 90, heightPt: 90, span: large }]]);
});
