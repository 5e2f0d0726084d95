/** Printing conditions of jobs, and drawn pages in their inks. */
import { type Context, invariant, type Span } from './base/index.ts';
import {
  type ColorConversion,
  type Condition,
  isForAnother,
  openCondition,
  otherCondition,
  type PrintColor,
  profileText,
  unusableProfile,
} from './color/index.ts';
import {
  createColorFinder,
  type DisplayList,
  needsConversion,
  type PrintCondition,
  type ProofCondition,
  toPrint,
} from './display/index.ts';
import { fileBytes, type Job } from './input/index.ts';
import type { DrawnPages } from './prepare-pictures.ts';

/**
 * A job's condition with its profile; null after a report that the file is missing or no press
 * profile. `span` is the place that names it. Warns (`color/other-condition`) of a profile that says it
 * is for another condition.
 */
export function readCondition(
  names: Job['condition'],
  span: Span | undefined,
  context: Context,
): Condition | null {
  const { profile } = names;
  const bytes = fileBytes(context.workspace.read(profile), context, span);
  if (!bytes) return null;
  const condition = openCondition(bytes, names);
  if (condition.kind === 'fault') {
    context.report(unusableProfile(profile, condition, span));
    return null;
  }
  const description = profileText(bytes, 'desc');
  if (isForAnother(description, condition.identifier))
    context.report(otherCondition(description, condition.identifier, span));
  return condition;
}

/** Single colours of a condition; null after a report that its profile is of no use. */
export async function loadConversion(
  condition: Condition,
  context: Context,
): Promise<ColorConversion | null> {
  const conversion = await condition.prepare();
  if (conversion.kind === 'conversion') return conversion;
  context.report(unusableProfile(condition.identifier, conversion, undefined));
  return null;
}

/** Stands in where `needsConversion` has said that nothing will be converted. */
export const noConversion: PrintCondition & ProofCondition = {
  convertSrgb: () => invariant(false, 'a screen colour turned up after all') as never,
  proof: () => invariant(false, 'an ink turned up after all') as never,
};

/** Art in inks. The colour engine is loaded only for a list that has screen colours. */
export async function separate(
  { art, styled }: DrawnPages,
  condition: Condition,
  forgiving: boolean,
  context: Context,
): Promise<DisplayList<PrintColor> | null> {
  const conversion = needsConversion(art) ? await loadConversion(condition, context) : noConversion;
  const inkLimit = condition.totalInkLimitPercent / 100;
  const declarationOf = createColorFinder(styled);
  return conversion && toPrint(art, conversion, { forgiving, inkLimit, declarationOf }, context);
}
