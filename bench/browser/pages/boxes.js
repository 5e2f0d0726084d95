/** Pages of a few boxes with random layout features: block, inline, flex, grid, tables, forms. */

import { openRandom } from './random.js';

const px = ['0', '5px', '10px', '20px', '30px', '50px', '80px', '120px', '200px'];
const sizes = [...px, '50%', '25%', '100%', 'auto', '4em'];
const keywords = ['min-content', 'max-content', 'fit-content', 'stretch'];
const edges = ['0', '4px', '10px', '16px', '10%'];
const lengths = { w: [...sizes, ...keywords], h: [...sizes, '60px', '150px', ...keywords] };
const positions = ['start', 'end', 'center', 'flex-start', 'flex-end'];
const spreads = ['space-between', 'space-around', 'space-evenly', 'stretch', 'normal'];
const guarded = ['safe center', 'safe end', 'unsafe end', 'unsafe center'];
const baselines = ['baseline', 'first baseline', 'last baseline'];
const selves = ['self-start', 'self-end', 'stretch', 'normal', 'auto'];

const pools = {
  size: {
    width: lengths.w,
    height: lengths.h,
    'min-width': lengths.w,
    'min-height': lengths.h,
    'max-width': [...lengths.w.filter((value) => value !== 'auto'), 'none'],
    'max-height': [...lengths.h.filter((value) => value !== 'auto'), 'none'],
    'box-sizing': ['border-box', 'content-box'],
    'aspect-ratio': ['1', '2 / 1', '1 / 2', 'auto'],
  },
  plainSize: { width: sizes, height: sizes },
  edge: {
    margin: [...edges, 'auto', '-5px', '10px 20px', '0 auto'],
    'margin-left': [...edges, 'auto', '-10px'],
    'margin-right': [...edges, 'auto', '-10px'],
    'margin-top': [...edges, 'auto', '-10px', '-20px', '30px'],
    'margin-bottom': [...edges, 'auto', '-10px', '30px'],
    padding: edges,
    'padding-left': edges,
    'padding-bottom': edges,
    border: ['1px solid', '5px solid', '0 solid'],
    'border-width': ['3px 6px 9px 12px', '2px'],
    'border-style': ['solid'],
  },
  flex: {
    'flex-direction': ['row', 'column', 'row-reverse', 'column-reverse'],
    'flex-wrap': ['nowrap', 'wrap', 'wrap-reverse'],
    'justify-content': [...positions, ...spreads, ...guarded, 'left', 'right'],
    'align-items': [...positions, ...baselines, ...selves.slice(0, 4), ...guarded],
    'align-content': [...positions, ...spreads, ...guarded, ...baselines],
    gap: ['10px', '5px 20px', '10%', '0'],
  },
  gridBox: {
    'justify-content': [...positions, ...spreads, ...guarded],
    'align-content': [...positions, ...spreads, ...guarded],
    'justify-items': [...positions, ...selves.slice(0, 4), ...guarded],
    'align-items': [...positions, ...baselines, ...selves.slice(0, 4), ...guarded],
    'grid-auto-flow': ['row', 'column', 'dense', 'column dense'],
    'grid-auto-rows': ['30px', 'auto', '1fr', '25%', 'min-content', 'minmax(20px, auto)'],
    'grid-auto-columns': ['30px', 'auto', '1fr', '10px 50px', 'max-content'],
    gap: ['10px', '5px 20px', '10%', '0'],
  },
  item: {
    flex: ['1', '2', 'none', 'auto', '0 0 50px', '1 1 20px', '0 1 auto', '1 0 0', '0 0 content'],
    'flex-grow': ['0', '1', '0.5', '3'],
    'flex-shrink': ['0', '1', '2'],
    'flex-basis': ['auto', 'content', '0', '40px', '50%', 'min-content', 'max-content'],
    'align-self': [...positions, ...baselines, ...selves, ...guarded],
    'justify-self': [...positions, ...selves],
    order: ['-1', '1', '2'],
  },
  position: {
    position: ['absolute', 'relative', 'fixed', 'sticky'],
    top: [...sizes, '-10px'],
    left: [...sizes, '-10px'],
    right: [...sizes, '-10px'],
    bottom: [...sizes, '-10px'],
    inset: ['0', '10px', '10px auto', 'auto 5px', '10%'],
  },
  inline: {
    'vertical-align': [
      ...['baseline', 'top', 'bottom', 'middle', 'sub', 'super', 'text-top', 'text-bottom'],
      ...['5px', '-10px', '50%'],
    ],
    'line-height': ['normal', '1', '2', '30px', '0', '10px'],
    'font-size': ['10px', '30px', '20px'],
    'text-align': ['left', 'right', 'center', 'justify', 'start', 'end'],
    'white-space': ['normal', 'nowrap', 'pre', 'pre-wrap'],
    'text-indent': ['0', '20px'],
  },
  overflow: {
    overflow: ['hidden', 'auto', 'scroll', 'clip', 'hidden visible', 'clip visible'],
    'overflow-x': ['hidden', 'clip'],
    contain: ['layout', 'paint', 'size', 'none'],
  },
  display: {
    display: [
      ...['block', 'inline', 'inline-block', 'flex', 'inline-flex', 'flow-root', 'contents'],
      ...['table', 'inline-table', 'list-item', 'none'],
    ],
  },
  tableParts: {
    display: [
      ...['table', 'table-row', 'table-cell', 'table-row-group', 'table-caption', 'inline-table'],
      ...['table-header-group', 'table-footer-group', 'block', 'inline'],
    ],
  },
  table: {
    'table-layout': ['auto', 'fixed'],
    'border-collapse': ['separate', 'collapse'],
    'border-spacing': ['0', '5px', '10px 4px'],
    'caption-side': ['top', 'bottom'],
    'empty-cells': ['show', 'hide'],
    width: [...sizes, '300px', '400px', 'min-content', 'max-content', 'fit-content'],
    height: sizes,
  },
  cell: {
    'vertical-align': ['top', 'bottom', 'middle', 'baseline', '5px', 'super'],
    width: sizes,
    height: sizes,
    'min-width': px,
    'max-width': px,
    'min-height': px,
    padding: edges.slice(0, 4),
    border: ['1px solid', '4px solid', '0 solid', '3px hidden', '10px solid'],
    'box-sizing': ['border-box', 'content-box'],
  },
  direction: { direction: ['rtl', 'rtl', 'ltr'] },
  vertical: {
    'writing-mode': ['vertical-rl', 'vertical-lr', 'horizontal-tb'],
  },
  logical: {
    'inline-size': lengths.w,
    'block-size': lengths.h,
    'min-inline-size': px,
    'max-inline-size': px,
    'min-block-size': px,
    'margin-inline-start': [...edges, 'auto'],
    'margin-inline-end': [...edges, 'auto'],
    'margin-inline': ['auto', '10px', '5px 15px'],
    'margin-block': ['10px', '5px 15px'],
    'margin-block-start': edges,
    'padding-inline': edges,
    'padding-inline-start': edges,
    'padding-block': edges,
    'padding-block-end': edges,
    'border-inline-start': ['5px solid'],
    'border-block': ['3px solid'],
    'border-inline-width': ['4px'],
    'border-style': ['solid'],
    'inset-inline-start': edges,
    'inset-inline-end': edges,
    'inset-block-start': edges,
    'inset-inline': edges,
    position: ['relative', 'absolute'],
  },
};

const texts = ['', '', 'X', 'XX', 'XX XX', 'XXX X XX XXXX', 'X XX X', ' ', 'XXXXXXXX'];

/** Declarations: about `count` from the pools that are named. */
function styleOf(random, names, count) {
  const style = {};
  for (let at = 0; at < count; at++) {
    const pool = pools[random.pick(names)];
    const property = random.pick(Object.keys(pool));
    style[property] = random.pick(pool[property]);
  }
  return style;
}

const element = (tag, style, children, attributes = {}) => ({ tag, attributes, style, children });

/** A box with words or boxes in it. */
function boxOf(random, depth, make) {
  if (depth <= 0 || random.chance(0.35)) return [random.pick(texts)];
  const count = 1 + random.below(3);
  return Array.from({ length: count }, () =>
    random.chance(0.15) ? random.pick(texts) : make(depth - 1),
  );
}

/** A theme: pools of containers, and of what is in them. */
function mixed(names, base = {}, depth = 3) {
  return (random) => {
    const make = (level) =>
      element(
        random.chance(0.15) ? 'span' : 'div',
        { ...base, ...styleOf(random, names, 1 + random.below(4)) },
        boxOf(random, level, make),
      );
    return Array.from({ length: 1 + random.below(2) }, () => make(depth));
  };
}

function flexTheme(extra = []) {
  return (random) => {
    const item = (level) => {
      const style = styleOf(random, ['item', 'size', 'edge', ...extra], 1 + random.below(4));
      if (level > 0 && random.chance(0.3)) return container(level - 1, style);
      return element('div', style, level > 0 ? boxOf(random, 1, inner) : [random.pick(texts)]);
    };
    const inner = () =>
      element('div', styleOf(random, ['plainSize', 'edge', ...extra], 2), [random.pick(texts)]);
    const container = (level, own = {}) => {
      const display = random.chance(0.85) ? 'flex' : 'inline-flex';
      const names = ['flex', 'flex', 'flex', 'size', 'edge', ...extra];
      const style = { ...own, display, ...styleOf(random, names, 1 + random.below(5)) };
      const count = 1 + random.below(4);
      return element(
        'div',
        style,
        Array.from({ length: count }, () => item(level)),
      );
    };
    return [container(2)];
  };
}

const breadths = [
  ...['auto', 'auto', '1fr', '2fr', '0.5fr', '50px', '20px', '25%', 'min-content', 'max-content'],
  ...['fit-content(60px)', 'minmax(20px, 1fr)', 'minmax(auto, 60px)', 'minmax(min-content, 40px)'],
];
const lists = [
  ...['repeat(auto-fill, 50px)', 'repeat(auto-fit, 40px)', 'repeat(auto-fit, minmax(40px, 1fr))'],
  ...['repeat(2, 1fr)', 'repeat(3, auto)', '[a] 30px [b] 1fr [c]'],
];

/** Grids whose items are words, pictures, positioned boxes, or grids and flex containers. */
function gridTheme(extra = []) {
  return (random) => {
    const tracks = () =>
      random.chance(0.3)
        ? random.pick(lists)
        : Array.from({ length: 1 + random.below(3) }, () => random.pick(breadths)).join(' ');
    const lines = ['1', '2', '-1', 'span 2', '1 / -1', '2 / span 2', 'auto / 3', 'a', 'b / c', '3'];
    const place = (style) => {
      if (random.chance(0.3)) style['grid-column'] = random.pick(lines);
      if (random.chance(0.25)) style['grid-row'] = random.pick(lines);
    };
    const item = (level) => {
      const style = styleOf(random, ['item', 'size', 'edge', ...extra], random.below(4));
      place(style);
      if (random.chance(0.08)) style.position = 'absolute';
      if (level > 0 && random.chance(0.25)) return container(level - 1, style);
      if (random.chance(0.08)) return element('img', style, [], { src: 'picture.png' });
      if (random.chance(0.1)) style.display = random.pick(['flex', 'table', 'inline-block']);
      return element('div', style, [random.pick(texts)]);
    };
    const container = (level, own = {}) => {
      const style = {
        ...own,
        display: random.chance(0.85) ? 'grid' : 'inline-grid',
        ...styleOf(random, ['gridBox', 'gridBox', 'size', 'edge', ...extra], random.below(5)),
      };
      if (random.chance(0.8)) style['grid-template-columns'] = tracks();
      if (random.chance(0.4)) style['grid-template-rows'] = tracks();
      if (random.chance(0.2)) style.position = 'relative';
      return element(
        'div',
        style,
        Array.from({ length: 1 + random.below(5) }, () => item(level)),
      );
    };
    return [container(1)];
  };
}

function tableTheme(extra = []) {
  return (random) => {
    const cell = () => {
      const attributes = {};
      if (random.chance(0.15)) attributes.colspan = random.pick(['2', '3']);
      if (random.chance(0.12)) attributes.rowspan = random.pick(['2', '3', '0']);
      const words = random.chance(0.3)
        ? [
            element('div', styleOf(random, ['plainSize', 'edge', ...extra], 2), [
              random.pick(texts),
            ]),
          ]
        : [random.pick(texts)];
      const style = styleOf(random, ['cell', ...extra], random.below(3));
      return element(random.chance(0.9) ? 'td' : 'th', style, words, attributes);
    };
    const row = () =>
      element(
        'tr',
        random.chance(0.2) ? { height: random.pick(sizes) } : {},
        Array.from({ length: 1 + random.below(4) }, cell),
      );
    const rows = () => Array.from({ length: 1 + random.below(3) }, row);
    const children = [];
    if (random.chance(0.15))
      children.push(element('caption', styleOf(random, ['edge'], 1), [random.pick(texts)]));
    if (random.chance(0.2))
      children.push(
        element(
          'colgroup',
          {},
          [
            element('col', { width: random.pick(sizes) }, [], { noId: '' }),
            element('col', random.chance(0.2) ? { visibility: 'collapse' } : {}, [], { noId: '' }),
          ],
          { noId: '' },
        ),
      );
    if (random.chance(0.2)) children.push(element('thead', {}, rows()));
    children.push(element('tbody', random.chance(0.1) ? { height: '100px' } : {}, rows()));
    if (random.chance(0.15)) children.push(element('tfoot', {}, rows()));
    const style = styleOf(random, ['table', 'table', 'edge', ...extra], random.below(4));
    return [
      element('div', styleOf(random, ['plainSize', ...extra], random.below(2)), [
        element('table', style, children),
      ]),
    ];
  };
}

const replaced = [
  ['img', { src: 'picture.png' }],
  ['img', {}],
  ['img', { src: 'picture.png', width: '30' }],
  ['img', { src: 'picture.png', width: '60', height: '20' }],
  ['svg', {}],
  ['svg', { viewBox: '0 0 40 20' }],
  ['svg', { width: '50', height: '40' }],
  ['svg', { width: '50', viewBox: '0 0 10 20' }],
  ['canvas', {}],
  ['canvas', { width: '60', height: '30' }],
  ['video', {}],
  ['iframe', {}],
  ['iframe', { width: '80', height: '50' }],
  ['object', {}],
  ['embed', {}],
];

function replacedTheme(random) {
  const make = () => {
    const [tag, attributes] = random.pick(replaced);
    const names = ['size', 'size', 'edge', 'inline', 'position', 'item', 'display'];
    return element(tag, styleOf(random, names, random.below(4)), [], { ...attributes });
  };
  const kinds = [{ display: 'flex' }, { display: 'inline-block' }, {}, { width: '200px' }];
  const outer = {
    ...random.pick(kinds),
    ...styleOf(random, ['size', 'flex', 'edge'], random.below(3)),
  };
  return [element('div', outer, Array.from({ length: 1 + random.below(3) }, make))];
}

const legacy = [
  [
    'table',
    {
      width: ['100', '50%', '300'],
      height: ['100'],
      border: ['1', '5', ''],
      cellpadding: ['0', '10'],
      cellspacing: ['0', '8'],
      align: ['center', 'right', 'left'],
      bgcolor: ['red'],
    },
  ],
  [
    'td',
    {
      width: ['50', '30%'],
      height: ['40'],
      align: ['center', 'right'],
      valign: ['top', 'bottom', 'middle', 'baseline'],
      nowrap: [''],
    },
  ],
  ['tr', { align: ['center', 'right'], valign: ['top', 'bottom'], height: ['60'] }],
  [
    'img',
    {
      width: ['50', '25%'],
      height: ['30'],
      hspace: ['10'],
      vspace: ['5'],
      border: ['3'],
      align: ['left', 'right', 'middle', 'top', 'bottom'],
      src: ['picture.png'],
    },
  ],
  [
    'hr',
    { width: ['100', '50%'], size: ['1', '10'], align: ['left', 'right', 'center'], noshade: [''] },
  ],
  ['div', { align: ['center', 'right', 'left', 'justify'] }],
  ['p', { align: ['center', 'right'] }],
  ['h2', { align: ['center'] }],
  ['center', {}],
  ['font', { size: ['1', '5', '+2', '7'] }],
  ['ul', { type: ['disc'], compact: [''] }],
  ['pre', { width: ['20'] }],
  ['fieldset', {}],
  ['details', { open: [''] }],
  ['blockquote', {}],
  ['dl', {}],
];

function attributesFrom(random, [tag, all]) {
  const attributes = {};
  for (const [name, values] of Object.entries(all))
    if (name === 'src' || random.chance(0.35)) attributes[name] = random.pick(values);
  return { tag, attributes };
}

function legacyTheme(random) {
  const make = (level) => {
    const { tag, attributes } = attributesFrom(random, random.pick(legacy));
    const style = random.chance(0.3) ? styleOf(random, ['plainSize', 'edge'], 1) : {};
    if (tag === 'img' || tag === 'hr') return element(tag, style, [], attributes);
    if (tag === 'td' || tag === 'tr') return make(level);
    if (tag === 'table') {
      const part = (name) =>
        attributesFrom(
          random,
          legacy.find(([one]) => one === name),
        ).attributes;
      const rows = Array.from({ length: 1 + random.below(2) }, () =>
        element(
          'tr',
          {},
          Array.from({ length: 1 + random.below(3) }, () =>
            element(
              'td',
              {},
              [level > 0 && random.chance(0.3) ? make(level - 1) : random.pick(texts)],
              part('td'),
            ),
          ),
          part('tr'),
        ),
      );
      return element('table', style, [element('tbody', {}, rows)], attributes);
    }
    const children = level > 0 ? boxOf(random, 1, () => make(level - 1)) : [random.pick(texts)];
    if (tag === 'fieldset')
      children.unshift(
        element('legend', {}, [random.pick(texts)], random.chance(0.3) ? { align: 'center' } : {}),
      );
    if (tag === 'details') children.unshift(element('summary', {}, ['XX']));
    return element(tag, style, children, attributes);
  };
  return Array.from({ length: 1 + random.below(2) }, () => make(2));
}

const controls = [
  ...[
    'text',
    'checkbox',
    'radio',
    'submit',
    'button',
    'hidden',
    'password',
    'number',
    'range',
    'color',
    'reset',
    'image',
    'date',
  ].map((type) => ['input', { type }]),
  ['input', { type: 'text', size: '10' }],
  ['input', { type: 'submit', value: 'XX' }],
  ['button', {}],
  ['textarea', {}],
  ['textarea', { cols: '10', rows: '4' }],
  ['progress', {}],
  ['meter', {}],
  ['fieldset', {}],
];
function formTheme(random) {
  const make = () => {
    const [tag, attributes] = random.pick(controls);
    const children = tag === 'button' || tag === 'fieldset' ? [random.pick(texts)] : [];
    return element(
      tag,
      {
        font: '20px/1 Square',
        ...styleOf(random, ['plainSize', 'edge', 'item', 'display'], random.below(3)),
      },
      children,
      { ...attributes },
    );
  };
  const outer = {
    ...(random.chance(0.4) ? { display: 'flex' } : {}),
    ...styleOf(random, ['size', 'flex'], random.below(2)),
  };
  return [element('div', outer, Array.from({ length: 1 + random.below(3) }, make))];
}

const blockPools = ['size', 'edge', 'edge', 'overflow'];
/** Each makes the nodes of a page. */
export const themes = {
  flex: flexTheme(),
  flexPosition: flexTheme(['position']),
  grid: gridTheme(),
  gridPosition: gridTheme(['position']),
  block: mixed(blockPools),
  collapse: mixed(['edge', 'edge', 'plainSize', 'overflow']),
  inline: mixed(['inline', 'inline', 'edge', 'plainSize', 'display']),
  position: mixed(['position', 'position', 'plainSize', 'edge', 'display']),
  sizing: mixed(['size', 'size', 'size', 'edge', 'display']),
  display: mixed(['display', 'display', 'size', 'edge', 'inline', 'item', 'flex']),
  table: tableTheme(),
  tableParts: mixed(['tableParts', 'tableParts', 'cell', 'plainSize', 'table']),
  replaced: replacedTheme,
  logical: mixed(['logical', 'logical', 'display']),
  rtlBlock: mixed(['direction', 'edge', 'size', 'inline', 'position']),
  rtlFlex: flexTheme(['direction']),
  rtlGrid: gridTheme(['direction']),
  rtlTable: tableTheme(['direction']),
  rtlLogical: mixed(['direction', 'logical', 'display']),
  vertical: mixed(['vertical', 'edge', 'size']),
  verticalFlex: flexTheme(['vertical']),
  verticalGrid: gridTheme(['vertical']),
  legacy: legacyTheme,
  forms: formTheme,
};

/** The number that a theme's pages begin with: no two themes have the same pages. */
function seedOf(theme, number) {
  let seed = number * 7919;
  for (const letter of theme) seed = Math.imul(seed, 31) + letter.charCodeAt(0);
  return seed;
}

/** A page of a theme and number. */
export function makeBoxPage(theme, number) {
  const random = openRandom(seedOf(theme, number));
  const nodes = themes[theme](random);
  const isQuirky = theme === 'legacy' && random.chance(0.3);
  return { isQuirky, bodyMargin: random.chance(0.3) ? '8px' : '0', nodes };
}
