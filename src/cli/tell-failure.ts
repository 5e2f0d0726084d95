/** What stopped a run, in the reader's language; the exit code says whose fault it was. */
import type { Language, Message } from '../base/index.ts';
import { CommanderError } from './command-line.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts';
import { hasPrinted, localeLanguage, print } from './terminal.ts';

/** A system's refusal (no room, no permission, a folder where a file should be), as one sentence. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

export function languageAsked(argv: readonly string[]): Language {
  const inline = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const asked = inline ?? argv[argv.indexOf('--lang') + 1];
  return asked === 'da' || asked === 'en' ? asked : localeLanguage(process.env);
}

/** Whether the reader asked for findings as JSON: then a failure is JSON too. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json';
}

/** A watch answers with a line for each build, and goes on. */
function isWatch(argv: readonly string[]): boolean {
  return argv[0] === 'watch';
}

/** The answer of a run that has no other. */
function printFailure(message: Message, code: ExitCode, argv: readonly string[]): void {
  print(JSON.stringify({ error: { exitCode: code, message } }, null, isWatch(argv) ? 0 : 2));
}

function tellFailure(message: Message, code: ExitCode, argv: readonly string[]): void {
  const language = languageAsked(argv);
  process.stderr.write(`${language === 'da' ? 'fejl' : 'error'}: ${message[language]}\n`);
  if (wantsJson(argv)) printFailure(message, code, argv);
}

/** Who pressed Ctrl-C knows; a program that waits for an answer does not, unless it has begun. */
export function tellInterruption(argv: readonly string[]): void {
  if (wantsJson(argv) && !isWatch(argv) && !hasPrinted())
    printFailure({ en: 'interrupted', da: 'afbrudt' }, exitCodes.interrupted, argv);
}

/** `trykklar build --stict` → how to see what `build` takes. */
function tellHelp(argv: readonly string[]): void {
  const isDanish = languageAsked(argv) === 'da';
  const line = isDanish
    ? '`trykklar --help` viser kommandoerne, `trykklar KOMMANDO --help` deres tilvalg'
    : '`trykklar --help` shows the commands, `trykklar COMMAND --help` their options';
  process.stderr.write(`${line}\n`);
}

export async function tellWhatFailed(error: unknown, argv: readonly string[]): Promise<ExitCode> {
  const { explainCall, explainSystem } = await import('./explain-failure.ts');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    // Help was asked for without words: it is on the screen already.
    if (error.code === 'commander.help') return exitCodes.usage;
    tellFailure(explainCall(error.message), exitCodes.usage, argv);
    tellHelp(argv);
  } else if (error instanceof UsageError) tellFailure(error.wording, exitCodes.usage, argv);
  else if (isSystemError(error)) tellFailure(explainSystem(error), exitCodes.usage, argv);
  else {
    tellFailure(internalWording, exitCodes.internal, argv);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.internal;
  }
  return exitCodes.usage;
}

/** What is neither the caller's nor the system's doing. */
export const internalWording: Message = {
  en: 'this is a fault of the program, not yours; please report the lines below',
  da: 'det er en fejl i programmet, ikke hos dig; indberet venligst linjerne herunder',
};
