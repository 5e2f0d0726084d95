/** Wording: what stands in the copy's fields, and how much of it. */
import {
  type Diagnostic,
  type Hint,
  hint,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';
import { itemsHint } from './problems-fields.ts';

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
  list: itemsHint,
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
