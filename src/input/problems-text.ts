/** Wording: the marks and letters inside the copy's texts. */

import { type Diagnostic, hint, type Message, problem, type Span, shorten } from '../base/index.ts';
import { quotesFor } from './typography.ts';

/** Words after a `#` on the line of a text: YAML leaves them out. */
export function remarkInText(words: string, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/comment-in-text',
    {
      en: `\`${words}\` is not printed: a \`#\` after a space begins a comment`,
      da: `\`${words}\` bliver ikke trykt: et \`#\` efter et mellemrum begynder en kommentar`,
    },
    {
      span,
      hints: [
        hint(
          "put the whole text in single quotes '…' if it should be printed; else give the comment a line of its own",
          "sæt hele teksten i enkelte anførselstegn '…', hvis det skal trykkes; ellers giv kommentaren sin egen linje",
        ),
      ],
    },
  );
}

/** As many marks as a message names. */
const marksShown = 8;

/** `found`: HTML or a template's marks that are printed as letters, each once; the first at `span`. */
export function markupInCopy(found: readonly string[], span: Span): Diagnostic {
  const more = found.length > marksShown ? ', …' : '';
  const marks = found
    .slice(0, marksShown)
    .map((mark) => `\`${shorten(mark)}\``)
    .join(', ');
  const isOne = found.length === 1;
  return problem(
    'warning',
    'input/markup-in-text',
    {
      en: `${marks}${more} ${isOne ? 'has no meaning in the copy; it is printed as it stands' : 'have no meaning in the copy; they are printed as they stand'}`,
      da: `${marks}${more} har ingen betydning i teksten; ${isOne ? 'det bliver trykt, som det står' : 'de bliver trykt, som de står'}`,
    },
    {
      span,
      hints: [
        hint(
          'write `*…*` for italics, `**…**` for bold, `\\` at the end of a line for a new line, `~` for a hard space; or `\\` in front to keep what is written',
          'skriv `*…*` for kursiv, `**…**` for fed, `\\` sidst på linjen for ny linje, `~` for hårdt mellemrum; eller `\\` foran for at beholde det skrevne',
        ),
      ],
    },
  );
}

/** Letters that were read as Latin-1 and saved again: `Ã¦` for `æ`. */
export function garbledLetters(
  found: string,
  meant: string,
  count: number,
  span: Span,
): Diagnostic {
  const times = {
    en: count === 1 ? '' : ` (${count} places)`,
    da: count === 1 ? '' : ` (${count} steder)`,
  };
  return problem(
    'error',
    'input/garbled-letters',
    {
      en: `\`${found}\` stands where \`${meant}\` is meant${times.en}: the file was opened in the wrong encoding and saved again`,
      da: `her står \`${found}\` i stedet for \`${meant}\`${times.da}: filen er åbnet med en forkert tegnkodning og gemt igen`,
    },
    {
      span,
      hints: [
        hint(
          'go back to an older copy of the file (OneDrive: Version history), and save it as UTF-8',
          'find en tidligere udgave af filen (OneDrive: Versionshistorik), og gem den som UTF-8',
        ),
      ],
    },
  );
}

/** A link whose brackets do not make one. */
export function linkBroken(span: Span): Diagnostic {
  return problem(
    'warning',
    'input/broken-link',
    {
      en: 'the brackets here do not make a link; they are printed as they stand',
      da: 'klammerne her bliver ikke til et link; de bliver trykt, som de står',
    },
    {
      span,
      hints: [
        hint(
          'write `[text](address)`: first the square brackets, then the round ones, nothing between them',
          'skriv `[tekst](adresse)`: først de kantede klammer, så de runde, og intet imellem',
        ),
      ],
    },
  );
}

export function markerInCopy(span: Span): Diagnostic {
  return problem(
    'error',
    'input/reserved-character',
    {
      en: 'an invisible character stands here that Unicode reserves for programs (U+FDD0–U+FDEF)',
      da: 'her står et usynligt tegn, som Unicode forbeholder programmer (U+FDD0–U+FDEF)',
    },
    {
      span,
      hints: [hint('delete it and write the words again', 'slet det, og skriv ordene igen')],
    },
  );
}

export function controlInCopy(span: Span, code: number): Diagnostic {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return problem(
    'error',
    'input/control-character',
    {
      en: `an invisible control character (${name}) stands here`,
      da: `her står et usynligt styretegn (${name})`,
    },
    { span, hints: [hint('delete it', 'slet det')] },
  );
}

/** U+2028 or U+2029, as they come along from Word: nobody sees that a new line begins there. */
export function separatorInCopy(span: Span): Diagnostic {
  return problem(
    'warning',
    'input/line-separator',
    {
      en: 'an invisible line separator stands here; what follows begins a new line',
      da: 'her står et usynligt linjeskift; det, der følger, begynder en ny linje',
    },
    {
      span,
      hints: [
        hint(
          'delete it; where a new line is meant, end the line with `\\`',
          'slet det; skal der være en ny linje, så slut linjen med `\\`',
        ),
      ],
    },
  );
}

export function markUnclosed(marker: string, closer: string, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/unclosed-mark',
    {
      en: `\`${marker}\` is opened and never closed; it is printed as it stands`,
      da: `\`${marker}\` åbnes, men lukkes aldrig; det bliver trykt, som det står`,
    },
    {
      span,
      hints: [
        hint(
          `close it with \`${closer}\`, or write \`\\${marker[0]}\` for the sign itself`,
          `luk det med \`${closer}\`, eller skriv \`\\${marker[0]}\` for selve tegnet`,
        ),
      ],
    },
  );
}

export function markUnopened(marker: string, closer: string, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/unopened-mark',
    {
      en: `\`${closer}\` closes what was never opened; it is printed as it stands`,
      da: `\`${closer}\` lukker noget, der aldrig blev åbnet; det bliver trykt, som det står`,
    },
    {
      span,
      hints: [
        hint(
          `open it with \`${marker}\` where it begins, or write \`\\${closer[0]}\` for the sign itself`,
          `åbn det med \`${marker}\`, hvor det begynder, eller skriv \`\\${closer[0]}\` for selve tegnet`,
        ),
      ],
    },
  );
}

export function linkRefused(address: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/link-address',
    {
      en: `\`${address}\` is not an address that a link may lead to`,
      da: `\`${address}\` er ikke en adresse, et link kan føre til`,
    },
    {
      span,
      hints: [
        hint(
          'write a web address (https://…), an e-mail address or a telephone number (tel:…)',
          'skriv en webadresse (https://…), en mailadresse eller et telefonnummer (tel:…)',
        ),
      ],
    },
  );
}

/** `language` says which signs print has for it. */
export function straightQuote(
  character: string,
  language: string | undefined,
  span: Span,
): Diagnostic {
  const [open, close] = quotesFor(language ?? '') ?? ['“', '”'];
  const better = character === "'" ? '’' : `${open}…${close}`;
  return problem(
    'warning',
    'input/straight-quote',
    {
      en: `a typewriter's \`${character}\` in a text for print`,
      da: `skrivemaskinens \`${character}\` i en tekst til tryk`,
    },
    { span, hints: [hint(`write ${better}`, `skriv ${better}`)] },
  );
}

export function blankLineIgnored(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/blank-line',
    {
      en: `the field ${label.en} is one text; the blank line in it makes no new paragraph`,
      da: `feltet ${label.da} er én tekst; den tomme linje giver ikke et nyt afsnit`,
    },
    { span },
  );
}
