/** Wording: the copy's fields. */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  listed,
  type Message,
  problem,
  type Related,
  type Span,
} from '../base/index.ts';

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

/** A group's name is gone, and its fields stand at the end of the group `within`. */
export function groupNameMissing(
  { key, label, within }: FieldPlace,
  fields: readonly string[],
  span: Span,
): Diagnostic {
  const names = listed(fields);
  const [isIn, belong] = fields.length === 1 ? ['is', 'belongs'] : ['are', 'belong'];
  return problem(
    'error',
    'input/missing-field',
    {
      en: `\`${key}:\` is missing above this line: ${names} ${belong} to ${label.en} and ${isIn} now in \`${within}\``,
      da: `linjen \`${key}:\` mangler over denne: ${names} hører til ${label.da}, men står nu under \`${within}\``,
    },
    {
      span,
      hints: [
        hint(
          `write \`${key}:\` on a line of its own above it, as far in as \`${within}:\``,
          `skriv \`${key}:\` på en linje for sig selv ovenover, lige så langt inde som \`${within}:\``,
        ),
      ],
    },
  );
}

/** A field, the words for it, and the group beside or around it. */
interface FieldPlace {
  readonly key: string;
  readonly label: Message;
  readonly within: string;
}

/** A field stands in the group `within`, and belongs after it. */
export function fieldTooFarIn({ key, label, within }: FieldPlace, span: Span): Diagnostic {
  return problem(
    'error',
    'input/misplaced-field',
    {
      en: `\`${key}:\` (${label.en}) is indented too far: it has become part of \`${within}:\``,
      da: `\`${key}:\` (${label.da}) er rykket for langt ind: den er blevet en del af \`${within}:\``,
    },
    {
      span,
      hints: [
        hint(
          `move \`${key}:\` out until it is as far in as \`${within}:\`; what belongs to it stands two spaces further in`,
          `ryk \`${key}:\` ud, så den står lige så langt inde som \`${within}:\`; det, der hører til den, står to mellemrum længere inde`,
        ),
      ],
    },
  );
}

/** A field stands beside its group `within`, and belongs in it. */
export function fieldTooFarOut({ key, label, within }: FieldPlace, span: Span): Diagnostic {
  return problem(
    'error',
    'input/misplaced-field',
    {
      en: `\`${key}:\` (${label.en}) belongs under \`${within}:\`, and is not indented`,
      da: `\`${key}:\` (${label.da}) hører til under \`${within}:\`, men er ikke rykket ind`,
    },
    {
      span,
      hints: [
        hint(
          'put two spaces in front of the line, and of those that belong to it',
          'sæt to mellemrum foran linjen og foran dem, der hører til den',
        ),
      ],
    },
  );
}

/**
 * What an empty field may be: words after a `#`, a sign that means nothing to YAML (`~`, `null`),
 * an item of a list, a list, or simply empty.
 */
export type Emptiness = 'remark' | 'nothing' | 'item' | 'list' | 'plain';

const emptyHints: Readonly<Record<Emptiness, Hint>> = {
  remark: hint(
    "words after `#` are a comment and are not printed: put the text in single quotes '…' if they should be",
    "ord efter `#` er en kommentar og bliver ikke trykt: sæt teksten i enkelte anførselstegn '…', hvis de skal trykkes",
  ),
  nothing: hint(
    "alone, `~` and `null` mean “nothing” in YAML: put the word in single quotes '…' if it is to be printed",
    "alene betyder `~` og `null` »ingenting« i YAML: sæt ordet i enkelte anførselstegn '…', hvis det skal trykkes",
  ),
  item: hint(
    'write its words after `- `, or delete the line',
    'skriv ordene efter `- `, eller slet linjen',
  ),
  list: hint(
    'write each item on a line of its own with `- ` in front of it',
    'skriv hvert punkt på sin egen linje med `- ` foran',
  ),
  plain: hint(
    'write its words, or ask the designer to make the field optional',
    'skriv ordene, eller bed designeren om at gøre feltet valgfrit',
  ),
};

export function fieldEmpty(
  label: Message,
  emptiness: Emptiness,
  span: Span,
  asked: Span,
): Diagnostic {
  return problem(
    'error',
    'input/empty-field',
    { en: `the field ${label.en} is empty`, da: `feltet ${label.da} er tomt` },
    { span, related: [neededBy(asked)], hints: [emptyHints[emptiness]] },
  );
}

export function fieldUnknown(
  key: string,
  span: Span,
  near: string | undefined,
  known: readonly string[],
): Diagnostic {
  const list = listed(known);
  return problem(
    'error',
    'input/unknown-field',
    {
      en: `the template has no field \`${key}\` here`,
      da: `skabelonen har intet felt \`${key}\` her`,
    },
    {
      span,
      hints: didYouMean(near, hint(`its fields are ${list}`, `felterne er ${list}`)),
    },
  );
}

/** A comma inside `{…}` has cut a text or a number in two; `rest` is what is left over. */
export function commaInBraces(rest: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/comma-in-braces',
    {
      en: `inside \`{…}\` a comma begins a new field: \`${rest}\` is cut off from the value in front of it`,
      da: `inde i \`{…}\` begynder et komma et nyt felt: \`${rest}\` er skåret af værdien foran`,
    },
    {
      span,
      hints: [
        hint(
          "put the whole value in single quotes: '1.099,50'",
          "sæt hele værdien i enkelte anførselstegn: '1.099,50'",
        ),
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

const colonHint = hint(
  "a colon and a space make a field of it: put a text with a colon in single quotes '…'",
  "kolon og mellemrum gør det til et felt: sæt en tekst med kolon i enkelte anførselstegn '…'",
);

const questionHint = hint(
  "put a text that begins with `?` in single quotes '…'",
  "sæt en tekst, der begynder med `?`, i enkelte anførselstegn '…'",
);

const noListHint = hint(
  'write the text after the colon, without `- `',
  'skriv teksten efter kolonet, uden `- `',
);

/** What a text was taken for, by how it is written. */
function textHints({ source, start, end }: Span): readonly Hint[] {
  if ('[{'.includes(source.text[start] ?? ' ')) return [bracketHint];
  if (source.text.startsWith('- ', start)) return [noListHint];
  if (source.text.startsWith('? ', start)) return [questionHint];
  return /:(\s|$)/.test(source.text.slice(start, end)) ? [colonHint] : [];
}

const pipeHint = hint(
  'write `|` after the colon of its name, if the lines below it are its text',
  'skriv `|` efter kolonet i feltets navn, hvis linjerne under det er dets tekst',
);

/** Kinds that are written as plain words. */
const writtenSo: Readonly<Record<string, Hint>> = {
  url: hint(
    'write the address alone, without spaces: `example.dk`, `https://example.dk/page`',
    'skriv kun adressen, uden mellemrum: `eksempel.dk`, `https://eksempel.dk/side`',
  ),
  picture: hint(
    'write `file:` and where the picture is, such as `file: /assets/picture.jpg`, and `alt:` with what it shows',
    'skriv `file:` og hvor billedet ligger, fx `file: /assets/billede.jpg`, og `alt:` med det, som billedet viser',
  ),
  number: hint('write figures only, such as `1234,5`', 'skriv kun tal, fx `1234,5`'),
  date: hint(
    'write a day that exists, such as `2026-11-25`',
    'skriv en dag, der findes, fx `2026-11-25`',
  ),
  boolean: hint('write `true` or `false`', 'skriv `true` eller `false`'),
  list: emptyHints.list,
  group: hint(
    "write the group's fields below its name, two spaces further in",
    'skriv gruppens felter under dens navn, to mellemrum længere inde',
  ),
};

/** What stands in a field in place of what it is for. */
export type WrittenInstead = 'mail';

const insteadHints: Readonly<Record<WrittenInstead, Hint>> = {
  mail: hint(
    'this is an e-mail address: write the address of a page, or `mailto:` in front where readers are to write to it',
    'det er en mailadresse: skriv adressen på en hjemmeside, eller skriv `mailto:` foran, hvis læseren skal skrive til den',
  ),
};

function kindHints(kind: string, span: Span): readonly Hint[] {
  if (kind === 'text' || kind === 'rich') return textHints(span);
  if (kind === 'paragraphs') return [pipeHint];
  const written = writtenSo[kind];
  return written ? [written] : [];
}

export function fieldWrongKind(
  label: Message,
  kind: string,
  span: Span,
  found?: WrittenInstead,
): Diagnostic {
  const wanted = kindWording[kind] ?? { en: kind, da: kind };
  return problem(
    'error',
    'input/wrong-kind',
    {
      en: `the field ${label.en} must be ${wanted.en}`,
      da: `feltet ${label.da} skal være ${wanted.da}`,
    },
    { span, hints: found ? [insteadHints[found]] : kindHints(kind, span) },
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
  const away = Math.abs(measured - limit.value);
  return problem(
    'error',
    isMost ? 'input/too-long' : 'input/too-short',
    {
      en: `the field ${label.en} has ${measured} ${unit.en}; the template ${isMost ? 'allows at most' : 'asks for at least'} ${limit.value}`,
      da: `feltet ${label.da} har ${measured} ${unit.da}; skabelonen ${isMost ? 'tillader højst' : 'kræver mindst'} ${limit.value}`,
    },
    { span, hints: [rangeHint(measure, away, isMost)] },
  );
}

function rangeHint(measure: string, away: number, isMost: boolean): Hint {
  if (measure === 'items')
    return isMost
      ? hint(
          `delete ${away}, or ask the designer for room for more`,
          `slet ${away}, eller bed designeren om plads til flere`,
        )
      : hint(
          `write ${away} more, or ask the designer to make do with fewer`,
          `skriv ${away} til, eller bed designeren om at klare sig med færre`,
        );
  const unit = measureWording[measure] ?? { en: measure, da: measure };
  return isMost
    ? hint(
        `shorten the text by ${away} ${unit.en}, or ask the designer for more room`,
        `gør teksten ${away} ${unit.da} kortere, eller bed designeren om mere plads`,
      )
    : hint(`write ${away} ${unit.en} more`, `skriv ${away} ${unit.da} mere`);
}

export function copyEmpty(path: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/empty-copy',
    { en: `there are no words in \`${path}\``, da: `der står ingen tekst i \`${path}\`` },
    {
      span,
      hints: [
        hint(
          'go back to an older copy of the file (OneDrive: Version history), or write its fields',
          'find en tidligere udgave af filen (OneDrive: Versionshistorik), eller skriv felterne',
        ),
      ],
    },
  );
}
