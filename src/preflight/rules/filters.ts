import { as, filtersOf } from '../../pdf/index.ts';
import { type PreflightRule, say } from '../rule.ts';

/** All filters of PDF/X-4 but those of encryption. */
const allowed: ReadonlySet<string> = new Set([
  'FlateDecode',
  'DCTDecode',
  'JPXDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'ASCIIHexDecode',
  'ASCII85Decode',
  'RunLengthDecode',
]);

export const filters: PreflightRule = {
  code: 'preflight/filters',
  title: say(
    'no LZW compression, no data kept outside the file',
    'ingen LZW-komprimering, ingen data uden for filen',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, filters and external streams',
  check: ({ file, objects }) =>
    objects.flatMap(({ number, object }) => {
      const stream = as(object, 'stream');
      if (!stream) return [];
      if (stream.dictionary.entries.has('F'))
        return [
          {
            message: say(
              `object ${number} keeps its data outside the file`,
              `objekt ${number} har sine data uden for filen`,
            ),
          },
        ];
      return filtersOf(stream, file.resolve)
        .filter((filter) => !allowed.has(filter))
        .map((filter) => ({
          message: say(
            `object ${number} is packed with \`${filter}\``,
            `objekt ${number} er pakket med \`${filter}\``,
          ),
        }));
    }),
};
