/**
 * The HTML elements, one entry each: default style (HTML standard §15.3), role in the structure tree
 * of a tagged PDF (ISO 32000-1 §14.8.4), and what may not be used, with the reason. The default
 * style sheet and the check for unknown elements come from here.
 */
import type { Message } from '../base/index.ts';

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
  | 'Link'
  | 'Span'
  | 'Quote'
  | 'Code';

export interface ElementDefinition {
  /** Declarations of the element itself. */
  readonly style: string;
  /** Further rules, complete: `ul ul { … }`. */
  readonly rules?: string;
  readonly role: StructureRole | null;
  /** The end tag may be left out (HTML §13.1.2.4). */
  readonly hasOptionalEnd?: true;
  /** No content and no end tag (HTML §13.1.2). */
  readonly isVoid?: true;
  /** Not printed; why, and whether that is an error. */
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
  const style = `${block}; font-size: ${size}; font-weight: bold; margin: ${margin} 0; break-after: avoid`;
  return { style, role };
}

function refused(severity: 'error' | 'warning', en: string, da: string): ElementDefinition {
  return { style: hidden, role: null, refused: { severity, reason: { en, da } } };
}

const noScripts = refused(
  'error',
  'nothing runs in a printed page',
  'intet kører på en trykt side',
);
const noForms = refused('error', 'forms cannot be printed', 'formularer kan ikke trykkes');
const noMedia = refused(
  'error',
  'sound, film and other documents cannot be printed',
  'lyd, film og andre dokumenter kan ikke trykkes',
);
const noTables = {
  ...refused(
    'warning',
    'tables are not laid out yet; use `display: grid`',
    'tabeller sættes endnu ikke; brug `display: grid`',
  ),
  style: block,
};
const optionalEnd = { hasOptionalEnd: true } as const;
const voidElement = { isVoid: true } as const;
const list = 'margin: 1em 0; padding-left: 40px';

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
    p: { ...boxed('P', `${block}; margin: 1em 0`), ...optionalEnd },
    blockquote: boxed('BlockQuote', `${block}; margin: 1em 40px`),
    pre: boxed('Code', `${block}; margin: 1em 0; font-family: monospace; white-space: pre`),
    hr: {
      ...boxed(null, `${block}; margin: 0.5em 0; border: 1px solid; overflow: hidden`),
      ...voidElement,
    },
    ul: boxed(
      'L',
      `${block}; ${list}; list-style-type: disc`,
      'ul ul, ol ul { list-style-type: circle }\nul ul, ul ol, ol ul, ol ol { margin: 0 }',
    ),
    ol: boxed('L', `${block}; ${list}; list-style-type: decimal`),
    menu: boxed('L', `${block}; ${list}; list-style-type: disc`),
    li: { ...boxed('LI', 'display: list-item'), ...optionalEnd },
    dl: boxed('L', `${block}; margin: 1em 0`),
    dt: { ...boxed('LI'), ...optionalEnd },
    dd: { ...boxed('LI', `${block}; margin-left: 40px`), ...optionalEnd },
    figure: boxed('Figure', `${block}; margin: 1em 40px`),
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
      rules: 'q::before { content: "»" }\nq::after { content: "«" }',
    },
    abbr: inline(),
    time: inline(),
    data: inline(),
    span: inline(),
    bdi: inline(),
    bdo: inline(),
    br: { ...inline('', null), ...voidElement },
    wbr: { ...inline('', null), ...voidElement },
    img: { ...inline('', 'Figure'), ...voidElement },
    svg: inline('', 'Figure'),
    math: refused('error', 'formulas are not laid out', 'formler sættes ikke'),
    script: noScripts,
    noscript: noScripts,
    canvas: noScripts,
    iframe: noMedia,
    object: noMedia,
    embed: { ...noMedia, ...voidElement },
    video: noMedia,
    audio: noMedia,
    source: { ...noMedia, ...voidElement },
    track: { ...noMedia, ...voidElement },
    picture: refused(
      'error',
      'there is one picture on paper; use `<img>`',
      'på papir er der ét billede; brug `<img>`',
    ),
    form: noForms,
    input: { ...noForms, ...voidElement },
    button: noForms,
    select: noForms,
    option: { ...noForms, ...optionalEnd },
    textarea: noForms,
    label: noForms,
    fieldset: noForms,
    legend: noForms,
    dialog: noForms,
    details: noForms,
    summary: noForms,
    progress: noForms,
    meter: noForms,
    table: noTables,
    caption: noTables,
    colgroup: { ...noTables, ...optionalEnd },
    col: { ...noTables, ...voidElement },
    thead: { ...noTables, ...optionalEnd },
    tbody: { ...noTables, ...optionalEnd },
    tfoot: { ...noTables, ...optionalEnd },
    tr: { ...noTables, ...optionalEnd },
    td: { ...noTables, ...optionalEnd },
    th: { ...noTables, ...optionalEnd },
  }),
);

/** The default style sheet as CSS: what elements look like before any other sheet. */
export function defaultStyleSheet(): string {
  const rules: string[] = [];
  for (const [tag, { style, rules: further }] of elementDefinitions) {
    if (style !== '') rules.push(`${tag} { ${style} }`);
    if (further !== undefined) rules.push(further);
  }
  return `${rules.join('\n')}\n`;
}

/** An element's role in the structure tree; null where it has none, undefined where unknown. */
export function structureRole(tag: string): StructureRole | null | undefined {
  return elementDefinitions.get(tag)?.role;
}
