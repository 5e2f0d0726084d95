/** Commands for the press: profiles, plates, hand-over, folds, sheets. */
import {
  addShared,
  type Command,
  InvalidArgumentError,
  Option,
  outOption,
  type Run,
} from './command-line.ts';
import type { DummyFlags } from './commands/dummy.ts';
import type { ImposeFlags } from './commands/impose.ts';
import type { PackFlags } from './commands/pack.ts';
import { openTerminal, type TerminalFlags } from './terminal.ts';

function parseDpi(text: string): number {
  const dpi = Number(text);
  if (!(dpi >= 18 && dpi <= 600)) throw new InvalidArgumentError('choose from 18 to 600');
  return dpi;
}

function parseInk(text: string): number {
  const percent = Number(text);
  if (!(percent >= 100 && percent <= 400)) throw new InvalidArgumentError('choose from 100 to 400');
  return percent;
}

interface ProfileOptions extends TerminalFlags {
  readonly condition?: string;
  readonly ink?: number;
}

export function addProfileCommand(program: Command, run: Run): void {
  const profile = program.command('profile').description('colour profiles of the project');
  addShared(profile.command('add <file>'))
    .description('lay a printing profile where jobs find it, with its licence')
    .option('--condition <name>', 'what jobs call it (default: what its maker calls it)')
    .addOption(new Option('--ink <percent>', 'total ink that the paper takes').argParser(parseInk))
    .action((file: string, options: ProfileOptions) =>
      run(
        import('./commands/profile.ts').then(({ runProfileAdd }) =>
          runProfileAdd(file, options, openTerminal(options)),
        ),
      ),
    );
  for (const command of profile.commands) command.exitOverride();
}

interface PlatesOptions extends TerminalFlags {
  readonly out?: string;
  readonly dpi: number;
}

export function addPlates(program: Command, run: Run): void {
  addShared(program.command('plates [job-or-pdf...]'))
    .description('press files, or any PDF, as the plates they make, with the ink on them')
    .addOption(outOption())
    .addOption(new Option('--dpi <dpi>', 'pixels to the inch').argParser(parseDpi).default(144))
    .action((jobs: string[], options: PlatesOptions) =>
      run(
        import('./commands/plates.ts').then(({ runPlates }) =>
          runPlates(jobs, options, openTerminal(options)),
        ),
      ),
    );
}

function addPack(program: Command, run: Run): void {
  addShared(program.command('pack [job...]'))
    .description('all that goes to the printer, in one zip: files, ticket, report, checksums')
    .addOption(outOption())
    .option('--folder', 'a folder instead of a zip')
    .option('--sheets', 'with press sheets, even where the job does not ask for them')
    .option('--strict', 'take warnings as errors')
    .action((jobs: string[], options: TerminalFlags & PackFlags) =>
      run(
        import('./commands/pack.ts').then(({ runPack }) =>
          runPack(jobs, options, openTerminal(options)),
        ),
      ),
    );
}

function addDummy(program: Command, run: Run): void {
  addShared(program.command('dummy [job...]'))
    .description('folds and panels to print in the office, cut out and fold')
    .addOption(outOption())
    .addOption(new Option('--paper <paper>', 'of the printer').choices(['A4', 'A3']).default('A4'))
    .option('--full-size', 'not reduced: over as many pages as it takes')
    .action((jobs: string[], options: TerminalFlags & DummyFlags) =>
      run(
        import('./commands/dummy.ts').then(({ runDummy }) =>
          runDummy(jobs, options, openTerminal(options)),
        ),
      ),
    );
}

function addImpose(program: Command, run: Run): void {
  addShared(program.command('impose <file>'))
    .description('pages of any PDF onto press sheets, with marks; nothing is rasterised')
    .requiredOption('-o, --output <file>', 'the PDF to write')
    .requiredOption(
      '--scheme <scheme>',
      'saddle, perfect8, perfect16, nup, step, stack, turn or tumble',
    )
    .option('--sheet <size>', 'A3, SRA3, 50x70 … or width x height in mm', 'SRA3')
    .option('--paper <paper>', 'weight and stock for creep: "130 silk"')
    .option('--cover <paper>', 'paper of a cover that is printed apart: "250 silk"')
    .option('--creep <factor>', 'creep in calipers for each sheet (default: 1)')
    .option('--bleed <mm>', 'how much of the pages\u2019 bleed is used (default: 3)')
    .option('--gap <mm>', 'between pages that are cut apart (default: both bleeds)')
    .option('--gripper <mm>', 'unprinted leading edge (default: 10, on digital sheets 5)')
    .option('--one-sided', 'print one side only')
    .option('--repeat', 'as many copies of the booklet or section as the sheet holds')
    .option('--no-marks', 'without marks, colour bar and slug line')
    .option('--proof', 'write the order of pages beside it, as JSON and as a picture')
    .option('--strict', 'take warnings as errors')
    .action((file: string, options: TerminalFlags & ImposeFlags) =>
      run(
        import('./commands/impose.ts').then(({ runImpose }) =>
          runImpose(file, options, openTerminal(options)),
        ),
      ),
    );
}

function addFolds(program: Command, run: Run): void {
  addShared(program.command('folds [scheme...]'))
    .description('fold schemes with their panels, drawn flat and folded')
    .action((schemes: string[], options: TerminalFlags) =>
      run(
        import('./commands/folds.ts').then(({ runFolds }) =>
          runFolds(schemes, openTerminal(options)),
        ),
      ),
    );
}

/** Folds, sheets, hand-over. */
export function addPressRoom(program: Command, run: Run): void {
  for (const add of [addPack, addDummy, addImpose, addFolds]) add(program, run);
}
