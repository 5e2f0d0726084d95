/**
 * Messages of this folder, in English and in Danish: of pages, named flows and depth here, of fonts and
 * words in `problems-fonts.ts` and `problems-words.ts`.
 */
import { type Finding, hint, listed, problem, type Related, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { Page } from './page.ts';

/** An element as its author knows it: `.letter`, `#top`, `<p>`. */
export function nameOf(element: ElementNode | null): string {
  if (!element) return 'page';
  const id = element.attributes.get('id');
  if (id) return `#${id}`;
  const name = element.attributes.get('class')?.trim().split(/\s+/)[0];
  return name ? `.${name}` : `<${element.tag}>`;
}

/** `layout/too-deep`: flex, grid or column containers nested beyond what can be laid out. */
export function tooDeep(element: ElementNode, limit: number): Finding {
  return {
    ...problem(
      'error',
      'layout/too-deep',
      {
        en: `more than ${limit} containers of this kind stand within each other; \`${nameOf(element)}\` is set as a block`,
        da: `mere end ${limit} beholdere af denne slags står inden i hinanden; \`${nameOf(element)}\` sættes som en blok`,
      },
      { span: element.span },
    ),
    limit,
    unit: 'boxes',
  };
}

/** `layout/unknown-page`: a page name that the fold scheme does not have. */
export function unknownPage(
  name: string,
  near: string | undefined,
  known: readonly string[],
  span: Span | undefined,
): Finding {
  const list = listed(known);
  const named = name === '' ? '' : ` \`${name}\``;
  const message =
    name === ''
      ? {
          en: `content stands outside the panels; each panel needs an element with \`page: …\` (${list})`,
          da: `noget indhold står uden for siderne; hver side kræver et element med \`page: …\` (${list})`,
        }
      : {
          en: `the fold has no panel${named}; it has ${list}`,
          da: `falsningen har ingen side${named}; den har ${list}`,
        };
  const hints = near === undefined ? [] : [hint(`write \`${near}\``, `skriv \`${near}\``, near)];
  return { ...problem('error', 'layout/unknown-page', message, { span, hints }), page: name };
}

/** `layout/missing-page`: a panel that nothing is set on. */
export function missingPage(name: string, span: Span | undefined): Finding {
  return {
    ...problem(
      'error',
      'layout/missing-page',
      {
        en: `nothing is set on the panel \`${name}\``,
        da: `der er ikke sat noget på siden \`${name}\``,
      },
      {
        span,
        hints: [
          hint(
            `add \`<section class="${name}">\` with \`.${name} { page: ${name} }\`, empty if it should be`,
            `tilføj \`<section class="${name}">\` med \`.${name} { page: ${name} }\`, tom hvis den skal være det`,
          ),
        ],
      },
    ),
    page: name,
  };
}

/** `layout/repeated-page`: two parts of the document for one panel. */
export function repeatedPage(
  name: string,
  span: Span | undefined,
  first: Span | undefined,
): Finding {
  const related: readonly Related[] = first
    ? [{ span: first, label: { en: 'first used here', da: 'først brugt her' } }]
    : [];
  const message = {
    en: `the panel \`${name}\` is used twice; a fold has it once`,
    da: `siden \`${name}\` er brugt to gange; falsningen har den én gang`,
  };
  const hints = [
    hint(
      'put both into one element, or give the second the name of another panel',
      'læg de to ind i ét element, eller giv det andet en anden sides navn',
    ),
  ];
  return {
    ...problem('error', 'layout/repeated-page', message, { span, related, hints }),
    page: name,
  };
}

/** `layout/empty-document`: a style takes the whole document away. */
export function emptyDocument(span: Span | undefined): Finding {
  const message = {
    en: 'nothing of the document is printed: `<html>` is `display: none`',
    da: 'intet af dokumentet bliver trykt: `<html>` er `display: none`',
  };
  return problem('error', 'layout/empty-document', message, { span });
}

/** `layout/flow-without-frame`: words that no page would show. */
export function flowWithoutFrame(name: string, element: ElementNode): Finding {
  return problem(
    'error',
    'layout/flow-without-frame',
    {
      en: `no box shows the flow \`${name}\`: what \`${nameOf(element)}\` holds would be lost`,
      da: `ingen ramme viser tekststrømmen \`${name}\`: indholdet af \`${nameOf(element)}\` ville gå tabt`,
    },
    {
      span: element.span,
      hints: [
        hint(
          `give a box \`flow-from: ${name}\`, or take \`flow-into\` away`,
          `giv en ramme \`flow-from: ${name}\`, eller fjern \`flow-into\``,
        ),
      ],
    },
  );
}

/** `layout/frame-without-flow`: a frame that stays empty. */
export function frameWithoutFlow(name: string, element: ElementNode): Finding {
  return problem(
    'warning',
    'layout/frame-without-flow',
    {
      en: `\`${nameOf(element)}\` shows the flow \`${name}\`, which nothing flows into`,
      da: `\`${nameOf(element)}\` viser tekststrømmen \`${name}\`, som intet flyder ind i`,
    },
    { span: element.span },
  );
}

/** `layout/too-many-pages`: the content makes no progress, or no end of pages. */
export function tooManyPages(limit: number, span: Span | undefined): Finding {
  return {
    ...problem(
      'error',
      'layout/too-many-pages',
      {
        en: `the document makes more than ${limit} pages`,
        da: `dokumentet giver mere end ${limit} sider`,
      },
      {
        span,
        hints: [
          hint(
            'what comes after them is left out: make pages larger, or several files of it',
            'resten er udeladt: gør siderne større, eller del det i flere filer',
          ),
        ],
      },
    ),
    limit,
    unit: 'pages',
  };
}

/** ISO 32000-1 annex C.2: readers show no page that is wider or higher, in pt. */
const mostPt = 14_400;

/** `layout/page-too-large`; null for a page that readers can show. */
export function pageTooLarge(
  { widthPt, heightPt, name }: Page,
  span: Span | undefined,
): Finding | null {
  const longest = Math.max(widthPt, heightPt);
  if (longest <= mostPt) return null;
  const metres = ((longest / 72) * 0.0254).toFixed(2);
  return {
    ...problem(
      'error',
      'layout/page-too-large',
      {
        en: `the page measures ${metres} m, and no PDF reader shows more than 5.08 m`,
        da: `siden måler ${metres.replace('.', ',')} m, og ingen PDF-læser viser mere end 5,08 m`,
      },
      {
        span,
        hints: [
          hint(
            'make it at a tenth of its `size`, and have it enlarged in print',
            'lav den i en tiendedel af sin `size`, og få den forstørret ved trykningen',
          ),
        ],
      },
    ),
    page: name,
    measured: longest,
    limit: mostPt,
    unit: 'pt',
  };
}
