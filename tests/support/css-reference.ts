/** `docs/css.md`, written from the tables of the code: what is supported, and where it deviates. */
import { elementDefinitions } from '../../src/input/elements.ts';
import { mathFunctionNames } from '../../src/style/calc-functions.ts';
import { knownPseudos } from '../../src/style/compile-pseudo-class.ts';
import { containerFeatureNames } from '../../src/style/container-queries.ts';
import { fontDescriptors } from '../../src/style/font-faces.ts';
import { lengthUnits } from '../../src/style/lengths.ts';
import { mediaFeatureNames } from '../../src/style/media-features.ts';
import { pageSize } from '../../src/style/page-rules.ts';
import { atRules } from '../../src/style/parse-sheet.ts';
import {
  cssNameOf,
  type PropertyName,
  propertyByCssName,
  propertyOf,
  shorthandByCssName,
} from '../../src/style/properties/index.ts';
import { neverMatchingNames, unsupportedNames } from '../../src/style/unsupported.ts';

type Row = readonly string[];

/** A table in Markdown; bars in cells are escaped. */
export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const anchored = (name: string): string => `<a id="${name}"></a>${code(name)}`;
const list = (names: Iterable<string>): string => [...names].map(code).join(', ');

function standard(spec: string): string {
  if (spec.startsWith('trykklar'))
    return `[our own](designers.md#${spec.endsWith('#overprint') ? 'overprint' : 'type'})`;
  if (spec.startsWith('compat#'))
    return `[${spec}](https://compat.spec.whatwg.org/${spec.slice('compat'.length)})`;
  return `[${spec}](https://www.w3.org/TR/${spec.replace('#', '/#')})`;
}

/** Short enough to be read in a table. */
function grammar(syntax: string): string {
  return syntax.length > 200 ? `${syntax.slice(0, 199)}…` : syntax;
}

function propertyRow(name: string, key: PropertyName): Row {
  const { parse, inherited, spec, deviation } = propertyOf(key);
  return [
    anchored(name),
    code(grammar(parse.syntax)),
    inherited ? 'yes' : 'no',
    standard(spec),
    deviation ?? '',
  ];
}

function shorthandRow(name: string): Row {
  const entry = shorthandByCssName.get(name);
  const longhands = entry?.longhands ?? [];
  const names = longhands.map((key) => code(cssNameOf(key as PropertyName)));
  const stands = name === 'all' ? 'every property' : names.join(', ');
  return [
    anchored(name),
    code(grammar(entry?.parse.syntax ?? '')),
    '—',
    standard(entry?.spec ?? ''),
    `Stands for ${stands}.`,
  ];
}

function propertyRows(): readonly Row[] {
  const rows = [
    ...[...propertyByCssName].map(([name, key]) => [name, propertyRow(name, key)] as const),
    ...[...shorthandByCssName.keys()].map((name) => [name, shorthandRow(name)] as const),
  ];
  return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function elementRows(): readonly Row[] {
  return [...elementDefinitions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, { style, refused }]) => [
      code(`<${tag}>`),
      style === '' ? '' : code(style),
      refused ? `${refused.severity} in a job: ${refused.reason.en}` : '',
    ]);
}

const isSupported = (name: string): boolean =>
  propertyByCssName.has(name) || shorthandByCssName.has(name);

export const cssReference = `# CSS and HTML

What style sheets may say, written from the tables in the code. Anything else is one finding at its
place, with what is near it: an error in a job, a warning where a page is rendered without one.

## Properties

Values are in the [notation of CSS](https://www.w3.org/TR/css-values-4/#value-defs). Every property
takes \`initial\`, \`inherit\`, \`unset\`, \`revert\` and \`revert-layer\`, \`var()\` and \`!important\`.

${table(['Property', 'Values', 'Inherited', 'Standard', 'Deviation'], propertyRows())}

## Values

Lengths: ${list(lengthUnits)}. Units of a window are of the first page's area, within its margins;
those of a container are of the nearest box with \`container-type\`, or of the page's area where there
is none. \`ex\`, \`ch\`, \`cap\` and \`ic\` ask the font; of a font packed as WOFF
they are the usual shares (0.5, 0.5, 0.7 and 1 em).
The style of form fields below has two of its own: \`-trykklar-letter\` is an average letter of the
font, in px that are rounded up as browsers do; \`-trykklar-spare\` is what its widest has over that.

Calculations: ${list(mathFunctionNames.map((name) => `${name}()`))}. Lengths and percentages may be
compared: \`min(50%, 40mm)\`. A division by zero is an error. \`attr()\` puts an attribute into any
property, with a unit or \`type()\` and a fallback; \`env()\` has its fallback.

Colours: \`device-cmyk()\` goes to the plates as it is written; components out of range are an error,
since \`device-cmyk(0 100 80 0)\` means percent. Screen colours (\`#hex\`, names, \`rgb()\`, \`hsl()\`,
\`hwb()\`, \`lab()\`, \`lch()\`, \`oklab()\`, \`oklch()\`, \`color()\`, \`color-mix()\`) are converted for
print and reported with the CMYK that they became.

## Selectors

Combinators \`>\`, \`+\`, \`~\` and the space; types, classes, ids, \`*\`, attributes (\`=\`, \`~=\`, \`|=\`,
\`^=\`, \`$=\`, \`*=\`, with \`i\` and \`s\`), namespaces, nesting with and without \`&\`.

${list(knownPseudos)}

White space alone counts as \`:empty\`, as the standard has it and browsers do not. These never match
on paper, which is a warning: ${list(neverMatchingNames())}.

## At-rules

${list(atRules.map((name) => `@${name}`))}

\`@media\` knows the types \`all\`, \`print\`, \`press\` and \`screen\`: the press edition is \`press\` and
\`print\`. Sizes are those of the page box. Features: ${list(mediaFeatureNames)}.

\`@container\` asks the nearest box around that has the \`container-type\`, or the name, that the question
needs: for ${list(containerFeatureNames)}, or for custom properties with
\`style(--name: value)\`. A page that asks for sizes is laid out once more for each level of containers
inside each other. \`scroll-state()\` is false on paper; other properties cannot be asked for.

${table(
  ['Descriptor', 'Of', 'Values'],
  [
    [anchored('size'), code('@page'), code(pageSize.syntax)],
    ...fontDescriptors.map(([name, syntax]) => [
      isSupported(name) ? code(name) : anchored(name),
      code('@font-face'),
      code(syntax),
    ]),
  ],
)}

## Elements

The default style of each element. What no job may have is shown by \`render\` as its style says.

${table(['Element', 'Style', 'Note'], elementRows())}

## Not supported

Known, and told apart from slips of the pen: ${list(unsupportedNames().filter((name) => !isSupported(name)))}.
`;

/** Names that a finding may point to within the page. */
export const cssAnchors: ReadonlySet<string> = new Set([
  ...['properties', 'values', 'selectors', 'at-rules', 'elements', 'not-supported'],
  ...[...cssReference.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ''),
]);
