/**
 * The designer's limits that only layout can judge: how many lines a field may take. Characters,
 * words and items are judged with the copy.
 */
import { type Context, type Hint, hint, problem, type Span } from './base/index.ts';
import { type Copy, labelOf, limitsOf, type Schema, textsOf } from './input/index.ts';
import type { FieldReport } from './layout/index.ts';

function count(lines: number): { readonly en: string; readonly da: string } {
  return lines === 1
    ? { en: '1 line', da: '1 linje' }
    : { en: `${lines} lines`, da: `${lines} linjer` };
}

/** What to take away; where words ran out of their frame too, that is told with less of it. */
function shorten({ lines, characters, oversetLines }: FieldReport, limit: number): Hint {
  const over = count(lines - limit);
  const letters = Math.ceil((characters / lines) * (lines - limit));
  return oversetLines > 0
    ? hint(
        `shorten the text by ${over.en} (about ${letters} characters) in all; then it goes into its frame as well`,
        `gør teksten ${over.da} kortere i alt (omkring ${letters} tegn); så er der også plads til den i rammen`,
      )
    : hint(
        `shorten the text by ${over.en} (about ${letters} characters)`,
        `gør teksten ${over.da} kortere (omkring ${letters} tegn)`,
      );
}

function tooManyLines(report: FieldReport, schema: Schema, limit: number, span: Span | undefined) {
  const label = labelOf(schema, report.field);
  const found = count(report.lines);
  const allowed = count(limit);
  const finding = problem(
    'error',
    'layout/too-many-lines',
    {
      en: `${label.en} takes ${found.en}; the template has room for ${allowed.en}`,
      da: `${label.da} fylder ${found.da}; skabelonen har plads til ${allowed.da}`,
    },
    { span, hints: [shorten(report, limit)] },
  );
  const { field, page, lines: measured } = report;
  return { ...finding, field, page, measured, limit, unit: 'lines' };
}

/**
 * Reports `layout/too-many-lines` for each field that takes more lines than its schema allows, unless
 * cutting what ran out of its frame, which has been told, brings it down to them.
 */
export function checkLineLimits(
  fields: readonly FieldReport[],
  schema: Schema,
  copy: Copy,
  { report }: Context,
): void {
  // The paragraphs of a text share its field; its place is the first one's.
  const spans = new Map(
    textsOf(copy)
      .toReversed()
      .map(({ field, span }) => [field, span]),
  );
  for (const field of fields) {
    const { max } = limitsOf(schema, field.field).lines;
    if (max !== null && field.lines - field.oversetLines > max)
      report(tooManyLines(field, schema, max, spans.get(field.field)));
  }
}
