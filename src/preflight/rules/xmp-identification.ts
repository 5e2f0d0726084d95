import { filtersOf, xmpNamespaces } from '../../pdf/index.ts';
import { type Art, textEntry } from '../art.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

/** PDF/X-1a names itself in two entries of the document information. */
function checkInfo({ file, info }: Art): readonly Offence[] {
  return ['GTS_PDFXVersion', 'GTS_PDFXConformance'].flatMap((key) => {
    const found = textEntry(file, info, key) ?? '';
    if (found === 'PDF/X-1a:2003') return [];
    const message = say(
      `\`/${key}\` is \`${found}\`, expected \`PDF/X-1a:2003\``,
      `\`/${key}\` er \`${found}\`; der skal stå \`PDF/X-1a:2003\``,
    );
    return [{ message }];
  });
}

export const xmpIdentification: PreflightRule = {
  code: 'preflight/xmp-identification',
  title: say(
    'uncompressed XMP metadata say `PDF/X-4`; for PDF/X-1a the document information says so',
    'ukomprimerede XMP-metadata siger `PDF/X-4`; for PDF/X-1a siger dokumentoplysningerne det',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, identification; ISO 15930-4:2003, identification',
  check(art) {
    const { file, xmp, expected } = art;
    if (expected.flavour === 'PDF/X-1a:2003') return checkInfo(art);
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
          `\`GTS_PDFXVersion\` er \`${version}\`; der skal stå \`PDF/X-4\``,
        ),
      },
    ];
  },
};
