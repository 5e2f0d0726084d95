/**
 * CSS that exists and that we do not do, each with the nearest way that works. What only a screen
 * can do is told apart: leaving it out changes nothing on paper.
 */
import { type Hint, hint } from '../base/index.ts';

/** Tables are made when the first fault is met: most sheets have none. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const noHints: readonly Hint[] = [];

/** Properties without a meaning on a printed page. */
const screenOnly = once(
  (): ReadonlySet<string> =>
    new Set([
      ...['cursor', 'pointer-events', 'user-select', 'resize', 'touch-action', 'caret-color'],
      ...['accent-color', 'appearance', 'color-scheme', 'scroll-behavior'],
      ...['scroll-margin', 'scroll-padding', 'scroll-snap-type', 'scroll-snap-align', 'transition'],
      ...['transition-property', 'transition-duration', 'transition-timing-function'],
      ...['transition-delay', 'animation', 'animation-name', 'animation-duration'],
      'text-rendering',
      ...['print-color-adjust', '-webkit-print-color-adjust', '-webkit-font-smoothing'],
      ...[
        '-moz-osx-font-smoothing',
        '-webkit-text-size-adjust',
        'text-size-adjust',
        'image-rendering',
      ],
      ...[
        '-webkit-tap-highlight-color',
        'font-display',
        'content-visibility',
        'overscroll-behavior',
      ],
    ]),
);

/** Families of names: scrolling, motion, transitions of views, speech, and what one browser has. */
const screenOnlyFamilies = once(() => [
  /^(?:scroll|scrollbar|animation|transition|overscroll-behavior|view-transition|view-timeline)-/,
  /^(?:timeline|trigger|interest-delay|voice|pause|rest|cue|position-try|caret)(?:-|$)/,
  /^(?:speak(?:-as)?|view-timeline|scroll-timeline|overlay|interactivity|interpolate-size)$/,
  /^(?:reading-(?:flow|order)|field-sizing|forced-color-adjust|dynamic-range-limit|ime-mode)$/,
  /^(?:overflow-anchor|font-smooth|behavior|contain-intrinsic-.*|shape-rendering)$/,
  /^-(?:moz|ms|o|khtml)-/,
  /^-webkit-(?:user-|touch-|appearance|overflow-scrolling|text-security)/,
]);

export function isScreenOnly(name: string): boolean {
  return screenOnly().has(name) || screenOnlyFamilies().some((family) => family.test(name));
}

const filterHint = hint(
  'filters work on pixels, which a plate has none of: apply it to the picture itself; `box-shadow`, `opacity` and `mix-blend-mode` are drawn',
  'filtre virker på pixels, som en trykplade ikke har: brug det på selve billedet; `box-shadow`, `opacity` og `mix-blend-mode` tegnes',
);
const useTransform = hint('use `transform`', 'brug `transform`');
const jobHint = hint('set it in `job.yaml`', 'angiv det i `job.yaml`');
const faceHint = hint(
  'choose the cut by `@font-face`, `font-weight` and `font-style`',
  'vælg snittet med `@font-face`, `font-weight` og `font-style`',
);
const maskHint = hint('use `mask`', 'brug `mask`');
const cornerHint = hint(
  'use `border-radius` or `clip-path`',
  'brug `border-radius` eller `clip-path`',
);
const flexHint = hint('use `display: flex`', 'brug `display: flex`');
const insetHint = hint('use `position` and `inset`', 'brug `position` og `inset`');
const svgHint = hint('use the attribute of the SVG element', 'brug SVG-elementets attribut');
const rubyHint = hint('use a grid for words above words', 'brug et grid til ord over ord');
const overflowHint = hint('use `overflow`', 'brug `overflow`');

const properties = once(
  (): ReadonlyMap<string, readonly Hint[]> =>
    new Map([
      ...['font-stretch', 'font-width', 'font-synthesis', 'font-variation-settings'].map(
        (name) => [name, [faceHint]] as const,
      ),
      ...['bleed', 'marks'].map((name) => [name, [jobHint]] as const),
      ['text-overflow', [overflowHint]],
      [
        'grid',
        [
          hint(
            'use `grid-template` and `grid-auto-flow`',
            'brug `grid-template` og `grid-auto-flow`',
          ),
        ],
      ],
      ...[
        'zoom',
        ...['font-size-adjust', 'font-optical-sizing', 'font-palette', 'font-variant-alternates'],
        ...['font-variant-east-asian', 'font-language-override'],
        'text-emphasis-skip',
        ...['line-clamp', 'float-reference', 'footnote-display'],
        ...['string-set', 'bookmark-level', 'bookmark-label'],
        ...['image-orientation', 'image-resolution', 'dominant-baseline', 'alignment-baseline'],
        ...['baseline-shift', 'baseline-source'],
        ...['page-orientation', 'line-height-step'],
        ...['block-step', 'margin-trim', 'object-view-box'],
        ...['inset-area', 'anchor-name', 'block-ellipsis', 'max-lines', 'continue', 'text-spacing'],
        ...['text-autospace', 'text-spacing-trim', 'word-space-transform', 'text-group-align'],
        ...['margin-break', 'overflow-clip-box'],
        ...['font-variant-emoji', 'math-depth', 'math-shift', 'math-style'],
        ...['text-decoration-inset', 'white-space-trim', 'align-tracks', 'justify-tracks'],
        ...['masonry-auto-flow', 'kerning', 'mask-type'],
        ...['glyph-orientation-horizontal', 'glyph-orientation-vertical', 'stroke-color'],
      ].map((name) => [name, noHints] as const),
      ...['offset', 'offset-anchor', 'offset-distance', 'offset-path', 'offset-position']
        .concat(['offset-rotate'])
        .map((name) => [name, [useTransform]] as const),
      ...['-webkit-mask-composite', '-webkit-mask-attachment'].map(
        (name) => [name, [maskHint]] as const,
      ),
      ...['', '-top', '-right', '-bottom', '-left', '-block-start', '-block-end'].map(
        (side) => [`corner${side}-shape`, [cornerHint]] as const,
      ),
      ...['-top-left', '-top-right', '-bottom-left', '-bottom-right', '-inline-start']
        .concat(['-inline-end', '-start-start', '-start-end', '-end-start', '-end-end'])
        .map((side) => [`corner${side}-shape`, [cornerHint]] as const),
      ...['align', 'direction', 'flex', 'flex-group', 'lines', 'ordinal-group', 'orient', 'pack']
        .flatMap((part) => [`box-${part}`, `-webkit-box-${part}`])
        .map((name) => [name, [flexHint]] as const),
      ...['position-anchor', 'position-area', 'position-visibility', 'anchor-scope'].map(
        (name) => [name, [insetHint]] as const,
      ),
      ...['d', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y'].map((name) => [name, [svgHint]] as const),
      ...['flood-color', 'flood-opacity', 'lighting-color', 'color-interpolation-filters'].map(
        (name) => [name, [filterHint]] as const,
      ),
      ...['font-synthesis-weight', 'font-synthesis-style', 'font-synthesis-small-caps']
        .concat(['font-synthesis-position'])
        .map((name) => [name, [faceHint]] as const),
      ...['ruby-align', 'ruby-merge', 'ruby-overhang', 'ruby-position'].map(
        (name) => [name, [rubyHint]] as const,
      ),
      ['initial-letter-align', [hint('use `initial-letter`', 'brug `initial-letter`')]],
      ['-webkit-line-clamp', noHints],
      ['-webkit-box-reflect', noHints],
    ]),
);

/** Properties of CSS with no support, and those without a meaning on paper: for the reference. */
export function unsupportedNames(): readonly string[] {
  return [...properties().keys(), ...screenOnly()].sort();
}

/** What is said of a value that is kept for what else it does: filters alone have such. */
export const refusedHints: readonly Hint[] = [filterHint];

/** Hints for a property of CSS that is not supported; undefined for one that is no CSS at all. */
export function unsupportedHints(name: string): readonly Hint[] | undefined {
  return properties().get(name);
}

const values = once(
  (): ReadonlyMap<string, readonly Hint[]> =>
    new Map([
      ...['run-in', 'ruby', 'math', 'inline flow-root'].map(
        (word) => [`display:${word}`, noHints] as const,
      ),
      ...['plus-darker'].map(
        (word) => [`mix-blend-mode:${word}`, [hint('use `screen`', 'brug `screen`')]] as const,
      ),
      ...['inter-character', 'distribute'].map(
        (word) =>
          [
            `text-justify:${word}`,
            [
              hint(
                'let letters give a little with `-trykklar-justify: letter -1% 3%`',
                'lad bogstaverne give sig lidt med `-trykklar-justify: letter -1% 3%`',
              ),
            ],
          ] as const,
      ),
      ['word-break:auto-phrase', noHints],
      ['white-space-collapse:discard', noHints],
    ]),
);

/** Hints for a keyword of CSS that a property takes elsewhere; undefined for unknown ones. */
export function unsupportedValueHints(name: string, word: string): readonly Hint[] | undefined {
  return values().get(`${name}:${word}`);
}

const interaction = hint(
  'paper has no states: the rule is never used',
  'papir har ingen tilstande: reglen bruges aldrig',
);

/** Of trees in shadow, which a page to be printed has none of (css-scoping-1 §3). */
const shadowSelectors = [':host', ':host-context', ':state', '::slotted', '::part'];

const shadow = hint(
  'no script makes a shadow tree here; other selectors of the list count',
  'her laver intet script et skyggetræ; listens øvrige selektorer gælder',
);

/** States that nothing on paper is ever in, and boxes that only a screen makes. */
const neverMatching = once(
  (): ReadonlySet<string> =>
    new Set([
      ...[':hover', ':focus', ':focus-visible', ':focus-within', ':active', ':visited', ':target'],
      ...[':target-within', ':valid', ':invalid', ':user-valid', ':user-invalid', ':in-range'],
      ...[':out-of-range', ':placeholder-shown', ':autofill', ':fullscreen', ':modal'],
      ...[':popover-open', ':picture-in-picture', ':playing', ':paused', ':seeking', ':buffering'],
      ...[':stalled', ':muted', ':volume-locked', ':current', ':past', ':future', ':blank'],
      ...['::selection', '::placeholder', '::backdrop', '::file-selector-button', '::cue'],
      ...['::target-text', '::highlight', '::spelling-error', '::grammar-error', '::search-text'],
      ...['::view-transition', '::details-content', '::scroll-marker', '::scroll-button'],
      ...shadowSelectors,
    ]),
);

/** True for a selector that means something on screen and finds nothing on paper. */
export function isNeverMatching(name: string): boolean {
  // selectors-4 §3.6.3: what one engine has is a selector everywhere.
  return neverMatching().has(name) || name.startsWith('::-webkit-');
}

const selectors = once(
  (): ReadonlyMap<string, readonly Hint[]> =>
    new Map([':nth-col', ':nth-last-col'].map((name) => [name, noHints] as const)),
);

/** What is said of a selector that never matches. */
export function neverMatchingHints(name: string): readonly Hint[] {
  if (name.startsWith('::-webkit-')) return noHints;
  return [shadowSelectors.includes(name) ? shadow : interaction];
}

/** Selectors that mean something on screen and find nothing on paper: for the reference. */
export function neverMatchingNames(): readonly string[] {
  return [...neverMatching()].sort();
}

/** Hints for a pseudo-class or pseudo-element of CSS, with its colons; undefined if unknown. */
export function unsupportedSelectorHints(name: string): readonly Hint[] | undefined {
  return selectors().get(name);
}

const atRules = once(
  (): ReadonlyMap<string, readonly Hint[]> =>
    new Map([
      ...[
        'keyframes',
        '-webkit-keyframes',
        'view-transition',
        'starting-style',
        'scroll-timeline',
      ].map(
        (name) =>
          [
            name,
            [hint('paper does not move: remove it', 'papir bevæger sig ikke: fjern den')],
          ] as const,
      ),
      ['font-feature-values', noHints] as const,
      ...['font-palette-values', 'color-profile', 'document', 'viewport'].map(
        (name) => [name, noHints] as const,
      ),
      ...['top', 'bottom', 'left', 'right'].flatMap((side) =>
        [
          '',
          '-left',
          '-center',
          '-right',
          '-left-corner',
          '-right-corner',
          '-top',
          '-middle',
          '-bottom',
        ].map(
          (part) =>
            [
              side + part,
              [
                hint(
                  'put an element with `position: absolute` on the page',
                  'sæt et element med `position: absolute` på siden',
                ),
              ],
            ] as const,
        ),
      ),
    ]),
);

/** Hints for an at-rule of CSS, without its `@`; undefined if unknown. */
export function unsupportedAtRuleHints(name: string): readonly Hint[] | undefined {
  return atRules().get(name);
}
