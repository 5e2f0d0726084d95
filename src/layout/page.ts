/** A laid-out page: its size, its `@page` style and the tree of fragments on it. */
import type { ComputedStyle } from '../style/index.ts';
import type { BoxFragment } from './fragment.ts';

/** What is printed round a page (css-page-3 §7.2–7.3). */
export interface PageSheet {
  /** On every edge, in pt. */
  readonly bleedPt: number;
  readonly hasMarks: boolean;
}

export interface Page {
  /** The used page name (css-page-3 `page`): for a folder, the panel's role. `''` when none. */
  readonly name: string;
  /** Trim size in pt. */
  readonly widthPt: number;
  readonly heightPt: number;
  /**
   * What `@page` says of this page. Its background is painted over the whole page and the bleed on
   * every side (css-page-3 §5); null where no `@page` rule concerns it.
   */
  readonly pageStyle: ComputedStyle | null;
  /** `bleed` and `marks` of `@page`: for a document without a job, which knows them else. */
  readonly sheet: PageSheet;
  /**
   * The page box: at 0,0, as large as the trim, without a background of its own. Its children are
   * the `html` box and what is positioned against the page, in painting order.
   */
  readonly root: BoxFragment;
}

/** Sizes of pages, as the job gives them. */
export interface PageGeometry {
  /** Trim size in pt of the page of that name; null where the job does not know the name. */
  sizeOf(name: string): { readonly width: number; readonly height: number } | null;
  /**
   * Fixed: the names are all there is, each is used exactly once (a folder's panels), and what runs
   * past a page is overset. Otherwise content flows on to further pages.
   */
  readonly fixed: boolean;
  /** The names that a fixed geometry asks for, in reading order; empty when not fixed. */
  readonly names: readonly string[];
  /** Size in pt where neither the job nor `@page` gives one. */
  readonly fallback: { readonly width: number; readonly height: number };
}
