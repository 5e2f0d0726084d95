import { type PreflightRule, say } from '../rule.ts';

export const pageCount: PreflightRule = {
  code: 'preflight/page-count',
  title: say('the file has the job’s pages', 'filen har jobbets sider'),
  severity: 'error',
  source: 'house rule',
  check({ pages, expected }) {
    const wanted = expected.pages.length;
    if (pages.length === wanted) return [];
    const message = say(
      `the file has ${pages.length} pages, the job ${wanted}`,
      `filen har ${pages.length} sider, jobbet ${wanted}`,
    );
    return [{ message, measured: pages.length, limit: wanted, unit: 'pages' }];
  },
};
