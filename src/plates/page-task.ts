/** Pages of a file as work for threads: each opens the file once. */
import { invariant, type Task } from '../base/index.ts';
import { readPdf, repairPdf } from '../pdf/index.ts';
import { readVisibility } from './optional-content.ts';
import { type PageOrder, type PageResult, paintPage, type SharedWork } from './paint-page.ts';

/** A file that any thread can open for itself. */
export interface FileToOpen {
  /** In memory that threads share. */
  readonly bytes: Uint8Array;
  /** Objects are to be searched for: the file's own table of them is wrong. */
  readonly isRepaired: boolean;
}

export interface PageWork extends FileToOpen {
  /** Tells files apart within one run of the program. */
  readonly file: number;
  readonly order: PageOrder;
}

let latest: { readonly file: number; readonly work: SharedWork } | null = null;

function open({ file, bytes, isRepaired }: PageWork): SharedWork {
  if (latest?.file === file) return latest.work;
  // What decodes streams takes no shared memory.
  const own = bytes.slice();
  const opened = isRepaired ? repairPdf(own) : readPdf(own);
  invariant(opened.kind === 'pdf', 'what one thread has opened another can');
  const isVisible = readVisibility(opened);
  latest = {
    file,
    work: {
      ...{ file: opened, fonts: new Map(), measuredFonts: new Map(), isVisible },
      decodeBorrowed: null,
    },
  };
  return latest.work;
}

export const paintPageTask: Task<PageWork, PageResult> = {
  name: 'paint-plates',
  run: async (given) => paintPage(open(given), given.order),
};
