/** Every message of this folder, in English and in Danish. */
import {
  type FileRead,
  type Finding,
  hint,
  problem,
  ptToMm,
  type Rect,
  type Related,
  type Span,
  shorten,
} from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';

/** A length as people measure it, with at most one decimal. */
function mm(pt: number): { readonly en: string; readonly da: string } {
  const rounded = (Math.round(ptToMm(pt) * 10) / 10).toString();
  return { en: `${rounded} mm`, da: `${rounded.replace('.', ',')} mm` };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

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

/** `layout/unknown-font`: a family that no `@font-face` declares. */
export function unknownFont(
  family: string,
  near: string | undefined,
  known: readonly string[],
  span: Span | undefined,
): Finding {
  const list = known.map((name) => `\`${name}\``).join(', ');
  const hints =
    near !== undefined
      ? [hint(`write \`${near}\``, `skriv \`${near}\``, near)]
      : [
          hint(
            known.length > 0 ? `use one of ${list}` : 'declare the font with `@font-face`',
            known.length > 0 ? `brug en af ${list}` : 'erklær skriften med `@font-face`',
          ),
        ];
  const message = {
    en: `no \`@font-face\` declares the font \`${family}\``,
    da: `ingen \`@font-face\` erklærer skriften \`${family}\``,
  };
  return problem('error', 'layout/unknown-font', message, { span, hints });
}

/** `layout/generic-font`: only `serif` or the like was asked for, and the machine has no fonts. */
export function genericFont(generic: string, used: string, span: Span | undefined): Finding {
  return problem(
    'warning',
    'layout/generic-font',
    {
      en: `\`${generic}\` names no font of this project; \`${used}\` is used`,
      da: `\`${generic}\` er ikke en skrift i projektet; \`${used}\` bruges`,
    },
    { span, hints: [hint(`write \`${used}\``, `skriv \`${used}\``, used)] },
  );
}

/** `layout/stand-in-face`: emphasis is asked for in a style that the family does not have. */
export function standInFace(
  family: string,
  style: 'italic' | 'bold',
  span: Span | undefined,
): Finding {
  const words = { italic: 'kursiv', bold: 'fed' };
  return problem(
    'warning',
    'layout/stand-in-face',
    {
      en: `\`${family}\` has no ${style} among its \`@font-face\` rules; the emphasis cannot be seen`,
      da: `\`${family}\` har ingen ${words[style]} blandt sine \`@font-face\`-regler; fremhævningen kan ikke ses`,
    },
    {
      span,
      hints: [
        hint(
          `declare the ${style} of \`${family}\` with its font file`,
          `erklær \`${family}\` som ${words[style]} med dens skriftfil`,
        ),
      ],
    },
  );
}

/** `layout/no-fonts`: words, but no font to set them in. */
export function noFonts(span: Span | undefined): Finding {
  return problem(
    'error',
    'layout/no-fonts',
    {
      en: 'the document has words, but no style sheet declares a font',
      da: 'dokumentet har ord, men intet stilark erklærer en skrift',
    },
    {
      span,
      hints: [
        hint(
          'declare fonts with `@font-face { font-family: …; src: url(/fonts/….ttf) }`',
          'erklær skrifter med `@font-face { font-family: …; src: url(/fonts/….ttf) }`',
        ),
      ],
    },
  );
}

/** `layout/missing-font-file`: the file of a `@font-face` cannot be read. */
export function missingFontFile(
  file: Exclude<FileRead, { readonly kind: 'file' }>,
  span: Span,
): Finding {
  const { path } = file;
  const messages = {
    missing: {
      en: `there is no font file \`${path}\``,
      da: `skriftfilen \`${path}\` findes ikke`,
    },
    outside: {
      en: `the font file \`${path}\` lies outside the project folder`,
      da: `skriftfilen \`${path}\` ligger uden for projektmappen`,
    },
    'too-large': {
      en: `the font file \`${path}\` is larger than the limit`,
      da: `skriftfilen \`${path}\` er større end grænsen`,
    },
    unreadable: {
      en: `the font file \`${path}\` cannot be read`,
      da: `skriftfilen \`${path}\` kan ikke læses`,
    },
  } as const;
  return problem('error', 'layout/missing-font-file', messages[file.kind], { span });
}

/** `layout/unknown-page`: a page name that the fold scheme does not have. */
export function unknownPage(
  name: string,
  near: string | undefined,
  known: readonly string[],
  span: Span | undefined,
): Finding {
  const list = known.map((one) => `\`${one}\``).join(', ');
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
  return { ...problem('error', 'layout/repeated-page', message, { span, related }), page: name };
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
      { span },
    ),
    limit,
    unit: 'pages',
  };
}

/** Words that ran out of a frame. */
export interface Overset {
  readonly page: string;
  /** The frame; null for the page itself. */
  readonly element: ElementNode | null;
  readonly lines: number;
  readonly linesThatFit: number;
  readonly characters: number;
  /** Height that is wanting, in pt. */
  readonly missingPt: number;
  readonly rect: Rect;
  readonly field: string | undefined;
  /** First word left out. */
  readonly word: string | undefined;
  readonly span: Span | undefined;
  readonly placedAt: Span | undefined;
  readonly heightAt: Span | undefined;
}

function placeLabels(placedAt: Span | undefined, heightAt: Span | undefined): readonly Related[] {
  const placed = { en: 'placed here', da: 'placeret her' };
  const height = { en: 'height set here', da: 'højden er sat her' };
  return [
    ...(placedAt ? [{ span: placedAt, label: placed }] : []),
    ...(heightAt ? [{ span: heightAt, label: height }] : []),
  ];
}

/** `layout/overset-text`. The span is the first word left out. */
export function oversetText(overset: Overset): Finding {
  const { page, element, lines, characters, missingPt, field, word } = overset;
  const count = { en: plural(lines, 'line', 'lines'), da: plural(lines, 'linje', 'linjer') };
  const letters = { en: plural(characters, 'character', 'characters'), da: `${characters} tegn` };
  const whose = field === undefined ? '' : { en: ` of \`${field}\``, da: ` af \`${field}\`` };
  const where = element
    ? { en: `in \`${nameOf(element)}\``, da: `i \`${nameOf(element)}\`` }
    : { en: `on the page${page && ` \`${page}\``}`, da: `på siden${page && ` \`${page}\``}` };
  const from =
    word === undefined
      ? { en: '', da: '' }
      : { en: `, from \`${shorten(word)}\` on`, da: `, fra \`${shorten(word)}\`` };
  const of = whose === '' ? { en: '', da: '' } : whose;
  // Nothing is wanting below: the words run out at the top or the sides, and cutting is no help.
  const isOutside = missingPt <= 0;
  const more = mm(missingPt);
  const cut = isOutside
    ? hint('move it inwards, or make it narrower', 'ryk det indad, eller gør det smallere')
    : element
      ? hint(
          `cut about ${letters.en}, or give \`${nameOf(element)}\` ${more.en} more`,
          `skær omkring ${letters.da} væk, eller giv \`${nameOf(element)}\` ${more.da} mere`,
        )
      : hint(`cut about ${letters.en}`, `skær omkring ${letters.da} væk`);
  const name = element ? nameOf(element) : page;
  const outside = element
    ? { en: `outside \`${name}\``, da: `uden for \`${name}\`` }
    : {
        en: `outside the page${name && ` \`${name}\``}`,
        da: `uden for siden${name && ` \`${name}\``}`,
      };
  const message = isOutside
    ? {
        en: `${count.en}${of.en} (${letters.en}) ${lines === 1 ? 'stands' : 'stand'} ${outside.en}${from.en}`,
        da: `${count.da}${of.da} (${letters.da}) står ${outside.da}${from.da}`,
      }
    : {
        en: `${count.en}${of.en} (${letters.en}) ${lines === 1 ? 'does' : 'do'} not fit ${where.en}${from.en}`,
        da: `${count.da}${of.da} (${letters.da}) er der ikke plads til ${where.da}${from.da}`,
      };
  const found = {
    page,
    rect: overset.rect,
    measured: overset.linesThatFit + lines,
    limit: overset.linesThatFit,
    unit: 'lines',
    ...(field === undefined ? {} : { field }),
  } as const;
  const own = problem('error', 'layout/overset-text', message, {
    span: overset.span,
    related: placeLabels(overset.placedAt, overset.heightAt),
    hints: [cut],
  });
  return Object.assign(found, own);
}

/** A line that is wider than its box. */
export interface Overfull {
  readonly page: string;
  readonly word: string;
  readonly span: Span | undefined;
  readonly placedAt: Span | undefined;
  readonly element: ElementNode | null;
  readonly field: string | undefined;
  readonly rect: Rect;
  readonly widthPt: number;
  readonly roomPt: number;
}

/** `layout/overfull-line`: a word that can neither be broken nor made narrower. */
export function overfullLine(line: Overfull): Finding {
  const width = mm(line.widthPt);
  const room = mm(line.roomPt);
  const name = nameOf(line.element);
  return {
    ...problem(
      'error',
      'layout/overfull-line',
      {
        en: `\`${shorten(line.word)}\` makes a line ${width.en} wide, but \`${name}\` has ${room.en}`,
        da: `\`${shorten(line.word)}\` giver en linje på ${width.da}, men \`${name}\` har ${room.da}`,
      },
      {
        span: line.span,
        related: placeLabels(line.placedAt, undefined),
        hints: [
          hint(
            'put a soft hyphen (`\\-` in the copy) where the word may be broken, shorten it, allow `hyphens: auto`, or set it smaller',
            'sæt en blød bindestreg (`\\-` i teksten), hvor ordet må deles, gør det kortere, tillad `hyphens: auto`, eller sæt det mindre',
          ),
        ],
      },
    ),
    page: line.page,
    rect: line.rect,
    measured: line.widthPt,
    limit: line.roomPt,
    unit: 'pt',
    ...(line.field === undefined ? {} : { field: line.field }),
  };
}
