/** Backgrounds, borders and decoration of boxes written downwards, from the right, or over lines. */
import { gradient } from './gradients.js';
import { element, opaque, put } from './parts.js';

const lines = [
  'underline',
  'overline',
  'line-through',
  'underline overline',
  'underline line-through',
];

const inlineStyle = (random) =>
  put(
    random,
    {},
    {
      'background-color': [0.4, opaque],
      background: [0.2, gradient],
      color: [0.3, opaque],
      'border-left': [0.2, ['3px solid #000']],
      'border-right': [0.2, ['6px solid #c0c']],
      'border-block-start': [0.2, ['3px solid #c00']],
      border: [0.1, ['2px solid #0a0']],
      'border-radius': [0.2, ['6px', '10px 0']],
      padding: [0.2, ['2px 4px', '0 5px']],
      'box-decoration-break': [0.2, ['clone', 'slice']],
      '-webkit-box-decoration-break': [0.1, ['clone']],
      'text-decoration-line': [0.4, lines],
      'text-decoration-color': [0.3, opaque],
      'text-decoration-style': [0.3, ['solid', 'double', 'dashed']],
      'text-decoration-thickness': [0.3, ['3px', '1px', '20%']],
      'text-underline-offset': [0.2, ['3px', '-5px']],
      'text-underline-position': [0.1, ['under', 'left', 'right', 'from-font']],
      'text-shadow': [0.1, ['3px 3px #0a0']],
      'vertical-align': [0.2, ['5px', '-5px', 'super', 'middle', 'top']],
      position: [0.1, ['relative']],
      left: [0.1, ['5px']],
      direction: [0.05, ['rtl']],
      outline: [0.1, ['2px solid #c0c']],
      'box-shadow': [0.1, ['3px 3px #888', 'inset 2px 2px #fff']],
      'font-size': [0.2, ['10px', '20px']],
    },
  );

function content(random, level) {
  const { between, pick, chance } = random;
  const children = [];
  for (let left = between(1, 3); left > 0; left--) {
    if (chance(0.6)) children.push(pick(['XX ', 'X XXX ', 'XXX XX ', 'X']));
    if (level > 0)
      children.push(
        element(chance(0.85) ? 'span' : 'div', inlineStyle(random), content(random, level - 1)),
      );
  }
  return children.length > 0 ? children : ['XX'];
}

export const writingPage = (isVertical) => (random) => {
  const style = put(
    random,
    {
      width: '150px',
      height: '150px',
      margin: '40px',
      'font-size': '10px',
      'line-height': random.pick(['1', '1.5', '20px']),
    },
    {
      'writing-mode': [
        isVertical ? 1 : 0,
        ['vertical-rl', 'vertical-lr', 'vertical-rl', 'sideways-rl', 'sideways-lr'],
      ],
      'background-color': [0.5, ['#eee', '#cff']],
      'background-image': [0.2, gradient],
      border: [0.3, ['5px solid #000', '5px dashed #00c']],
      'border-inline-start': [0.2, ['8px solid #c0c']],
      'border-start-end-radius': [0.2, ['20px']],
      'text-decoration-line': [0.2, lines],
      direction: [0.15, ['rtl']],
      'text-align': [0.3, ['center', 'end', 'right']],
      'text-indent': [0.1, ['20px']],
    },
  );
  return [element('div', style, content(random, 2))];
};
