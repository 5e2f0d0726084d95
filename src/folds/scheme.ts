/**
 * A fold scheme: one flat sheet with parallel folds. Number is not role: templates address panels
 * by role, which is also the CSS page name. Numbers follow the sheet: with n panels on both sides,
 * the outside reads n/2+2 … n, 1 from the left, the inside 2 … n/2+1.
 */
import type { Message } from '../base/index.ts';

export interface Panel {
  readonly role: string;
  readonly number: number;
}

export interface OutsidePanel extends Panel {
  /** Part of a full panel's width: 1, or ½ for the flaps of a gate. */
  readonly share?: number;
  /** How many compensations it gives up of that width. */
  readonly compensations?: number;
}

/** One pass of the folding machine, as seen on the outside. */
export interface Fold {
  /** After which outside panel the fold runs, counted from 1 at the left. */
  readonly after: number;
  /** The part that is turned over. */
  readonly moves: 'left' | 'right';
  /** Onto which face: `inside` folds away from the viewer. */
  readonly onto: 'inside' | 'outside';
}

/** A flat size that the trade folds in one known way, whatever the paper. In mm. */
export interface FoldPreset {
  readonly name: string;
  readonly flatMm: { readonly width: number; readonly height: number };
  readonly panelMm: { readonly width: number; readonly height: number };
  readonly compensationMm: number;
}

export interface FoldScheme {
  readonly id: string;
  readonly name: Message;
  /** Left to right as seen. Inside panel i from the right backs outside panel i from the left. */
  readonly outside: readonly OutsidePanel[];
  readonly inside: readonly Panel[];
  /** In the order of folding. */
  readonly folds: readonly Fold[];
  /** Numbers of the panels seen on the front of the closed piece, left to right, and on its back. */
  readonly front: readonly number[];
  readonly back: readonly number[];
  /** Numbers of faces that lie on each other when closed, those first that open first. */
  readonly meets: readonly (readonly [number, number])[];
  /** Roles in the order a reader meets them. */
  readonly readingOrder: readonly string[];
  readonly presets: readonly FoldPreset[];
  /** Where the geometry comes from. */
  readonly source: string;
}
