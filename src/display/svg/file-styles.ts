/**
 * Styles of an SVG file: it is a document of its own, with its `<style>` elements as sheets. What
 * drawing programs write beside and what the drawing code reads for itself is no fault of anybody.
 */
import { type Context, createSource, type Finding, type Source } from '../../base/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { computeStyles } from '../../style/index.ts';
import { elementsIn, type SvgStyles } from './scene.ts';

/** Properties that change nothing of what is drawn: text's (refused as such), and hints. */
const harmless =
  /^(?:-inkscape-.*|enable-background|isolation|(?:shape|text|image|color)-rendering|color-interpolation.*|solid-.*|font.*|line-height|text-.*|letter-spacing|word-spacing|writing-mode|baseline-shift|(?:dominant|alignment)-baseline|white-space|direction|unicode-bidi)$/;

/** Read from the `style` attribute by `textReader`, and refused or drawn there. */
const readAsText: ReadonlySet<string> = new Set(['filter']);

const aboutProperties: ReadonlySet<string> = new Set([
  'css/unknown-property',
  'css/unsupported-property',
  'css/no-effect',
]);

/** The first thing in backticks: the property's name. */
function subjectOf({ message }: Finding): string {
  return /`([^`]+)`/.exec(message.en)?.[1] ?? '';
}

function textOf(element: ElementNode): string {
  return element.children
    .flatMap((child) => (child.kind === 'text' ? child.pieces.map(({ text }) => text) : []))
    .join('');
}

/** The `<style>` elements of a drawing, in order. */
function sheetsOf(root: ElementNode, path: string): readonly Source[] {
  const sheets: Source[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.tag === 'style') sheets.push(createSource(path, textOf(element)));
    waiting.push(...elementsIn(element).toReversed());
  }
  return sheets;
}

/** Styles of a drawing that is not part of the page's document. Reports codes `css/…`. */
export function computeFileStyles(root: ElementNode, path: string, context: Context): SvgStyles {
  const sheets = sheetsOf(root, path);
  const isInSheet = ({ span }: Finding) => sheets.some((sheet) => sheet === span?.source);
  const report = (finding: Finding) => {
    const name = subjectOf(finding);
    const isAboutProperty = aboutProperties.has(finding.code);
    if (isAboutProperty && harmless.test(name)) return;
    if (isAboutProperty && readAsText.has(name) && !isInSheet(finding)) return;
    context.report(finding);
  };
  const document = { root, language: 'und', title: '', sheets, path };
  const options = {
    sheets,
    userAgentSheet: '',
    media: 'press',
    rootProperties: {},
    forgiving: false,
  } as const;
  return computeStyles(document, options, { ...context, report });
}
