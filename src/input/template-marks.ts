/**
 * Marks on a template's syntax tree: its text, and around each `{{…}}`, so that what is printed
 * knows its line in the template. The tree is the package's own and is changed in place, once,
 * after it was checked.
 */
import type { Source, Span } from '../base/index.ts';
import { templateFunctions } from './functions.ts';
import { type Marker, markSigns } from './origins.ts';
import {
  builtInBlocks,
  type CallParts,
  type ContentNode,
  calledName,
  type ExpressionNode,
  isCall,
  type Location,
  offsetOf,
  type ProgramNode,
  type StatementNode,
  spanOfNode,
} from './template-ast.ts';

interface Marking {
  readonly source: Source;
  readonly marker: Marker;
  /** Offset after the last text that was found, to find the next by. */
  cursor: number;
  /** Names given by the blocks around: `as |item|`. */
  names: readonly string[];
}

const nowhere: Location = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

function signNode(value: string): ContentNode {
  return { type: 'ContentStatement', value, original: value, loc: nowhere };
}

/**
 * Where a stretch of template text stands. Handlebars has cut white space off its ends (`value`),
 * and its locations are wrong after `\{{`, so they are tested before they are believed.
 */
function spanOfContent({ loc, value, original }: ContentNode, marking: Marking): Span | null {
  const { source } = marking;
  const said = offsetOf(source, loc.start);
  const start = source.text.startsWith(original, said)
    ? said
    : source.text.indexOf(original, marking.cursor);
  if (start < 0) return null;
  marking.cursor = start + original.length;
  const from = start + original.indexOf(value);
  return { source, start: from, end: from + value.length };
}

function markContent(node: ContentNode, marking: Marking): void {
  const span = spanOfContent(node, marking);
  if (span && node.value !== '') node.value = marking.marker.wrap({ span }, node.value);
}

/** A call's first argument becomes the number of its mark: functions know where they stand. */
function markCall(node: CallParts, marking: Marking): void {
  for (const param of node.params) markExpression(param, marking);
  for (const { value } of node.hash?.pairs ?? []) markExpression(value, marking);
  if (!isCall(node) || builtInBlocks.has(calledName(node))) return;
  const value = marking.marker.add({ span: spanOfNode(marking.source, node.loc) });
  node.params.unshift({ type: 'NumberLiteral', value, original: value, loc: node.loc });
}

function markExpression(node: ExpressionNode, marking: Marking): void {
  if (node.type === 'SubExpression') markCall(node, marking);
}

/** `{{date}}` is a field, also where a function has that name; `./` says so to Handlebars. */
function markField(path: CallParts['path'], { names }: Marking): void {
  if (path.type !== 'PathExpression' || path.data) return;
  const { original } = path;
  const isFunction = templateFunctions.has(original) || builtInBlocks.has(original);
  if (isFunction && !names.includes(original)) path.original = `./${original}`;
}

function markStatement(node: StatementNode, marking: Marking): readonly StatementNode[] {
  switch (node.type) {
    case 'ContentStatement':
      markContent(node, marking);
      return [node];
    case 'MustacheStatement': {
      const span = spanOfNode(marking.source, node.loc);
      const { open, close } = markSigns(marking.marker.add({ span }));
      node.escaped = true;
      if (!isCall(node)) markField(node.path, marking);
      markCall(node, marking);
      return [signNode(open), node, signNode(close)];
    }
    case 'BlockStatement':
      markCall(node, marking);
      if (node.program) markProgram(node.program, marking);
      if (node.inverse) markProgram(node.inverse, marking);
      return [node];
    case 'PartialStatement':
    case 'PartialBlockStatement':
      for (const param of node.params) markExpression(param, marking);
      for (const { value } of node.hash?.pairs ?? []) markExpression(value, marking);
      if (node.program) markProgram(node.program, marking);
      return [node];
    default:
      return [node];
  }
}

function markProgram(program: ProgramNode, marking: Marking): void {
  const { names } = marking;
  marking.names = [...names, ...(program.blockParams ?? [])];
  program.body = program.body.flatMap((node) => markStatement(node, marking));
  marking.names = names;
}

/** Puts marks on a template's tree. */
export function markTemplate(source: Source, program: ProgramNode, marker: Marker): void {
  markProgram(program, { source, marker, cursor: 0, names: [] });
}
