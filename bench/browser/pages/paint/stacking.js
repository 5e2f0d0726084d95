/** Boxes over one another: the order they are painted in, and what cuts them. */
import { element, opaque, put } from './parts.js';

const offsets = ['-20px', '-10px', '0', '10px', '20px', '30px'];
const sizes = ['20px', '40px', '60px', '80px', '100px', 'auto', '50%'];

const ofBoxes = {
  'background-color': [0.85, opaque],
  width: [0.6, sizes],
  height: [0.7, sizes],
  margin: [0.25, ['-10px', '5px', '-20px 0 0 10px', '0 0 -15px 0', '10px 0 0 -10px']],
  border: [0.2, ['4px solid #000', '6px solid #f0f']],
  padding: [0.15, ['5px', '0 10px']],
  float: [0.15, ['left', 'right']],
  'z-index': [0.35, ['-1', '0', '1', '2', 'auto', '-2']],
  opacity: [0.08, ['0.6', '0.9']],
  overflow: [0.12, ['hidden', 'clip', 'auto', 'visible clip']],
  'border-radius': [0.08, ['10px', '50%']],
  outline: [0.08, ['3px solid #000', '4px solid #c0c']],
  'box-shadow': [0.06, ['5px 5px #000', 'inset 4px 4px #000']],
  transform: [0.06, ['translate(5px, 5px)', 'scale(.8)']],
  isolation: [0.05, ['isolate']],
  'will-change': [0.03, ['transform', 'opacity', 'top']],
  contain: [0.03, ['paint', 'layout']],
  filter: [0.02, ['none']],
  'clip-path': [0.04, ['inset(5px)', 'circle(40%)']],
  clip: [0.04, ['rect(5px, 40px, 40px, 5px)', 'rect(auto, 30px, auto, auto)']],
  visibility: [0.05, ['hidden', 'visible']],
  order: [0.05, ['-1', '1']],
  direction: [0.03, ['rtl']],
};

const displays = [
  'block',
  'block',
  'block',
  'inline-block',
  'inline',
  'flex',
  'grid',
  'inline-flex',
  'table',
  'flow-root',
];
const positioned = ['relative', 'relative', 'absolute', 'absolute', 'fixed'];

function box(random, level) {
  const { chance, pick, between } = random;
  const style = put(random, {}, ofBoxes);
  style.display = pick(displays);
  if (chance(0.4)) {
    style.position = pick(positioned);
    put(random, style, {
      left: [0.6, offsets],
      top: [0.6, offsets],
      right: [0.1, offsets],
      bottom: [0.1, offsets],
    });
  }
  const children = [];
  if (level > 0)
    for (let left = between(0, 3); left > 0; left--) {
      if (chance(0.2)) children.push(pick(['X', 'XX X', 'XXX']));
      children.push(box(random, level - 1));
    }
  if (children.length === 0 && chance(0.6)) children.push(pick(['X', 'XX', 'XXX XX']));
  if (chance(0.4)) style.color = opaque(random);
  return element(style.display === 'inline' ? 'span' : 'div', style, children);
}

export function stackingPage(random) {
  const around = { width: '180px', height: '180px', margin: '30px', 'font-size': '10px' };
  return [
    element(
      'div',
      around,
      Array.from({ length: random.between(1, 3) }, () => box(random, 2)),
    ),
  ];
}
