import { as, type PdfDictionary } from '../../pdf/index.ts';
import { textEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

export const optionalContent: PreflightRule = {
  code: 'preflight/optional-content',
  title: say(
    'layers have a named default configuration and no automatic states',
    'lag har en navngivet standardopsætning og ingen automatiske tilstande',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, optional content; ISO 32000-1 §8.11.4',
  check({ file, expected }) {
    const properties = file.entry(file.catalog, 'OCProperties', 'dictionary');
    if (!properties) return [];
    if (expected.flavour === 'PDF/X-1a:2003')
      return [{ message: say('PDF/X-1a has no layers', 'PDF/X-1a har ingen lag') }];
    const usual = file.entry(properties, 'D', 'dictionary');
    if (!usual)
      return [
        {
          message: say(
            'the layers have no default configuration',
            'lagene har ingen standardopsætning',
          ),
        },
      ];
    const others = (file.entry(properties, 'Configs', 'array')?.items ?? []).flatMap(
      (item): readonly PdfDictionary[] => {
        const dictionary = as(file.resolve(item), 'dictionary');
        return dictionary ? [dictionary] : [];
      },
    );
    return [usual, ...others].flatMap((configuration) => {
      if (!textEntry(file, configuration, 'Name'))
        return [
          { message: say('a layer configuration has no name', 'en lagopsætning har intet navn') },
        ];
      if (configuration.entries.has('AS'))
        return [
          {
            message: say(
              'a layer configuration switches layers by itself',
              'en lagopsætning tænder og slukker lag af sig selv',
            ),
          },
        ];
      return [];
    });
  },
};
