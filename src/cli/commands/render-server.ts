/**
 * `trykklar render --server`: one process that renders file after file, for test suites and editors.
 * Each line on stdin is a request, each line on stdout its answer, in the same order.
 */
import { createInterface } from 'node:readline';
import { type Finding, findingJson } from '../../base/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { describeFinding } from '../show-findings.ts';
import { internalWording } from '../tell-failure.ts';
import type { Terminal } from '../terminal.ts';
import { hasErrors } from './build.ts';
import { type RenderFlags, renderFile } from './render.ts';

/** What a line may say; the flags of the command stand in for what it leaves out. */
interface ServerRequest {
  /** The HTML file. */
  readonly in: string;
  /** The PDF to write; none where it is left out. */
  readonly out?: string;
  /** The file for the boxes, as with `--dump-layout`. */
  readonly json?: string;
  readonly css?: string;
  readonly media?: 'press' | 'screen' | 'auto';
  /** True: the answer holds the findings. */
  readonly findings?: boolean;
}

type Answer =
  | { readonly ok: true; readonly findings?: readonly object[] }
  | { readonly ok: false; readonly error: string; readonly findings?: readonly object[] };

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** The request of a line, or what is wrong with it. */
function readRequest(line: string): ServerRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'the line is not JSON; expected {"in":"page.html","out":"page.pdf","json":"boxes.json"}';
  }
  if (typeof value !== 'object' || value === null) return 'expected a JSON object with "in"';
  const fields = value as Readonly<Record<string, unknown>>;
  if (typeof fields.in !== 'string') return 'expected "in": the path of an HTML file';
  if (fields.out === undefined && fields.json === undefined && fields.findings !== true)
    return 'expected "out", "json" or "findings": true; nothing is asked for';
  for (const name of ['out', 'json', 'css'])
    if (!isText(fields[name])) return `expected a path as "${name}"`;
  const { media } = fields;
  if (media !== undefined && media !== 'auto' && media !== 'press' && media !== 'screen')
    return 'expected "auto", "press" or "screen" as "media"';
  return fields as unknown as ServerRequest;
}

function flagsOf(request: ServerRequest, flags: RenderFlags): RenderFlags {
  const { out, json, css, media } = request;
  return {
    ...flags,
    ...(out === undefined ? {} : { output: out }),
    ...(json === undefined ? {} : { dumpLayout: json }),
    ...(css === undefined ? {} : { css }),
    ...(media === undefined ? {} : { media }),
  };
}

function answerOf(findings: readonly Finding[], isAsked: boolean, terminal: Terminal): Answer {
  const told = isAsked ? { findings: findings.map(findingJson) } : {};
  if (!hasErrors(findings)) return { ok: true, ...told };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const error = errors.map((one) => describeFinding(one, terminal)).join('\n');
  return { ok: false, error, ...told };
}

async function answer(line: string, flags: RenderFlags, terminal: Terminal): Promise<Answer> {
  const request = readRequest(line);
  if (typeof request === 'string') return { ok: false, error: request };
  try {
    const { findings } = await renderFile(request.in, flagsOf(request, flags));
    return answerOf(findings, request.findings === true, terminal);
  } catch (failure) {
    // One file may not take the others down with it.
    if (failure instanceof UsageError)
      return { ok: false, error: failure.wording[terminal.language] };
    const reason = failure instanceof Error ? failure.message : String(failure);
    return { ok: false, error: `${internalWording[terminal.language]}\n${reason}` };
  }
}

/** Serves until stdin ends. */
export async function runRenderServer(flags: RenderFlags, terminal: Terminal): Promise<ExitCode> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(await answer(line, flags, terminal))}\n`);
  }
  return exitCodes.ok;
}
