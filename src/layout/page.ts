/** A laid-out page: its size and the tree of fragments on it. */
import type { Fragment } from './fragment.ts';

export interface Page {
  /** The used page name (css-page-3 `page`): for a folder, the panel's role. `''` when none. */
  readonly name: string;
  /** Trim size in pt. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly root: Fragment;
}
