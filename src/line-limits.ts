/**
 * The designer's limits that only layout can judge: how many lines a field may take. Characters,
 * words and items are judged with the copy.
 */
import { type Context, hint, problem, type Span } from './base/index.ts';
import { type Copy, labelOf, limitsOf, type Schema, textsOf } from './input/index.ts';
import type { FieldReport } from './layout/index.ts';

function count(lines: number): { readonly en: string; readonly da: string } {
  return lines === 1
    ? { en: '1 line', da: '1 linje' }
    : { en: `${lines} lines`, da: `${lines} linjer` };
}

function tooManyLines(report: FieldReport, schema: Schema, limit: number, span: Span | undefined) {
  const label = labelOf(schema, report.field);
  const found = count(report.lines);
  const allowed = count(limit);
  const over = count(report.lines - limit);
  const finding = problem(
    'error',
    'layout/too-many-lines',
    {
      en: `${label.en} takes ${found.en}; the template has room for ${allowed.en}`,
      da: `${label.da} fylder ${found.da}; skabelonen har plads til ${allowed.da}`,
    },
    {
      span,
      hints: [hint(`shorten the text by ${over.en}`, `gør teksten ${over.da} kortere`)],
    },
  );
  const { field, page, lines: measured } = report;
  return { ...finding, field, page, measured, limit, unit: 'lines' };
}

/** Reports `layout/too-many-lines` for each field that takes more lines than its schema allows. */
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
    if (max !== null && field.lines > max)
      report(tooManyLines(field, schema, max, spans.get(field.field)));
  }
}
