/** Boxes that are moved, turned and seen from the side. */
import { element, opaque, put } from './parts.js';

const flat = [
  ...[
    'translate(10px, 20%)',
    'rotate(30deg)',
    'scale(.7, 1.2)',
    'skew(20deg, 5deg)',
    'matrix(.8, .2, -.3, .9, 5, 5)',
  ],
  ...['translateX(-15px)', 'scaleX(-1)', 'rotate(90deg)', 'skewY(-15deg)', 'scale(0.5)'],
];
const deep = [
  ...[
    'rotateX(40deg)',
    'rotateY(-50deg)',
    'rotate3d(1, 1, 0, 60deg)',
    'translateZ(20px)',
    'rotateY(180deg)',
  ],
  ...[
    'scaleZ(2)',
    'translate3d(5px, 5px, -20px)',
    'matrix3d(1,0,0,0,0,.8,.2,0,0,0,1,0,10,0,5,1)',
    'rotateX(180deg)',
  ],
];

const ofBoxes = (isDeep) => ({
  transform: [
    0.7,
    ({ pick, between }) =>
      Array.from({ length: between(1, 2) }, () => pick(isDeep ? [...flat, ...deep] : flat)).join(
        ' ',
      ),
  ],
  translate: [0.15, ['10px', '5px 10%', '-10px -5px']],
  rotate: [0.15, ['15deg', '-40deg', ...(isDeep ? ['x 40deg', '1 1 0 30deg'] : [])]],
  scale: [0.15, ['.8', '1.2 .6', '-1 1']],
  'transform-origin': [
    0.4,
    ['0 0', 'right', '20px bottom', '100% 100%', '50% 0', ...(isDeep ? ['0 0 20px'] : [])],
  ],
  'transform-box': [0.1, ['border-box', 'content-box', 'fill-box']],
  'z-index': [0.1, ['-1', '1']],
  position: [0.3, ['relative', 'absolute']],
  overflow: [0.1, ['hidden']],
  border: [0.3, ['5px solid #000', '5px solid #0a0']],
  padding: [0.2, ['5px', '0 10px']],
  ...(isDeep
    ? {
        'transform-style': [0.4, ['preserve-3d']],
        'backface-visibility': [0.15, ['hidden']],
        opacity: [0.04, ['.8']],
      }
    : {}),
});

function box(random, level, isDeep) {
  const { pick } = random;
  const size = { width: `${pick([40, 60, 80, 100])}px`, height: `${pick([30, 50, 70])}px` };
  const style = put(random, { ...size, 'background-color': opaque(random) }, ofBoxes(isDeep));
  const children =
    level > 0
      ? Array.from({ length: random.between(0, 2) }, () => box(random, level - 1, isDeep))
      : [];
  if (children.length === 0 && random.chance(0.3)) children.push('XX');
  return element('div', style, children);
}

export const transformPage = (isDeep) => (random) => {
  const around = put(
    random,
    { width: '120px', height: '120px', margin: '60px', 'font-size': '10px' },
    isDeep ? { perspective: [0.01, ['200px']], 'transform-style': [0.3, ['preserve-3d']] } : {},
  );
  return [
    element(
      'div',
      around,
      Array.from({ length: random.between(1, 2) }, () => box(random, 2, isDeep)),
    ),
  ];
};
