/** Wording: HTML, and the pictures it names. */
import {
  type Diagnostic,
  didYouMean,
  hint,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';

type At = Span | undefined;

export function elementUnknown(tag: string, near: string | undefined, span: At): Diagnostic {
  return problem(
    'warning',
    'input/unknown-element',
    { en: `there is no element \`<${tag}>\``, da: `der er intet element \`<${tag}>\`` },
    {
      reference: 'docs/css.md#elements',
      span,
      hints: didYouMean(
        near,
        hint('use `<div>` or `<span>` with a class', 'brug `<div>` eller `<span>` med en klasse'),
      ),
    },
  );
}

export function elementRefused(
  tag: string,
  { severity, reason }: { readonly severity: 'error' | 'warning'; readonly reason: Message },
  span: At,
): Diagnostic {
  return problem(
    severity,
    'input/refused-element',
    {
      en: `\`<${tag}>\` cannot be used: ${reason.en}`,
      da: `\`<${tag}>\` kan ikke bruges: ${reason.da}`,
    },
    { reference: 'docs/css.md#elements', span },
  );
}

export function attributeRefused(name: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/refused-attribute',
    {
      en: `\`${name}\` cannot be used: nothing runs in a printed page`,
      da: `\`${name}\` kan ikke bruges: intet kører på en trykt side`,
    },
    { span, hints: [hint('take it away', 'fjern den')] },
  );
}

export function attributeMisspelt(name: string, meant: string, span: At): Diagnostic {
  return problem(
    'warning',
    'input/misspelt-attribute',
    { en: `there is no attribute \`${name}\``, da: `der er ingen attribut \`${name}\`` },
    { span, hints: didYouMean(meant) },
  );
}

/** A `<style>` or `<link>` of a language that is not CSS. */
export function sheetTypeUnknown(type: string, span: At): Diagnostic {
  return problem(
    'warning',
    'input/unknown-sheet-type',
    {
      en: `a style sheet of type \`${type}\` is not CSS, so it is left out`,
      da: `et stilark af typen \`${type}\` er ikke CSS, så det er udeladt`,
    },
    {
      span,
      hints: [
        hint(
          'make CSS of it first; its type is `text/css`, or none',
          'lav det om til CSS først; typen er `text/css` eller ingen',
        ),
      ],
    },
  );
}

export function roleUnknown(role: string, near: string | undefined, span: At): Diagnostic {
  return problem(
    'warning',
    'input/unknown-role',
    {
      en: `there is no role \`${role}\`: the screen edition is read aloud as if it were not there`,
      da: `der er ingen rolle \`${role}\`: skærmudgaven læses op, som om den ikke stod der`,
    },
    {
      reference: 'docs/designers.md#read-aloud',
      span,
      hints: didYouMean(near),
    },
  );
}

export function tagUnclosed(tag: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/unclosed-tag',
    { en: `\`<${tag}>\` is never closed`, da: `\`<${tag}>\` bliver aldrig lukket` },
    { span, hints: [hint(`write \`</${tag}>\``, `skriv \`</${tag}>\``)] },
  );
}

export function tagStray(tag: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/stray-tag',
    {
      en: `\`</${tag}>\` closes nothing that is open here`,
      da: `\`</${tag}>\` lukker intet, der er åbent her`,
    },
    { span },
  );
}

export function htmlTooDeep(limit: number, span: At): Diagnostic {
  return problem(
    'error',
    'input/html-too-deep',
    {
      en: `more than ${limit} elements inside each other; what is deeper is left out`,
      da: `mere end ${limit} elementer inden i hinanden; det dybere er udeladt`,
    },
    { span },
  );
}

export function htmlTooLarge(span: At): Diagnostic {
  return problem(
    'error',
    'input/html-too-large',
    {
      en: 'the document is far larger than a brochure can be',
      da: 'dokumentet er langt større, end en brochure kan være',
    },
    { span },
  );
}

/** What the HTML standard calls the error, and how to say it. */
const syntaxWording: Readonly<Record<string, Message>> = {
  'eof-in-tag': {
    en: 'this tag, or a quote in it, is never closed',
    da: 'dette mærke (tag), eller et anførselstegn i det, bliver aldrig lukket',
  },
  'eof-in-comment': {
    en: 'a comment `<!--` is never closed with `-->`',
    da: 'en kommentar `<!--` bliver aldrig lukket med `-->`',
  },
  'eof-in-element-that-can-contain-only-text': {
    en: 'this element is never closed',
    da: 'dette element bliver aldrig lukket',
  },
  'duplicate-attribute': {
    en: 'this attribute stands twice in the tag',
    da: 'denne attribut står to gange i mærket',
  },
  'non-void-html-element-start-tag-with-trailing-solidus': {
    en: '`/>` does not close this element in HTML; write its end tag',
    da: '`/>` lukker ikke elementet i HTML; skriv dets slutmærke',
  },
  'invalid-first-character-of-tag-name': {
    en: '`<` begins a tag; write `&lt;` for the sign itself',
    da: '`<` begynder et mærke (tag); skriv `&lt;` for selve tegnet',
  },
  'unknown-named-character-reference': {
    en: 'there is no character of this name',
    da: 'der er intet tegn med dette navn',
  },
  'missing-attribute-value': {
    en: 'a value is missing after `=`',
    da: 'der mangler en værdi efter `=`',
  },
  'unexpected-character-in-attribute-name': {
    en: 'this character cannot be part of an attribute’s name; a quote may be missing',
    da: 'dette tegn kan ikke være en del af en attributs navn; måske mangler et anførselstegn',
  },
  'unexpected-character-in-unquoted-attribute-value': {
    en: 'this character cannot stand in a value without quotes',
    da: 'dette tegn kan ikke stå i en værdi uden anførselstegn',
  },
  'missing-whitespace-between-attributes': {
    en: 'a space is missing between two attributes',
    da: 'der mangler et mellemrum mellem to attributter',
  },
};

/** Whether an error of the HTML parser changes what is printed, and so is told. */
export function isToldHtmlError(code: string): boolean {
  return Object.hasOwn(syntaxWording, code);
}

export function htmlSyntax(code: string, span: At): Diagnostic {
  return problem('error', 'input/html-syntax', syntaxWording[code] ?? { en: code, da: code }, {
    span,
  });
}

export function remoteFile(address: string, span: At): Diagnostic {
  if (/^file:/i.test(address))
    return problem(
      'error',
      'input/remote-file',
      {
        en: `\`${address}\` is an address of one machine; pictures and style sheets must be in the project`,
        da: `\`${address}\` er en adresse på én maskine; billeder og stilark skal ligge i projektet`,
      },
      {
        span,
        hints: [
          hint(
            'copy the file into the project, and name it from there',
            'kopiér filen ind i projektet, og angiv den derfra',
          ),
        ],
      },
    );
  return problem(
    'error',
    'input/remote-file',
    {
      en: `\`${address}\` is on the network; pictures and style sheets must be in the project`,
      da: `\`${address}\` ligger på nettet; billeder og stilark skal ligge i projektet`,
    },
    {
      span,
      hints: [
        hint(
          'download it and name the file',
          'hent filen, læg den i projektet, og angiv den derfra',
        ),
      ],
    },
  );
}

export function pictureWithoutSource(span: At): Diagnostic {
  return problem(
    'error',
    'input/picture-without-file',
    { en: 'a picture names no file', da: 'et billede angiver ingen fil' },
    { span, hints: [hint('write `src="…"`', 'skriv `src="…"`')] },
  );
}

export function pictureEmpty(path: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/empty-picture',
    { en: `\`${path}\` is an empty file`, da: `\`${path}\` er en tom fil` },
    { span, hints: [hint('put the picture there again', 'læg billedet ind igen')] },
  );
}

export function pictureUnknown(path: string, found: string | undefined, span: At): Diagnostic {
  const kind = found === undefined ? { en: '', da: '' } : { en: ` (${found})`, da: ` (${found})` };
  return problem(
    'error',
    'input/not-a-picture',
    {
      en: `\`${path}\` is not a picture that can be printed${kind.en}`,
      da: `\`${path}\` er ikke et billede, der kan trykkes${kind.da}`,
    },
    {
      span,
      hints: [
        hint(
          'save it as JPEG, PNG, TIFF, WebP, AVIF or SVG',
          'gem det som JPEG, PNG, TIFF, WebP, AVIF eller SVG',
        ),
      ],
    },
  );
}

export function pictureDamaged(path: string, format: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/damaged-picture',
    {
      en: `\`${path}\` begins as ${format}, but its size cannot be read: the file is damaged`,
      da: `\`${path}\` begynder som ${format}, men målene kan ikke læses: filen er beskadiget`,
    },
    { span, hints: [hint('save or copy it again', 'gem eller kopiér det igen')] },
  );
}

export function pictureTooLarge(
  path: string,
  size: { readonly widthPx: number; readonly heightPx: number },
  span: At,
): Diagnostic {
  const { widthPx, heightPx } = size;
  return problem(
    'error',
    'input/picture-too-large',
    {
      en: `\`${path}\` is ${widthPx} × ${heightPx} pixels: more than any page needs`,
      da: `\`${path}\` er ${widthPx} × ${heightPx} pixel: mere end nogen side har brug for`,
    },
    { span, hints: [hint('make it smaller', 'gem det i en mindre størrelse')] },
  );
}

export function dataUrlWrong(span: At): Diagnostic {
  return problem(
    'error',
    'input/data-url',
    {
      en: 'this `data:` address holds no small picture in base64',
      da: 'denne `data:`-adresse rummer ikke et lille billede i base64',
    },
    { span, hints: [hint('put the picture in a file', 'læg billedet i en fil')] },
  );
}

export function svgWrong(path: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/damaged-picture',
    {
      en: `\`${path}\` has no \`<svg>\` element`,
      da: `\`${path}\` har intet \`<svg>\`-element`,
    },
    { span },
  );
}
