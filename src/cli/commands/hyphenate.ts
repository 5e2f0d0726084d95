/** `trykklar hyphenate`: a word a line in, the word and its divisions out. */
import { readFileSync } from 'node:fs';
import { dividedLanguages, hasPatterns, markDivisions, prepareDivision } from '../../text/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';

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
    throw new UsageError(
      `cannot read \`${file}\` (${reason}); expected a text file with a word on each line`,
      `kan ikke læse \`${file}\` (${reason}); forventede en tekstfil med ét ord på hver linje`,
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

/** `file` is `-` for standard input. Lines without a word are passed over. */
export async function runHyphenate(file: string, language: string): Promise<ExitCode> {
  checkLanguage(language);
  const text = decode(file === '-' ? await readInput() : readBytes(file), file);
  await prepareDivision([language]);
  let answer = '';
  for (const line of text.split(/\r?\n/)) {
    const word = line.trim();
    if (word !== '') answer += `${word}\t${markDivisions(word.normalize('NFC'), language)}\n`;
  }
  process.stdout.write(answer);
  return exitCodes.ok;
}
