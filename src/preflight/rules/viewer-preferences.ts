import { nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

const keys = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'];

export const viewerPreferences: PreflightRule = {
  code: 'preflight/viewer-preferences',
  title: say(
    'viewer preferences name the MediaBox or the BleedBox only',
    'visningsindstillinger nævner kun MediaBox eller BleedBox',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, viewer preferences',
  check({ file }) {
    const preferences = file.entry(file.catalog, 'ViewerPreferences', 'dictionary');
    if (!preferences) return [];
    return keys.flatMap((key) => {
      const box = nameEntry(file, preferences, key);
      if (box === null || box === 'MediaBox' || box === 'BleedBox') return [];
      const message = say(
        `\`/${key}\` is \`${box}\`, expected \`MediaBox\` or \`BleedBox\``,
        `\`/${key}\` er \`${box}\`; der skal stå \`MediaBox\` eller \`BleedBox\``,
      );
      return [{ message }];
    });
  },
};
