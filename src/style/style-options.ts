/** What the cascade is told beside the document. */
import type { Source } from '../base/index.ts';
import type { SheetMedia } from '../input/index.ts';
import type { FirstPage } from './first-page.ts';
import type { Media } from './style-context.ts';

export interface StyleOptions {
  /** The author's sheets in order. */
  readonly sheets: readonly Source[];
  /** Queries of `media` attributes: a sheet whose query is false is not used. */
  readonly sheetMedia?: ReadonlyMap<Source, SheetMedia>;
  /** CSS text: what elements look like without any sheet. */
  readonly userAgentSheet: string;
  readonly media: Media;
  /** Custom properties of the job (`--bleed`) by name; on the root they win over the sheets. */
  readonly rootProperties: Readonly<Record<string, string>>;
  /** True: CSS we do not know is a warning, not an error. */
  readonly forgiving: boolean;
  /** What size queries and units of the page refer to; A4 where nobody says. */
  readonly page?: FirstPage;
  /** What the sheets say is kept between runs. */
  readonly keepsSheets?: boolean;
}
