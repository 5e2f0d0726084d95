import { type PreflightRule, say } from '../rule.ts';

export const encryption: PreflightRule = {
  code: 'preflight/encryption',
  title: say('the file is not encrypted', 'filen er ikke krypteret'),
  severity: 'error',
  source: 'ISO 15930-7:2010, encryption',
  check: ({ file: { trailer } }) =>
    trailer.entries.has('Encrypt')
      ? [{ message: say('the file is encrypted', 'filen er krypteret') }]
      : [],
};
