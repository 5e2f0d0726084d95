import { type PreflightRule, say } from '../rule.ts';

export const userUnit: PreflightRule = {
  code: 'preflight/user-unit',
  title: say('no page has a `/UserUnit`', 'ingen side har en `/UserUnit`'),
  severity: 'error',
  source: 'GWG 2022 R0002',
  check: ({ pages }) =>
    pages
      .filter(({ dictionary }) => dictionary.entries.has('UserUnit'))
      .map((page) => ({
        message: say('the page has a `/UserUnit`', 'siden har en `/UserUnit`'),
        page,
      })),
};
