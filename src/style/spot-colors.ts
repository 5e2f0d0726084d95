/**
 * `@spot-color`: an ink of its own, named once for all sheets and used by the `color()` function of
 * css-color-5 §5: `color(--brand 60%)`. Our one at-rule that is no standard.
 */
import { nearest, type Span } from '../base/index.ts';
import {
  type CmykColor,
  inkNameKey,
  type ProcessingStep,
  processingSteps,
} from '../color/index.ts';
import { string } from './basic-types.ts';
import { color } from './colors.ts';
import { keywords, map, named } from './combinators.ts';
import { type RawDeclaration, readRawDeclaration, readWith } from './declarations.ts';
import * as problems from './problems.ts';
import * as spotProblems from './problems-spot.ts';
import type { StyleContext } from './style-context.ts';
import type { Item, SyntaxTree } from './syntax.ts';

/** A declared ink. */
export interface SpotInk {
  /** As the printer knows it: `PANTONE 286 C`. */
  readonly name: string;
  /** What a press without the ink prints at full tint. */
  readonly alternate: CmykColor;
  /** For inks that are no print but an instruction: a varnish, a cutting line. */
  readonly step: ProcessingStep | null;
  readonly span: Span;
}

/** By the name that style sheets use, with its dashes. */
export type SpotInks = ReadonlyMap<string, SpotInk>;

/** Colorants that PDF itself gives a meaning (ISO 32000-1 §8.6.6.4). */
const reserved: ReadonlySet<string> = new Set([
  ...['all', 'none', 'cyan', 'magenta', 'yellow', 'black'],
]);

const descriptors = ['name', 'alternate', 'processing-step'];

const inkColor = named(
  'device-cmyk()',
  map(color, (value) =>
    typeof value !== 'string' && value.space === 'cmyk' && value.alpha === 1 ? value : undefined,
  ),
);
const step = keywords(...processingSteps);

interface Found {
  name?: string;
  alternate?: CmykColor;
  step: ProcessingStep | null;
}

function readDescriptor(found: Found, raw: RawDeclaration, context: StyleContext): void {
  const { name, values, span } = raw;
  if (name === 'name') found.name = readWith(name, string, values, span, context)?.trim() ?? '';
  else if (name === 'alternate') {
    const value = readWith(name, inkColor, values, span, context);
    if (value) found.alternate = value;
  } else if (name === 'processing-step')
    found.step = readWith(name, step, values, span, context) ?? null;
  else {
    const near = nearest(name, descriptors);
    context.report(
      problems.unknownDescriptor(context.severity, 'spot-color', name, near, raw.nameSpan),
    );
  }
}

/** The ink of a rule; null after a report where name or alternate are missing or of no use. */
export function readSpotInk(
  items: readonly Item[],
  tree: SyntaxTree,
  span: Span,
  context: StyleContext,
): SpotInk | null {
  const found: Found = { step: null };
  for (const item of items)
    if (item.kind === 'declaration') readDescriptor(found, readRawDeclaration(item, tree), context);
  const { name, alternate } = found;
  const { report } = context;
  if (name === undefined) report(problems.descriptorMissing('error', 'spot-color', 'name', span));
  if (!alternate) report(problems.descriptorMissing('error', 'spot-color', 'alternate', span));
  if (name === undefined || !alternate) return null;
  if (name === '' || reserved.has(name.toLowerCase())) {
    report(spotProblems.spotNameReserved(name, span));
    return null;
  }
  return { name, alternate, step: found.step, span };
}

function isSameColor(one: CmykColor, other: CmykColor): boolean {
  return one.c === other.c && one.m === other.m && one.y === other.y && one.k === other.k;
}

/**
 * Adds an ink under its name in the sheets. One ink has one name and one alternate (GWG 2022
 * R0021–23): anything else is reported as `css/spot-two-alternates`, `css/spot-two-names` or
 * `css/spot-redefined`, and the first stands.
 */
export function addSpotInk(
  inks: Map<string, SpotInk>,
  ident: string,
  ink: SpotInk,
  { report }: StyleContext,
): void {
  const known = inks.get(ident);
  if (known && known.name !== ink.name) {
    report(spotProblems.spotRedefined(ident, known, ink));
    return;
  }
  for (const other of inks.values()) {
    if (inkNameKey(other.name) !== inkNameKey(ink.name)) continue;
    // What uses it has been told of by that.
    if (other.name !== ink.name) {
      report(spotProblems.spotTwoNames(other, ink));
      inks.set(ident, other);
    } else if (!isSameColor(other.alternate, ink.alternate) || other.step !== ink.step)
      report(spotProblems.spotTwoAlternates(other, ink));
    else continue;
    return;
  }
  inks.set(ident, ink);
}

/** Finds inks; reports `css/unknown-spot` for those that no sheet declares, each name once. */
export function spotFinder(
  inks: SpotInks,
  { report }: StyleContext,
): (ident: string, span: Span) => SpotInk | undefined {
  const told = new Set<string>();
  return (ident, span) => {
    const ink = inks.get(ident);
    if (!ink && !told.has(ident))
      report(spotProblems.unknownSpot(ident, nearest(ident, inks.keys()), span));
    if (!ink) told.add(ident);
    return ink;
  };
}

/** What `computeStyle` asks for an ink by. */
export type FindSpot = ReturnType<typeof spotFinder>;
