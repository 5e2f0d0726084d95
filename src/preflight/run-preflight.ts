/** Runs every rule over a finished file. */
import type { Context, Finding } from '../base/index.ts';
import { problem } from '../base/index.ts';
import { readPdf } from '../pdf/index.ts';
import { type Art, type PreflightExpectations, readArt } from './art.ts';
import { noFacts, type PreflightFacts, readFacts } from './facts.ts';
import { keptVerdict } from './kept-verdict.ts';
import { damagedFile } from './problems.ts';
import type { Offence, PreflightRule } from './rule.ts';
import { preflightRules } from './rules/index.ts';

export interface PreflightResult {
  /** The same findings as were reported, in the rules' order. */
  readonly findings: readonly Finding[];
  readonly facts: PreflightFacts;
}

function toFinding(rule: PreflightRule, offence: Offence): Finding {
  const { message, hints = [], page, rect, measured, limit, unit } = offence;
  return {
    ...problem(offence.severity ?? rule.severity, rule.code, message, { hints }),
    ...(page ? { page: page.name } : {}),
    ...(rect ? { rect } : {}),
    ...(measured === undefined ? {} : { measured }),
    ...(limit === undefined ? {} : { limit }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function judge(art: Art): readonly Finding[] {
  return preflightRules.flatMap((rule) =>
    rule.check(art).map((offence) => toFinding(rule, offence)),
  );
}

function judgeFile(bytes: Uint8Array, expected: PreflightExpectations): PreflightResult {
  const file = readPdf(bytes);
  const art = file.kind === 'pdf' ? readArt(file, expected) : null;
  const judged = art ? judge(art) : [];
  // Asked last: objects are read, and found damaged, while the rules look at them.
  const damages = file.kind === 'damage' ? [file.reason] : file.damages;
  const findings = [...damages.map((reason) => damagedFile(reason)), ...judged];
  return { findings, facts: art ? readFacts(art) : noFacts };
}

/**
 * Reads a press PDF back from its bytes, as a stranger would, and judges it by every rule.
 * Findings (`preflight/…`) are reported AND returned: report them once. A file that cannot be read
 * is `preflight/damaged-file`, with empty facts.
 */
export function runPreflight(
  bytes: Uint8Array,
  expected: PreflightExpectations,
  context: Context,
): PreflightResult {
  const judged = () => judgeFile(bytes, expected);
  const result = keptVerdict(bytes, expected, context.workspace.cache, judged);
  for (const finding of result.findings) context.report(finding);
  return result;
}
