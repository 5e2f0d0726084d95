/** What pages of paint are made of: nodes, colours, and boxes that stand side by side. */

export const pageSize = { width: 240, height: 240 };

export const element = (tag, style = {}, children = [], attributes = {}) => ({
  tag,
  attributes,
  style,
  children,
});

const hues = ['#c00', '#0a0', '#00c', '#fc0', '#0cc', '#c0c', '#963', '#f80', '#088', '#444'];
const clear = ['rgb(255 0 0 / .5)', 'rgb(0 128 0 / .6)', 'rgb(0 0 255 / .4)', 'rgb(0 0 0 / .3)'];

export const color = ({ pick, chance }) => (chance(0.2) ? pick(clear) : pick(hues));
export const opaque = ({ pick }) => pick(hues);

/** Each property with a share and its values, or a maker of one. */
export function put(random, style, properties) {
  for (const [name, [share, values]] of Object.entries(properties)) {
    if (!random.chance(share)) continue;
    style[name] = typeof values === 'function' ? values(random) : random.pick(values);
  }
  return style;
}

/** So many of what `make` gives, as a list of CSS. */
export function several(random, make, most = 3) {
  const count = random.between(1, most);
  return Array.from({ length: count }, () => make(random)).join(', ');
}

const places = [
  [20, 20],
  [140, 20],
  [20, 140],
  [140, 140],
];

/** One to four boxes of 80 by 80 px, of which `make` says the rest. */
export function besides(random, make) {
  return places.slice(0, random.between(1, 4)).map(([left, top]) => {
    const { style = {}, tag = 'div', children = [], attributes = {} } = make(random);
    const place = { position: 'absolute', left: `${left}px`, top: `${top}px` };
    const size = { width: '80px', height: '80px' };
    return element(tag, { ...place, ...size, ...style }, children, attributes);
  });
}
