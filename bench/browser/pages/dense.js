/**
 * Pages where sizes, limits, ratios, edges and places meet in few boxes: containers of one to four
 * items, two deep, each with many declarations at once.
 */

const lengths = '0 10px 15px 20px 25px 40px 50px 60px 80px 100px 120px'.split(' ');
const percentages = ['10%', '20%', '25%', '50%', '75%', '100%', '150%'];
const keywords = ['min-content', 'max-content', 'fit-content'];
const texts = ['X', 'XX', 'XXXX', 'XX XX', 'XX XXXX X', 'XXXX XX X XX'];
const positions = ['start', 'end', 'center', 'flex-start', 'flex-end', 'stretch', 'normal'];
const spreads = ['space-between', 'space-around', 'space-evenly', 'left', 'right'];
const selves = ['self-start', 'self-end'];
const baselines = ['baseline', 'baseline', 'last baseline'];
const verticals = ['vertical-rl', 'vertical-lr'];
const gaps = ['5px', '10px', '10px 20px', '10%', '5% 10px'];
const breadths = [
  ...['auto', 'auto', '1fr', '2fr', '0.3fr', '20px', '40px', '25%', '50%'],
  ...['min-content', 'max-content', 'fit-content(30px)', 'fit-content(50%)'],
  ...['minmax(20px, 1fr)', 'minmax(0, 1fr)', 'minmax(auto, 60px)', 'minmax(40px, auto)'],
  ...['minmax(min-content, 40px)', 'minmax(min-content, max-content)'],
  ...['minmax(10px, 25%)', 'minmax(10px, max-content)', 'minmax(50%, 100px)'],
];
const repeats = [
  ...['repeat(auto-fill, 30px)', 'repeat(auto-fit, 40px)', 'repeat(auto-fill, 25%)'],
  ...['repeat(auto-fill, minmax(40px, 1fr))', 'repeat(auto-fit, minmax(30px, 1fr))'],
  ...['20px repeat(auto-fill, 30px)', 'repeat(auto-fill, 20px 30px)', 'repeat(2, 1fr)'],
  'repeat(3, minmax(0, auto))',
];
const autoTracks = ['30px', '1fr', 'min-content', '20%', '10px 20px', 'minmax(10px, auto)'];
const lines = [
  ...['1', '2', '3', '4', '-1', '-2', '-4', 'span 2', 'span 3', '1 / 2', '1 / 3', '2 / 4'],
  ...['1 / -1', '-3 / -1', '2 / span 2', 'auto / 3'],
];

/** A length in 11 of 20 cases, a percentage in 5, `auto` in 2, a size by content in 2. */
function size({ below, pick }) {
  const kind = below(20);
  if (kind < 11) return pick(lengths);
  if (kind < 16) return pick(percentages);
  return kind < 18 ? 'auto' : pick(keywords);
}

function limit(random) {
  const value = size(random);
  return value === 'auto' ? 'none' : value;
}

const margins = ['1px', '2px', '5px', '10px', '20px', '5%', '10%', 'auto', '-5px', '-10px'];

/** Values or makers of one, with the share of boxes that have the property. */
const ofContainers = {
  flex: {
    'flex-direction': [0.5, ['row', 'column', 'column', 'row-reverse', 'column-reverse']],
    'flex-wrap': [0.35, ['wrap', 'wrap', 'wrap-reverse']],
    'justify-content': [0.25, [...positions, ...spreads]],
    'align-items': [0.3, [...positions, ...selves, ...baselines]],
    'align-content': [0.2, [...positions, ...spreads]],
    gap: [0.25, gaps],
  },
  grid: {
    'grid-template-columns': [0.8, tracks],
    'grid-template-rows': [0.55, tracks],
    'grid-auto-rows': [0.2, autoTracks],
    'grid-auto-columns': [0.2, autoTracks],
    'grid-auto-flow': [0.2, ['column', 'row dense', 'column dense']],
    'justify-content': [0.2, [...positions, ...spreads]],
    'align-content': [0.2, [...positions, ...spreads]],
    'align-items': [0.2, [...positions, ...selves, ...baselines]],
    'justify-items': [0.2, [...positions, ...selves]],
    gap: [0.3, gaps],
  },
  block: { display: [0.08, ['flow-root']] },
};

const ofItems = {
  flex: {
    flex: [
      0.25,
      [
        ...['1', '1 1 0', '1 0 auto', 'none', '0 1 50px', '2 1 30%', '1 1 auto', '0 0 auto'],
        '1 1 20px',
      ],
    ],
    'flex-grow': [0.15, ['1', '2', '0.3', '0.2']],
    'flex-shrink': [0.12, ['0', '1', '2', '0.5']],
    'flex-basis': [
      0.15,
      ['0', '10px', '50px', '50%', '0%', '100%', 'auto', 'content', 'min-content'],
    ],
    'align-self': [0.15, [...positions, ...selves, ...baselines]],
    order: [0.06, ['-1', '1']],
  },
  grid: {
    'grid-column': [0.35, lines],
    'grid-row': [0.3, lines],
    'align-self': [0.12, [...positions, ...selves, ...baselines]],
    'justify-self': [0.12, [...positions, ...selves]],
    order: [0.05, ['-1', '1']],
  },
  block: {},
};

/** Of all boxes; `density` is about the share that has a size. */
const ofBoxes = (density) => ({
  width: [density * 1.3, size],
  height: [density * 1.3, size],
  'min-width': [density * 0.5, size],
  'min-height': [density * 0.5, size],
  'max-width': [density * 0.5, limit],
  'max-height': [density * 0.5, limit],
  'aspect-ratio': [density * 0.4, ['1', '2', '3 / 1', '1 / 2', '0.5', 'auto']],
  'box-sizing': [density * 0.5, ['border-box']],
  padding: [density * 0.4, ['1px', '5px', '10px 20px', '5%', '2px 4px 6px 8px']],
  border: [density * 0.3, ['1px solid', '5px solid']],
  margin: [density * 0.3, ['1px', '5px', '10px', 'auto', '0 auto', 'auto 0', '5%', '-5px']],
  'margin-left': [density * 0.3, margins],
  'margin-top': [density * 0.3, margins],
  'margin-right': [density * 0.3, margins],
  'margin-bottom': [density * 0.3, margins],
  overflow: [density * 0.25, ['hidden', 'hidden', 'auto', 'visible', 'clip']],
});

const inset = [0.4, ['0', '10px', '20px', '5%', '50%', '-5px']];
const insets = { left: inset, right: inset, top: inset, bottom: inset };

function tracks(random) {
  if (random.chance(0.15)) return random.pick(repeats);
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(breadths)).join(' ');
}

function put(random, style, properties) {
  for (const [name, [share, values]] of Object.entries(properties)) {
    if (!random.chance(share)) continue;
    style[name] = typeof values === 'function' ? values(random) : random.pick(values);
  }
}

const element = (tag, style, children, attributes = {}) => ({ tag, attributes, style, children });

/** How an item stands: its place out of flow, and the ways it is written. */
function putPlace(random, style, parent, shares) {
  const { chance, pick } = random;
  if (chance(shares.absolute)) {
    style.position = 'absolute';
    put(random, style, insets);
  } else if (chance(0.05)) {
    style.position = 'relative';
    put(random, style, insets);
  }
  if (chance(shares.rtl)) style.direction = pick(['rtl', 'ltr']);
  if (chance(shares.vertical)) style['writing-mode'] = pick([...verticals, 'horizontal-tb']);
  if (parent !== 'block') return;
  if (chance(shares.float)) style.float = pick(['left', 'right']);
  if (chance(shares.float / 2)) style.clear = pick(['left', 'right', 'both']);
  if (chance(shares.inline)) style.display = 'inline-block';
}

const none = { absolute: 0.07, rtl: 0, vertical: 0, float: 0, inline: 0, picture: 0 };

/** A theme: kinds of containers, and shares of what else there is. */
function dense(kinds, more = {}) {
  const shares = { ...none, ...more };
  return (random) => {
    const { chance, pick, below } = random;
    const filling = () => {
      if (chance(0.55)) return [pick(texts)];
      if (!chance(0.3)) return [];
      const style = {};
      put(random, style, { width: [0.7, size], height: [0.7, size] });
      return [element('div', style, [])];
    };
    const item = (level, parent) => {
      const style = {};
      put(random, style, ofBoxes(pick([0.15, 0.3, 0.5])));
      put(random, style, ofItems[parent]);
      putPlace(random, style, parent, shares);
      if (level > 0 && chance(0.35)) return container(level - 1, style);
      if (chance(shares.picture)) return element('img', style, [], { src: 'picture.png' });
      return element('div', style, filling());
    };
    const container = (level, style) => {
      const kind = pick(kinds);
      if (kind !== 'block') style.display = chance(0.93) ? kind : `inline-${kind}`;
      put(random, style, ofContainers[kind]);
      const children = Array.from({ length: 1 + below(4) }, () => item(level, kind));
      return element('div', style, children);
    };
    const style = {};
    put(random, style, ofBoxes(pick([0.15, 0.3, 0.4])));
    if (chance(0.3)) style.position = 'relative';
    if (chance(shares.rtl * 2)) style.direction = 'rtl';
    if (chance(shares.vertical * 3)) style['writing-mode'] = pick(verticals);
    return [container(chance(0.4) ? 2 : 1, style)];
  };
}

/** Each makes the nodes of a page. */
export const denseThemes = {
  'dense-flex': dense(['flex']),
  'dense-flex-rtl': dense(['flex'], { rtl: 0.2 }),
  'dense-flex-vertical': dense(['flex'], { vertical: 0.15 }),
  'dense-grid': dense(['grid']),
  'dense-grid-rtl': dense(['grid'], { rtl: 0.2 }),
  'dense-grid-vertical': dense(['grid'], { vertical: 0.15 }),
  'dense-block': dense(['block'], { float: 0.15, inline: 0.1 }),
  'dense-block-vertical': dense(['block'], { vertical: 0.15, float: 0.1 }),
  'dense-abs': dense(['flex', 'grid', 'block'], { absolute: 0.4 }),
  'dense-pictures': dense(['flex', 'grid'], { picture: 0.3 }),
  'dense-mixed': dense(['flex', 'grid', 'block'], { absolute: 0.1, rtl: 0.2, float: 0.1 }),
};
