import { xmpNamespaces } from '../../pdf/index.ts';
import { nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

export const trapped: PreflightRule = {
  code: 'preflight/trapped',
  title: say(
    '`/Trapped` is `/True` or `/False`, in XMP as well',
    '`/Trapped` er `/True` eller `/False`, også i XMP',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, trapping',
  check({ file, info, xmp }) {
    const inInfo = nameEntry(file, info, 'Trapped') ?? '';
    const inXmp = xmp?.value(xmpNamespaces.pdf, 'Trapped') ?? '';
    if ((inInfo === 'True' || inInfo === 'False') && inInfo === inXmp) return [];
    return [
      {
        message: say(
          `\`/Trapped\` is \`${inInfo}\` and \`${inXmp}\` in XMP, expected \`True\` or \`False\` in both`,
          `\`/Trapped\` er \`${inInfo}\` og \`${inXmp}\` i XMP; der skal stå \`True\` eller \`False\` begge steder`,
        ),
      },
    ];
  },
};
