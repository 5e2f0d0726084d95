/** Findings as plain data, for `report.json` and `--format json`. */
import type { Finding } from './diagnostic.ts';
import { locate, type Span } from './span.ts';

function spanJson(span: Span) {
  const start = locate(span.source, span.start);
  const end = locate(span.source, span.end);
  return {
    file: span.source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A finding as plain data, both languages included; keys in a fixed order. */
export function findingJson(finding: Finding) {
  return {
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    place: finding.span ? spanJson(finding.span) : null,
    page: finding.page ?? null,
    field: finding.field ?? null,
    rect: finding.rect ?? null,
    measured: finding.measured ?? null,
    limit: finding.limit ?? null,
    unit: finding.unit ?? null,
    related: finding.related.map(({ span, label }) => ({ place: spanJson(span), label })),
    hints: finding.hints.map(({ message, replacement }) => ({
      message,
      replacement: replacement ?? null,
    })),
    reference: finding.reference ?? null,
  };
}
