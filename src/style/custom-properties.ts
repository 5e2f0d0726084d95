/**
 * Custom properties and `var()` (css-variables-2): values are put in as component values, before
 * a declaration is understood. What is put in takes the place of its `var()`, so that a message
 * points there.
 */
import { nearest, type Span } from '../base/index.ts';
import { type AttributeOf, attributeValues } from './attribute-values.ts';
import type { ComponentValue, FunctionValue } from './component-values.ts';
import { bracketLimit } from './css.ts';
import { type CustomDeclaration, hasVariable, readWith } from './declarations.ts';
import * as problems from './problems.ts';
import { isOfSyntax, type RegisteredProperties } from './registered-properties.ts';
import type { StyleContext } from './style-context.ts';

type Values = readonly ComponentValue[];

/** An element's custom properties with every `var()` put in. One that is invalid is not there. */
export type CustomProperties = ReadonlyMap<string, Values>;

/** More than any real style holds; stops values that double with each step. */
const mostValues = 4000;

/** How many custom properties may each need the next. */
const longestChain = 16;

interface Substitution {
  /** The property's value; undefined where it has none. */
  readonly lookUp: (name: string, reference: FunctionValue) => Values | undefined;
  readonly attributeOf: AttributeOf;
  count: number;
}

/** Brackets inside each other; the answer stops at one more than `bracketLimit`. */
function depthOf(values: Values, depth = 0): number {
  if (depth > bracketLimit) return depth;
  let deepest = depth;
  for (const value of values)
    if (value.kind === 'function' || value.kind === 'block')
      deepest = Math.max(deepest, depthOf(value.values, depth + 1));
  return deepest;
}

/** Null where a `var()` has neither value nor fallback, or the result grows too long. */
function substitute(values: Values, state: Substitution): Values | null {
  if (!hasVariable(values)) return values;
  const result: ComponentValue[] = [];
  for (const value of values) {
    const part = substituteOne(value, state);
    if (!part) return null;
    state.count += part.length;
    if (state.count > mostValues) return null;
    result.push(...part);
  }
  return result;
}

function substituteOne(value: ComponentValue, state: Substitution): Values | null {
  if (value.kind !== 'function' && value.kind !== 'block') return [value];
  if (value.kind === 'function') {
    if (value.name === 'var') return substituteVariable(value, state);
    if (value.name === 'attr') return substituteAttribute(value, state);
    if (value.name === 'env') return substituteEnvironment(value, state);
  }
  const inner = substitute(value.values, state);
  return inner && [{ ...value, values: inner }];
}

function substituteVariable(reference: FunctionValue, state: Substitution): Values | null {
  const [name, comma, ...fallback] = reference.values;
  if (name?.kind !== 'ident' || !name.text.startsWith('--')) return null;
  const value = state.lookUp(name.text, reference);
  if (value) return relocate(value, reference);
  const hasFallback = comma?.kind === 'delim' && comma.text === ',';
  return hasFallback ? substitute(fallback, state) : null;
}

function substituteAttribute(reference: FunctionValue, state: Substitution): Values | null {
  const found = attributeValues(reference, state.attributeOf);
  if (!found) return null;
  return found.isFallback ? substitute(found.values, state) : found.values;
}

/** css-env-1: paper has no notch, so its insets are 0; what else is asked for has its fallback. */
function substituteEnvironment(reference: FunctionValue, state: Substitution): Values | null {
  const [name, comma, ...fallback] = reference.values;
  const { start, end, spaced } = reference;
  if (name?.kind === 'ident' && name.word.startsWith('safe-area-inset-'))
    return [{ kind: 'dimension', value: 0, unit: 'px', start, end, spaced }];
  const hasFallback = comma?.kind === 'delim' && comma.text === ',';
  return hasFallback ? substitute(fallback, state) : null;
}

type Place = Pick<FunctionValue, 'start' | 'end' | 'spaced'>;

/** Values of elsewhere, at the place of the reference. */
function relocate(values: Values, { start, end, spaced }: Place): Values {
  return values.map((value, index) => {
    const moved = { ...value, start, end, spaced: index === 0 ? spaced : value.spaced };
    return moved.kind === 'function' || moved.kind === 'block'
      ? { ...moved, values: relocate(moved.values, moved) }
      : moved;
  });
}

/**
 * A declaration's value with its `var()` put in; null where it is invalid, which is reported:
 * `css/unknown-variable`, `css/variable-too-long`.
 */
export function resolveVariables(
  values: Values,
  properties: CustomProperties,
  declaration: { readonly span: Span; readonly cssName: string },
  attributeOf: AttributeOf,
  context: StyleContext,
): Values | null {
  const { report, severity } = context;
  const { span, cssName } = declaration;
  let missing: { name: string; reference: FunctionValue } | undefined;
  const lookUp = (name: string, reference: FunctionValue): Values | undefined => {
    const value = properties.get(name);
    if (!value) missing = { name, reference };
    return value;
  };
  const state: Substitution = { lookUp, attributeOf, count: 0 };
  const result = substitute(values, state);
  if (result && depthOf(result) <= bracketLimit) return result;
  if (result || state.count > mostValues) report(problems.variableTooLong(severity, cssName, span));
  else if (!missing) report(problems.nothingToPutIn(severity, cssName, span));
  else {
    const { name } = missing;
    const near = nearest(name, properties.keys());
    const place = placeOf(missing.reference, span);
    report(problems.unknownVariable(severity, name, near, place));
  }
  return null;
}

/** The same for a value that is only compared: null where anything is missing, without a report. */
export function putInVariables(values: Values, properties: CustomProperties): Values | null {
  const lookUp = (name: string) => properties.get(name);
  return substitute(values, { lookUp, attributeOf: () => undefined, count: 0 });
}

function placeOf({ start, end }: FunctionValue, span: Span): Span {
  return start >= span.start && end <= span.end ? { source: span.source, start, end } : span;
}

/**
 * An element's custom properties from those of its parent and those declared for it. Circles are
 * reported (`css/variable-cycle`); their members have no value.
 */
export function inheritCustomProperties(
  parent: CustomProperties,
  declared: ReadonlyMap<string, CustomDeclaration>,
  attributeOf: AttributeOf,
  context: StyleContext,
  registered: RegisteredProperties = none,
): CustomProperties {
  const base = registered.size === 0 ? parent : inheritedPart(parent, registered);
  if (declared.size === 0) return base;
  const result = new Map(base);
  const raw = new Map<string, CustomDeclaration & { readonly values: Values }>();
  for (const [name, declaration] of declared) {
    const { values } = declaration;
    if (typeof values !== 'string') raw.set(name, { ...declaration, values });
    else putKeyword(result, name, values, parent, registered);
  }
  for (const name of raw.keys()) result.delete(name);
  resolveAll(raw, result, attributeOf, context);
  if (registered.size > 0) holdToSyntax(result, raw, base, registered, context);
  return result;
}

const none: RegisteredProperties = new Map();
const inheritedParts = new WeakMap<CustomProperties, CustomProperties>();

/** What an element has of its parent's: registered properties may begin anew. */
function inheritedPart(
  parent: CustomProperties,
  registered: RegisteredProperties,
): CustomProperties {
  const known = inheritedParts.get(parent);
  if (known) return known;
  const result = new Map(parent);
  for (const [name, { inherits, initial }] of registered) {
    if (inherits && parent.has(name)) continue;
    if (initial) result.set(name, initial);
    else result.delete(name);
  }
  inheritedParts.set(parent, result);
  return result;
}

function putKeyword(
  result: Map<string, Values>,
  name: string,
  keyword: string,
  parent: CustomProperties,
  registered: RegisteredProperties,
): void {
  const property = registered.get(name);
  const put = (values: Values | null | undefined) => {
    if (values) result.set(name, values);
    else result.delete(name);
  };
  if (keyword === 'initial') put(property?.initial);
  else if (keyword === 'inherit') put(parent.get(name) ?? property?.initial);
}

/** A value of another syntax than its property's counts as `unset`, and is reported. */
function holdToSyntax(
  result: Map<string, Values>,
  raw: ReadonlyMap<string, CustomDeclaration>,
  base: CustomProperties,
  registered: RegisteredProperties,
  context: StyleContext,
): void {
  for (const [name, { span }] of raw) {
    const property = registered.get(name);
    const values = result.get(name);
    if (!property || (values && (!property.syntax || isOfSyntax(values, property.syntax))))
      continue;
    if (values && property.syntax) readWith(name, property.syntax, values, span, context);
    const instead = base.get(name);
    if (instead) result.set(name, instead);
    else result.delete(name);
  }
}

function resolveAll(
  raw: ReadonlyMap<string, CustomDeclaration & { readonly values: Values }>,
  result: Map<string, Values>,
  attributeOf: AttributeOf,
  context: StyleContext,
): void {
  const { report, severity } = context;
  const done = new Set<string>();
  const path: string[] = [];
  const cyclic = new Set<string>();
  const reportTooLong = (name: string, at: Span) => {
    if (!isTold) report(problems.variableTooLong(severity, name, at));
    isTold = true;
  };
  let isTold = false;
  const resolve = (name: string): Values | undefined => {
    const declaration = raw.get(name);
    if (!declaration || done.has(name)) return result.get(name);
    const from = path.indexOf(name);
    if (from >= 0) {
      const circle = path.slice(from);
      if (!circle.some((member) => cyclic.has(member)))
        report(problems.variableCycle(severity, [...circle, name], declaration.span));
      for (const member of circle) cyclic.add(member);
      return undefined;
    }
    if (path.length >= longestChain) {
      reportTooLong(name, declaration.span);
      return undefined;
    }
    path.push(name);
    const state: Substitution = { lookUp: resolve, attributeOf, count: 0 };
    const values = substitute(declaration.values, state);
    path.pop();
    done.add(name);
    const isTooDeep = values !== null && depthOf(values) > bracketLimit;
    if (isTooDeep || state.count > mostValues) reportTooLong(name, declaration.span);
    else if (values && !cyclic.has(name)) result.set(name, values);
    return result.get(name);
  };
  for (const name of raw.keys()) resolve(name);
}
