/**
 * The contents of a file's pages, where there is much of it compressed on a helper thread while later
 * pages are painted, and at the end on both. They are written last, in the order of their pages,
 * whoever compressed them.
 */
import { type Claims, claim, deflate, type Helpers, openClaims } from '../../base/index.ts';
import { contentLevel, deflateTask, keptStream } from '../deflate.ts';
import type { PdfFile, PdfFileOptions, PdfPlace, PdfReference } from './pdfkit.ts';

export interface PageContents {
  /** The stream that a page will have. */
  add(bytes: Uint8Array): PdfReference;
  /** Lets go what a thread is to be given: painters that do not pause send nothing. */
  pause(): Promise<void>;
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
  /** Null where it is from the cache. */
  readonly keep: ((coded: Uint8Array) => void) | null;
  /** Null until they are compressed. */
  coded: Uint8Array | null;
}

/** What a thread is given at a time, as long as this one does not claim it first. */
interface Batch {
  readonly contents: readonly Content[];
  readonly claims: Claims;
}

const unkept: ReturnType<typeof keptStream> = { coded: null, keep: () => {} };

/** Null stays what a thread that has failed was given. */
async function compressOn(helpers: Helpers, { contents, claims }: Batch) {
  const streams = contents.map(({ bytes }) => bytes);
  const input = { streams, claims, piece: 0 };
  const coded = await helpers.run(deflateTask, input, oneThread).catch(() => []);
  for (const [index, content] of contents.entries()) content.coded ??= coded[index] ?? null;
}

function compressHere(contents: readonly Content[]): void {
  for (const content of contents) content.coded ??= deflate(content.bytes, contentLevel);
}

export function openPageContents(
  file: PdfFile,
  { compress, cache, helpers }: PdfFileOptions,
): PageContents {
  const all: Content[] = [];
  const given: Batch[] = [];
  const underWay: Promise<void>[] = [];
  let waiting: Content[] = [];
  let [waitingSize, size] = [0, 0];

  const handOut = (threads: Helpers) => {
    const batch = { contents: waiting, claims: openClaims(1) };
    given.push(batch);
    underWay.push(compressOn(threads, batch));
    waiting = [];
    waitingSize = 0;
  };

  return {
    add(bytes) {
      const place = file.reserve();
      const kept = cache.isClosed ? unkept : keptStream(bytes, contentLevel, cache);
      const coded = compress ? kept.coded : bytes;
      const content: Content = { place, bytes, keep: kept.coded ? null : kept.keep, coded };
      all.push(content);
      if (!content.coded) {
        waiting.push(content);
        waitingSize += bytes.length;
        size += bytes.length;
        if (helpers && size >= fewestBytes && waitingSize >= batchBytes) handOut(helpers);
      }
      return place.reference;
    },
    async pause() {
      if (underWay.length > 0) await Promise.resolve();
    },
    async write() {
      compressHere(waiting);
      // The thread works from the front.
      for (const { contents, claims } of given.toReversed())
        if (claim(claims, 0)) compressHere(contents);
      await Promise.all(underWay);
      await compressHere(all);
      for (const { place, bytes, coded, keep } of all) {
        if (compress && coded) keep?.(coded);
        place.codedStream(compress ? { Filter: 'FlateDecode' } : {}, coded ?? bytes);
      }
    },
  };
}
