import { as } from '../../pdf/index.ts';
import { type PreflightRule, say } from '../rule.ts';

export const fileId: PreflightRule = {
  code: 'preflight/file-id',
  title: say(
    'the trailer has an `/ID` of two strings',
    'traileren har et `/ID` af to tekststrenge',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, trailer; ISO 32000-1 §14.4',
  check({ file }) {
    const items = file.entry(file.trailer, 'ID', 'array')?.items ?? [];
    const strings = items.filter(
      (item) => (as(file.resolve(item), 'string')?.bytes.length ?? 0) > 0,
    );
    if (items.length === 2 && strings.length === 2) return [];
    return [
      {
        message: say(
          `the trailer’s \`/ID\` has ${strings.length} strings, expected 2`,
          `trailerens \`/ID\` har ${strings.length} tekststrenge; der skal være 2`,
        ),
      },
    ];
  },
};
