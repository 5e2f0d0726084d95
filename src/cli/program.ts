/** The command line: arguments to calls. Each command's code is loaded when it is asked for. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Language, Message } from '../base/index.ts';
import type { OverlayKind } from '../display/index.ts';
import type { OutputKind } from '../input/index.ts';
import type { DummyFlags } from './commands/dummy.ts';
import type { ImposeFlags } from './commands/impose.ts';
import type { PackFlags } from './commands/pack.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts';
import { localeLanguage, openTerminal, print, type TerminalFlags } from './terminal.ts';

export type ProgramCommand = Command;
export type ProgramOption = Option;

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

/** An option in place of the folder is what the reader forgot to write it before. */
function parseFolder(text: string): string {
  if (text.startsWith('--')) throw new InvalidArgumentError('a folder is missing');
  return text;
}

function outOption(): Option {
  return new Option('--out <folder>', 'folder for the outputs (default: out)').argParser(
    parseFolder,
  );
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

function addShared(command: Command): Command {
  return command
    .addOption(new Option('--lang <language>', 'language of messages').choices(['da', 'en']))
    .addOption(new Option('--format <format>', 'of findings').choices(['pretty', 'json']))
    .option('--quiet', 'say only what is wrong');
}

type Run = (code: Promise<ExitCode>) => Promise<void>;

function addBuildLike(program: Command, run: Run): void {
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

function addExplain(program: Command, run: Run): void {
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

function addProfileCommand(program: Command, run: Run): void {
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

function addPlates(program: Command, run: Run): void {
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

interface RenderOptions extends TerminalFlags {
  readonly output?: string;
  readonly dumpLayout?: string;
  readonly css?: string;
  readonly root?: string;
  readonly server?: boolean;
  readonly strict?: boolean;
  readonly media: 'press' | 'screen';
}

async function render(file: string | undefined, options: RenderOptions): Promise<ExitCode> {
  const flags = { ...options, strict: options.strict ?? false };
  const terminal = openTerminal(options);
  if (options.server) {
    const { runRenderServer } = await import('./commands/render-server.ts');
    return runRenderServer(flags, terminal);
  }
  if (file === undefined)
    throw new UsageError(
      'name the HTML file to render, or use `--server`',
      'angiv HTML-filen, der skal laves, eller brug `--server`',
    );
  if (options.output === undefined && options.dumpLayout === undefined)
    throw new UsageError(
      'name the PDF to write with `-o`, or a file for the boxes with `--dump-layout`',
      'angiv PDF-filen med `-o` eller en fil til boksene med `--dump-layout`',
    );
  const { runRender } = await import('./commands/render.ts');
  return runRender(file, flags, terminal);
}

function addRender(program: Command, run: Run): void {
  addShared(program.command('render [file]'))
    .description('one HTML file with its CSS to PDF, no job')
    .option('-o, --output <file>', 'the PDF to write')
    .option('--css <file>', "a style sheet after the document's own")
    .addOption(
      new Option('--media <media>', 'style sheets for')
        .choices(['press', 'screen'])
        .default('press'),
    )
    .option('--dump-layout <file>', 'write where the elements with an id stand, as JSON')
    .option('--root <folder>', 'the folder whose files the page may use')
    .option('--server', 'take requests as JSON lines on stdin: {"in","out","json"}')
    .option('--strict', 'take warnings as errors')
    .action((file: string | undefined, options: RenderOptions) => run(render(file, options)));
}

/** Folds, sheets, hand-over. */
function addPressRoom(program: Command, run: Run): void {
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

function addOthers(program: Command, run: Run): void {
  addShared(program.command('init <folder>'))
    .description('start a new brochure that builds at once')
    .action((folder: string, options: TerminalFlags) =>
      run(
        import('./commands/init.ts').then(({ runInit }) => runInit(folder, openTerminal(options))),
      ),
    );
  addShared(program.command('schema [job...]'))
    .description('write copy.schema.json beside the copy, for completion in editors')
    .action((jobs: string[], options: TerminalFlags) =>
      run(
        import('./commands/schema.ts').then(({ runSchema }) =>
          runSchema(jobs, openTerminal(options)),
        ),
      ),
    );
}

function addHyphenate(program: Command, run: Run): void {
  program
    .command('hyphenate [file]')
    .description('divide words, one a line: `|` at a joint, `-` elsewhere (`-`: standard input)')
    .option('--lang <language>', 'language of the words', 'da')
    .action((file: string | undefined, { lang }: { readonly lang: string }) =>
      run(
        import('./commands/hyphenate.ts').then(({ runHyphenate }) =>
          runHyphenate(file ?? '-', lang, openTerminal({})),
        ),
      ),
    );
}

/** A system's refusal (no room, no permission, a folder where a file should be), as one sentence. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function languageAsked(argv: readonly string[]): Language {
  const inline = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const asked = inline ?? argv[argv.indexOf('--lang') + 1];
  return asked === 'da' || asked === 'en' ? asked : localeLanguage(process.env);
}

/** Whether the reader asked for findings as JSON: then a failure is JSON too. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json';
}

function tellFailure(message: Message, code: ExitCode, argv: readonly string[]): void {
  const language = languageAsked(argv);
  process.stderr.write(`${language === 'da' ? 'fejl' : 'error'}: ${message[language]}\n`);
  if (wantsJson(argv)) print(JSON.stringify({ error: { exitCode: code, message } }, null, 2));
}

/** `trykklar build --stict` → how to see what `build` takes. */
function tellHelp(argv: readonly string[]): void {
  const isDanish = languageAsked(argv) === 'da';
  const line = isDanish
    ? '`trykklar --help` viser kommandoerne, `trykklar KOMMANDO --help` deres tilvalg'
    : '`trykklar --help` shows the commands, `trykklar COMMAND --help` their options';
  process.stderr.write(`${line}\n`);
}

async function explainFailure(error: unknown, argv: readonly string[]): Promise<ExitCode> {
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

const internalWording: Message = {
  en: 'this is a fault of the program, not yours; please report the lines below',
  da: 'det er en fejl i programmet, ikke hos dig; indberet venligst linjerne herunder',
};

/** All commands; `run` gets what each of them comes to. */
export function createProgram(version: string, run: Run): Command {
  const program = new Command('trykklar')
    .description('from brochure copy to files that a printing house accepts')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  addBuildLike(program, run);
  addExplain(program, run);
  addPlates(program, run);
  addProfileCommand(program, run);
  addOthers(program, run);
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
    code = await explainFailure(error, argv);
  }
  return code;
}
