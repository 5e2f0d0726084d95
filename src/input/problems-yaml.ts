/** Wording: YAML that cannot be understood, and YAML that says something else than was meant. */
import { type Diagnostic, hint, type Message, problem, type Span } from '../base/index.ts';

export function yamlTab(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-tab',
    {
      en: 'a tab indents this line; YAML allows only spaces',
      da: 'linjen er rykket ind med tabulator; YAML tillader kun mellemrum',
    },
    {
      span,
      hints: [
        hint(
          'indent with two spaces for each level',
          'ryk ind med to mellemrum for hvert niveau',
          '  ',
        ),
      ],
    },
  );
}

/** `isItem`: the map is an item of a list, and the key may begin the next one. */
export function yamlDuplicateKey(
  key: string,
  span: Span,
  first: Span,
  isItem: boolean,
): Diagnostic {
  const what = isItem
    ? hint(
        `is \`- \` missing in front of \`${key}\`, where the next item begins? Else keep one of them`,
        `mangler der \`- \` foran \`${key}\`, hvor det næste punkt begynder? Ellers behold den ene`,
      )
    : hint('keep one of them', 'behold den ene');
  return problem(
    'error',
    'input/yaml-duplicate-key',
    { en: `\`${key}\` is written twice`, da: `\`${key}\` står to gange` },
    {
      span,
      related: [{ span: first, label: { en: 'first written here', da: 'første gang her' } }],
      hints: [what],
    },
  );
}

export const quoteHint = hint(
  "put the text in single quotes '…', or write `|` after the colon and the text indented on the next line",
  "sæt teksten i enkelte anførselstegn '…', eller skriv `|` efter kolonet og teksten rykket ind på næste linje",
);

export function yamlOpenQuote(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-syntax',
    {
      en: 'the quote that begins here is never closed',
      da: 'anførselstegnet her bliver aldrig lukket',
    },
    {
      span,
      hints: [
        hint(
          'close it at the end of the text; a quote that is to be printed is written ” or »…«',
          'luk det, hvor teksten slutter; et anførselstegn, der skal trykkes, skrives »…« eller ”…”',
        ),
      ],
    },
  );
}

function syntax(message: Message, span: Span, ...hints: ReturnType<typeof hint>[]): Diagnostic {
  return problem('error', 'input/yaml-syntax', message, { span, hints });
}

/**
 * A text that YAML reads as a key, since a colon and a space stand in it. `curly` is the curly quote
 * that it begins with, which is a letter like others to YAML; or ''.
 */
export function yamlColonInText(curly: string, span: Span): Diagnostic {
  if (curly === '')
    return syntax(
      {
        en: 'a colon followed by a space, inside a text without quotes, looks like a new key',
        da: 'kolon og mellemrum midt i en tekst uden anførselstegn læses som et nyt felt',
      },
      span,
      quoteHint,
    );
  return syntax(
    {
      en: `a colon followed by a space looks like a new key: \`${curly}\` is printed as a letter, and holds nothing together`,
      da: `kolon og mellemrum læses som et nyt felt: \`${curly}\` bliver trykt som et tegn og holder ikke på teksten`,
    },
    span,
    hint(
      "put straight single quotes '…' round the whole text, outside the curly ones",
      "sæt lige enkelte anførselstegn '…' om hele teksten, uden om de krøllede",
    ),
  );
}

/** `sign` begins a text and means something else in YAML. */
export function yamlFirstSign(sign: string, span: Span): Diagnostic {
  const [en, da] = sign === '`' ? ['a backtick', 'accent grave'] : [`\`${sign}\``, `\`${sign}\``];
  return syntax(
    {
      en: `a text cannot begin with ${en} without quotes`,
      da: `en tekst kan ikke begynde med ${da} uden anførselstegn`,
    },
    span,
    quoteHint,
  );
}

export function yamlAfterQuote(quote: string, span: Span): Diagnostic {
  return syntax(
    {
      en: `the text ends at the \`${quote}\` before this; the rest of the line belongs to nothing`,
      da: `teksten slutter ved \`${quote}\` lige før; resten af linjen hører ikke til noget`,
    },
    span,
    hint(
      "put the whole text in single quotes '…', and write the quotes inside it ” or »…«",
      "sæt hele teksten i enkelte anførselstegn '…', og skriv anførselstegnene inde i den som »…« eller ”…”",
    ),
  );
}

export function yamlBackslash(span: Span): Diagnostic {
  return syntax(
    {
      en: 'in double quotes a backslash has a meaning of its own in YAML',
      da: 'i dobbelte anførselstegn har omvendt skråstreg sin egen betydning i YAML',
    },
    span,
    quoteHint,
  );
}

/** `meant`: the spaces in front of the lines beside it; null where they do not tell. */
export function yamlIndent(span: Span, found: number, meant: number | null): Diagnostic {
  const message = {
    en: 'this line is indented differently from those it belongs with',
    da: 'linjen er ikke rykket lige så langt ind som dem, den hører sammen med',
  };
  const what =
    meant === null
      ? hint(
          'give it as many spaces in front as the lines around it that it belongs with',
          'giv den lige så mange mellemrum foran som de linjer omkring den, den hører sammen med',
        )
      : hint(
          `put ${meant} spaces in front of it, not ${found}`,
          `sæt ${meant} mellemrum foran den, ikke ${found}`,
        );
  return syntax(message, span, what);
}

export function yamlBlockIndent(span: Span): Diagnostic {
  return syntax(
    {
      en: 'the first line of a text decides how far it is indented; its other lines cannot stand further out',
      da: 'den første linje af en tekst bestemmer, hvor langt den er rykket ind; de andre linjer kan ikke stå længere ude',
    },
    span,
    hint('indent all lines of the text alike', 'ryk alle tekstens linjer lige langt ind'),
  );
}

/** A line among items of a list that begins otherwise; `sign` is what stands for the dash, or ''. */
export function yamlNoItem(sign: string, span: Span): Diagnostic {
  // A bullet of Wingdings is a letter that other fonts lack.
  const shown = sign >= '\uf000' ? '•' : sign;
  const message =
    sign === ''
      ? {
          en: 'this line stands in a list and does not begin with `- `',
          da: 'linjen står i en liste, men begynder ikke med `- `',
        }
      : {
          en: `\`${shown}\` does not begin an item of a list here`,
          da: `\`${shown}\` begynder ikke et punkt i en liste her`,
        };
  const what = hint(
    'begin the item with a hyphen and a space, `- `, at the same indent as the others, or indent the line further if it goes on with the item above',
    'begynd punktet med bindestreg og mellemrum, `- `, lige så langt inde som de andre, eller ryk linjen længere ind, hvis den fortsætter punktet ovenover',
  );
  return problem('error', 'input/yaml-item', message, { span, hints: [what] });
}

export function yamlColonWithoutSpace(key: string, span: Span): Diagnostic {
  return syntax(
    {
      en: `a space is missing after the colon of \`${key}\``,
      da: `der mangler et mellemrum efter kolonet i \`${key}:\``,
    },
    span,
    hint(`write \`${key}: \` and then the words`, `skriv \`${key}: \` og så ordene`),
  );
}

export function yamlNoColon(span: Span): Diagnostic {
  return syntax(
    {
      en: 'this line has no field name with a colon, and is not indented as the text above',
      da: 'linjen har ikke et feltnavn med kolon, og den er ikke rykket ind som teksten ovenover',
    },
    span,
    hint(
      'indent it further if it belongs to the text above, write `name: ` in front if it is a field, or `# ` if it is a comment',
      'ryk den længere ind, hvis den hører til teksten ovenover; skriv `navn: ` foran, hvis den er et felt, og `# `, hvis den er en kommentar',
    ),
  );
}

/** Words over several lines with signs that YAML takes for its own, and no `|` above them. */
export function yamlNoPipe(key: string, span: Span): Diagnostic {
  return syntax(
    {
      en: `the lines under \`${key}:\` are a text with a colon or another sign of YAML's in it, and nothing says that they are a text`,
      da: `linjerne under \`${key}:\` er en tekst med kolon eller et andet af YAML’s tegn i, og intet siger, at de er en tekst`,
    },
    span,
    hint(`write \`${key}: |\``, `skriv \`${key}: |\``, `${key}: |`),
  );
}

/** Words that begin on the line of their field's name, go on below it, and have a colon in them. */
export function yamlTextBesideName(key: string, span: Span): Diagnostic {
  return syntax(
    {
      en: `the text of \`${key}:\` goes on over several lines, and a colon or another sign of YAML's is in it`,
      da: `teksten efter \`${key}:\` går over flere linjer og har kolon eller et andet af YAML’s tegn i sig`,
    },
    span,
    hint(
      `write \`${key}: |\` on this line, and begin the text on the next, indented as its other lines`,
      `skriv \`${key}: |\` på denne linje, og begynd teksten på den næste, rykket ind som dens andre linjer`,
    ),
  );
}

/** `name` is what Unicode calls the space: `U+00A0`. */
export function yamlHardSpace(name: string, span: Span): Diagnostic {
  return syntax(
    {
      en: `a hard space (${name}) from a word processor or web page stands where YAML needs an ordinary one`,
      da: `her står et hårdt mellemrum (${name}) fra Word eller en hjemmeside, hvor der skal være et almindeligt`,
    },
    span,
    hint('delete it and press the space bar', 'slet det, og tryk på mellemrumstasten', ' '),
  );
}

export function yamlConflict(span: Span): Diagnostic {
  return syntax(
    {
      en: 'two people changed the file, and nobody has chosen between the two versions yet',
      da: 'to har rettet i filen, og ingen har valgt mellem de to udgaver endnu',
    },
    span,
    hint(
      'keep the right one, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`',
      'behold den rigtige, og slet linjerne med `<<<<<<<`, `=======` og `>>>>>>>`',
    ),
  );
}

export function yamlSecondDocument(span: Span): Diagnostic {
  return syntax(
    {
      en: '`---` or `...` ends the document here, and the file goes on',
      da: '`---` eller `...` betyder, at filen slutter her, men der står mere',
    },
    span,
    hint(
      'delete the line, or write `# ` in front if it is a comment',
      'slet linjen, eller skriv `# ` foran, hvis den er en kommentar',
    ),
  );
}

export function yamlOpenBracket(sign: string, span: Span): Diagnostic {
  const closer = sign === '[' ? ']' : '}';
  return syntax(
    {
      en: `the bracket \`${sign}\` is never closed`,
      da: `klammen \`${sign}\` bliver aldrig lukket`,
    },
    span,
    hint(
      `close it with \`${closer}\`; put a text that begins with \`${sign}\` in single quotes '…'`,
      `luk den med \`${closer}\`; sæt en tekst, der begynder med \`${sign}\`, i enkelte anførselstegn '…'`,
    ),
  );
}

/** Fields in braces that lack a comma between them, or a space after a colon. */
export function yamlFieldsInBraces(span: Span): Diagnostic {
  return syntax(
    {
      en: 'the fields in `{…}` do not hold together: a comma is missing between two of them, or a colon',
      da: 'felterne i `{…}` hænger ikke sammen: der mangler et komma mellem to af dem, eller et kolon',
    },
    span,
    hint(
      "write `{name: words, name: words}`; put words with a comma or a colon in them in single quotes '…'",
      "skriv `{navn: ord, navn: ord}`; sæt ord med komma eller kolon i enkelte anførselstegn '…'",
    ),
  );
}

/** `}` at the end of a line, and nothing that it closes. */
export function yamlUnopenedBrace(span: Span): Diagnostic {
  return syntax(
    {
      en: 'the line ends with `}`, and the `{` that it closes is missing',
      da: 'linjen slutter med `}`, men `{`, som den skal lukke, mangler',
    },
    span,
    hint('write `{` where the fields begin', 'skriv `{`, hvor felterne begynder'),
  );
}

export function yamlOpen(span: Span): Diagnostic {
  return syntax(
    {
      en: 'something is left open or a colon is missing',
      da: 'noget er ikke lukket, eller der mangler et kolon',
    },
    span,
  );
}

/** `detail` is the `yaml` package's own sentence. */
export function yamlOther(detail: string, span: Span): Diagnostic {
  return syntax(
    { en: detail, da: 'dette hænger ikke sammen med det, der står før' },
    span,
    quoteHint,
  );
}

/** A line inside an item that looks like an item of its own. */
export function yamlSwallowedItem(span: Span): Diagnostic {
  return problem(
    'warning',
    'input/swallowed-item',
    {
      en: 'this line begins with a hyphen but is indented further than the items: it goes on with the text above',
      da: 'linjen begynder med bindestreg, men er rykket længere ind end punkterne: den bliver en del af teksten ovenover',
    },
    {
      span,
      hints: [
        hint(
          'indent it as the other items if it is one',
          'ryk den lige så langt ind som de andre punkter, hvis den er et punkt',
        ),
      ],
    },
  );
}
