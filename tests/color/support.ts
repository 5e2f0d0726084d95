/** A context that keeps what was reported, and a printing condition from the shipped profile. */
import { readFileSync } from 'node:fs';
import type { Context, Finding } from '../../src/base/index.ts';
import { type Condition, openCondition } from '../../src/color/index.ts';

export interface TestContext extends Context {
  readonly findings: Finding[];
  readonly stored: Map<string, Uint8Array>;
}

export function testContext(stored = new Map<string, Uint8Array>()): TestContext {
  const findings: Finding[] = [];
  return {
    findings,
    stored,
    report: (finding) => findings.push(finding),
    workspace: {
      read: (path) => ({ kind: 'missing', path }),
      list: () => [],
      cache: {
        get: (key) => stored.get(key),
        set: (key, bytes) => {
          stored.set(key, bytes);
        },
      },
    },
  };
}

export const profileBytes = new Uint8Array(
  readFileSync(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url)),
);

export function fogra39(): Condition {
  const condition = openCondition(profileBytes, {
    identifier: 'FOGRA39',
    info: 'Coated FOGRA39 (ISO 12647-2:2004)',
    totalInkPercent: 330,
  });
  if (condition.kind === 'fault') throw new Error(condition.reason);
  return condition;
}

export function codes(context: TestContext): readonly string[] {
  return context.findings.map(({ severity, code }) => `${severity} ${code}`);
}
