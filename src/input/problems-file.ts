/** Wording: files that cannot be read as text, and YAML that cannot be understood. */
import { type Diagnostic, type Hint, hint, problem, type Span } from '../base/index.ts';

type At = Span | undefined;

export function fileMissing(path: string, near: string | undefined, span: At): Diagnostic {
  return problem(
    'error',
    'input/file-missing',
    { en: `there is no file \`${path}\``, da: `filen \`${path}\` findes ikke` },
    { span, hints: near ? [didYouMean(near)] : [] },
  );
}

export function fileOutside(path: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/file-outside',
    {
      en: `\`${path}\` leads out of the project folder`,
      da: `\`${path}\` fører ud af projektets mappe`,
    },
    {
      span,
      hints: [
        hint(
          'put the file in the project and name it from there',
          'læg filen i projektet, og angiv den derfra',
        ),
      ],
    },
  );
}

export function fileTooLarge(path: string, limitBytes: number, span: At): Diagnostic {
  const limit = Math.round(limitBytes / 1024 / 1024);
  return problem(
    'error',
    'input/file-too-large',
    {
      en: `\`${path}\` is larger than ${limit} MB`,
      da: `\`${path}\` fylder mere end ${limit} MB`,
    },
    { span },
  );
}

export function fileUnreadable(path: string, reason: string, span: At): Diagnostic {
  return problem(
    'error',
    'input/file-unreadable',
    {
      en: `\`${path}\` cannot be read (${reason})`,
      da: `\`${path}\` kan ikke læses (${reason})`,
    },
    { span },
  );
}

export function notUtf8(span: Span, byte: number): Diagnostic {
  const code = byte.toString(16).toUpperCase().padStart(2, '0');
  return problem(
    'error',
    'input/not-utf8',
    {
      en: `the file is not saved as UTF-8: byte ${code} here is not a letter`,
      da: `filen er ikke gemt som UTF-8: byten ${code} her er ikke et bogstav`,
    },
    {
      span,
      hints: [
        hint(
          'save the file again and choose the encoding UTF-8 (in Notepad: Save as, Encoding, UTF-8)',
          'gem filen igen, og vælg tegnkodningen UTF-8 (i Notesblok: Gem som, Kodning, UTF-8)',
        ),
      ],
    },
  );
}

/** The hint after every unknown name. */
export function didYouMean(near: string): Hint {
  return hint(`did you mean \`${near}\`?`, `mente du \`${near}\`?`, near);
}

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

export function yamlDuplicateKey(key: string, span: Span, first: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-duplicate-key',
    { en: `\`${key}\` is written twice`, da: `\`${key}\` står to gange` },
    {
      span,
      related: [{ span: first, label: { en: 'first written here', da: 'første gang her' } }],
      hints: [hint('keep one of them', 'behold den ene')],
    },
  );
}

const quoteHint = hint(
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

export function yamlUnknownAlias(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-alias',
    {
      en: `a text cannot begin with \`*\` without quotes: YAML takes \`*${name}\` as a reference, and nothing has that name`,
      da: `en tekst kan ikke begynde med \`*\` uden anførselstegn: YAML læser \`*${name}\` som en henvisning, og intet har det navn`,
    },
    { span, hints: [quoteHint] },
  );
}

export function yamlAliasBomb(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-alias-bomb',
    {
      en: 'references to references make this file grow beyond measure',
      da: 'henvisninger til henvisninger får filen til at vokse over alle grænser',
    },
    {
      span,
      hints: [
        hint('write the text out instead of `*name`', 'skriv teksten ud i stedet for `*navn`'),
      ],
    },
  );
}

export function yamlTooDeep(span: Span, limit: number): Diagnostic {
  return problem(
    'error',
    'input/yaml-too-deep',
    {
      en: `more than ${limit} levels inside each other`,
      da: `mere end ${limit} niveauer inden i hinanden`,
    },
    { span },
  );
}

export function yamlTooLarge(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-too-large',
    {
      en: 'the file has far more entries than a brochure can',
      da: 'filen har langt flere linjer og punkter, end en brochure kan have',
    },
    { span },
  );
}

export function yamlKeyNotText(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-key',
    { en: 'a key must be one word of text', da: 'en nøgle skal være ét ord' },
    { span },
  );
}

export function yamlTag(tag: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-tag',
    { en: `\`${tag}\` is not used here`, da: `\`${tag}\` bruges ikke her` },
    {
      span,
      hints: [
        hint(
          'put a text that begins with `!` in single quotes',
          'sæt en tekst, der begynder med `!`, i enkelte anførselstegn',
        ),
      ],
    },
  );
}

const syntaxWording: Readonly<Record<string, { en: string; da: string }>> = {
  BAD_DQ_ESCAPE: {
    en: 'in double quotes a backslash has a meaning of its own in YAML',
    da: 'i dobbelte anførselstegn har omvendt skråstreg sin egen betydning i YAML',
  },
  BAD_INDENT: {
    en: 'this line is indented differently from those it belongs with',
    da: 'linjen er rykket anderledes ind end dem, den hører sammen med',
  },
  BAD_SCALAR_START: {
    en: 'a text cannot begin with this character without quotes',
    da: 'en tekst kan ikke begynde med dette tegn uden anførselstegn',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a colon followed by a space, inside a text without quotes, looks like a new key',
    da: 'kolon og mellemrum midt i en tekst uden anførselstegn ligner en ny nøgle',
  },
  MISSING_CHAR: {
    en: 'something is left open or a colon is missing',
    da: 'noget er ikke lukket, eller der mangler et kolon',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key stands alone on its line: a colon is missing, or the line is indented wrongly',
    da: 'her mangler et kolon efter nøglen, eller linjen er rykket forkert ind',
  },
  MULTIPLE_DOCS: {
    en: '`---` begins a second document; the file must be one',
    da: '`---` begynder et nyt dokument; filen skal være ét',
  },
  UNEXPECTED_TOKEN: {
    en: 'this does not belong to what stands before it',
    da: 'dette hænger ikke sammen med det, der står før',
  },
};

const hintedCodes = new Set([
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

/** `code` and `detail` are those of the `yaml` package. */
export function yamlSyntax(code: string, detail: string, span: Span): Diagnostic {
  const wording = syntaxWording[code];
  return problem(
    'error',
    'input/yaml-syntax',
    wording ?? { en: detail, da: `YAML-reglerne er brudt: ${detail}` },
    { span, hints: hintedCodes.has(code) ? [quoteHint] : [] },
  );
}
