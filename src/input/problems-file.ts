/** Wording: files that cannot be read as text. */
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
