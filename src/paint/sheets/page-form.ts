/**
 * A page as a form XObject (ISO 32000-1 §8.10), its contents' bytes as they are: nothing is
 * coded anew where the page has one content stream. Several become one, since a form has only one.
 */
import {
  as,
  type Compress,
  decodeStream,
  dictionaryOf,
  filtersOf,
  type Importer,
  nameObject,
  type PdfArray,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfStream,
} from '../../pdf/index.ts';

/** Why a page cannot be a form. */
export interface FormFault {
  readonly kind: 'form-fault';
  /** Filters that are not undone here. */
  readonly filters: readonly string[];
}

function streamsOf(file: PdfFile, page: PdfDictionary): readonly PdfStream[] {
  const contents = file.resolve(page.entries.get('Contents'));
  const single = as(contents, 'stream');
  if (single) return [single];
  return (as(contents, 'array')?.items ?? []).flatMap((item) => {
    const stream = as(file.resolve(item), 'stream');
    return stream ? [stream] : [];
  });
}

/** Contents up to this are read on trial: a damaged page must not come out blank on paper. */
const longestTrial = 1 << 20;

type Coded = Pick<PdfStream, 'raw'> & { readonly coding: Readonly<Record<string, PdfObject>> };

/** The page's contents as one stream, and how it is coded. */
function contentsOf(
  file: PdfFile,
  page: PdfDictionary,
  importer: Importer,
  compress: Compress,
): Coded | FormFault {
  const streams = streamsOf(file, page);
  const [only] = streams;
  if (only && streams.length === 1) {
    if (only.raw.length <= longestTrial && !decodeStream(only, file.resolve))
      return { kind: 'form-fault', filters: filtersOf(only, file.resolve) };
    const coding = ['Filter', 'DecodeParms'].flatMap((key) => {
      const value = only.dictionary.entries.get(key);
      return value === undefined ? [] : [[key, importer.take(value)] as const];
    });
    return { raw: only.raw, coding: Object.fromEntries(coding) };
  }
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const bytes = file.decode(stream);
    if (!bytes) return { kind: 'form-fault', filters: filtersOf(stream, file.resolve) };
    // Tokens do not run across the parts (§7.8.2).
    parts.push(bytes, Uint8Array.of(10));
  }
  return { raw: compress(Buffer.concat(parts)), coding: { Filter: nameObject('FlateDecode') } };
}

export interface FormRequest {
  readonly page: PdfDictionary;
  readonly box: PdfArray;
  /** The page's transparency group, where the sheet's own does not stand for it. */
  readonly group: PdfObject | null;
}

/** The form as an object of the new file. */
export function pageForm(
  file: PdfFile,
  { page, box, group }: FormRequest,
  importer: Importer,
  compress: Compress,
): PdfStream | FormFault {
  const contents = contentsOf(file, page, importer, compress);
  if ('kind' in contents) return contents;
  const resources = page.entries.get('Resources') ?? dictionaryOf({});
  return {
    kind: 'stream',
    raw: contents.raw,
    dictionary: dictionaryOf({
      Type: nameObject('XObject'),
      Subtype: nameObject('Form'),
      BBox: box,
      Resources: importer.take(resources),
      Group: group ?? undefined,
      ...contents.coding,
    }),
  };
}
