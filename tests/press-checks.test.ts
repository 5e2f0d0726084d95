import { expect, it } from 'vitest';
import { type Diagnostic, problem } from '../src/base/index.ts';
import { reportingInSource } from '../src/press-checks.ts';

it('says of a picture that could not be converted once that it is not in the file', () => {
  const heard: string[] = [];
  const told = new Set(['color/oversized-picture']);
  const report = ({ code }: Diagnostic) => heard.push(code);
  const workspace = { read: () => ({ kind: 'missing', path: '' }), list: () => [] } as never;
  const context = reportingInSource({ hasReported: (code) => told.has(code) }, [], {
    report,
    workspace,
  });
  for (const code of ['preflight/page-contents', 'preflight/file-id'])
    context.report(problem('error', code, { en: '', da: '' }, {}));
  expect(heard).toEqual(['preflight/file-id']);
});
