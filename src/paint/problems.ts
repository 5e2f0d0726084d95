/** Everything that painting tells the user, in English and Danish. */
import { type Diagnostic, hint, problem, type Span } from '../base/index.ts';

/** A press file larger than the printing house takes. */
export function largeFile(megabytes: number, limit: number): Diagnostic {
  return problem(
    'warning',
    'paint/large-file',
    {
      en: `the press file is ${megabytes} MB, expected ${limit} MB at most`,
      da: `trykfilen fylder ${megabytes} MB; den må højst fylde ${limit} MB`,
    },
    {
      hints: [
        hint(
          'ask the printing house how it takes large files',
          'spørg trykkeriet, hvordan det modtager store filer',
        ),
      ],
    },
  );
}

/** A link inside the document to an id that no element has. */
export function linkToNothing(href: string, span: Span | undefined): Diagnostic {
  return problem(
    'warning',
    'paint/link-not-live',
    {
      en: `the link to \`${href}\` leads nowhere in the screen PDF: no element on a page has that id`,
      da: `linket til \`${href}\` fører ingen steder hen i skærm-PDF'en: intet element på siderne har det id`,
    },
    { span },
  );
}

/** A link whose address a reader's program should not or cannot open. */
export function linkNotLive(href: string, span: Span | undefined): Diagnostic {
  return problem(
    'warning',
    'paint/link-not-live',
    {
      en: `the link to \`${href}\` does not work in the screen PDF: it is neither a web, mail nor telephone address`,
      da: `linket til \`${href}\` virker ikke i skærm-PDF'en: det er hverken en web-, mail- eller telefonadresse`,
    },
    {
      span,
      hints: [
        hint(
          'write the whole address: `https://…`, `mailto:…` or `tel:…`',
          'skriv hele adressen: `https://…`, `mailto:…` eller `tel:…`',
        ),
      ],
    },
  );
}
