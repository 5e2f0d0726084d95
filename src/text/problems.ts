/** The messages of `text`, English and Danish. */
import {
  type Diagnostic,
  hint,
  type Message,
  type ProblemDetails,
  problem,
} from '../base/index.ts';

/** Why a file cannot be used as a font. */
export type FontFaultCode =
  | 'not-a-font'
  | 'compressed'
  | 'collection'
  | 'damaged'
  | 'missing-table'
  | 'no-outlines'
  | 'variable'
  | 'embedding-forbidden';

/** A file that is no usable font, as a value; `subject` is the table or format it concerns. */
export interface FontFault {
  readonly kind: 'font-fault';
  readonly code: FontFaultCode;
  readonly subject: string;
}

const faultMessages: Readonly<Record<FontFaultCode, (path: string, subject: string) => Message>> = {
  'not-a-font': (path) => ({
    en: `\`${path}\` is not a font file; expected TrueType or OpenType`,
    da: `\`${path}\` er ikke en skriftfil; forventede TrueType eller OpenType`,
  }),
  compressed: (path, subject) => ({
    en: `\`${path}\` is a ${subject} file, made for web pages; expected TrueType or OpenType`,
    da: `\`${path}\` er en ${subject}-fil til websider; forventede TrueType eller OpenType`,
  }),
  collection: (path) => ({
    en: `\`${path}\` holds several fonts; expected a file with one`,
    da: `\`${path}\` rummer flere skrifter; forventede en fil med én`,
  }),
  damaged: (path, subject) => ({
    en: `the font file \`${path}\` is damaged: its \`${subject}\` part is cut short or contradicts itself`,
    da: `skriftfilen \`${path}\` er beskadiget: delen \`${subject}\` er afkortet eller modsiger sig selv`,
  }),
  'missing-table': (path, subject) => ({
    en: `the font file \`${path}\` lacks its \`${subject}\` part`,
    da: `skriftfilen \`${path}\` mangler delen \`${subject}\``,
  }),
  'no-outlines': (path) => ({
    en: `the font \`${path}\` has no outlines, only pictures of letters`,
    da: `skriften \`${path}\` har ingen konturer, kun billeder af bogstaver`,
  }),
  variable: (path) => ({
    en: `\`${path}\` is a variable font; a press file needs one file for each weight and style`,
    da: `\`${path}\` er en variabel skrift; en trykfil kræver én fil for hver vægt og stil`,
  }),
  'embedding-forbidden': (path) => ({
    en: `the licence bits of the font \`${path}\` forbid embedding it in a PDF`,
    da: `licensen i skriften \`${path}\` forbyder at lægge den i en PDF`,
  }),
};

const faultHints: Partial<Record<FontFaultCode, ReturnType<typeof hint>>> = {
  compressed: hint(
    'use the `.ttf` or `.otf` file of the same font',
    'brug den samme skrifts `.ttf`- eller `.otf`-fil',
  ),
  collection: hint(
    'save the font you need as a `.ttf` or `.otf` file of its own',
    'gem den skrift, du skal bruge, som sin egen `.ttf`- eller `.otf`-fil',
  ),
  variable: hint(
    'use the static `.ttf` or `.otf` files, which usually come with it',
    'brug de faste `.ttf`- eller `.otf`-filer, der som regel følger med',
  ),
  damaged: hint('fetch the file again from its source', 'hent filen igen, hvor den kom fra'),
  'embedding-forbidden': hint(
    'buy a licence that permits embedding, or choose another font',
    'køb en licens, der tillader indlejring, eller vælg en anden skrift',
  ),
};

/** `text/font-<fault>`: a font file cannot be used. `path` as the user wrote or would know it. */
export function unusableFont(fault: FontFault, path: string, details: ProblemDetails): Diagnostic {
  const extra = faultHints[fault.code];
  const hints = [...(details.hints ?? []), ...(extra ? [extra] : [])];
  const message = faultMessages[fault.code](path, fault.subject);
  return problem('error', `text/font-${fault.code}`, message, { ...details, hints });
}

/** What to do about a character that no font has. */
function missingHint(character: string): ReturnType<typeof hint> {
  if (character === '\ufffd')
    return hint(
      'a letter was lost when the text was copied or saved: write it again',
      'et bogstav er gået tabt, da teksten blev kopieret eller gemt: skriv det igen',
    );
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)
    ? hint('delete it: emoji are not printed', 'slet den: emojier kan ikke trykkes')
    : hint(
        'write another one, or ask the designer for a font that has it',
        'brug et andet tegn, eller bed designeren om en skrift, der har det',
      );
}

/** `text/missing-character`: none of the fonts asked for has the character; a box is printed. */
export function missingCharacter(
  character: string,
  family: string,
  details: ProblemDetails,
): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  // A mark needs something to stand on.
  const shown = /^\p{M}/u.test(character) ? `\u25cc${character}` : character;
  return problem(
    'error',
    'text/missing-character',
    {
      en: `the font \`${family}\` has no \`${shown}\` (U+${code}), nor has any font after it`,
      da: `skriften \`${family}\` har ikke tegnet \`${shown}\` (U+${code}), og det har reserveskrifterne heller ikke`,
    },
    { ...details, hints: [...(details.hints ?? []), missingHint(character)] },
  );
}
