/** css-line-grid-1 and css-inline-3 §5: the baseline grid, and lines trimmed to their letters. */

import { integerFrom, number } from '../basic-types.ts';
import { anyOrder, custom, either, keyword, keywords, map, named } from '../combinators.ts';
import { property, shorthand } from './property.ts';

/** What the first line begins at and the last line ends at. */
export interface TextBoxEdge {
  readonly over: 'text' | 'cap' | 'ex';
  readonly under: 'text' | 'alphabetic';
}

const over = keywords('text', 'cap', 'ex');
const under = keywords('text', 'alphabetic');
const auto: TextBoxEdge = { over: 'text', under: 'text' };

const edge = either(
  keyword('auto', auto),
  custom(
    '[text | cap | ex] [text | alphabetic]?',
    (reader): TextBoxEdge | undefined => {
      const first = over.read(reader);
      return first && { over: first, under: under.read(reader) ?? 'text' };
    },
    ['text', 'cap', 'ex', 'alphabetic'],
  ),
);

/** Lines that the letter is high, and lines that it goes down. */
export interface InitialLetter {
  readonly size: number;
  readonly sink: number;
}

const normalLetter = 'normal' as 'normal' | InitialLetter;
const atLeastOne = map(number, (value) => (value >= 1 ? value : undefined));
const dropOrRaise = keywords('drop', 'raise');

const initialLetter = named(
  'normal | <number [1,∞]> [<integer [1,∞]> | drop | raise]?',
  either(
    keyword('normal', normalLetter),
    custom('<number> <integer>?', (reader): InitialLetter | undefined => {
      const size = atLeastOne.read(reader);
      if (size === undefined) return undefined;
      const given = either(dropOrRaise, integerFrom(1)).read(reader);
      const sink = given === 'raise' ? 1 : typeof given === 'number' ? given : Math.floor(size);
      return { size, sink };
    }),
  ),
);

const trim = keywords('none', 'trim-start', 'trim-end', 'trim-both');

export const lineGridProperties = {
  lineGrid: property({
    initial: 'match-parent',
    inherited: false,
    parse: keywords('match-parent', 'create'),
    spec: 'css-line-grid-1#line-grid',
  }),
  lineSnap: property({
    initial: 'none',
    inherited: true,
    parse: keywords('none', 'baseline'),
    spec: 'css-line-grid-1#line-snap',
  }),
  boxSnap: property({
    initial: 'none',
    inherited: false,
    parse: keywords('none', 'block-start', 'block-end'),
    spec: 'css-line-grid-1#box-snap',
  }),
  initialLetter: property({
    initial: normalLetter,
    inherited: false,
    parse: initialLetter,
    spec: 'css-inline-3#sizing-drop-initials',
    deviation:
      'A letter that is higher than it sinks (`3 2`) reaches above the first line, which it does not push down.',
  }),
  textBoxTrim: property({
    initial: 'none',
    inherited: false,
    parse: trim,
    spec: 'css-inline-3#propdef-text-box-trim',
  }),
  textBoxEdge: property({
    initial: auto,
    inherited: true,
    parse: edge,
    spec: 'css-inline-3#propdef-text-box-edge',
  }),
};

export const lineGridShorthands = {
  textBox: shorthand({
    longhands: ['textBoxTrim', 'textBoxEdge'],
    parse: named(
      "normal | <'text-box-trim'> || <'text-box-edge'>",
      either(
        keyword('normal', { textBoxTrim: 'none', textBoxEdge: auto }),
        map(anyOrder({ trim, edge }), (parts) => ({
          textBoxTrim: parts.trim ?? 'trim-both',
          textBoxEdge: parts.edge ?? auto,
        })),
      ),
    ),
    spec: 'css-inline-3#propdef-text-box',
  }),
};
