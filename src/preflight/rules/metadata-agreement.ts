import { xmpNamespaces } from '../../pdf/index.ts';
import { textEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

const { dc, xmp: basic, pdf } = xmpNamespaces;

const pairs: readonly {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly isDate?: true;
}[] = [
  { key: 'Title', namespace: dc, name: 'title' },
  { key: 'CreationDate', namespace: basic, name: 'CreateDate', isDate: true },
  { key: 'ModDate', namespace: basic, name: 'ModifyDate', isDate: true },
  { key: 'Creator', namespace: basic, name: 'CreatorTool' },
  { key: 'Producer', namespace: pdf, name: 'Producer' },
];

/** A PDF date (ISO 32000-1 §7.9.4) as XMP writes it: `2026-11-25T12:00:00+01:00`. */
function isoDate(date: string): string {
  const parts =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(date);
  if (!parts) return date;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts;
  const zone = parts[8] === undefined ? 'Z' : `${parts[8]}:${parts[9] ?? '00'}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

function isSame(inInfo: string, inXmp: string, isDate: boolean): boolean {
  if (inInfo === inXmp) return true;
  return isDate && Date.parse(isoDate(inInfo)) === Date.parse(inXmp);
}

export const metadataAgreement: PreflightRule = {
  code: 'preflight/metadata-agreement',
  title: say(
    'XMP and the document information say the same',
    'XMP og dokumentoplysningerne siger det samme',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, metadata',
  check({ file, info, xmp }) {
    return pairs.flatMap(({ key, namespace, name, isDate = false }) => {
      const inInfo = textEntry(file, info, key);
      const inXmp = xmp?.value(namespace, name);
      if (inInfo === null || inXmp == null || isSame(inInfo, inXmp, isDate)) return [];
      const message = say(
        `\`/${key}\` is \`${inInfo}\`, but \`${inXmp}\` in XMP`,
        `\`/${key}\` er \`${inInfo}\`, men \`${inXmp}\` i XMP`,
      );
      return [{ message }];
    });
  },
};
