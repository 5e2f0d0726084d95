import { describe, expect, it } from 'vitest';
import { openLog, problem } from '../../src/base/index.ts';

const message = (number: number) => ({ en: `no. ${number}`, da: `nr. ${number}` });

describe('a log', () => {
  it('lists each finding once, in order', () => {
    const log = openLog({ strict: false });
    for (const number of [1, 2, 1]) log.report(problem('warning', 'a/b', message(number)));
    expect(log.findings().map((one) => one.message.en)).toEqual(['no. 1', 'no. 2']);
  });

  it('counts what is too much of one kind, and lists the others whole', () => {
    const log = openLog({ strict: false });
    for (let number = 0; number < 20_000; number += 1)
      log.report(problem('warning', 'a/many', message(number % 10_000)));
    log.report(problem('error', 'a/other', message(0)));
    const found = log.findings();
    expect(found).toHaveLength(502);
    expect(found.slice(-2).map((one) => [one.severity, one.code, one.message.en])).toEqual([
      ['error', 'a/other', 'no. 0'],
      ['warning', 'a/many', 'and 9500 more of the same kind'],
    ]);
  });
});
