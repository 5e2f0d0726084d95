/**
 * What the phases report, kept in order: each finding once, errors that stop a job remembered.
 * Warnings can be silenced by code, with a reason; errors cannot.
 */
import { type Finding, problem, type Report } from './diagnostic.ts';

export interface Log {
  readonly report: Report;
  hasErrors(): boolean;
  /** True where something of this code was reported, silenced or not. */
  has(code: string): boolean;
  /** Everything reported so far that is not silenced, in order. */
  findings(): readonly Finding[];
  /** The same without forgiveness, where nothing could be made. */
  asReported(): readonly Finding[];
}

export interface LogOptions {
  /** Warnings become errors. */
  readonly strict: boolean;
  /** Errors become warnings: the phase that reported one goes on with its fallback. */
  readonly forgiving?: boolean;
}

function keyOf({ code, message, span, page, field }: Finding): string {
  const place = span ? `${span.source.path}:${span.start}:${span.end}` : '';
  return [code, message.en, place, page ?? '', field ?? ''].join('\u0000');
}

/** Of one kind; who has more to mend does not read on, and a broken file can have as many as letters. */
const mostOfAKind = 500;

/** Stands for those of a kind that are too many to be listed, as grave as the first. */
function furtherOnes({ severity, code }: Finding, count: number): Finding {
  return problem(severity, code, {
    en: `and ${count} more of the same kind`,
    da: `og ${count} mere af samme slags`,
  });
}

/** A log that `silencedCodes` can be told of later, once the job that names them is read. */
export function openLog({
  strict,
  forgiving = false,
}: LogOptions): Log & { silence(codes: Iterable<string>): void } {
  const found = new Map<string, Finding>();
  const keysByCode = new Map<string, Set<string>>();
  const silenced = new Set<string>();
  const isHeard = ({ severity, code }: Finding) => severity === 'error' || !silenced.has(code);
  const sternly = (finding: Finding): Finding =>
    strict && finding.severity === 'warning' ? { ...finding, severity: 'error' } : finding;
  const grade = (finding: Finding): Finding =>
    forgiving && finding.severity === 'error'
      ? { ...finding, severity: 'warning' }
      : sternly(finding);
  const listed = () => {
    const all = [...found.values()];
    for (const [code, { size }] of keysByCode) {
      const first = size > mostOfAKind ? all.find((one) => one.code === code) : undefined;
      if (first) all.push(furtherOnes(first, size - mostOfAKind));
    }
    return all.filter(isHeard);
  };
  const findings = () => listed().map(grade);
  return {
    report(finding) {
      const key = keyOf(finding);
      const keys = keysByCode.get(finding.code) ?? new Set<string>();
      keysByCode.set(finding.code, keys.add(key));
      if (keys.size <= mostOfAKind && !found.has(key)) found.set(key, finding);
    },
    has: (code) => [...found.values()].some((finding) => finding.code === code),
    hasErrors: () => findings().some(({ severity }) => severity === 'error'),
    findings,
    asReported: () => listed().map(sternly),
    silence(codes) {
      for (const code of codes) silenced.add(code);
    },
  };
}
