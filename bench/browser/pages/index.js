/**
 * Pages made by chance, from a theme and a number: the same two give the same page on every machine.
 * A page is a tree of `{ tag, attributes, style, children }`, so that one that shows a fault can be
 * made smaller.
 */
import { themes as boxThemes, makeBoxPage } from './boxes.js';
import { columnPage } from './columns.js';
import { denseThemes as dense } from './dense.js';
import { floatPage, shapePage } from './floats.js';
import { gridPage } from './grids.js';
import { nodesOf } from './nodes.js';
import { openNames, openRandom } from './random.js';

/** Each makes the body of a page, as HTML. */
const bodies = {
  'grid-nested': gridPage,
  floats: floatPage,
  shapes: shapePage,
  columns: columnPage(),
  'columns-floats': columnPage('float'),
  'columns-flex': columnPage('flex'),
  'columns-grid': columnPage('grid'),
  'columns-table': columnPage('table'),
  'columns-abs': columnPage('abs'),
  'columns-nested': columnPage('columns'),
  'columns-span': columnPage('span'),
};

export const themes = [...Object.keys(boxThemes), ...Object.keys(bodies)];

/** Harder ones, which are looked at where they are asked for. */
export const denseThemes = Object.keys(dense);

/** `{ isQuirky, bodyMargin, nodes }` of a theme and number. */
export function makePage(theme, number) {
  if (theme in dense)
    return { isQuirky: false, bodyMargin: '0', nodes: dense[theme](openRandom(number)) };
  const make = bodies[theme];
  if (!make) return makeBoxPage(theme, number);
  const body = make(openRandom(number), openNames());
  return { isQuirky: false, bodyMargin: '0', nodes: nodesOf(body) };
}
