import type { Flavour } from '../../input/index.ts';
import { type PreflightRule, say } from '../rule.ts';

/** The newest version that each flavour builds on. */
const newestOf: Readonly<Record<Flavour, string>> = { 'PDF/X-4': '1.6', 'PDF/X-1a:2003': '1.4' };

export const fileHeader: PreflightRule = {
  code: 'preflight/file-header',
  title: say(
    'the file begins as PDF 1.6 at most (PDF/X-1a: 1.4), with a binary comment',
    'filen begynder som højst PDF 1.6 (PDF/X-1a: 1.4), med en binær kommentar',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, file format; ISO 32000-1 §7.5.2',
  check({ file: { version, hasBinaryComment }, expected }) {
    const newest = newestOf[expected.flavour];
    const isOld = /^1\.[0-9]$/.test(version) && version <= newest;
    if (isOld && hasBinaryComment) return [];
    return [
      isOld
        ? {
            message: say(
              'the second line has no comment of four bytes above 127',
              'anden linje har ingen kommentar med fire bytes over 127',
            ),
          }
        : {
            message: say(
              `the file is PDF \`${version}\`, expected ${newest} at most`,
              `filen er PDF \`${version}\`; den må højst være ${newest}`,
            ),
          },
    ];
  },
};
