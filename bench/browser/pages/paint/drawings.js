/** Drawings of SVG in the page. */
import { color, element, opaque } from './parts.js';

const node = (tag, attributes = {}, children = [], style = {}) =>
  element(tag, style, children, { noId: '', ...attributes });

const paths = [
  'M10 10 L60 20 L30 60 Z',
  'M10 40 C20 0 60 0 70 40 S40 90 20 60',
  'M5 5 h50 v50 h-50 z M20 20 h20 v20 h-20 z',
  'M10 50 A30 20 0 0 1 70 50 A10 10 0 1 0 40 30',
  'M10 10 Q40 80 70 10 T90 60',
  'm20 20 l20 0 0 20 20 0 0 20',
];

const paints = [
  'url(#lin)',
  'url(#rad)',
  'url(#pat)',
  'url(#lin-user)',
  'url(#rad-focal)',
  'url(#pat-box)',
  'url(#missing) #0a0',
  'none',
  'currentColor',
];

function paint(random) {
  return random.chance(0.35) ? random.pick(paints) : color(random);
}

function presentation(random) {
  const { chance, pick } = random;
  const all = {
    fill: [0.8, paint],
    stroke: [0.5, paint],
    'stroke-width': [0.4, ['1', '4', '8', '10%', '12']],
    'stroke-dasharray': [0.2, ['10 5', '8', '12 4 2 4', '10%', '0 10']],
    'stroke-dashoffset': [0.1, ['5', '-8', '20']],
    'stroke-linecap': [0.3, ['round', 'square', 'butt']],
    'stroke-linejoin': [0.3, ['round', 'bevel', 'miter']],
    'stroke-miterlimit': [0.1, ['1', '10']],
    'fill-rule': [0.2, ['evenodd']],
    'fill-opacity': [0.1, ['.5']],
    'stroke-opacity': [0.1, ['.5', '50%']],
    opacity: [0.1, ['.6']],
    transform: [
      0.25,
      [
        'translate(10 5)',
        'rotate(20)',
        'scale(.8)',
        'rotate(30 40 40)',
        'skewX(15)',
        'matrix(.8 .1 -.2 .9 5 5)',
      ],
    ],
    'clip-path': [
      0.08,
      [
        'url(#clip)',
        'url(#clip-box)',
        'circle(30px)',
        'inset(10px)',
        'polygon(0 0, 100% 0, 50% 100%) fill-box',
        'circle(40%) view-box',
      ],
    ],
    mask: [0.08, ['url(#mask)', 'url(#mask-box)']],
    'paint-order': [0.1, ['stroke', 'markers stroke']],
    'vector-effect': [0.05, ['non-scaling-stroke']],
    visibility: [0.03, ['hidden']],
    display: [0.02, ['none']],
  };
  const attributes = {};
  for (const [name, [share, values]] of Object.entries(all))
    if (chance(share))
      attributes[name] = typeof values === 'function' ? values(random) : pick(values);
  return attributes;
}

const styles = ({ chance, pick }) => {
  const style = {};
  if (chance(0.08)) style['transform-origin'] = pick(['50% 50%', '20px 20px', 'center']);
  if (chance(0.06)) style['transform-box'] = pick(['fill-box', 'stroke-box', 'view-box']);
  if (chance(0.06)) style.rotate = pick(['20deg', '45deg']);
  if (chance(0.05)) style.transform = pick(['translate(10%, 5px)', 'scale(.7)']);
  if (chance(0.06)) style['mix-blend-mode'] = pick(['multiply', 'screen', 'difference']);
  if (chance(0.04)) style.isolation = 'isolate';
  return style;
};

const markers = ['url(#arrow)', 'url(#dot)'];

function shape(random) {
  const { pick, between, below, chance } = random;
  const some = (from, to) => String(between(from, to) * 5);
  const attributes = presentation(random);
  const withMarkers = () => {
    for (const name of ['marker-start', 'marker-mid', 'marker-end'])
      if (chance(0.3)) attributes[name] = pick(markers);
    return attributes;
  };
  const make = (tag, own) => node(tag, { ...own, ...attributes }, [], styles(random));
  switch (below(8)) {
    case 0:
      return make('rect', {
        x: some(0, 8),
        y: some(0, 8),
        width: some(4, 14),
        height: pick([some(4, 14), '50%']),
        ...(chance(0.4) ? { rx: some(1, 5) } : {}),
        ...(chance(0.2) ? { ry: some(1, 5) } : {}),
      });
    case 1:
      return make('circle', { cx: some(4, 14), cy: some(4, 14), r: pick([some(2, 8), '20%']) });
    case 2:
      return make('ellipse', {
        cx: some(4, 14),
        cy: some(4, 14),
        rx: some(2, 8),
        ry: pick([some(2, 8), 'auto']),
      });
    case 3:
      withMarkers();
      return make('line', {
        x1: some(0, 6),
        y1: some(0, 16),
        x2: some(8, 18),
        y2: some(0, 16),
        stroke: opaque(random),
      });
    case 4:
      withMarkers();
      return make(pick(['polyline', 'polygon']), {
        points: Array.from({ length: between(3, 5) }, () => `${some(0, 18)},${some(0, 18)}`).join(
          ' ',
        ),
      });
    case 5:
      return make('use', {
        href: pick(['#shape', '#symbol', '#group']),
        x: some(0, 6),
        y: some(0, 6),
        ...(chance(0.5) ? { width: some(6, 14), height: some(6, 14) } : {}),
      });
    case 6:
      return make('image', {
        href: pick(['picture.png', 'sized.svg']),
        x: some(0, 8),
        y: some(0, 8),
        width: some(6, 14),
        ...(chance(0.7) ? { height: some(6, 14) } : {}),
        ...(chance(0.4) ? { preserveAspectRatio: pick(ratios) } : {}),
      });
    default:
      withMarkers();
      return make('path', { d: pick(paths) });
  }
}

const ratios = ['none', 'xMinYMin', 'xMaxYMid meet', 'xMidYMid slice', 'xMinYMax slice'];
const viewBoxes = ['0 0 100 100', '0 0 50 100', '10 10 60 40', '-20 -20 140 140', '0 0 200 50'];

function content(random, level) {
  const { between, chance, pick } = random;
  return Array.from({ length: between(1, 3) }, () => {
    if (level === 0 || chance(0.6)) return shape(random);
    if (chance(0.6))
      return node('g', presentation(random), content(random, level - 1), styles(random));
    return node(
      'svg',
      {
        x: '10',
        y: '10',
        width: pick(['60', '50%']),
        height: '60',
        ...(chance(0.7) ? { viewBox: pick(viewBoxes) } : {}),
        ...(chance(0.5) ? { preserveAspectRatio: pick(ratios) } : {}),
        ...(chance(0.3) ? { overflow: 'visible' } : {}),
      },
      content(random, level - 1),
    );
  });
}

const stop = (offset, stopColor, more = {}) =>
  node('stop', { offset, 'stop-color': stopColor, ...more });

function definitions({ pick }) {
  const spread = () => ({ spreadMethod: pick(['pad', 'reflect', 'repeat']) });
  return node('defs', {}, [
    node(
      'linearGradient',
      { id: 'lin', x2: pick(['1', '0.5', '0']), y2: pick(['0', '1']), ...spread() },
      [
        stop('0', '#c00'),
        stop('.5', '#fc0', { 'stop-opacity': pick(['1', '.5']) }),
        stop('1', '#00c'),
      ],
    ),
    node(
      'linearGradient',
      {
        id: 'lin-user',
        gradientUnits: 'userSpaceOnUse',
        x1: '10',
        y1: '10',
        x2: '50',
        y2: '30',
        gradientTransform: pick(['rotate(20)', 'scale(1.5)', '']),
        ...spread(),
      },
      [stop('20%', '#0a0'), stop('80%', '#c0c')],
    ),
    node(
      'radialGradient',
      { id: 'rad', r: pick(['.5', '.3']), cx: pick(['.5', '.2']), ...spread() },
      [stop('0', '#fff'), stop('.4', '#088'), stop('1', '#000')],
    ),
    node('radialGradient', {
      id: 'rad-focal',
      href: '#rad',
      fx: '.3',
      fy: '.4',
      r: '.5',
      cx: '.5',
    }),
    node(
      'pattern',
      {
        id: 'pat',
        width: '12',
        height: '10',
        patternUnits: 'userSpaceOnUse',
        patternTransform: pick(['rotate(30)', 'scale(1.5)', '']),
      },
      [
        node('rect', { width: '6', height: '5', fill: '#c00' }),
        node('circle', { cx: '9', cy: '7', r: '3', fill: '#00c' }),
      ],
    ),
    node('pattern', { id: 'pat-box', width: '.25', height: '.5', viewBox: '0 0 10 10' }, [
      node('rect', { width: '5', height: '10', fill: '#0a0' }),
    ]),
    node('clipPath', { id: 'clip' }, [
      node('circle', { cx: '40', cy: '40', r: '30' }),
      node('rect', { x: '10', y: '10', width: '30', height: '20' }),
    ]),
    node('clipPath', { id: 'clip-box', clipPathUnits: 'objectBoundingBox' }, [
      node('path', { d: 'M0 0 L1 .2 L.6 1 L0 .8Z' }),
    ]),
    node('mask', { id: 'mask' }, [node('rect', { width: '60', height: '60', fill: 'url(#rad)' })]),
    node('mask', { id: 'mask-box', maskContentUnits: 'objectBoundingBox', 'mask-type': 'alpha' }, [
      node('circle', { cx: '.5', cy: '.5', r: '.4', 'fill-opacity': '.7' }),
    ]),
    node(
      'marker',
      {
        id: 'arrow',
        viewBox: '0 0 10 10',
        refX: '5',
        refY: '5',
        markerWidth: '4',
        markerHeight: '4',
        orient: pick(['auto', 'auto-start-reverse', '45']),
      },
      [node('path', { d: 'M0 0 L10 5 L0 10z', fill: '#000' })],
    ),
    node(
      'marker',
      {
        id: 'dot',
        refX: '3',
        refY: '3',
        markerWidth: '6',
        markerHeight: '6',
        markerUnits: pick(['userSpaceOnUse', 'strokeWidth']),
      },
      [
        node('circle', {
          cx: '3',
          cy: '3',
          r: '3',
          fill: pick(['#f80', 'context-stroke', 'context-fill']),
        }),
      ],
    ),
    node('rect', { id: 'shape', width: '40', height: '30' }),
    node('symbol', { id: 'symbol', viewBox: '0 0 40 20' }, [
      node('ellipse', { cx: '20', cy: '10', rx: '20', ry: '10' }),
    ]),
    node('g', { id: 'group', stroke: '#000' }, [
      node('circle', { cx: '20', cy: '20', r: '15' }),
      node('path', { d: 'M0 0 L40 40' }),
    ]),
  ]);
}

export function drawingPage(random) {
  const { pick, chance } = random;
  const attributes = {
    width: '200',
    height: '200',
    ...(chance(0.7) ? { viewBox: pick(viewBoxes) } : {}),
    ...(chance(0.3) ? { preserveAspectRatio: pick(ratios) } : {}),
  };
  const style = { position: 'absolute', left: '20px', top: '20px', 'background-color': '#eee' };
  if (chance(0.2)) style.overflow = 'visible';
  if (chance(0.15)) style.padding = '10px';
  if (chance(0.15)) style.border = '5px solid #000';
  if (chance(0.1)) style.color = '#f0f';
  return [node('svg', attributes, [definitions(random), ...content(random, 2)], style)];
}
