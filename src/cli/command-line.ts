/** commander, and what several commands take. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit-codes.ts';

export { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

/** Takes what a command comes to. */
export type Run = (code: Promise<ExitCode>) => Promise<void>;

/** An option in place of the folder is what the reader forgot to write it before. */
function parseFolder(text: string): string {
  if (text.startsWith('--')) throw new InvalidArgumentError('a folder is missing');
  return text;
}

export function outOption(): Option {
  return new Option('--out <folder>', 'folder for the outputs (default: out)').argParser(
    parseFolder,
  );
}

export function addShared(command: Command): Command {
  return command
    .addOption(new Option('--lang <language>', 'language of messages').choices(['da', 'en']))
    .addOption(new Option('--format <format>', 'of findings').choices(['pretty', 'json']))
    .option('--quiet', 'say only what is wrong');
}
