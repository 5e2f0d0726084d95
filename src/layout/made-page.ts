/** Pages while a document is cut into them. */
import type { PageStyle } from '../style/index.ts';
import type { Box } from './box.ts';
import type { Page } from './page.ts';
import type { PageArea } from './page-area.ts';
import type { OutOfFlow, Rest } from './space.ts';

/** Where a page begins and what it is called. */
export interface PageStart {
  readonly rest: Rest | null;
  readonly name: string;
  /** The first box on it, for messages. */
  readonly box: Box | undefined;
}

/** A page that is laid out, and what its margin boxes will need. */
export interface MadePage {
  readonly page: Page;
  readonly start: PageStart;
  readonly box: PageArea;
  readonly marginBoxes: PageStyle['marginBoxes'];
  /** Elements that left their place for the margin boxes. */
  readonly running: readonly Box[];
  /** Positioned boxes whose containing blocks go over pages. */
  readonly held: readonly OutOfFlow[];
  /** From the page area's top to its footnotes or its end. */
  readonly room: number;
  /** Boxes that are fixed to the page, which other pages show too. */
  readonly fixed: readonly OutOfFlow[];
}
