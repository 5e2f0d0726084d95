/** What a single box looks like: backgrounds, borders, shadows, clips, masks. */
import { boxes, gradient, image, layer, layers } from './gradients.js';
import { color, element, opaque, put, several } from './parts.js';

const radii = [
  '10px',
  '50%',
  '20px 5px',
  '40px 0 10px 30px',
  '30px / 10px',
  '100px',
  '50% 0 / 20px',
  '5% 40% 10px 0',
];
/** Thinner double lines and dots are one line and squares in a browser, which paper need not have. */
const widths = ['4px', '5px', '8px', '12px', '15px', '0'];
const styles = [
  'solid',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
  'none',
];

const borderWidths = ({ pick, between }) =>
  Array.from({ length: between(1, 4) }, () => pick(widths)).join(' ');

const solidBorder = {
  'border-style': [1, ['solid', 'solid', 'dashed', 'double']],
  'border-width': [1, borderWidths],
  'border-color': [1, color],
};

export function background(random) {
  const style = { background: layers(random) };
  put(random, style, {
    'background-color': [0.4, color],
    padding: [0.3, ['10px', '0 15px', '5px 10px 15px 0']],
    'border-radius': [0.3, radii],
    'background-clip': [0.2, [...boxes, 'text', 'content-box, border-box']],
    'background-origin': [0.1, boxes],
    'background-attachment': [0.1, ['fixed', 'local', 'scroll, fixed']],
    overflow: [0.1, ['hidden']],
    color: [0.5, ['transparent', 'rgb(0 0 0 / .3)', '#000']],
  });
  if (random.chance(0.35)) put(random, style, solidBorder);
  return { style, children: random.chance(0.3) ? ['XXX X'] : [] };
}

/** Where dashes and dots begin on a round outline is left open, and so is `outline: auto`. */
const whole = styles.filter((style) => !/da|do/.test(style));

export function border(random) {
  const { pick, between } = random;
  const four = (list) => Array.from({ length: between(1, 4) }, () => pick(list)).join(' ');
  const isRound = random.chance(0.5);
  const style = {
    'border-width': borderWidths(random),
    'border-style': four(isRound ? whole : styles),
    'border-color': Array.from({ length: between(1, 4) }, () => opaque(random)).join(' '),
  };
  put(random, style, {
    'border-radius': [isRound ? 1 : 0, radii],
    'background-color': [0.4, color],
    outline: [
      0.2,
      [
        '4px solid #00c',
        ...(isRound ? [] : ['3px dashed #c00', '4px dotted #c0c']),
        '6px double #0a0',
        '5px groove #963',
      ],
    ],
    'outline-offset': [0.2, ['5px', '-10px', '2px']],
    'box-sizing': [0.2, ['border-box']],
  });
  return { style };
}

const slices = ['10', '30%', '5 10 15 20', '33%', '10 fill', '25% 10% fill', '0', '20%'];
const imageWidths = [
  '',
  ' / 10px',
  ' / 1',
  ' / 20% 10px',
  ' / auto',
  ' / 2 1',
  ' / 10px / 5px',
  ' / 15px / 5px 10px',
  ' // 1',
];
const borderRepeats = [
  '',
  ' stretch',
  ' repeat',
  ' round',
  ' space',
  ' round stretch',
  ' repeat space',
];

export function borderImage(random) {
  const { pick } = random;
  const source = random.chance(0.5)
    ? gradient(random)
    : `url(${pick(['nine.svg', 'picture.png', 'bare.svg', 'sized.svg'])})`;
  const style = {
    border: pick(['10px solid #c00', '15px solid #0a0', '8px dashed #00c']),
    'border-image': `${source} ${pick(slices)}${pick(imageWidths)}${pick(borderRepeats)}`,
  };
  put(random, style, {
    'border-width': [0.2, borderWidths],
    'background-color': [0.4, opaque],
    'border-radius': [0.15, radii],
  });
  return { style };
}

function shadow(random) {
  const { pick, chance } = random;
  const length = () => pick(['0', '5px', '-5px', '10px', '-8px', '3px']);
  const blur = pick(['0', '0', '4px', '10px', '20px']);
  const spread = pick(['0', '0', '5px', '-5px', '10px', '-30px']);
  return `${chance(0.35) ? 'inset ' : ''}${length()} ${length()} ${blur} ${spread} ${color(random)}`;
}

export function shadows(random) {
  const style = { 'box-shadow': several(random, shadow) };
  put(random, style, {
    'background-color': [0.6, color],
    'border-radius': [0.5, radii],
    'text-shadow': [0.2, ['3px 3px #c00', '2px 2px 4px #00c', '-5px 5px #0a0, 5px 5px 2px #000']],
  });
  if (random.chance(0.3)) put(random, style, solidBorder);
  return { style, children: random.chance(0.3) ? ['XX X'] : [] };
}

const lengths = ['0', '5px', '10px', '20%', '30px', '10%', '50%'];

function basicShape(random) {
  const { pick, chance, between, below } = random;
  const length = () => pick(lengths);
  const point = () =>
    `${between(-1, 11) * 10}${pick(['%', 'px'])} ${between(-1, 10) * 10}${pick(['%', 'px'])}`;
  const round = chance(0.4)
    ? ` round ${pick(['10px', '50%', '20px 5px', '30px / 10px', '5px 10px 20px 40px'])}`
    : '';
  const at = chance(0.5) ? ` at ${point()}` : '';
  const rule = chance(0.3) ? 'evenodd, ' : '';
  const radius = () => pick(['30px', '40%', 'closest-side', 'farthest-side', '50px', '25%']);
  switch (below(8)) {
    case 0:
      return `inset(${Array.from({ length: between(1, 4) }, length).join(' ')}${round})`;
    case 1:
      return `circle(${chance(0.8) ? radius() : ''}${at})`;
    case 2:
      return `ellipse(${chance(0.8) ? `${radius()} ${radius()}` : ''}${at})`;
    case 3:
      return `polygon(${rule}${Array.from({ length: between(3, 6) }, point).join(', ')})`;
    case 4:
      return `path(${rule}"M10 10 H70 V60 C50 90 30 20 10 60 Z ${pick(['', 'M30 20 h20 v20 h-20 z', 'M40 0 a20 20 0 1 0 20 20 z', 'm5 5 q20 60 60 0 t-30 20'])}")`;
    case 5:
      return `xywh(${length()} ${length()} ${pick(['40px', '50%', '60px'])} ${pick(['40px', '50%', '70px'])}${round})`;
    case 6:
      return `rect(${pick(['auto', '10px', '5%'])} ${pick(['auto', '70px', '80%'])} ${pick(['auto', '60px', '90%'])} ${pick(['auto', '10px', '20%'])}${round})`;
    default:
      return `shape(${rule.replace(', ', ' ')}from ${point()}, ${pick([
        'line to 90% 10%, line by 0 50px, hline to 20%, close',
        'curve to 80px 60px with 40px 0 / 80px 20px, vline to 100%, hline by -40px',
        'arc to 70px 70px of 30px cw large, line to 0 100%, close',
        'smooth to 60px 60px with 50px 20px, move to 10px 10px, line to 30px 10px, line to 30px 40px',
        'arc by 40px 20px of 30px 20px rotate 30deg, line to 10px 70px',
      ])})`;
  }
}

const referenceBoxes = [
  'border-box',
  'padding-box',
  'content-box',
  'margin-box',
  'fill-box',
  'stroke-box',
  'view-box',
];

function clipPath(random) {
  const { pick, chance } = random;
  if (chance(0.12)) return pick(referenceBoxes);
  if (chance(0.2)) return `url(#${pick(['clip', 'clip-box', 'clip-two'])})`;
  return `${basicShape(random)}${chance(0.25) ? ` ${pick(referenceBoxes)}` : ''}`;
}

const svgNode = (tag, attributes, children = []) =>
  element(tag, {}, children, { noId: '', ...attributes });

/** Clips and masks that `url()` names. */
export const definitions = () =>
  svgNode('svg', { width: '0', height: '0', style: 'position: absolute' }, [
    svgNode('clipPath', { id: 'clip' }, [
      svgNode('circle', { cx: '30', cy: '40', r: '30' }),
      svgNode('rect', { x: '40', y: '20', width: '40', height: '20' }),
    ]),
    svgNode('clipPath', { id: 'clip-box', clipPathUnits: 'objectBoundingBox' }, [
      svgNode('path', { d: 'M0 0 L1 .2 L.6 1 L0 .8Z', 'clip-rule': 'evenodd' }),
    ]),
    svgNode(
      'clipPath',
      { id: 'clip-two', 'clip-path': 'url(#clip)', transform: 'translate(5 5)' },
      [svgNode('ellipse', { cx: '40', cy: '30', rx: '40', ry: '20' })],
    ),
    svgNode('mask', { id: 'mask' }, [
      svgNode('circle', { cx: '30', cy: '40', r: '30', fill: '#fff' }),
      svgNode('rect', { x: '30', y: '30', width: '50', height: '20', fill: '#888' }),
    ]),
    svgNode(
      'mask',
      { id: 'mask-box', maskContentUnits: 'objectBoundingBox', style: 'mask-type: alpha' },
      [
        svgNode('rect', {
          x: '.1',
          y: '.2',
          width: '.6',
          height: '.6',
          fill: '#000',
          'fill-opacity': '.6',
        }),
      ],
    ),
    svgNode('mask', { id: 'mask-cut', x: '0', y: '.25', width: '.5', height: '.5' }, [
      svgNode('rect', { x: '0', y: '0', width: '200', height: '200', fill: '#fff' }),
    ]),
  ]);

const filling = (random) => ({
  background: random.chance(0.5) ? layer(random) : opaque(random),
  'background-color': opaque(random),
});

/** Now and then a bar, which shows what of a box's content is cut or masked. */
function bars(random) {
  const style = {
    position: 'absolute',
    left: '30px',
    top: '40px',
    width: '80px',
    height: '20px',
    'background-color': '#000',
  };
  return random.chance(0.4) ? [element('div', style)] : [];
}

export function clip(random) {
  const style = { ...filling(random), 'clip-path': clipPath(random) };
  put(random, style, {
    padding: [0.2, ['10px']],
    margin: [0.2, ['5px', '-5px 10px']],
    border: [0.3, ['8px solid #000', '10px dashed #00c']],
    'border-radius': [0.2, radii],
    'box-shadow': [0.15, ['5px 5px #000']],
    transform: [0.1, ['rotate(20deg)', 'scale(.8)']],
    opacity: [0.1, ['.6']],
    outline: [0.1, ['4px solid #c0c']],
  });
  return { style, children: bars(random) };
}

function maskLayer(random) {
  const { pick, chance } = random;
  const source = chance(0.15) ? `url(#${pick(['mask', 'mask-box', 'mask-cut'])})` : null;
  const parts = [source ?? image(random)];
  if (chance(0.5) && !source)
    parts.push(
      `${pick(['center', '10px 20px', '100% 0'])} / ${pick(['auto', '30px', '50% 25%', 'contain', 'cover'])}`,
    );
  if (chance(0.4)) parts.push(pick(['no-repeat', 'repeat-x', 'round', 'space']));
  if (chance(0.3)) parts.push(pick([...boxes, 'border-box no-clip', 'content-box padding-box']));
  if (chance(0.25)) parts.push(pick(['luminance', 'alpha', 'match-source']));
  if (chance(0.35)) parts.push(pick(['add', 'subtract', 'intersect', 'exclude']));
  return parts.join(' ');
}

export function mask(random) {
  const style = { ...filling(random), mask: several(random, maskLayer) };
  put(random, style, {
    padding: [0.2, ['10px']],
    border: [0.3, ['8px solid #000', '10px dashed #00c']],
    'border-radius': [0.2, radii],
    'box-shadow': [0.15, ['5px 5px #000']],
    transform: [0.1, ['rotate(20deg)', 'scale(.8)']],
    opacity: [0.1, ['.6']],
    overflow: [0.1, ['hidden']],
  });
  return { style, children: bars(random) };
}

export function maskBorder(random) {
  const { pick } = random;
  const source = random.chance(0.4)
    ? gradient(random)
    : `url(${pick(['nine.svg', 'picture.png'])})`;
  const style = {
    ...filling(random),
    border: pick(['10px solid #c00', '15px solid #0a0']),
    '-webkit-mask-box-image': `${source} ${pick(slices)}${pick(imageWidths)}${pick(borderRepeats)}`,
  };
  return { style };
}

const margins = ['5px', '10px', 'content-box', 'border-box 5px', 'content-box 8px', 'padding-box'];

export function overflow(random) {
  const { pick } = random;
  const style = {
    'background-color': opaque(random),
    overflow: pick(['hidden', 'clip', 'clip visible', 'visible clip', 'clip', 'auto']),
  };
  put(random, style, {
    'overflow-clip-margin': [0.5, margins],
    'border-radius': [0.5, radii],
    padding: [0.3, ['10px', '5px 20px']],
    border: [0.4, ['8px solid #000', '10px double #00c']],
    position: [0.2, ['absolute']],
    contain: [0.1, ['paint']],
    display: [0.2, ['flex', 'grid']],
  });
  const inner = {
    position: pick(['relative', 'absolute', 'static']),
    left: '-10px',
    top: '20px',
    width: '110px',
    height: '50px',
    'background-color': opaque(random),
  };
  const other = {
    position: pick(['relative', 'static', 'fixed']),
    left: '40px',
    top: '-20px',
    width: '20px',
    height: '150px',
    'flex-shrink': '0',
    'background-color': opaque(random),
  };
  return { style, children: [element('div', inner), element('div', other)] };
}
