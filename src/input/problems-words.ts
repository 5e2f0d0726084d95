/** Wording: `ord.yaml`, and what the clean-up of typed copy did. */
import {
  type Diagnostic,
  type Finding,
  hint,
  type Message,
  problem,
  type Span,
  shorten,
} from '../base/index.ts';
import type { TypographyChange } from './clean-up.ts';

function ownWord(message: Message, span: Span, ...hints: ReturnType<typeof hint>[]): Diagnostic {
  return problem('error', 'input/own-word', message, { span, hints });
}

export function ownWordNoText(key: string, span: Span): Diagnostic {
  return ownWord(
    { en: `\`${key}\` is a list of words`, da: `\`${key}\` er en liste af ord` },
    span,
    hint('write one word an entry, `- word`', 'skriv ét ord pr. punkt, `- ord`'),
  );
}

export function ownWordSpaces(found: string, span: Span): Diagnostic {
  return ownWord(
    {
      en: `\`${found}\` is not one word of letters`,
      da: `\`${found}\` er ikke ét ord af bogstaver`,
    },
    span,
    hint(
      'give each word an entry of its own; words that must stay together are written `[[…]]` in the copy',
      'giv hvert ord sit eget punkt; ord, der skal holdes sammen, skrives `[[…]]` i teksten',
    ),
  );
}

export function ownWordLetters(found: string, span: Span): Diagnostic {
  return ownWord(
    {
      en: `\`${found}\` has other signs than letters, \`|\` and \`-\``,
      da: `\`${found}\` har andre tegn end bogstaver, \`|\` og \`-\``,
    },
    span,
    hint(
      'words with figures and addresses are never hyphenated',
      'ord med tal og adresser får aldrig bindestreg',
    ),
  );
}

export function ownWordUnmarked(found: string, span: Span): Diagnostic {
  return ownWord(
    {
      en: `\`${found}\` does not say where it is divided`,
      da: `\`${found}\` siger ikke, hvor det deles`,
    },
    span,
    hint(
      'write `|` where words are joined and `-` at other divisions; put it under `aldrig` if it is never divided',
      'skriv `|`, hvor ord er sat sammen, og `-` ved andre delinger; skriv det under `aldrig`, hvis det aldrig må deles',
    ),
  );
}

export function ownWordMarked(found: string, span: Span): Diagnostic {
  return ownWord(
    {
      en: `\`${found}\` stands under \`aldrig\` and has marks of division all the same`,
      da: `\`${found}\` står under \`aldrig\`, men har tegn for deling`,
    },
    span,
    hint(
      'write the word without marks, or put it under `deling`',
      'skriv ordet uden tegn, eller flyt det til `deling`',
    ),
  );
}

export function ownWordPlace(found: string, span: Span): Diagnostic {
  return ownWord(
    {
      en: `\`${found}\` leaves fewer than two letters before or after a mark, or has two marks in a row`,
      da: `\`${found}\` har færre end to bogstaver før eller efter et tegn, eller to tegn i træk`,
    },
    span,
    hint('leave that mark out', 'udelad det tegn'),
  );
}

export function ownWordTwice(word: string, span: Span, first: Span): Diagnostic {
  return problem(
    'error',
    'input/own-word-twice',
    { en: `\`${word}\` is in the file twice`, da: `\`${word}\` står to gange i filen` },
    {
      span,
      related: [{ span: first, label: { en: 'the first time', da: 'første gang' } }],
      hints: [hint('leave one of them out', 'slet den ene')],
    },
  );
}

/** A note: told only to those who ask. */
export function typographyChanged({ before, after, span, field }: TypographyChange): Finding {
  const shown = (text: string) => shorten(text.replaceAll('\u00a0', '~'), 60);
  return {
    ...problem(
      'note',
      'input/typography',
      {
        en: `\`${shown(before)}\` is set as \`${shown(after)}\``,
        da: `\`${shown(before)}\` sættes som \`${shown(after)}\``,
      },
      { span },
    ),
    field,
  };
}
