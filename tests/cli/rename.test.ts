import { describe, expect, it } from 'vitest';
import { persist } from '../../src/cli/rename.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code });

describe('a file that another program has open', () => {
  it('is replaced as soon as it is free', () => {
    const waited: number[] = [];
    let refusals = 2;
    const attempt = () => {
      if (refusals-- > 0) throw refusal('EPERM');
    };
    persist(attempt, (ms) => waited.push(ms));
    expect(waited).toEqual([10, 40]);
  });

  it('is told of when it stays so', () => {
    let tries = 0;
    const attempt = () => {
      tries += 1;
      throw refusal('EBUSY');
    };
    expect(() => persist(attempt, () => {})).toThrow('EBUSY');
    expect(tries).toBe(5);
  });

  it('is not waited for where something else is wrong', () => {
    const attempt = () => {
      throw refusal('ENOSPC');
    };
    expect(() => persist(attempt, () => expect.unreachable())).toThrow('ENOSPC');
  });
});
