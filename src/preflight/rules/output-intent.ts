import { nameEntry, textEntry } from '../art.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

const required = ['OutputConditionIdentifier', 'RegistryName', 'Info'];

export const outputIntent: PreflightRule = {
  code: 'preflight/output-intent',
  title: say(
    'exactly one PDF/X output intent names the job’s printing condition',
    'præcis én PDF/X-outputhensigt navngiver jobbets trykbetingelse',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, output intents; ISO 32000-1 §14.11.5',
  check({ file, outputIntents, expected }) {
    const intents = outputIntents.filter((intent) => nameEntry(file, intent, 'S') === 'GTS_PDFX');
    const [intent] = intents;
    if (!intent || intents.length > 1)
      return [
        {
          message: say(
            `the file has ${intents.length} PDF/X output intents, expected 1`,
            `filen har ${intents.length} PDF/X-outputhensigter; der skal være 1`,
          ),
        },
      ];
    const missing = required
      .filter((key) => !textEntry(file, intent, key))
      .map(
        (key): Offence => ({
          message: say(
            `the output intent has no \`/${key}\``,
            `outputhensigten har intet \`/${key}\``,
          ),
        }),
      );
    const identifier = textEntry(file, intent, 'OutputConditionIdentifier') ?? '';
    if (identifier === '' || identifier === expected.identifier) return missing;
    const message = say(
      `the output intent names \`${identifier}\`, the job \`${expected.identifier}\``,
      `outputhensigten angiver \`${identifier}\`, jobbet \`${expected.identifier}\``,
    );
    return [...missing, { message }];
  },
};
