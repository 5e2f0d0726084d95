import type { PdfDictionary } from '../../pdf/index.ts';
import { type Art, nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

function foreign({ file }: Art, dictionary: PdfDictionary): string | null {
  const subtype = nameEntry(file, dictionary, 'Subtype');
  if (subtype === 'PS' || nameEntry(file, dictionary, 'Subtype2') === 'PS') return 'PS';
  if (dictionary.entries.has('OPI')) return 'OPI';
  return subtype === 'Form' && dictionary.entries.has('Ref') ? 'Ref' : null;
}

export const postscript: PreflightRule = {
  code: 'preflight/postscript',
  title: say(
    'no PostScript, OPI or other files stand in for artwork',
    'ingen PostScript, OPI eller andre filer står i stedet for illustrationer',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, XObjects and OPI',
  check: (art) =>
    art.dictionaries.flatMap(({ number, dictionary }) => {
      const key = foreign(art, dictionary);
      if (key === null) return [];
      return [
        {
          message: say(
            `object ${number} holds \`${key}\`, which a press must not run`,
            `objekt ${number} indeholder \`${key}\`, som ikke må køres på et trykkeri`,
          ),
        },
      ];
    }),
};
