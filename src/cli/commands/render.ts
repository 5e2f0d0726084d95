/** `trykklar render FILE.html -o FILE.pdf`: one HTML file with its CSS, no job. */
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { findingJson, type Workspace } from '../../base/index.ts';
import { type RenderResult, renderHtml } from '../../render.ts';
import { openDiskCache } from '../disk-cache.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { isInside } from '../is-inside.ts';
import { withLocalFonts } from '../local-fonts.ts';
import { openProjectWorkspace } from '../open-project.ts';
import { findRoot } from '../render-root.ts';
import { countFindings, describeFinding } from '../show-findings.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { hasErrors } from './build.ts';

export interface RenderFlags {
  /** The PDF. */
  readonly output?: string;
  /** The JSON file of boxes. */
  readonly dumpLayout?: string;
  /** A style sheet after the document's own. */
  readonly css?: string;
  /** The folder whose files the page may use. */
  readonly root?: string;
  readonly strict: boolean;
  readonly media: 'press' | 'screen' | 'auto';
}

function pathIn(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

function extraSheetIn(root: string, css: string | undefined): string | null {
  if (css === undefined) return null;
  const file = resolve(css);
  if (isInside(root, file)) return pathIn(root, file);
  throw new UsageError(
    `\`${css}\` is outside \`${root}\`, the folder the page may use; name a higher one with \`--root\``,
    `\`${css}\` ligger uden for \`${root}\`, den mappe siden må bruge; angiv en højere med \`--root\``,
  );
}

/** The workspace with a note of each file that was read. */
function withNotes(workspace: Workspace, read: Set<string>): Workspace {
  return {
    ...workspace,
    read(path) {
      const file = workspace.read(path);
      if (file.kind === 'file') read.add(file.path);
      return file;
    },
  };
}

/** Where two paths lead: the same on every spelling of the way there. */
function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev} ${found.ino}` : null;
}

/** What is written may not stand where something was read: it would be gone. Throws `UsageError`. */
function keepWhatWasRead(targets: readonly string[], read: Iterable<string>, root: string): void {
  const wanted = targets.map((target) => ({ target, identity: identityOf(resolve(target)) }));
  if (wanted.every(({ identity }) => identity === null)) return;
  const known = new Set([...read].map((path) => identityOf(resolve(root, path))));
  for (const { target, identity } of wanted)
    if (identity !== null && known.has(identity))
      throw new UsageError(
        `\`${target}\` is a file that the page is made of; name another one for what is written`,
        `\`${target}\` er en fil, som siden er lavet af; angiv en anden til det, der skrives`,
      );
}

function write(path: string, bytes: Uint8Array): void {
  writeOutputs(dirname(path), [{ path: basename(path), bytes }]);
}

/** Some hundred pages of text. */
const longFileBytes = 250_000;

/**
 * A long text leaves much behind that nobody needs: it is cleared away before it fills the memory.
 * And a thread makes itself ready for its paragraphs while it is read. A short one is done before that
 * pays.
 */
async function prepareForLength(file: string, { helpers }: Workspace): Promise<void> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < longFileBytes) return;
  setFlagsFromString('--heap-growing-percent=60');
  await helpers?.expectWork();
}

/** Renders a file and writes what is asked for, unless there is an error. Throws `UsageError`. */
export async function renderFile(given: string, flags: RenderFlags): Promise<RenderResult> {
  const file = resolve(given);
  const root = findRoot(file, flags.root);
  const cache = openDiskCache(`${root}/out/.cache`);
  const read = new Set<string>();
  const opened = openProjectWorkspace(root, { ...cache, set: () => {}, isClosed: true });
  const workspace = withLocalFonts(withNotes(opened, read));
  await prepareForLength(file, workspace);
  const result = await renderHtml(
    {
      path: pathIn(root, file),
      extraSheet: extraSheetIn(root, flags.css),
      media: flags.media,
      strict: flags.strict,
      fileName: flags.output === undefined ? null : basename(flags.output),
      wantsLayout: flags.dumpLayout !== undefined,
    },
    workspace,
  );
  if (hasErrors(result.findings)) return result;
  const targets = [flags.output, flags.dumpLayout].filter((target) => target !== undefined);
  keepWhatWasRead(targets, read, root);
  if (flags.output !== undefined && result.artifact)
    write(resolve(flags.output), result.artifact.bytes);
  if (flags.dumpLayout !== undefined && result.layout)
    write(resolve(flags.dumpLayout), Buffer.from(`${JSON.stringify(result.layout)}\n`));
  return result;
}

export async function runRender(
  given: string,
  flags: RenderFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { edition, findings } = await renderFile(given, flags);
  if (terminal.format === 'json') print(JSON.stringify(findings.map(findingJson), null, 2));
  else
    for (const finding of findings)
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
  if (hasErrors(findings)) {
    const count = countFindings(findings, terminal.language);
    say(terminal, `${given}: not rendered (${count})`, `${given}: ikke lavet (${count})`);
    return exitCodes.findings;
  }
  if (edition === 'screen' && flags.media === 'auto')
    say(
      terminal,
      `${given}: no inks, bleed or marks, so made for the screen; \`--media press\` makes a press file`,
      `${given}: ingen trykfarver, beskæring eller mærker, så den er lavet til skærm; \`--media press\` giver en trykfil`,
    );
  if (terminal.format === 'pretty')
    for (const file of [flags.output, flags.dumpLayout]) if (file !== undefined) print(file);
  return exitCodes.ok;
}
