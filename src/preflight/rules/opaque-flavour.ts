import { numberOf, type PdfDictionary, type PdfFile } from '../../pdf/index.ts';
import { nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

/** The entry of a dictionary that makes something transparent; null where there is none. */
function transparentEntry(file: PdfFile, dictionary: PdfDictionary): string | null {
  const { entries } = dictionary;
  if (nameEntry(file, dictionary, 'S') === 'Transparency') return 'Group';
  if (entries.has('SMask') && nameEntry(file, dictionary, 'SMask') !== 'None') return 'SMask';
  if (nameEntry(file, dictionary, 'Type') !== 'ExtGState') return null;
  const blend = nameEntry(file, dictionary, 'BM');
  if (blend !== null && blend !== 'Normal' && blend !== 'Compatible') return 'BM';
  const faded = ['ca', 'CA'].find((key) => {
    const value = entries.get(key);
    return value !== undefined && numberOf(file.resolve(value)) !== 1;
  });
  return faded ?? null;
}

export const opaqueFlavour: PreflightRule = {
  code: 'preflight/opaque-flavour',
  title: say('no transparency in PDF/X-1a', 'ingen gennemsigtighed i PDF/X-1a'),
  severity: 'error',
  source: 'ISO 15930-4:2003, transparency',
  check({ file, expected, dictionaries }) {
    if (expected.flavour !== 'PDF/X-1a:2003') return [];
    return dictionaries.flatMap(({ number, dictionary }) => {
      const key = transparentEntry(file, dictionary);
      if (key === null) return [];
      const message = say(
        `object ${number} is transparent (\`/${key}\`)`,
        `objekt ${number} er gennemsigtigt (\`/${key}\`)`,
      );
      return [{ message }];
    });
  },
};
