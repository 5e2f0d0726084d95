/** Entry of the program: signals, the version at once, everything else on demand. */
import { exitCodes } from './exit-codes.ts';

async function interrupt(argv: readonly string[]): Promise<void> {
  const { discardStaging } = await import('./write-outputs.ts');
  discardStaging();
  const { tellInterruption } = await import('./tell-failure.ts');
  tellInterruption(argv);
  process.stdout.write('', () => process.exit(exitCodes.interrupted));
}

/** A reader that has seen enough (`… | head`) is no fault: the work goes on, unheard. */
function onStdoutError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: the answer cannot be written: ${error.message}\n`);
  process.exit(exitCodes.usage);
}

/** Nobody can be told. */
function onStderrError(): void {}

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[], version: string): Promise<void> {
  const onInterrupt = () => interrupt(argv);
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  process.stdout.on('error', onStdoutError);
  process.stderr.on('error', onStderrError);
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(argv, version);
}
