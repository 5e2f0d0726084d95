/** `trykklar hyphenate`: a word a line in, the word and its divisions out. */
import { readFileSync } from 'node:fs';
import { openLog } from '../../base/index.ts';
import { readProjectWords } from '../../input/index.ts';
import {
  dividedLanguages,
  hasPatterns,
  markDivisions,
  type OwnWords,
  prepareDivision,
} from '../../text/index.ts';
import { openWorkspace } from '../disk-workspace.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { findProjectOrNull } from '../project.ts';
import { describeFinding } from '../show-findings.ts';
import { print, type Terminal } from '../terminal.ts';

/** Everything on standard input; what is piped may come in parts. */
async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const isMissing = reason === 'ENOENT';
    throw new UsageError(
      `${isMissing ? `there is no file \`${file}\`` : `\`${file}\` cannot be read (${reason})`}; name a text file with a word on each line`,
      `${isMissing ? `filen \`${file}\` findes ikke` : `\`${file}\` kan ikke læses (${reason})`}; angiv en tekstfil med ét ord på hver linje`,
    );
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `\`${name}\` is not UTF-8; save it as UTF-8 text`,
      `\`${name}\` er ikke UTF-8; gem den som tekst i UTF-8`,
    );
  }
}

function checkLanguage(language: string): void {
  if (hasPatterns(language)) return;
  const known = dividedLanguages().join(', ');
  throw new UsageError(
    `no words of the language \`${language}\` can be divided; choose from ${known}`,
    `ord på sproget \`${language}\` kan ikke deles; vælg mellem ${known}`,
  );
}

/** The words of the project around the current folder; none outside of one. */
function projectWords(terminal: Terminal): OwnWords {
  const project = findProjectOrNull(process.cwd());
  if (project === null) return new Map();
  const log = openLog({ strict: false });
  const workspace = openWorkspace(project, { get: () => undefined, set: () => {} });
  const { divisions } = readProjectWords({ report: log.report, workspace });
  for (const finding of log.findings())
    process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
  return divisions;
}

/** `file` is `-` for standard input. Lines without a word are passed over. */
export async function runHyphenate(
  file: string,
  language: string,
  terminal: Terminal,
): Promise<ExitCode> {
  checkLanguage(language);
  const text = decode(file === '-' ? await readInput() : readBytes(file), file);
  await prepareDivision([language]);
  const own = projectWords(terminal);
  const words = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((word) => word !== '')
    .map((word) => ({ word, division: markDivisions(word.normalize('NFC'), language, own) }));
  if (terminal.format === 'json') print(JSON.stringify({ words }, null, 2));
  else if (words.length > 0)
    print(words.map(({ word, division }) => `${word}\t${division}`).join('\n'));
  return exitCodes.ok;
}
