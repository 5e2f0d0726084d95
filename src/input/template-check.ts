/**
 * Templates read against the schema before they run: fields, functions and blocks that do not exist
 * are found on every path through the template, with their place and the near name. A word that
 * would silently not be printed is an error.
 */
import { nearest, type Report, type Source } from '../base/index.ts';
import { templateFunctions } from './functions.ts';
import * as problems from './problems.ts';
import {
  type BlockNode,
  builtInBlocks,
  type CallParts,
  calledName,
  type ExpressionNode,
  type HashNode,
  isCall,
  type MustacheNode,
  type PartialNode,
  type PathNode,
  type ProgramNode,
  partialName,
  type StatementNode,
  spanOfNode,
} from './template-ast.ts';
import {
  anyShape,
  innerScope,
  itemOf,
  jobShape,
  namesIn,
  rootScope,
  type Scope,
  type Shape,
  stepInto,
} from './template-scope.ts';

/** A parsed template file. */
export interface ParsedTemplate {
  readonly source: Source;
  readonly program: ProgramNode;
}

interface Checking {
  readonly source: Source;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  readonly report: Report;
  /** Partials already read with a given `this`: each pair once. */
  readonly done: Map<string, Shape[]>;
}

/** A partial is read with at most this many different kinds of `this`. */
const shapeLimit = 50;

const dataNames = ['root', 'index', 'key', 'first', 'last', 'job', 'partial-block'];

function reportUnknown(path: PathNode, name: string, known: readonly string[], checking: Checking) {
  const span = spanOfNode(checking.source, path.loc);
  checking.report(problems.templateFieldUnknown(path.original, span, nearest(name, known), known));
}

/** Where a path begins: at `this`, further out, at a block parameter, or at `@data`. */
function startOfPath(path: PathNode, scope: Scope, checking: Checking) {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    if (first === 'root') return { shape: scope.root, parts: rest };
    if (first === 'job') return { shape: jobShape, parts: rest };
    if (!dataNames.includes(first)) reportUnknown(path, first, dataNames, checking);
    return { shape: anyShape, parts: [] };
  }
  const named = path.depth === 0 ? scope.names.get(first) : undefined;
  const isScoped = /^(\.|this\b)/.test(path.original);
  if (named && !isScoped) return { shape: named, parts: rest };
  let at: Scope | null = scope;
  for (let up = path.depth; up > 0 && at; up -= 1) at = at.outer;
  return { shape: at?.self ?? anyShape, parts: path.parts };
}

function shapeOfPath(path: PathNode, scope: Scope, checking: Checking): Shape {
  const { shape: start, parts } = startOfPath(path, scope, checking);
  let shape = start;
  for (const part of parts) {
    const next = stepInto(shape, part);
    if (!next) {
      reportUnknown(path, part, namesIn(shape) ?? [], checking);
      return anyShape;
    }
    shape = next;
  }
  return shape;
}

function checkHash(hash: HashNode | undefined, scope: Scope, checking: Checking): void {
  for (const { value } of hash?.pairs ?? []) shapeOfExpression(value, scope, checking);
}

function checkCall(node: CallParts, scope: Scope, checking: Checking): void {
  const name = calledName(node);
  const span = spanOfNode(checking.source, node.path.loc);
  const known = templateFunctions.get(name);
  const options = node.hash?.pairs.map(({ key }) => key) ?? [];
  if (!known) {
    const names = [...templateFunctions.keys()];
    checking.report(problems.functionUnknown(name, span, nearest(name, names), names));
  } else {
    const [least, most] = known.arguments;
    const isCounted = node.params.length >= least && node.params.length <= most;
    if (!isCounted || options.some((key) => !known.options.includes(key)))
      checking.report(problems.functionMisused(name, known.usage, span));
  }
  for (const param of node.params) shapeOfExpression(param, scope, checking);
  checkHash(node.hash, scope, checking);
}

function shapeOfExpression(node: ExpressionNode, scope: Scope, checking: Checking): Shape {
  if (node.type === 'PathExpression') return shapeOfPath(node, scope, checking);
  if (node.type !== 'SubExpression') return anyShape;
  checkCall(node, scope, checking);
  return anyShape;
}

function checkMustache(node: MustacheNode, scope: Scope, checking: Checking): void {
  const span = spanOfNode(checking.source, node.loc);
  if (!node.escaped) checking.report(problems.rawMustache(span));
  if (isCall(node)) {
    checkCall(node, scope, checking);
    return;
  }
  if (node.path.type !== 'PathExpression') return;
  const shape = shapeOfPath(node.path, scope, checking);
  if (shape.kind !== 'group' && shape.kind !== 'list') return;
  checking.report(problems.notPrintable(node.path.original, namesIn(shape) ?? [], span));
}

/** The scope inside a block, with the names it gives: `as |item index|`. */
function scopeInside(node: BlockNode, shape: Shape, scope: Scope): Scope {
  const name = calledName(node);
  if (name !== 'each' && name !== 'with') return scope;
  const self = name === 'each' ? itemOf(shape) : shape;
  const [item, index] = node.program?.blockParams ?? [];
  const names = new Map<string, Shape>();
  if (item !== undefined) names.set(item, self);
  if (index !== undefined) names.set(index, { kind: 'leaf' });
  return innerScope(scope, self, names);
}

function checkBlock(node: BlockNode, scope: Scope, checking: Checking): void {
  const name = calledName(node);
  const span = spanOfNode(checking.source, node.path.loc);
  const count = builtInBlocks.get(name);
  if (count === undefined) {
    checking.report(problems.blockUnsupported(name, span));
    return;
  }
  if (node.params.length !== count)
    checking.report(problems.functionMisused(name, `{{#${name} …}}`, span));
  const [first] = node.params;
  const shape = first ? shapeOfExpression(first, scope, checking) : anyShape;
  checkHash(node.hash, scope, checking);
  if (node.program) checkProgram(node.program, scopeInside(node, shape, scope), checking);
  if (node.inverse) checkProgram(node.inverse, scope, checking);
}

/** What `this` is inside a partial: its argument, or `this`; with the names that are passed. */
function shapeForPartial(node: PartialNode, scope: Scope, checking: Checking): Shape {
  const [argument] = node.params;
  const base = argument ? shapeOfExpression(argument, scope, checking) : scope.self;
  const pairs = node.hash?.pairs ?? [];
  if (pairs.length === 0) return base;
  const passed = pairs.map(
    ({ key, value }) => [key, shapeOfExpression(value, scope, checking)] as const,
  );
  if (base.kind === 'any') return base;
  const own = base.kind === 'group' ? base.fields : new Map<string, Shape>();
  return { kind: 'group', fields: new Map([...own, ...passed]) };
}

/** Whether two shapes let the same names through: then a partial need not be read again. */
function isSameShape(a: Shape, b: Shape, depth = 0): boolean {
  if (a === b || depth > 3) return true;
  if (a.kind === 'list' && b.kind === 'list') return isSameShape(a.item, b.item, depth + 1);
  if (a.kind !== 'group' || b.kind !== 'group') return a.kind === b.kind;
  if (a.fields.size !== b.fields.size) return false;
  for (const [key, shape] of a.fields) {
    const other = b.fields.get(key);
    if (!other || !isSameShape(shape, other, depth + 1)) return false;
  }
  return true;
}

function checkPartial(node: PartialNode, scope: Scope, checking: Checking): void {
  const shape = shapeForPartial(node, scope, checking);
  if (node.program) checkProgram(node.program, scope, checking);
  const name = partialName(node);
  const partial = name === null ? undefined : checking.partials.get(name);
  if (!partial || name === null) return;
  const before = checking.done.get(name) ?? [];
  if (before.length >= shapeLimit || before.some((known) => isSameShape(known, shape))) return;
  checking.done.set(name, [...before, shape]);
  const inside = { ...rootScope(shape), root: scope.root };
  checkProgram(partial.program, inside, { ...checking, source: partial.source });
}

function checkStatement(node: StatementNode, scope: Scope, checking: Checking): void {
  switch (node.type) {
    case 'MustacheStatement':
      checkMustache(node, scope, checking);
      return;
    case 'BlockStatement':
      checkBlock(node, scope, checking);
      return;
    case 'PartialStatement':
    case 'PartialBlockStatement':
      checkPartial(node, scope, checking);
      return;
    case 'Decorator':
    case 'DecoratorBlock':
      checking.report(problems.decoratorUnsupported(spanOfNode(checking.source, node.loc)));
      return;
    default:
  }
}

function checkProgram(program: ProgramNode, scope: Scope, checking: Checking): void {
  for (const node of program.body) checkStatement(node, scope, checking);
}

/**
 * Reports what a template and its partials ask for and the copy does not have:
 * `input/unknown-template-field`, `input/not-printable`, `input/unknown-function`,
 * `input/function-arguments`, `input/unknown-block`, `input/decorator`, `input/raw-output`.
 */
export function checkTemplate(
  pages: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  copy: Shape,
  report: Report,
): void {
  // A partial called from several places says the same thing once.
  const said = new Set<string>();
  const once: Report = (finding) => {
    const { span, code } = finding;
    const key = `${code} ${span?.source.path} ${span?.start} ${finding.message.en}`;
    if (!said.has(key)) report(finding);
    said.add(key);
  };
  const checking: Checking = { source: pages.source, partials, report: once, done: new Map() };
  checkProgram(pages.program, rootScope(copy), checking);
}
