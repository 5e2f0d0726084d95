/** Wording: fields of the copy that are missing, empty, unknown or out of place. */
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

export const itemsHint = hint(
  'write each item on a line of its own with `- ` in front of it',
  'skriv hvert punkt på sin egen linje med `- ` foran',
);

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
  list: itemsHint,
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
