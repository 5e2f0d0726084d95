/**
 * What stopped the program, as one sentence in both languages: a wrong call, or a refusal of the
 * system. Loaded when something has gone wrong.
 */
import { existsSync, lstatSync } from 'node:fs';
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

/** Two ways out where nothing can be written. */
const elsewhere: Message = {
  en: 'choose another folder by `--out`, or ask whoever owns it for access',
  da: 'vælg en anden mappe med `--out`, eller bed om adgang hos den, der ejer mappen',
};

const fileForFolder: Message = {
  en: 'a file lies where a folder should be; rename or delete it',
  da: 'der ligger en fil, hvor der skulle være en mappe; omdøb eller slet den',
};

const folderForFile: Message = {
  en: 'a folder lies where the file should be; rename or delete it',
  da: 'der ligger en mappe, hvor filen skulle være; omdøb eller slet den',
};

const brokenLink: Message = {
  en: 'this is a link to a folder that is not there; make the folder, or delete the link',
  da: 'det er et link til en mappe, der ikke findes; opret mappen, eller slet linket',
};

/** Whether a link stands at a path, and nothing where it leads. */
function isBrokenLink(path: string): boolean {
  const link = lstatSync(path, { throwIfNoEntry: false });
  return link?.isSymbolicLink() === true && !existsSync(path);
}

/** Why the system refused, by its code, and what to do. */
const reasons: Readonly<Record<string, Message>> = {
  EACCES: {
    en: `you have no permission to write there; ${elsewhere.en}`,
    da: `du har ikke lov til at skrive dér; ${elsewhere.da}`,
  },
  EPERM: {
    en: `another program has the file open, or you have no permission to write there; close it and try again, or ${elsewhere.en}`,
    da: `filen er åben i et andet program, eller du har ikke lov til at skrive dér; luk filen, og prøv igen, eller ${elsewhere.da}`,
  },
  EBUSY: {
    en: 'another program has the file open; close it and try again',
    da: 'filen er åben i et andet program; luk den, og prøv igen',
  },
  EROFS: {
    en: 'the disk can only be read; choose another folder by `--out`, or move the project',
    da: 'disken er skrivebeskyttet; vælg en anden mappe med `--out`, eller flyt projektet',
  },
  ENOSPC: {
    en: 'the disk is full; make room and try again',
    da: 'disken er fuld; skaf plads, og prøv igen',
  },
  EDQUOT: {
    en: 'your share of the disk is full; make room and try again',
    da: 'din del af disken er fuld; skaf plads, og prøv igen',
  },
  ENOTDIR: fileForFolder,
  EEXIST: fileForFolder,
  EISDIR: folderForFile,
  ENOTEMPTY: folderForFile,
  ENAMETOOLONG: {
    en: 'the path is too long; move the project to a folder with a shorter one',
    da: 'stien er for lang; flyt projektet til en mappe med en kortere sti',
  },
  ENOENT: {
    en: 'it is not there, or cannot be made there',
    da: 'den findes ikke, eller den kan ikke oprettes dér',
  },
  EMFILE: {
    en: 'too many files are open; close other programs and try again',
    da: 'der er for mange filer åbne; luk andre programmer, og prøv igen',
  },
};

type SystemError = NodeJS.ErrnoException & { readonly dest?: string };

/** The file a reader knows: without the staging folder that it is first written into. */
function fileOf({ path, dest }: SystemError): string {
  return (dest ?? path ?? '').replace(/[\\/]\.staging-\d+/, '');
}

/** A folder that may not even be looked into. */
const closedFolder: Message = {
  en: 'you have no access to this folder; ask whoever owns it',
  da: 'du har ikke adgang til mappen; bed om adgang hos den, der ejer den',
};

function reasonOf({ code = '', syscall, path }: SystemError): Message | undefined {
  if (code === 'EEXIST' && path !== undefined && isBrokenLink(path)) return brokenLink;
  const isClosed = syscall === 'scandir' && (code === 'EACCES' || code === 'EPERM');
  return isClosed ? closedFolder : reasons[code];
}

/** A refusal of the system: no room, no permission, a folder where a file should be. */
export function explainSystem(error: SystemError): Message {
  const reason = reasonOf(error);
  const file = fileOf(error);
  if (!reason)
    return { en: error.message, da: `systemet siger nej (${error.code}): ${error.message}` };
  const named = file === '' ? '' : `\`${file}\`: `;
  return { en: `${named}${reason.en}`, da: `${named}${reason.da}` };
}
