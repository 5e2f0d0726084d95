/**
 * A template's files: `pages.hbs` and every partial that it names, directly or through others.
 * Partials are looked for in `templates/<name>/partials/`, then in `templates/shared/partials/`.
 */
import { type Context, nearest, type Source } from '../base/index.ts';
import { decodeText } from './decode.ts';
import * as problems from './problems.ts';
import {
  type PartialNode,
  type ProgramNode,
  partialName,
  type StatementNode,
  spanOfNode,
} from './template-ast.ts';
import type { ParsedTemplate } from './template-check.ts';

/** Parses one file; null after a report. */
export type ParseTemplate = (source: Source) => ParsedTemplate | null;

const sharedFolder = 'templates/shared/';

function programsIn(node: StatementNode): readonly ProgramNode[] {
  if (node.type === 'BlockStatement')
    return [node.program, node.inverse].filter(
      (program) => program !== undefined && program !== null,
    );
  return node.type === 'PartialBlockStatement' && node.program ? [node.program] : [];
}

/** Every call of a partial in a program, in order. */
function partialCalls(program: ProgramNode): readonly PartialNode[] {
  return program.body.flatMap((node) => {
    const isPartial = node.type === 'PartialStatement' || node.type === 'PartialBlockStatement';
    const inside = programsIn(node).flatMap(partialCalls);
    return isPartial ? [node, ...inside] : inside;
  });
}

/** Names of the partials in a folder and the folders inside it. */
function listPartials(folder: string, prefix: string, { workspace }: Context): readonly string[] {
  return workspace.list(folder + prefix).flatMap((name) => {
    if (name.endsWith('/'))
      return listPartials(folder, prefix + name, { workspace, report: () => {} });
    return name.endsWith('.hbs') ? [prefix + name.slice(0, -'.hbs'.length)] : [];
  });
}

function findPartial(
  call: PartialNode,
  caller: ParsedTemplate,
  folder: string,
  context: Context,
): Source | null {
  const { workspace, report } = context;
  const span = spanOfNode(caller.source, call.loc);
  const name = partialName(call);
  if (name === null) {
    report(problems.partialDynamic(span));
    return null;
  }
  const folders = [`${folder}partials/`, `${sharedFolder}partials/`];
  const isPlain = /^[\w-]+(\/[\w-]+)*$/.test(name);
  for (const place of isPlain ? folders : []) {
    const file = workspace.read(`${place}${name}.hbs`);
    if (file.kind !== 'missing') return decodeText(file, context, span);
  }
  const known = folders.flatMap((place) => listPartials(place, '', context));
  report(problems.partialMissing(name, span, nearest(name, known), [...new Set(known)]));
  return null;
}

/**
 * The partials that a template uses, by name. Reports `input/unknown-partial` and
 * `input/dynamic-partial`; returns null then, or where a file cannot be parsed.
 */
export function readPartials(
  pages: ParsedTemplate,
  folder: string,
  parse: ParseTemplate,
  context: Context,
): ReadonlyMap<string, ParsedTemplate> | null {
  const partials = new Map<string, ParsedTemplate>();
  const tried = new Set<string>(['@partial-block']);
  const waiting: ParsedTemplate[] = [pages];
  let isWhole = true;
  for (let file = waiting.shift(); file; file = waiting.shift())
    for (const call of partialCalls(file.program)) {
      const name = partialName(call);
      if (name !== null && tried.has(name)) continue;
      if (name !== null) tried.add(name);
      const source = findPartial(call, file, folder, context);
      const partial = source && parse(source);
      if (partial && name !== null) {
        partials.set(name, partial);
        waiting.push(partial);
      } else isWhole = false;
    }
  return isWhole ? partials : null;
}
