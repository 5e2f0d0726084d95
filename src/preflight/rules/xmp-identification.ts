import { filtersOf, xmpNamespaces } from '../../pdf/index.ts';
import { type PreflightRule, say } from '../rule.ts';

export const xmpIdentification: PreflightRule = {
  code: 'preflight/xmp-identification',
  title: say(
    'uncompressed XMP metadata say `PDF/X-4`',
    'ukomprimerede XMP-metadata siger `PDF/X-4`',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, identification; ISO 32000-1 §14.3.2',
  check({ file, xmp }) {
    const stream = file.entry(file.catalog, 'Metadata', 'stream');
    if (!stream || !xmp)
      return [{ message: say('the file has no XMP metadata', 'filen har ingen XMP-metadata') }];
    if (filtersOf(stream, file.resolve).length > 0)
      return [
        { message: say('the XMP metadata are compressed', 'XMP-metadataene er komprimeret') },
      ];
    const version = xmp.value(xmpNamespaces.pdfx, 'GTS_PDFXVersion') ?? '';
    if (version === 'PDF/X-4') return [];
    return [
      {
        message: say(
          `\`GTS_PDFXVersion\` is \`${version}\`, expected \`PDF/X-4\``,
          `\`GTS_PDFXVersion\` er \`${version}\`, der skal stå \`PDF/X-4\``,
        ),
      },
    ];
  },
};
