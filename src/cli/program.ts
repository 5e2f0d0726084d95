/** The command line: arguments to calls. Each command's code is loaded when it is asked for. */
import { addHyphenate, addInitAndSchema, addRender } from './author-commands.ts';
import { addBuildCommands, addExplain } from './build-commands.ts';
import { Command, type Option, type Run } from './command-line.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { addPlates, addPressRoom, addProfileCommand } from './press-commands.ts';
import { languageAsked, tellWhatFailed } from './tell-failure.ts';

export type ProgramCommand = Command;
export type ProgramOption = Option;

/** All commands; `run` gets what each of them comes to. */
export function createProgram(version: string, run: Run): Command {
  const program = new Command('trykklar')
    .description('from brochure copy to files that a printing house accepts')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  addBuildCommands(program, run);
  addExplain(program, run);
  addPlates(program, run);
  addProfileCommand(program, run);
  addInitAndSchema(program, run);
  addRender(program, run);
  addPressRoom(program, run);
  addHyphenate(program, run);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Whether help may be shown: asked for, or given to who says nothing but a group of commands. */
function mayShowHelp(argv: readonly string[]): boolean {
  return argv.length < 2 || argv.some((word) => ['-h', '--help', 'help', 'profile'].includes(word));
}

/** Runs the command line; the answer is the exit code. */
export async function runProgram(argv: readonly string[], version: string): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = createProgram(version, async (result) => {
    code = await result;
  });
  try {
    if (mayShowHelp(argv) && languageAsked(argv) === 'da')
      (await import('./danish-help.ts')).translateHelp(program);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    code = await tellWhatFailed(error, argv);
  }
  return code;
}
