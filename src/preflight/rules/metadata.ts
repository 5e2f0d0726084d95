import { xmpNamespaces } from '../../pdf/index.ts';
import { textEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

const { dc, xmp: basic, xmpMM, pdf } = xmpNamespaces;

const inXmp: readonly (readonly [label: string, namespace: string, name: string])[] = [
  ['dc:title', dc, 'title'],
  ['xmp:CreateDate', basic, 'CreateDate'],
  ['xmp:ModifyDate', basic, 'ModifyDate'],
  ['xmp:MetadataDate', basic, 'MetadataDate'],
  ['xmp:CreatorTool', basic, 'CreatorTool'],
  ['xmpMM:DocumentID', xmpMM, 'DocumentID'],
  ['xmpMM:VersionID', xmpMM, 'VersionID'],
  ['xmpMM:RenditionClass', xmpMM, 'RenditionClass'],
  ['pdf:Producer', pdf, 'Producer'],
];

const inInfo = ['Title', 'CreationDate', 'ModDate', 'Creator', 'Producer'];

export const metadata: PreflightRule = {
  code: 'preflight/metadata',
  title: say(
    'title, dates, programs and identifiers are stated in XMP and in the document information',
    'titel, datoer, programmer og id’er står i XMP og i dokumentoplysningerne',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, metadata',
  check({ file, info, xmp }) {
    const missing = [
      ...inXmp.filter(([, space, name]) => xmp && !xmp.value(space, name)).map(([label]) => label),
      ...inInfo.filter((key) => !textEntry(file, info, key)).map((key) => `/${key}`),
    ];
    return missing.map((name) => ({
      message: say(`the metadata have no \`${name}\``, `metadataene mangler \`${name}\``),
    }));
  },
};
