/** What every part of the cascade is given: where to report, how severely, and for which edition. */
import type { Context, Severity, Size } from '../base/index.ts';

export type Media = 'press' | 'screen';

export interface StyleContext extends Context {
  /** Of CSS we do not know: an error in a job, a warning where a foreign file is rendered. */
  readonly severity: Severity;
  readonly media: Media;
  /** The document is in quirks mode: names are compared, and values read, as loosely as then. */
  readonly isQuirky?: boolean;
  /** Of the page box, in pt, for `@media`: the job's, or as the sheets' `@page` says. */
  readonly pageSize: Size;
}
