/** Boxes whose size and style `@container` asks for (css-conditional-5 §4). */
import { customIdent } from '../basic-types.ts';
import { anyOrder, custom, either, keyword, keywords, map, spaceList } from '../combinators.ts';
import { takeDelim } from '../reader.ts';
import { property, shorthand } from './property.ts';

/** Nothing scrolls on paper, so `scroll-state` asks for nothing. */
const containerType = either(
  keyword('normal', 'normal'),
  map(
    anyOrder({ size: keywords('size', 'inline-size'), state: keyword('scroll-state', true) }),
    ({ size = 'normal' }) => size,
  ),
);

const noNames: readonly string[] = [];

const containerName = either(
  keyword('none', noNames),
  spaceList(customIdent('none', 'and', 'or', 'not'), 1, 100),
);

export const containerProperties = {
  containerType: property({
    initial: 'normal',
    inherited: false,
    parse: containerType,
    spec: 'css-conditional-5#container-type',
  }),
  containerName: property({
    initial: noNames,
    inherited: false,
    parse: containerName,
    spec: 'css-conditional-5#container-name',
  }),
};

export const containerShorthands = {
  container: shorthand({
    longhands: ['containerName', 'containerType'],
    parse: custom(
      `<'container-name'> [ / <'container-type'> ]?`,
      (reader) => {
        const names = containerName.read(reader);
        if (names === undefined) return undefined;
        if (!takeDelim(reader, '/')) return { containerName: names, containerType: 'normal' };
        const type = containerType.read(reader);
        return type === undefined ? undefined : { containerName: names, containerType: type };
      },
      ['none', 'normal', 'size', 'inline-size'],
    ),
    spec: 'css-conditional-5#container-shorthand',
  }),
};
