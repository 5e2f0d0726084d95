/** Why the lines of one field end where they do: for the person who asks about a line. */
import { type ExplainedLine, explainLines } from '../text/index.ts';
import type { LineFragment } from './fragment.ts';
import { type FieldReport, measurePage } from './measure-fields.ts';
import type { Page } from './page.ts';
import { linesOfPage } from './text-lines.ts';

/** A field's lines on one page, in order, with how much of its room they take. */
export interface ExplainedField extends FieldReport {
  readonly explained: readonly ExplainedLine[];
}

/** The fields whose path is `field` or lies under it, page by page. */
export function explainField(pages: readonly Page[], field: string): readonly ExplainedField[] {
  const known = new Map<LineFragment['source'], readonly ExplainedLine[]>();
  const explain = ({ source, index }: LineFragment) => {
    if (!source) return [];
    const lines = known.get(source) ?? explainLines(source);
    known.set(source, lines);
    return lines.slice(index, index + 1);
  };
  return pages.flatMap((page, index) => {
    const lines = linesOfPage(page);
    return measurePage(page, index + 1)
      .filter((report) => report.field === field || report.field.startsWith(`${field}.`))
      .map((report) => ({
        ...report,
        explained: lines
          .filter(({ texts }) => texts.some((text) => text.field === report.field))
          .flatMap(({ line }) => explain(line)),
      }));
  });
}
