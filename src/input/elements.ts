/**
 * The HTML elements, one entry each: default style (HTML standard §15.3), role in the structure tree
 * of a tagged PDF (ISO 32000-1 §14.8.4), and what may not be used, with the reason. The default
 * style sheet and the check for unknown elements come from here.
 */
import type { Message } from '../base/index.ts';
import type { ElementNode } from './document.ts';
import {
  control,
  field,
  inputRules,
  line,
  meterStyle,
  progressRules,
  progressStyle,
  selectRules,
  sized,
} from './form-styles.ts';

/** Standard structure types; null where an element is no part of the structure. */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Figure'
  | 'Caption'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link'
  | 'Span'
  | 'Quote'
  | 'Code';

export interface ElementDefinition {
  /** Declarations of the element itself. */
  readonly style: string;
  /** Further rules of this element alone, complete: `q::before { … }`; see `sharedRules` for others. */
  readonly rules?: string;
  readonly role: StructureRole | null;
  /** The end tag may be left out (HTML §13.1.2.4). */
  readonly hasOptionalEnd?: true;
  /** No content and no end tag (HTML §13.1.2). */
  readonly isVoid?: true;
  /** What stands between the tags is for others who show the element, and never for paper. */
  readonly hidesContent?: true;
  /**
   * No job may have it, or it is not as in a browser; why, and whether that is an error. A page
   * without a job shows it as its style says.
   */
  readonly refused?: { readonly severity: 'error' | 'warning'; readonly reason: Message };
}

const hidden = 'display: none';
const block = 'display: block';

function boxed(role: StructureRole | null, style = block, rules = ''): ElementDefinition {
  return rules === '' ? { style, role } : { style, role, rules };
}

function inline(style = '', role: StructureRole | null = 'Span'): ElementDefinition {
  return { style, role };
}

function heading(role: StructureRole, size: string, margin: string): ElementDefinition {
  const style = `${block}; font-size: ${size}; font-weight: bold; margin-block: ${margin}; break-after: avoid`;
  return { style, role };
}

function refused(
  severity: 'error' | 'warning',
  en: string,
  da: string,
  style = hidden,
): ElementDefinition {
  return { style, role: null, refused: { severity, reason: { en, da } } };
}

const noScripts = (style: string) =>
  refused('error', 'nothing runs in a printed page', 'intet kører på en trykt side', style);
const noForms = (style: string, rules?: string): ElementDefinition => ({
  ...refused(
    'error',
    'nobody can fill in a form field on paper, where it only shows what it was given',
    'ingen kan udfylde et formularfelt på papir, hvor det kun viser, hvad det har fået',
    style,
  ),
  ...(rules === undefined ? {} : { rules }),
});
const noMedia = (style: string, rules?: string): ElementDefinition => ({
  ...refused(
    'error',
    'sound, film and other documents cannot be printed',
    'lyd, film og andre dokumenter kan ikke trykkes',
    style,
  ),
  ...(rules === undefined ? {} : { rules }),
});
const empty = 'display: inline-block';
const hidesContent = { hidesContent: true } as const;
const tableGroup = (kind: string) =>
  `display: table-${kind}; vertical-align: middle; border-color: inherit`;
const tableCell = 'display: table-cell; vertical-align: inherit; padding: 1px';
const optionalEnd = { hasOptionalEnd: true } as const;
const voidElement = { isVoid: true } as const;
const list = 'margin-block: 1em; padding-inline-start: 40px';

/** The elements by tag. */
export const elementDefinitions: ReadonlyMap<string, ElementDefinition> = new Map(
  Object.entries<ElementDefinition>({
    html: { ...boxed('Document'), ...optionalEnd },
    head: { ...boxed(null, hidden), ...optionalEnd },
    body: { ...boxed(null, `${block}; margin: 8px`), ...optionalEnd },
    title: boxed(null, hidden),
    meta: { ...boxed(null, hidden), ...voidElement },
    link: { ...boxed(null, hidden), ...voidElement },
    base: { ...boxed(null, hidden), ...voidElement },
    style: boxed(null, hidden),
    template: boxed(null, hidden),
    main: boxed('Div'),
    section: boxed('Sect'),
    article: boxed('Art'),
    aside: boxed('Sect'),
    header: boxed('Div'),
    footer: boxed('Div'),
    nav: boxed('Div'),
    hgroup: boxed('Div'),
    search: boxed('Div'),
    address: boxed('P', `${block}; font-style: italic`),
    div: boxed('Div'),
    h1: heading('H1', '2em', '0.67em'),
    h2: heading('H2', '1.5em', '0.83em'),
    h3: heading('H3', '1.17em', '1em'),
    h4: heading('H4', '1em', '1.33em'),
    h5: heading('H5', '0.83em', '1.67em'),
    h6: heading('H6', '0.67em', '2.33em'),
    p: { ...boxed('P', `${block}; margin-block: 1em`), ...optionalEnd },
    blockquote: boxed('BlockQuote', `${block}; margin-block: 1em; margin-inline: 40px`),
    pre: boxed('P', `${block}; margin-block: 1em; font-family: monospace; white-space: pre`),
    hr: {
      ...boxed(
        null,
        `${block}; margin-block: 0.5em; margin-inline: auto; color: device-cmyk(0 0 0 0.5); border: 1px inset; overflow: hidden`,
      ),
      ...voidElement,
    },
    ul: boxed('L', `${block}; ${list}; list-style-type: disc`),
    ol: boxed('L', `${block}; ${list}; list-style-type: decimal`),
    menu: boxed('L', `${block}; ${list}; list-style-type: disc`),
    li: { ...boxed('LI', 'display: list-item'), ...optionalEnd },
    dl: boxed('L', `${block}; margin-block: 1em`),
    dt: { ...boxed('LI'), ...optionalEnd },
    dd: { ...boxed('LI', `${block}; margin-inline-start: 40px`), ...optionalEnd },
    figure: boxed('Div', `${block}; margin-block: 1em; margin-inline: 40px`),
    figcaption: boxed('Caption'),
    a: inline('', 'Link'),
    em: inline('font-style: italic'),
    i: inline('font-style: italic'),
    cite: inline('font-style: italic'),
    dfn: inline('font-style: italic'),
    var: inline('font-style: italic'),
    strong: inline('font-weight: bolder'),
    b: inline('font-weight: bolder'),
    u: inline('text-decoration: underline'),
    ins: inline('text-decoration: underline'),
    s: inline('text-decoration: line-through'),
    del: inline('text-decoration: line-through'),
    small: inline('font-size: smaller'),
    sub: inline('vertical-align: sub; font-size: smaller'),
    sup: inline('vertical-align: super; font-size: smaller'),
    mark: inline('background-color: yellow; color: black'),
    code: inline('font-family: monospace', 'Code'),
    kbd: inline('font-family: monospace', 'Code'),
    samp: inline('font-family: monospace', 'Code'),
    q: {
      ...inline('', 'Quote'),
      rules: 'q::before { content: open-quote }\nq::after { content: close-quote }',
    },
    abbr: inline(),
    acronym: inline(),
    big: inline('font-size: larger'),
    center: boxed('Div', `${block}; text-align: -webkit-center`),
    dir: boxed('L', `${block}; ${list}; list-style-type: disc`),
    font: inline(),
    nobr: inline('white-space: nowrap'),
    strike: inline('text-decoration: line-through'),
    tt: inline('font-family: monospace', 'Code'),
    listing: boxed('P', `${block}; margin-block: 1em; font-family: monospace; white-space: pre`),
    xmp: boxed('P', `${block}; margin-block: 1em; font-family: monospace; white-space: pre`),
    output: inline('unicode-bidi: isolate'),
    map: inline('', null),
    area: { ...boxed(null, hidden), ...voidElement },
    slot: inline('display: contents', null),
    time: inline(),
    data: inline(),
    span: inline(),
    bdi: inline('unicode-bidi: isolate'),
    bdo: inline('unicode-bidi: isolate-override'),
    br: { ...inline('', null), ...voidElement },
    wbr: { ...inline('', null), ...voidElement },
    img: {
      ...inline('overflow: clip; overflow-clip-margin: content-box', 'Figure'),
      ...voidElement,
    },
    svg: inline('overflow: hidden', 'Figure'),
    math: refused('error', 'formulas are not laid out', 'formler sættes ikke'),
    script: noScripts(hidden),
    noscript: noScripts(''),
    canvas: { ...noScripts(''), ...hidesContent },
    iframe: { ...noMedia('border: 2px inset'), ...hidesContent },
    object: noMedia(''),
    embed: {
      ...noMedia(''),
      rules: 'embed:not([src], [type]) { display: none }',
      ...voidElement,
    },
    param: { ...boxed(null, hidden), ...voidElement },
    video: { ...noMedia(''), ...hidesContent },
    audio: { ...noMedia(hidden), ...hidesContent },
    source: { ...boxed(null, hidden), ...voidElement },
    track: { ...boxed(null, hidden), ...voidElement },
    picture: inline('', null),
    ruby: refused(
      'warning',
      'ruby is set in the line; use a grid for words above words',
      'ruby sættes på linjen; brug et gitter til ord over ord',
      'display: inline',
    ),
    rt: { ...inline('font-size: 50%'), ...optionalEnd },
    rp: { ...boxed(null, hidden), ...optionalEnd },
    form: boxed('Div'),
    input: {
      ...noForms(
        `${field}; ${line}; padding: 1px 2px; contain: inline-size; contain-intrinsic-width: round(up, 20-trykklar-letter + 1-trykklar-spare - 0.01px, 1px)`,
        inputRules,
      ),
      ...voidElement,
    },
    button: noForms(
      `${control}; padding: 1px 6px; border: 2px outset; background-color: device-cmyk(0 0 0 0.06); text-align: center`,
    ),
    select: noForms(
      `${control}; ${line}; border: 1px solid device-cmyk(0 0 0 0.5); background-color: device-cmyk(0 0 0 0)`,
      selectRules,
    ),
    datalist: boxed(null, hidden),
    optgroup: noForms(block),
    option: { ...noForms(block), ...optionalEnd },
    textarea: noForms(
      `${control}; box-sizing: content-box; ${sized('calc(round(up, 20-trykklar-letter - 0.01px, 1px) + 15px)', '2lh')}; padding: 2px; border: 1px solid device-cmyk(0 0 0 0.5); background-color: device-cmyk(0 0 0 0); font-family: monospace; white-space: pre-wrap; overflow: hidden`,
    ),
    label: inline(),
    fieldset: boxed(
      'Div',
      `${block}; margin-inline: 2px; padding-block: 0.35em 0.625em; padding-inline: 0.75em; min-inline-size: min-content; border: 2px groove device-cmyk(0 0 0 0.25)`,
    ),
    legend: boxed('P', `${block}; padding-inline: 2px`),
    dialog: noForms(
      hidden,
      'dialog[open] { display: block; position: absolute; left: 0; right: 0; width: fit-content; margin: auto; padding: 1em; border: 3px solid }',
    ),
    details: {
      ...boxed('Div'),
      rules: [
        'details:not([open]) > :not(summary:first-of-type) { display: none }',
        'details > summary:first-of-type { display: list-item; list-style: disclosure-closed inside }',
        'details[open] > summary:first-of-type { list-style-type: disclosure-open }',
        // What has no summary of its own is said to be details (html §4.11.1).
        "details:not(:has(> summary))::before { content: '▸ Details'; display: block }",
        "details[open]:not(:has(> summary))::before { content: '▾ Details' }",
      ].join('\n'),
    },
    summary: boxed('P'),
    progress: {
      ...noForms(
        `${empty}; box-sizing: border-box; width: 10em; height: 1em; vertical-align: -0.2em; ${progressStyle}`,
        progressRules,
      ),
      ...hidesContent,
    },
    meter: {
      ...noForms(
        `${empty}; box-sizing: border-box; width: 5em; height: 1em; vertical-align: -0.2em; ${meterStyle}`,
      ),
      ...hidesContent,
    },
    table: boxed(
      'Table',
      'display: table; box-sizing: border-box; border-spacing: 2px; border-collapse: separate; border-color: device-cmyk(0 0 0 0.5); text-indent: initial; text-align: -trykklar-table',
    ),
    caption: { ...boxed('Caption', 'display: table-caption; text-align: center'), ...optionalEnd },
    colgroup: { ...boxed(null, 'display: table-column-group'), ...optionalEnd },
    col: { ...boxed(null, 'display: table-column'), ...voidElement },
    thead: { ...boxed('THead', tableGroup('header-group')), ...optionalEnd },
    tbody: { ...boxed('TBody', tableGroup('row-group')), ...optionalEnd },
    tfoot: { ...boxed('TFoot', tableGroup('footer-group')), ...optionalEnd },
    tr: {
      ...boxed('TR', 'display: table-row; vertical-align: inherit; border-color: inherit'),
      ...optionalEnd,
    },
    td: { ...boxed('TD', tableCell), ...optionalEnd },
    th: { ...boxed('TH', `${tableCell}; font-weight: bold; text-align: center`), ...optionalEnd },
  }),
);

/** Rules that are of several elements alike: a document takes them where it has any of those. */
interface SharedRules {
  readonly tags: readonly string[];
  readonly rules: string;
}

/** Lists in lists, and the attributes that choose a marker (html §15.3.8, §15.3.9). */
const listRules: SharedRules = {
  tags: ['ul', 'ol', 'menu', 'dir', 'dl', 'li'],
  rules: [
    ':is(dir, dl, menu, ol, ul) :is(dir, dl, menu, ol, ul) { margin-block: 0 }',
    ':is(dir, menu, ol, ul) :is(dir, menu, ul) { list-style-type: circle }',
    ':is(dir, menu, ol, ul) :is(dir, menu, ol, ul) :is(dir, menu, ul) { list-style-type: square }',
    ':is(ol, li)[type="1"] { list-style-type: decimal }',
    ':is(ol, li)[type=a s] { list-style-type: lower-alpha }',
    ':is(ol, li)[type=A s] { list-style-type: upper-alpha }',
    ':is(ol, li)[type=i s] { list-style-type: lower-roman }',
    ':is(ol, li)[type=I s] { list-style-type: upper-roman }',
    ':is(ul, li)[type=disc i] { list-style-type: disc }',
    ':is(ul, li)[type=circle i] { list-style-type: circle }',
    ':is(ul, li)[type=square i] { list-style-type: square }',
  ].join('\n'),
};

const sharedRules: readonly SharedRules[] = [listRules];

/** The tags of a tree. */
function tagsIn(node: ElementNode, into = new Set<string>()): ReadonlySet<string> {
  into.add(node.tag);
  for (const child of node.children) if (child.kind === 'element') tagsIn(child, into);
  return into;
}

/** css-gcpm-3 §2.8: a call is a raised figure that leaves the distance of lines alone. */
const footnoteRules = '::footnote-call { font-size: 65%; line-height: 0; vertical-align: super }';

/**
 * The default style sheet as CSS: what elements look like before any other sheet. For a document,
 * only the rules of its elements, which saves reading the others.
 */
export function defaultStyleSheet(root?: ElementNode): string {
  const tags = root && tagsIn(root);
  const rules: string[] = [];
  for (const [tag, { style, rules: further }] of elementDefinitions) {
    if (tags && !tags.has(tag)) continue;
    if (style !== '') rules.push(`${tag} { ${style} }`);
    if (further !== undefined) rules.push(further);
  }
  for (const shared of sharedRules)
    if (!tags || shared.tags.some((tag) => tags.has(tag))) rules.push(shared.rules);
  rules.push('[hidden] { display: none }');
  rules.push('[dir=rtl i] { direction: rtl }', '[dir=ltr i] { direction: ltr }');
  rules.push('[dir=rtl i], [dir=ltr i], [dir=auto i] { unicode-bidi: isolate }');
  rules.push(
    'bdo[dir] { unicode-bidi: isolate-override }',
    'pre[dir=auto i] { unicode-bidi: plaintext }',
  );
  rules.push(footnoteRules);
  return `${rules.join('\n')}\n`;
}

/** An element's role in the structure tree; null where it has none, undefined where unknown. */
export function structureRole(tag: string): StructureRole | null | undefined {
  return elementDefinitions.get(tag)?.role;
}
