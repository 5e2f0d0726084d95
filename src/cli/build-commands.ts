/** Commands over jobs: `build`, `check`, `watch`, `explain`. */
import type { OverlayKind } from '../display/index.ts';
import type { OutputKind } from '../input/index.ts';
import {
  addShared,
  type Command,
  InvalidArgumentError,
  Option,
  outOption,
  type Run,
} from './command-line.ts';
import { openTerminal, type TerminalFlags } from './terminal.ts';

const outputKinds: readonly OutputKind[] = ['press', 'screen', 'pages', 'sheets'];

function parseOutputs(text: string): readonly OutputKind[] {
  return text.split(',').map((name) => {
    const kind = outputKinds.find((known) => known === name.trim());
    if (!kind) throw new InvalidArgumentError(`choose from ${outputKinds.join(', ')}`);
    return kind;
  });
}

/** As `display/overlay.ts` draws them; named here, since nothing of `display` may be loaded yet. */
const overlayKinds: readonly OverlayKind[] = ['grid', 'boxes', 'lines', 'safety'];

function parseOverlay(text: string): readonly OverlayKind[] {
  return text.split(',').map((name) => {
    const kind = overlayKinds.find((known) => known === name.trim());
    if (!kind) throw new InvalidArgumentError(`choose from ${overlayKinds.join(', ')}`);
    return kind;
  });
}

interface BuildOptions extends TerminalFlags {
  readonly out?: string;
  readonly only?: readonly OutputKind[];
  readonly strict?: boolean;
  readonly overlay?: readonly OverlayKind[];
}

function buildFlags({ out, only, strict, overlay }: BuildOptions) {
  return {
    ...(out === undefined ? {} : { out }),
    only: only ?? null,
    strict: strict ?? false,
    overlay: overlay ?? [],
  };
}

interface CheckOptions extends TerminalFlags {
  readonly strict?: boolean;
  readonly explain?: boolean;
}

function checkFlags({ strict, explain }: CheckOptions) {
  return { strict: strict ?? false, explain: explain ?? false };
}

export function addBuildCommands(program: Command, run: Run): void {
  const only = () =>
    new Option('--only <outputs>', 'some of press,screen,pages,sheets').argParser(parseOutputs);
  const overlay = () =>
    new Option(
      '--overlay <kinds>',
      'some of grid,boxes,lines,safety on the page pictures',
    ).argParser(parseOverlay);
  addShared(program.command('build [job...]'))
    .description('make the press file, the screen edition and the pictures of pages')
    .addOption(outOption())
    .addOption(only())
    .addOption(overlay())
    .option('--strict', 'take warnings as errors')
    .action((jobs: string[], options: BuildOptions) =>
      run(
        import('./commands/build.ts').then(({ runBuild }) =>
          runBuild(jobs, buildFlags(options), openTerminal(options)),
        ),
      ),
    );
  addShared(program.command('check [job...]'))
    .description('show every finding, write nothing')
    .option('--strict', 'take warnings as errors')
    .option('--explain', 'tell what of the copy is set otherwise than typed')
    .action((jobs: string[], options: CheckOptions) =>
      run(
        import('./commands/build.ts').then(({ runCheck }) =>
          runCheck(jobs, checkFlags(options), openTerminal(options)),
        ),
      ),
    );
  addShared(program.command('watch [job...]'))
    .description('build again after each change')
    .addOption(outOption())
    .addOption(only())
    .addOption(overlay())
    .action((jobs: string[], options: BuildOptions) =>
      run(
        import('./commands/watch.ts').then(({ runWatch }) =>
          runWatch(jobs, buildFlags(options), openTerminal(options)),
        ),
      ),
    );
}

export function addExplain(program: Command, run: Run): void {
  addShared(program.command('explain <field> [job...]'))
    .description('why the lines of a field end where they do, and how much room is left')
    .action((field: string, jobs: string[], options: TerminalFlags) =>
      run(
        import('./commands/explain.ts').then(({ runExplain }) =>
          runExplain(field, jobs, openTerminal(options)),
        ),
      ),
    );
}
