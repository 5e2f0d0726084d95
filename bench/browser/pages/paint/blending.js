/** Groups that mix with what lies below them. */
import { layer } from './gradients.js';
import { color, element, opaque, put, several } from './parts.js';

export const modes = [
  ...[
    'multiply',
    'screen',
    'overlay',
    'darken',
    'lighten',
    'color-dodge',
    'color-burn',
    'hard-light',
  ],
  ...['soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity'],
];

const places = ['-10px', '0', '10px', '20px', '30px'];

const ofGroups = {
  'background-color': [0.7, color],
  'mix-blend-mode': [0.5, [...modes, 'plus-lighter']],
  isolation: [0.15, ['isolate']],
  opacity: [0.15, ['.5', '.8']],
  'z-index': [0.2, ['0', '1', '-1']],
  overflow: [0.1, ['hidden', 'clip']],
  'border-radius': [0.1, ['20px']],
  transform: [0.1, ['rotate(10deg)', 'translate(5px)']],
  'clip-path': [0.08, ['circle(45%)', 'inset(5px)']],
  mask: [0.06, ['linear-gradient(#000, transparent)', 'linear-gradient(#000 50%, transparent 0)']],
  border: [0.1, ['5px solid #0a0']],
  'box-shadow': [0.08, ['5px 5px #00c', '0 0 6px #000']],
  filter: [0.03, ['none']],
};

function group(random, level) {
  const { pick, between } = random;
  const style = put(
    random,
    { width: `${pick([40, 60, 80])}px`, height: `${pick([40, 60, 80])}px` },
    ofGroups,
  );
  if (random.chance(0.7)) {
    style.position = pick(['absolute', 'relative']);
    style.left = pick(places);
    style.top = pick(places);
  }
  const children =
    level > 0 ? Array.from({ length: between(0, 2) }, () => group(random, level - 1)) : [];
  if (children.length === 0 && random.chance(0.3)) children.push('XX');
  return element('div', style, children);
}

export function blendingPage(random) {
  const around = put(
    random,
    { width: '200px', height: '200px', padding: '20px' },
    {
      'background-color': [0.5, opaque],
      isolation: [0.15, ['isolate']],
      position: [0.3, ['relative']],
    },
  );
  return [
    element(
      'div',
      around,
      Array.from({ length: random.between(1, 3) }, () => group(random, 2)),
    ),
  ];
}

export function backgroundBlend(random) {
  const style = {
    background: `${several(random, layer)}`,
    'background-color': color(random),
    'background-blend-mode': several(random, ({ pick }) => pick(modes)),
  };
  return { style };
}
