/** Wording: the copy, and the marks inside its texts. */
import {
  type Diagnostic,
  hint,
  type Message,
  problem,
  type Related,
  type Span,
} from '../base/index.ts';
import { didYouMean } from './problems-file.ts';

function neededBy(span: Span): Related {
  return {
    span,
    label: { en: 'the template asks for it here', da: 'skabelonen beder om det her' },
  };
}

export function fieldMissing(label: Message, key: string, span: Span, asked: Span): Diagnostic {
  return problem(
    'error',
    'input/missing-field',
    { en: `the field ${label.en} is missing`, da: `feltet ${label.da} mangler` },
    {
      span,
      related: [neededBy(asked)],
      hints: [hint(`write \`${key}:\` and its words`, `skriv \`${key}:\` og ordene`)],
    },
  );
}

export function fieldEmpty(label: Message, span: Span, asked: Span): Diagnostic {
  return problem(
    'error',
    'input/empty-field',
    { en: `the field ${label.en} is empty`, da: `feltet ${label.da} er tomt` },
    { span, related: [neededBy(asked)] },
  );
}

export function fieldUnknown(
  key: string,
  span: Span,
  near: string | undefined,
  known: readonly string[],
): Diagnostic {
  const list = known.map((name) => `\`${name}\``).join(', ');
  return problem(
    'error',
    'input/unknown-field',
    {
      en: `the template has no field \`${key}\` here`,
      da: `skabelonen har intet felt \`${key}\` her`,
    },
    {
      span,
      hints: [
        near === undefined
          ? hint(`its fields are ${list}`, `felterne er ${list}`)
          : didYouMean(near),
      ],
    },
  );
}

/** What each kind of field expects, as it follows after "must be". */
const kindWording: Readonly<Record<string, Message>> = {
  text: { en: 'a text', da: 'en tekst' },
  rich: { en: 'a text', da: 'en tekst' },
  paragraphs: {
    en: 'a text in paragraphs: `|` and blank lines between them, or a list of them',
    da: 'en tekst i afsnit: `|` og tomme linjer imellem, eller en liste af dem',
  },
  picture: {
    en: 'a picture with `file:` and `alt:`',
    da: 'et billede med `file:` og `alt:`',
  },
  url: {
    en: 'a web address such as `example.dk/page`',
    da: 'en webadresse som `eksempel.dk/side`',
  },
  number: { en: 'a number such as `1234,5`', da: 'et tal som `1234,5`' },
  date: { en: 'a date such as `2026-11-25`', da: 'en dato som `2026-11-25`' },
  boolean: { en: '`true` or `false`', da: '`true` eller `false`' },
  list: {
    en: 'a list (lines that begin with `- `)',
    da: 'en liste (linjer, der begynder med `- `)',
  },
  group: { en: 'a group of fields', da: 'en gruppe af felter' },
};

/** A text that begins with `[` or `{` is not one to YAML. */
const bracketHint = hint(
  "put a text that begins with `[` or `{` in single quotes '…'",
  "sæt en tekst, der begynder med `[` eller `{`, i enkelte anførselstegn '…'",
);

export function fieldWrongKind(label: Message, kind: string, span: Span): Diagnostic {
  const isBracket = '[{'.includes(span.source.text[span.start] ?? ' ');
  const wanted = kindWording[kind] ?? { en: kind, da: kind };
  return problem(
    'error',
    'input/wrong-kind',
    {
      en: `the field ${label.en} must be ${wanted.en}`,
      da: `feltet ${label.da} skal være ${wanted.da}`,
    },
    { span, hints: isBracket && (kind === 'text' || kind === 'rich') ? [bracketHint] : [] },
  );
}

const measureWording: Readonly<Record<string, Message>> = {
  characters: { en: 'characters', da: 'tegn' },
  words: { en: 'words', da: 'ord' },
  items: { en: 'items', da: 'punkter' },
  lines: { en: 'lines', da: 'linjer' },
};

export function outOfRange(
  label: Message,
  measure: string,
  measured: number,
  limit: { readonly bound: 'min' | 'max'; readonly value: number },
  span: Span,
): Diagnostic {
  const unit = measureWording[measure] ?? { en: measure, da: measure };
  const isMost = limit.bound === 'max';
  return problem(
    'error',
    isMost ? 'input/too-long' : 'input/too-short',
    {
      en: `the field ${label.en} has ${measured} ${unit.en}; the template wants at ${isMost ? 'most' : 'least'} ${limit.value}`,
      da: `feltet ${label.da} har ${measured} ${unit.da}; skabelonen vil have ${isMost ? 'højst' : 'mindst'} ${limit.value}`,
    },
    { span },
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

export function straightQuote(character: string, span: Span): Diagnostic {
  const better = character === "'" ? '’' : '»…«';
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

export function focusWrong(label: Message, span: Span): Diagnostic {
  return problem(
    'error',
    'input/wrong-focus',
    {
      en: `the focus of ${label.en} must be two percentages, from the left and from the top`,
      da: `fokus for ${label.da} skal være to procenttal, fra venstre og fra oven`,
    },
    { span, hints: [hint('write `focus: [50%, 30%]`', 'skriv `focus: [50%, 30%]`', '[50%, 30%]')] },
  );
}

export function placeholderInUse(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/placeholder-picture',
    {
      en: `the picture ${label.en} is a placeholder`,
      da: `billedet ${label.da} er en pladsholder`,
    },
    {
      span,
      hints: [
        hint(
          'put the real picture in, and take `placeholder: true` away',
          'sæt det rigtige billede ind, og fjern `placeholder: true`',
        ),
      ],
    },
  );
}

export function copyEmpty(path: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/empty-copy',
    { en: `there are no words in \`${path}\``, da: `der er ingen ord i \`${path}\`` },
    { span },
  );
}

export function altMissing(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/missing-alt',
    {
      en: `the picture ${label.en} has no alternative text for those who cannot see it`,
      da: `billedet ${label.da} har ingen alternativ tekst til dem, der ikke kan se det`,
    },
    {
      span,
      hints: [
        hint('write `alt:` and what the picture shows', 'skriv `alt:` og hvad billedet viser'),
      ],
    },
  );
}

/** `near` is a path that exists and may be meant. */
export function pictureFileMissing(path: string, near: string | undefined, span: Span): Diagnostic {
  return problem(
    'error',
    'input/missing-picture',
    { en: `there is no picture \`${path}\``, da: `billedet \`${path}\` findes ikke` },
    { span, hints: near === undefined ? [] : [didYouMean(near)] },
  );
}
