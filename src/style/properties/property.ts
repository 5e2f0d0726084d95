/**
 * What a property is: one value that states everything about it. The type of its computed value
 * follows from `compute`, or from `parse` where there is nothing to compute; `ComputedStyle` is
 * derived from the tables, so a new property is one entry.
 */
import type { AuthorColor } from '../../color/index.ts';
import type { CounterDefinition } from '../counter-styles.ts';
import type { FontMeasures } from '../lengths.ts';
import type { Parser } from '../reader.ts';
import type { SpotInk } from '../spot-colors.ts';

/** What a computed value may depend on besides what was specified. */
export interface ComputeContext extends FontMeasures {
  readonly parentFontSize: number;
  readonly parentLineHeight: number;
  readonly parentFontWeight: number;
  /** `unitPt` of the parent: for `font-size` itself. */
  readonly parentUnitPt: FontMeasures['unitPt'];
  /** The element's own computed `color`. */
  readonly color: AuthorColor;
  /** The root, or a child of a flex or grid container: its box is a block (css-display-4 §2.7). */
  readonly isBlockified: boolean;
  /** The ink of an `@spot-color`; undefined, after a report, where there is none. */
  spotOf(ident: string): SpotInk | undefined;
  /** A named counter style; undefined, after a report, where there is none. */
  counterOf(name: string): CounterDefinition | undefined;
  /** What an `@counter-style` says of a name; undefined, without a report, where none does. */
  counterRuleOf(name: string): CounterDefinition | undefined;
  /** A keyword of the same element that is computed earlier: border styles, `position`, `float`. */
  keywordOf(property: string): unknown;
  /** A keyword of the parent; undefined where there is none. */
  parentKeywordOf(property: string): unknown;
  /** The element's attribute, for `attr()`. */
  readonly attributeOf: (name: string) => string | undefined;
}

export interface Property<S, C> {
  /** What an element has that neither specifies nor inherits a value. */
  readonly initial: S;
  readonly inherited: boolean;
  readonly parse: Parser<S>;
  readonly compute: (value: S, context: ComputeContext) => C;
  /** `module#anchor` of the W3C's draft. */
  readonly spec: string;
  /** Where we do otherwise than the standard or the browsers: a sentence for the reference. */
  readonly deviation: string | null;
  /** The CSS name, where it is not the key with hyphens. */
  readonly name: string | null;
  /** True where the initial value computes differently from element to element. */
  readonly isInitialContextual: boolean;
  /** A value that is kept for what else it does, though it is not drawn: that is told. */
  readonly isRefused: ((value: S) => boolean) | null;
}

/** Any property, for code that treats them all alike. */
export interface AnyProperty extends Omit<Property<unknown, unknown>, 'compute' | 'isRefused'> {
  readonly compute: (value: never, context: ComputeContext) => unknown;
  readonly isRefused: ((value: never) => boolean) | null;
}

interface Entry<S> {
  readonly initial: NoInfer<S>;
  readonly inherited: boolean;
  readonly parse: Parser<S>;
  readonly spec: string;
  readonly deviation?: string;
  readonly name?: string;
  readonly isInitialContextual?: boolean;
  readonly isRefused?: (value: NoInfer<S>) => boolean;
}

interface ComputedEntry<S, C> extends Entry<S> {
  readonly compute: (value: NoInfer<S>, context: ComputeContext) => C;
}

/** An entry of a table. */
export function property<S, C>(entry: ComputedEntry<S, C>): Property<S, C>;
export function property<S>(entry: Entry<S>): Property<S, S>;
export function property<S>(
  entry: Entry<S> & Partial<ComputedEntry<S, unknown>>,
): Property<S, unknown> {
  const { compute = (value: S) => value, name = null, deviation = null } = entry;
  const { initial, inherited, parse, spec, isInitialContextual = false, isRefused = null } = entry;
  return {
    ...{ initial, inherited, parse, compute, spec, name, deviation },
    ...{ isInitialContextual, isRefused },
  };
}

/** A property that stands for others. What its value leaves out gets the initial value. */
export interface Shorthand {
  readonly longhands: readonly string[];
  /** Specified values by longhand. */
  readonly parse: Parser<Readonly<Record<string, unknown>>>;
  readonly spec: string;
  /** Its longhands are those of horizontal writing from left to right, and others elsewhere. */
  readonly isLogical?: true;
}

/** An entry of a table for a shorthand. */
export function shorthand(entry: Shorthand): Shorthand {
  return entry;
}

/** Another name for one property: logical sides, and names of older drafts. */
export function alias(longhand: string, parse: Parser<unknown>, spec: string): Shorthand {
  return shorthand({
    longhands: [longhand],
    parse: { ...parse, read: (reader) => wrap(longhand, parse.read(reader)) },
    spec,
  });
}

function wrap(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  return value === undefined ? undefined : { [name]: value };
}

/** Several longhands from an ordered list of values: the shape of `margin` and the like. */
export function spread(
  longhands: readonly string[],
  parse: Parser<readonly unknown[]>,
  spec: string,
): Shorthand {
  return shorthand({
    longhands,
    parse: {
      ...parse,
      read: (reader) => {
        const values = parse.read(reader);
        return values && Object.fromEntries(longhands.map((name, index) => [name, values[index]]));
      },
    },
    spec,
  });
}

/** Entries whose sides follow the element's writing (css-logical-1 §4). */
export function logicalShorthands<T extends Readonly<Record<string, Shorthand>>>(
  entries: T,
): Readonly<Record<keyof T, Shorthand>> {
  const marked = Object.entries(entries).map(([name, { longhands, parse, spec }]) => [
    name,
    { longhands, parse, spec, isLogical: true },
  ]);
  return Object.fromEntries(marked);
}
