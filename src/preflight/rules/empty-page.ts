import { hasInk } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const emptyPage: PreflightRule = {
  code: 'preflight/empty-page',
  title: say('every page prints something', 'hver side trykker noget'),
  severity: 'warning',
  source: 'GWG 2022 R0005',
  check: ({ pages, placed }) =>
    pages
      .filter((page) => !placed.some((each) => each.page === page && hasInk(each.event)))
      .map((page) => ({ message: say('the page is empty', 'siden er tom'), page })),
};
