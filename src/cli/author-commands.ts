/** Commands for who makes brochures and templates: `render`, `init`, `schema`, `hyphenate`. */

import { addShared, type Command, Option, type Run } from './command-line.ts';
import { type ExitCode, UsageError } from './exit-codes.ts';
import { openTerminal, type TerminalFlags } from './terminal.ts';

interface RenderOptions extends TerminalFlags {
  readonly output?: string;
  readonly dumpLayout?: string;
  readonly css?: string;
  readonly root?: string;
  readonly server?: boolean;
  readonly strict?: boolean;
  readonly media: 'press' | 'screen' | 'auto';
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

export function addRender(program: Command, run: Run): void {
  addShared(program.command('render [file]'))
    .description('one HTML file with its CSS to PDF, no job')
    .option('-o, --output <file>', 'the PDF to write')
    .option('--css <file>', "a style sheet after the document's own")
    .addOption(
      new Option('--media <media>', 'style sheets for')
        .choices(['auto', 'press', 'screen'])
        .default('auto'),
    )
    .option('--dump-layout <file>', 'write where the elements with an id stand, as JSON')
    .option('--root <folder>', 'the folder whose files the page may use')
    .option('--server', 'take requests as JSON lines on stdin: {"in","out","json"}')
    .option('--strict', 'take warnings as errors')
    .action((file: string | undefined, options: RenderOptions) => run(render(file, options)));
}

export function addInitAndSchema(program: Command, run: Run): void {
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

interface HyphenateOptions extends Pick<TerminalFlags, 'format'> {
  readonly lang: string;
}

export function addHyphenate(program: Command, run: Run): void {
  program
    .command('hyphenate [file]')
    .description('divide words, one a line: `|` at a joint, `-` elsewhere (`-`: standard input)')
    .option('--lang <language>', 'language of the words', 'da')
    .addOption(new Option('--format <format>', 'of the answer').choices(['pretty', 'json']))
    .action((file: string | undefined, { lang, format }: HyphenateOptions) =>
      run(
        import('./commands/hyphenate.ts').then(({ runHyphenate }) =>
          runHyphenate(file ?? '-', lang, openTerminal(format ? { format } : {})),
        ),
      ),
    );
}
