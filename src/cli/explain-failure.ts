/**
 * What stopped the program, as one sentence in both languages: a wrong call, or a refusal of the
 * system. Loaded when something has gone wrong.
 */
import type { Message } from '../base/index.ts';

/** What the reader of the command line says, and how it is said in Danish. */
const calls: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+?)'/, 'der er intet tilvalg `$1`'],
  [/^unknown command '(.+?)'/, 'der er ingen kommando `$1`'],
  [/^missing required argument '(.+?)'/, 'her mangler `$1`'],
  [/^option '(.+?)' argument missing/, 'der skal stå en værdi efter `$1`'],
  [/^required option '(.+?)' not specified/, 'tilvalget `$1` skal være der'],
  [/^option '(.+?)' argument '(.*?)' is invalid\.\s*/, '`$2` kan ikke bruges ved `$1`: '],
  [
    /^too many arguments for '(.+?)'\. Expected (\d+) arguments? but got (\d+).*$/s,
    '`$1` tager $2, men fik $3',
  ],
];

const tails: readonly (readonly [RegExp, string])[] = [
  [/\(Did you mean one of (.+?)\?\)/, '(mente du en af $1?)'],
  [/\(Did you mean (.+?)\?\)/, '(mente du $1?)'],
  [/Allowed choices are (.+?)\.?$/, 'vælg mellem $1'],
  [/choose from (\d+) to (\d+)/, 'vælg fra $1 til $2'],
  [/choose from/, 'vælg mellem'],
  [/a folder is missing/, 'der mangler en mappe'],
];

/** A wrong call, from the sentence of the package that reads it. */
export function explainCall(message: string): Message {
  const en = message.replace(/^error: /, '');
  const da = [...calls, ...tails].reduce(
    (text, [pattern, words]) => text.replace(pattern, words),
    en.trim(),
  );
  return { en, da };
}

/** Why the system refused, by its code. */
const reasons: Readonly<Record<string, Message>> = {
  EACCES: { en: 'you have no permission to write there', da: 'du har ikke lov til at skrive dér' },
  EPERM: {
    en: 'you have no permission to write there, or another program has the file open',
    da: 'du har ikke lov til at skrive dér, eller filen er åben i et andet program',
  },
  EBUSY: {
    en: 'another program has the file open: close it and try again',
    da: 'filen er åben i et andet program: luk den, og prøv igen',
  },
  EROFS: { en: 'the disk can only be read', da: 'disken kan kun læses' },
  ENOSPC: { en: 'the disk is full', da: 'disken er fuld' },
  EDQUOT: { en: 'your share of the disk is full', da: 'din plads på disken er brugt op' },
  ENOTDIR: {
    en: 'a file lies where a folder should be',
    da: 'der ligger en fil, hvor der skulle være en mappe',
  },
  EEXIST: {
    en: 'a file lies where a folder should be',
    da: 'der ligger en fil, hvor der skulle være en mappe',
  },
  EISDIR: {
    en: 'a folder lies where the file should be',
    da: 'der ligger en mappe, hvor filen skulle være',
  },
  ENOTEMPTY: {
    en: 'a folder lies where the file should be',
    da: 'der ligger en mappe, hvor filen skulle være',
  },
  ENAMETOOLONG: { en: 'the path is too long', da: 'stien er for lang' },
  ENOENT: { en: 'it is not there', da: 'den findes ikke' },
  EMFILE: { en: 'too many files are open', da: 'der er for mange filer åbne' },
};

type SystemError = NodeJS.ErrnoException & { readonly dest?: string };

/** The file a reader knows: without the staging folder that it is first written into. */
function fileOf({ path, dest }: SystemError): string {
  return (dest ?? path ?? '').replace(/[\\/]\.staging-\d+/, '');
}

/** A refusal of the system: no room, no permission, a folder where a file should be. */
export function explainSystem(error: SystemError): Message {
  const reason = reasons[error.code ?? ''];
  const file = fileOf(error);
  if (!reason)
    return { en: error.message, da: `systemet siger nej (${error.code}): ${error.message}` };
  const named = file === '' ? '' : `\`${file}\`: `;
  return { en: `${named}${reason.en}`, da: `${named}${reason.da}` };
}
