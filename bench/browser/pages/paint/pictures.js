/** Pictures and drawings in boxes of other sizes than their own. */
import { opaque, put } from './parts.js';

const sources = [
  'picture.png',
  'picture.png',
  'turned.jpg',
  'sized.svg',
  'ratio.svg',
  'bare.svg',
  'wide.svg',
  'slice.svg',
];

export function picture(random) {
  const { pick, chance } = random;
  const style = put(
    random,
    {},
    {
      'object-fit': [0.7, ['fill', 'contain', 'cover', 'none', 'scale-down']],
      'object-position': [0.4, ['0 0', 'right 10px bottom 5px', '20% 80%', '-10px 5px']],
      'image-orientation': [0.15, ['none', 'from-image']],
      'image-rendering': [0.1, ['pixelated', 'crisp-edges']],
      'background-color': [0.4, opaque],
      padding: [0.2, ['5px', '10px 0']],
      border: [0.2, ['5px solid #000']],
      'border-radius': [0.2, ['20px', '50%']],
      overflow: [0.1, ['visible', 'clip']],
      'overflow-clip-margin': [0.05, ['10px', 'content-box']],
      width: [0.3, ['auto', '60px', '100px']],
      height: [0.3, ['auto', '60px', '100px']],
      'clip-path': [0.1, ['circle(40%)', 'inset(10px)']],
      'mask-image': [0.05, ['linear-gradient(#000, transparent)']],
      transform: [0.1, ['rotate(15deg)']],
    },
  );
  const attributes = { src: pick(sources), noId: '' };
  if (chance(0.1)) attributes.srcset = `${pick(sources)} 2x`;
  if (chance(0.15))
    style.content = pick([
      'url(sized.svg)',
      'image-set(url(picture.png) 1x, url(sized.svg) 2x)',
      'url(picture.png)',
    ]);
  return { tag: 'img', style, attributes };
}
