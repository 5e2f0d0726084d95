/** Messages of fonts: families, faces and files that are not there. */
import { type FileRead, type Finding, hint, listed, problem, type Span } from '../base/index.ts';

/** `layout/unknown-font`: a family that no `@font-face` declares. */
export function unknownFont(
  family: string,
  near: string | undefined,
  known: readonly string[],
  span: Span | undefined,
): Finding {
  const list = listed(known);
  const hints =
    near !== undefined
      ? [hint(`write \`${near}\``, `skriv \`${near}\``, near)]
      : [
          hint(
            known.length > 0 ? `use one of ${list}` : 'declare the font with `@font-face`',
            known.length > 0 ? `brug en af ${list}` : 'erklær skriften med `@font-face`',
          ),
        ];
  const message = {
    en: `no \`@font-face\` declares the font \`${family}\``,
    da: `ingen \`@font-face\` erklærer skriften \`${family}\``,
  };
  return problem('error', 'layout/unknown-font', message, { span, hints });
}

/** `layout/generic-font`: only `serif` or the like was asked for, and the machine has no fonts. */
export function genericFont(generic: string, used: string, span: Span | undefined): Finding {
  return problem(
    'warning',
    'layout/generic-font',
    {
      en: `\`${generic}\` names no font of this project; \`${used}\` is used`,
      da: `\`${generic}\` er ikke en skrift i projektet; \`${used}\` bruges`,
    },
    { span, hints: [hint(`write \`${used}\``, `skriv \`${used}\``, used)] },
  );
}

export type StandInStyle = 'italic' | 'bold' | 'bold italic';

/** `layout/stand-in-face`: emphasis is asked for in a style that the family does not have. */
export function standInFace(family: string, style: StandInStyle, span: Span | undefined): Finding {
  const words = { italic: 'kursiv', bold: 'fed', 'bold italic': 'fed kursiv' };
  return problem(
    'warning',
    'layout/stand-in-face',
    {
      en: `\`${family}\` has no ${style} among its \`@font-face\` rules; the emphasis cannot be seen`,
      da: `\`${family}\` har ingen ${words[style]} blandt sine \`@font-face\`-regler; fremhævningen kan ikke ses`,
    },
    {
      span,
      hints: [
        hint(
          `declare the ${style} of \`${family}\` with its font file`,
          `erklær \`${family}\` som ${words[style]} med dens skriftfil`,
        ),
      ],
    },
  );
}

/** `layout/no-fonts`: words, but no font to set them in. */
export function noFonts(span: Span | undefined): Finding {
  return problem(
    'error',
    'layout/no-fonts',
    {
      en: 'the document has words, but no style sheet declares a font',
      da: 'dokumentet har ord, men intet stilark erklærer en skrift',
    },
    {
      span,
      hints: [
        hint(
          'declare fonts with `@font-face { font-family: …; src: url(/fonts/….ttf) }`',
          'erklær skrifter med `@font-face { font-family: …; src: url(/fonts/….ttf) }`',
        ),
      ],
    },
  );
}

/** `layout/missing-font-file`: the file of a `@font-face` cannot be read. */
export function missingFontFile(
  file: Exclude<FileRead, { readonly kind: 'file' }>,
  span: Span,
): Finding {
  const { path } = file;
  const messages = {
    missing: {
      en: `there is no font file \`${path}\``,
      da: `skriftfilen \`${path}\` findes ikke`,
    },
    outside: {
      en: `the font file \`${path}\` lies outside the project folder`,
      da: `skriftfilen \`${path}\` ligger uden for projektmappen`,
    },
    'too-large': {
      en: `the font file \`${path}\` is larger than the limit`,
      da: `skriftfilen \`${path}\` er større end grænsen`,
    },
    unreadable: {
      en: `the font file \`${path}\` cannot be read`,
      da: `skriftfilen \`${path}\` kan ikke læses`,
    },
  } as const;
  return problem('error', 'layout/missing-font-file', messages[file.kind], { span });
}
