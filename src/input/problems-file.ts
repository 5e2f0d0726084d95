/** Wording: files that cannot be read as text. */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';

type At = Span | undefined;

export function fileMissing(path: string, near: string | undefined, span: At): Diagnostic {
  return problem(
    'error',
    'input/file-missing',
    { en: `there is no file \`${path}\``, da: `filen \`${path}\` findes ikke` },
    { span, hints: missingHints(path, near) },
  );
}

/** `near` may be the same file with an ending that the system does not show. */
function missingHints(path: string, near: string | undefined): readonly Hint[] {
  if (near === undefined)
    return [hint('put the file there, or name another', 'læg filen dér, eller ret navnet')];
  if (near.toLowerCase() !== `${path.toLowerCase()}.txt`) return didYouMean(near);
  return [
    hint(
      `rename \`${near}\`: its name ends in \`.txt\`, which Windows may not show`,
      `omdøb \`${near}\`: navnet slutter på \`.txt\`, som Windows måske ikke viser`,
    ),
  ];
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

/** Why the system refuses to read, by its code. */
const refusals: Readonly<Record<string, Message>> = {
  folder: { en: 'it is a folder', da: 'det er en mappe' },
  'not a file': { en: 'it is not an ordinary file', da: 'det er ikke en almindelig fil' },
  EACCES: { en: 'you have no permission', da: 'du har ikke adgang til den' },
  EPERM: { en: 'you have no permission', da: 'du har ikke adgang til den' },
  EBUSY: {
    en: 'another program has it open',
    da: 'den er åben i et andet program',
  },
  ELOOP: { en: 'it is a link to itself', da: 'den er en genvej til sig selv' },
  EIO: { en: 'the disk or the network fails', da: 'disken eller netværket svigter' },
};

const askForAccess = hint(
  'ask whoever owns the file for access, or put a copy of your own in its place',
  'bed om adgang hos den, der ejer filen, eller læg din egen kopi i stedet',
);

const readingHints: Readonly<Record<string, Hint>> = {
  EACCES: askForAccess,
  EPERM: askForAccess,
  EBUSY: hint('close it there, and try again', 'luk den dér, og prøv igen'),
};

export function fileUnreadable(path: string, reason: string, span: At): Diagnostic {
  const why = refusals[reason] ?? { en: reason, da: reason };
  return problem(
    'error',
    'input/file-unreadable',
    {
      en: `\`${path}\` cannot be read: ${why.en}`,
      da: `\`${path}\` kan ikke læses: ${why.da}`,
    },
    { span, hints: readingHints[reason] ? [readingHints[reason]] : [] },
  );
}

const saveAsUtf8 = hint(
  'save the file again and choose the encoding UTF-8 (in Notepad: Save as, Encoding, UTF-8)',
  'gem filen igen, og vælg tegnkodningen UTF-8 (i Notesblok: Gem som, Kodning, UTF-8)',
);

const keepAsText = hint(
  'write the copy in a text editor such as Notepad, and save it as UTF-8',
  'skriv teksten i et program til ren tekst som Notesblok, og gem den som UTF-8',
);

/** What a file is that is not text in UTF-8. */
export type ForeignText = 'utf-16' | 'office' | 'pdf' | 'latin';

const foreignWording: Readonly<Record<Exclude<ForeignText, 'latin'>, Message>> = {
  'utf-16': {
    en: 'the file is saved as UTF-16, not as UTF-8',
    da: 'filen er gemt som UTF-16 (»Unicode«), ikke som UTF-8',
  },
  office: {
    en: 'the file is a document of Word or another office program, not plain text',
    da: 'filen er et dokument fra Word eller et andet kontorprogram, ikke ren tekst',
  },
  pdf: { en: 'the file is a PDF, not plain text', da: 'filen er en PDF, ikke ren tekst' },
};

export function notUtf8(kind: ForeignText, span: Span, byte: number): Diagnostic {
  const code = byte.toString(16).toUpperCase().padStart(2, '0');
  const message =
    kind === 'latin'
      ? {
          en: `the file is not saved as UTF-8: byte ${code} here is not a letter`,
          da: `filen er ikke gemt som UTF-8: bogstavet her (byte ${code}) kan ikke læses`,
        }
      : foreignWording[kind];
  const isText = kind === 'latin' || kind === 'utf-16';
  return problem('error', 'input/not-utf8', message, {
    span,
    hints: [isText ? saveAsUtf8 : keepAsText],
  });
}
