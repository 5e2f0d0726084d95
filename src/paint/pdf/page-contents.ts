/**
 * The contents of a file's pages, where there is much of it compressed on helper threads while later
 * pages are painted. They are written last, in the order of their pages, whoever compressed them.
 */
import type { Helpers } from '../../base/index.ts';
import { deflateTask, keptStream, loadDeflate } from '../deflate.ts';
import type { PdfFile, PdfFileOptions, PdfPlace, PdfReference } from './pdfkit.ts';

export interface PageContents {
  /** The stream that a page will have. */
  add(bytes: Uint8Array): PdfReference;
  /** Writes all of them. */
  write(): Promise<void>;
}

/** Of less, threads would cost more than they save: some hundred pages of text. */
const fewestBytes = 1_000_000;
/** What a thread is given at a time. */
const batchBytes = 250_000;

/** More threads would all be slow at first, and wait for this one. */
const oneThread = 'page contents';

interface Content {
  readonly place: PdfPlace;
  readonly bytes: Uint8Array;
  readonly keep: (coded: Uint8Array) => void;
  /** Null until they are compressed. */
  coded: Uint8Array | null;
}

/** Null stays what a thread that has failed was given. */
async function compressOn(helpers: Helpers, contents: readonly Content[]) {
  const streams = contents.map(({ bytes }) => bytes);
  const coded = await helpers.run(deflateTask, streams, oneThread).catch(() => []);
  for (const [index, content] of contents.entries()) content.coded = coded[index] ?? null;
}

export function openPageContents(
  file: PdfFile,
  { compress, cache, helpers }: PdfFileOptions,
): PageContents {
  const all: Content[] = [];
  const underWay: Promise<void>[] = [];
  let batch: Content[] = [];
  let [batchSize, size] = [0, 0];

  const handOut = (threads: Helpers) => {
    underWay.push(compressOn(threads, batch));
    batch = [];
    batchSize = 0;
  };

  const compressHere = async (contents: readonly Content[]) => {
    const deflate = await loadDeflate(deflateTask.level);
    for (const content of contents) content.coded ??= deflate(content.bytes);
  };

  return {
    add(bytes) {
      const place = file.reserve();
      const kept = keptStream(bytes, deflateTask.level, cache);
      const coded = compress ? kept.coded : bytes;
      const content: Content = { place, bytes, keep: kept.keep, coded };
      all.push(content);
      if (!content.coded) {
        batch.push(content);
        batchSize += bytes.length;
        size += bytes.length;
        if (helpers && size >= fewestBytes && batchSize >= batchBytes) handOut(helpers);
      }
      return place.reference;
    },
    async write() {
      await compressHere(batch);
      await Promise.all(underWay);
      await compressHere(all);
      for (const { place, bytes, coded, keep } of all) {
        if (compress && coded) keep(coded);
        place.codedStream(compress ? { Filter: 'FlateDecode' } : {}, coded ?? bytes);
      }
    },
  };
}
