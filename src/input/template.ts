/**
 * Templates to HTML: the only file that knows Handlebars. Templates are checked against the schema
 * first, then marked, compiled and run with own properties only. A run that would not end is
 * stopped; nothing thrown leaves this file but our own faults.
 */
import Handlebars from 'handlebars';
import {
  type Cache,
  type Context,
  InternalError,
  type Report,
  type Size,
  type Source,
  type Span,
  wholeOf,
} from '../base/index.ts';
import type { Copy } from './copy.ts';
import { templateFunctions } from './functions.ts';
import type { Job } from './job.ts';
import { createMarker, type Marker, type Markup, stripMarks } from './origins.ts';
import * as problems from './problems.ts';
import type { ProgramNode } from './template-ast.ts';
import { checkTemplate, type ParsedTemplate } from './template-check.ts';
import type { Template } from './template-definition.ts';
import { readPartials } from './template-files.ts';
import { markTemplate } from './template-marks.ts';
import { shapeOf } from './template-scope.ts';
import { explainSyntax } from './template-syntax.ts';
import { createView, viewCopy } from './template-view.ts';
import { startOf } from './yaml-reader.ts';

/** Partials inside partials; beyond it one calls itself without end. */
const partialDepthLimit = 40;
/** Blocks inside blocks, and brackets inside brackets, in one file. */
const nestingLimit = 50;
/** Turns of loops and calls of partials in one run. */
const stepLimit = 200_000;
/** Characters that all turns and partials may write together. */
const outputLimit = 50_000_000;

type Environment = ReturnType<typeof Handlebars.create>;
type Compiled = (data: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Why a run was stopped: a value that passes through Handlebars, never leaves this file. */
class Stop {
  readonly reason: 'recursion' | 'size';
  readonly name: string;
  constructor(reason: Stop['reason'], name: string) {
    this.reason = reason;
    this.name = name;
  }
}

interface Budget {
  steps: number;
  characters: number;
  depth: number;
}

function spend(budget: Budget, characters: number): void {
  budget.steps += 1;
  budget.characters += characters;
  if (budget.steps > stepLimit || budget.characters > outputLimit) throw new Stop('size', '');
}

/** Where blocks or brackets stand deeper than `nestingLimit`, or null: Handlebars' parser recurses. */
function findTooDeep({ text }: Source): number | null {
  let blocks = 0;
  for (const match of text.matchAll(/\{\{\{?~?\s*([#/!])?[^}]*/g)) {
    const [mustache, sign] = match;
    if (sign === '#') blocks += 1;
    if (sign === '/') blocks = Math.max(0, blocks - 1);
    let brackets = 0;
    let deepest = 0;
    for (const character of sign === '!' ? '' : mustache) {
      if (character === '(') brackets += 1;
      else if (character === ')') brackets -= 1;
      deepest = Math.max(deepest, brackets);
    }
    if (blocks > nestingLimit || deepest > nestingLimit) return match.index;
  }
  return null;
}

function parse(source: Source, report: Report): ParsedTemplate | null {
  const deep = findTooDeep(source);
  if (deep !== null) {
    report(problems.templateTooDeep(nestingLimit, { source, start: deep, end: deep + 2 }));
    return null;
  }
  try {
    // The package's types are wider than its trees; `template-ast.ts` names what they hold.
    const program = Handlebars.parse(source.text) as unknown as ProgramNode;
    return { source, program };
  } catch (error) {
    report(explainSyntax(source, error));
    return null;
  }
}

const knownHelpers: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries([...templateFunctions.keys()].map((name) => [name, true])),
  log: false,
  lookup: false,
};

function compile(environment: Environment, { program }: ParsedTemplate): Compiled {
  return environment.compile(program, {
    knownHelpers,
    knownHelpersOnly: true,
    // Indented partials would break the match between text and template.
    preventIndent: true,
  });
}

/** Counts the turns of `#each`. */
function limitLoops(environment: Environment, budget: Budget): void {
  const each: unknown = environment.helpers.each;
  if (typeof each !== 'function') throw new InternalError('Handlebars has no `each`');
  environment.registerHelper('each', function (this: unknown, value: unknown, options) {
    const fn = (item: unknown, runtime?: Handlebars.RuntimeOptions) => {
      const written = options.fn(item, runtime);
      spend(budget, written.length);
      return written;
    };
    return each.call(this, value, { ...options, fn });
  });
}

/** A partial that counts how deep it stands. */
function limitDepth(name: string, partial: Compiled, budget: Budget): Compiled {
  return (data, options) => {
    budget.depth += 1;
    if (budget.depth > partialDepthLimit) throw new Stop('recursion', name);
    const written = partial(data, options);
    budget.depth -= 1;
    spend(budget, written.length);
    return written;
  };
}

interface Surroundings {
  readonly job: Job;
  readonly panels: ReadonlyMap<string, Size>;
  readonly marker: Marker;
  readonly report: Report;
  readonly cache: Cache;
  readonly pages: Source;
}

/** Functions get the number of their call's mark first, the options last. */
function registerFunctions(environment: Environment, surroundings: Surroundings): void {
  const { job, panels, marker, report, cache, pages } = surroundings;
  for (const [name, { call }] of templateFunctions)
    environment.registerHelper(name, (index: unknown, ...rest: unknown[]) => {
      const span: Span = marker.marks[Number(index)]?.span ?? wholeOf(pages);
      const last = rest.at(-1);
      const hash = last instanceof Object && 'hash' in last ? last.hash : {};
      const options = new Map(Object.entries(hash ?? {}));
      const { language } = job;
      const around = { name, span, options, language, panels, marker, report, cache };
      return call(rest.slice(0, -1), around);
    });
}

/** The place of a partial's first call, to point at where it calls itself. */
function spanOfPartialCall(name: string, files: Iterable<ParsedTemplate>, pages: Source): Span {
  const escaped = name.replace(/[^\w-]/g, '\\$&');
  for (const { source } of files) {
    const match = new RegExp(`\\{\\{~?#?>\\s*${escaped}[\\s}~]`).exec(source.text);
    if (!match) continue;
    const end = source.text.indexOf('}}', match.index) + 2;
    return { source, start: match.index, end: Math.max(end, match.index + match[0].length) };
  }
  return startOf(wholeOf(pages));
}

function explainStop(
  error: unknown,
  pages: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  report: Report,
): null {
  const at = startOf(wholeOf(pages.source));
  if (error instanceof InternalError) throw error;
  if (error instanceof Stop && error.reason === 'size') report(problems.templateTooLarge(at));
  else if (error instanceof Stop) {
    const own = partials.get(error.name);
    const files = own ? [own, ...partials.values(), pages] : [pages];
    const span = spanOfPartialCall(error.name, files, pages.source);
    report(problems.partialRecursion(error.name, partialDepthLimit, span));
  } else if (error instanceof RangeError) report(problems.templateTooLarge(at));
  else report(problems.templateFailed(error instanceof Error ? error.message : String(error), at));
  return null;
}

/** The marked text; null after a report that the run was stopped. */
function run(
  pages: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  data: unknown,
  surroundings: Surroundings,
): string | null {
  const environment = Handlebars.create();
  const budget: Budget = { steps: 0, characters: 0, depth: 0 };
  for (const name of ['log', 'lookup']) environment.unregisterHelper(name);
  limitLoops(environment, budget);
  registerFunctions(environment, surroundings);
  const compiled: Record<string, Compiled> = Object.create(null);
  for (const [name, partial] of partials)
    compiled[name] = limitDepth(name, compile(environment, partial), budget);
  const { title, language } = surroundings.job;
  try {
    return compile(environment, pages)(data, {
      partials: compiled,
      data: { job: createView(Object.entries({ title, language })) },
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
  } catch (error) {
    return explainStop(error, pages, partials, surroundings.report);
  }
}

/**
 * A template filled with the copy: HTML with the origin of each word. `panels` are trim sizes in pt
 * by panel role. Null after a report that the template cannot be parsed (`input/template-syntax`),
 * asks for what is not there (see `checkTemplate`, `readPartials`), or does not end
 * (`input/partial-recursion`, `input/template-too-large`).
 */
export function renderTemplate(
  template: Template,
  copy: Copy,
  job: Job,
  panels: ReadonlyMap<string, Size>,
  context: Context,
): Markup | null {
  const { pages: source, folder, schema } = template;
  let hasErrors = false;
  const report: Report = (finding) => {
    if (finding.severity === 'error') hasErrors = true;
    context.report(finding);
  };
  const guarded: Context = { ...context, report };
  const pages = parse(source, report);
  const partials = pages && readPartials(pages, folder, (file) => parse(file, report), guarded);
  if (!pages || !partials) return null;
  checkTemplate(pages, partials, shapeOf(schema), report);
  if (hasErrors) return null;
  const marker = createMarker();
  for (const file of [pages, ...partials.values()]) markTemplate(file.source, file.program, marker);
  const data = viewCopy(copy, marker);
  const { cache } = context.workspace;
  const marked = run(pages, partials, data, { job, panels, marker, report, cache, pages: source });
  return marked === null ? null : stripMarks(marked, marker.marks, source.path, report);
}
