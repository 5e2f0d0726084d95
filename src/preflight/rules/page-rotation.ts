import { type PreflightRule, say } from '../rule.ts';

export const pageRotation: PreflightRule = {
  code: 'preflight/page-rotation',
  title: say('no page is rotated by `/Rotate`', 'ingen side er drejet med `/Rotate`'),
  severity: 'warning',
  source: 'GWG 2022 R0004',
  check: ({ pages }) =>
    pages
      .filter(({ rotate }) => rotate !== 0)
      .map((page) => ({
        message: say(
          `the page is rotated by ${page.rotate} degrees`,
          `siden er drejet ${page.rotate} grader`,
        ),
        page,
        measured: page.rotate,
        limit: 0,
        unit: 'degrees',
      })),
};
