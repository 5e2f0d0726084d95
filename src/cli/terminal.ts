/**
 * Where output goes: stdout is data, stderr is talk. Colours and progress only on a terminal, and
 * no colours where NO_COLOR is set (no-color.org).
 */
import type { Language } from '../base/index.ts';

export interface Terminal {
  readonly language: Language;
  readonly format: 'pretty' | 'json';
  readonly quiet: boolean;
  readonly color: boolean;
  readonly isInteractive: boolean;
}

/** Danish where the reader's locale is Danish (POSIX order: LC_ALL, LC_MESSAGES, LANG). */
export function localeLanguage(environment: NodeJS.ProcessEnv): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return /^da([_.@-]|$)/i.test(locale) ? 'da' : 'en';
}

export interface TerminalFlags {
  readonly lang?: Language;
  readonly format?: 'pretty' | 'json';
  readonly quiet?: boolean;
}

export function openTerminal(flags: TerminalFlags): Terminal {
  const isInteractive = process.stderr.isTTY === true;
  return {
    language: flags.lang ?? localeLanguage(process.env),
    format: flags.format ?? 'pretty',
    quiet: flags.quiet ?? false,
    color: isInteractive && !process.env.NO_COLOR,
    isInteractive,
  };
}

/** Talk, on stderr. Said unless `--quiet`. */
export function say(terminal: Terminal, en: string, da: string): void {
  if (!terminal.quiet) process.stderr.write(`${terminal.language === 'da' ? da : en}\n`);
}

let isBegun = false;

/** Whether there is an answer on stdout, or part of one. */
export function hasPrinted(): boolean {
  return isBegun;
}

/** Data, on stdout. */
export function print(text: string): void {
  isBegun = true;
  process.stdout.write(`${text}\n`);
}
