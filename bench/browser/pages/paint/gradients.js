/** Gradients of all kinds. */
import { color, several } from './parts.js';

const angles = [
  'to right',
  'to top left',
  '45deg',
  '0.3turn',
  '200grad',
  'to bottom',
  '-30deg',
  '160deg',
];
const shapes = [
  ...[
    'circle',
    'ellipse',
    'closest-side',
    'farthest-side',
    'closest-corner',
    'circle closest-side',
  ],
  ...['20px', '30px 20px', '40% 20%', 'circle farthest-side', 'ellipse closest-corner', '25px 60%'],
];
const positions = [
  'center',
  '20px 30px',
  'top',
  'right 10px bottom 20px',
  '0 0',
  '75% 25%',
  '-10px 50%',
];
const lengths = ['0', '10px', '20%', '30px', '50%', '45px', '75%', '100%', '120%', '-10px', '-20%'];
const turns = ['0deg', '45deg', '25%', '0.4turn', '180deg', '60%', '300deg', '100%', '-30deg'];

function stops(random, places) {
  const { chance, pick, between } = random;
  const list = [];
  for (let left = between(2, 4); left > 0; left--) {
    const at = chance(0.5) ? ` ${pick(places)}` : '';
    const second = at !== '' && chance(0.25) ? ` ${pick(places)}` : '';
    list.push(`${chance(0.1) ? 'transparent' : color(random)}${at}${second}`);
    if (left > 1 && chance(0.1)) list.push(pick(places));
  }
  return list.join(', ');
}

export function gradient(random) {
  const { pick, chance } = random;
  const repeating = chance(0.25) ? 'repeating-' : '';
  const at = () => (chance(0.5) ? ` at ${pick(positions)}` : '');
  const first = (text) => (text.trim() === '' ? '' : `${text.trim()}, `);
  const kind = random.below(3);
  const space = chance(0.1) ? pick(['in oklab', 'in srgb-linear', 'in hsl longer hue']) : '';
  if (kind === 0)
    return `${repeating}linear-gradient(${first(`${chance(0.6) ? pick(angles) : ''} ${space}`)}${stops(random, lengths)})`;
  if (kind === 1)
    return `${repeating}radial-gradient(${first(`${chance(0.6) ? pick(shapes) : ''}${at()} ${space}`)}${stops(random, lengths)})`;
  const from = chance(0.4) ? `from ${pick(turns.filter((one) => !one.endsWith('%')))}` : '';
  return `${repeating}conic-gradient(${first(`${from}${at()} ${space}`)}${stops(random, turns)})`;
}

/** Colours that are told apart by where they meet. */
export function image(random) {
  const { pick, chance } = random;
  if (chance(0.25)) return `url(${pick(['picture.png', 'sized.svg', 'ratio.svg', 'bare.svg'])})`;
  return gradient(random);
}

const sizes = [
  'auto',
  'cover',
  'contain',
  '20px',
  '30px 20px',
  '50%',
  '40% 25%',
  'auto 30px',
  '17px 23px',
  '100%',
];
const repeats = [
  'repeat',
  'no-repeat',
  'round',
  'space',
  'repeat-x',
  'repeat-y',
  'round space',
  'no-repeat repeat',
];
const boxes = ['border-box', 'padding-box', 'content-box'];

/** A layer of `background` or `mask`, without its colour. */
export function layer(random) {
  const { pick, chance } = random;
  const place = `${pick(positions.filter((one) => one !== '-10px 50%'))} / ${pick(sizes)}`;
  const parts = [image(random)];
  if (chance(0.7)) parts.push(place);
  if (chance(0.5)) parts.push(pick(repeats));
  if (chance(0.3)) parts.push(pick(boxes));
  if (chance(0.15)) parts.push(pick(boxes));
  return parts.join(' ');
}

export const layers = (random) => several(random, layer);
export { boxes, positions };
