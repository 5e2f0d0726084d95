/**
 * Pages of paint made by chance, from a theme and a number, as `pages/index.js` makes boxes: trees
 * that can be made smaller.
 */
import { openRandom } from '../random.js';
import { backgroundBlend, blendingPage } from './blending.js';
import {
  background,
  border,
  borderImage,
  clip,
  definitions,
  mask,
  maskBorder,
  overflow,
  shadows,
} from './boxes.js';
import { drawingPage } from './drawings.js';
import { besides, pageSize } from './parts.js';
import { picture } from './pictures.js';
import { stackingPage } from './stacking.js';
import { transformPage } from './transforms.js';
import { writingPage } from './writing.js';

const sideBySide = (make) => (random) => besides(random, make);
const withDefinitions = (make) => (random) => [definitions(), ...besides(random, make)];

const themeMakers = {
  stacking: stackingPage,
  blending: blendingPage,
  'background-blend': sideBySide(backgroundBlend),
  backgrounds: sideBySide(background),
  borders: sideBySide(border),
  'border-image': sideBySide(borderImage),
  shadows: sideBySide(shadows),
  clips: withDefinitions(clip),
  masks: withDefinitions(mask),
  'mask-border': sideBySide(maskBorder),
  overflow: sideBySide(overflow),
  transforms: transformPage(false),
  depth: transformPage(true),
  pictures: sideBySide(picture),
  drawings: drawingPage,
  writing: writingPage(false),
  vertical: writingPage(true),
};

export const paintThemes = Object.keys(themeMakers);

/** `{ isQuirky, bodyMargin, size, nodes }` of a theme and number. */
export function makePaintPage(theme, number) {
  const nodes = themeMakers[theme](openRandom(number));
  return { isQuirky: false, bodyMargin: '0', size: pageSize, nodes };
}
