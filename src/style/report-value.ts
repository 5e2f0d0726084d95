/** Why a value was refused: the furthest value that nobody could use, or a parser's complaint. */
import { nearest, type Span } from '../base/index.ts';
import { type ComponentValue, textOf } from './component-values.ts';
import { lengthUnits } from './lengths.ts';
import * as problems from './problems.ts';
import type { Complaint, Parser, Reader } from './reader.ts';
import type { StyleContext } from './style-context.ts';
import { unsupportedValueHints } from './unsupported.ts';

/**
 * Reports why `parser` refused what `reader` holds: `css/invalid-value`, `css/unsupported-value`,
 * `css/syntax` for a missing semicolon, and the codes of the reader's complaints. `span` is the
 * declaration; the value at fault is pointed at where it stands in it.
 */
export function reportValue(
  cssName: string,
  parser: Parser<unknown> | undefined,
  reader: Reader,
  span: Span,
  context: StyleContext,
): void {
  const { report, severity } = context;
  const { furthest, complaint } = reader.trouble;
  const within = (value: ComponentValue): Span => placeOf(value, span) ?? span;
  const colon = reader.values.findIndex((value) => value.kind === 'delim' && value.text === ':');
  const before = reader.values[colon - 1];
  if (before) {
    report(problems.missingSemicolon(cssName, within(before)));
    return;
  }
  if (complaint) {
    report(complaintProblem(complaint, within(complaint.value), cssName, context));
    return;
  }
  const syntax = parser?.syntax ?? '';
  if (!furthest) {
    report(problems.incompleteValue(severity, cssName, syntax, span));
    return;
  }
  const found = writtenAs(furthest, span);
  const word = furthest.kind === 'function' ? furthest.name : found.toLowerCase();
  const hints = unsupportedValueHints(cssName, word);
  const place = within(furthest);
  if (hints) report(problems.unsupportedValue(severity, cssName, found, hints, place));
  else {
    const near = furthest.kind === 'ident' ? nearest(word, parser?.words ?? []) : undefined;
    report(problems.invalidValue(severity, cssName, found, syntax, near, place));
  }
}

/** Where a value stands in its declaration; undefined for a value that `var()` brought along. */
function placeOf({ start, end }: ComponentValue, span: Span): Span | undefined {
  const isInside = start >= span.start && end <= span.end;
  return isInside ? { source: span.source, start, end } : undefined;
}

/** A value as it was written. */
function writtenAs(value: ComponentValue, span: Span): string {
  const place = placeOf(value, span);
  const text = place ? place.source.text.slice(place.start, place.end) : textOf([value]);
  return text.startsWith('var(') ? textOf([value]) : text.replace(/\s+/g, ' ');
}

function complaintProblem(
  complaint: Complaint,
  span: Span,
  cssName: string,
  { severity }: StyleContext,
) {
  const found = writtenAs(complaint.value, span);
  switch (complaint.kind) {
    case 'unknown-unit': {
      const near = nearest(complaint.unit, [...lengthUnits, 'fr', 'deg']);
      return problems.unknownUnit(severity, complaint.unit, near, span);
    }
    case 'unit-missing':
      return problems.unitMissing(severity, found, span);
    case 'out-of-range':
      return problems.outOfRange(severity, found, complaint.range, span);
    case 'calculation':
      return problems.wrongCalculation(severity, found, span);
    case 'arguments':
      return problems.invalidValue(severity, cssName, found, complaint.syntax, undefined, span);
    case 'unsupported-function':
      return problems.unsupportedFunction(severity, complaint.name, span);
  }
}
