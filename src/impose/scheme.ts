/**
 * A fold scheme: panels of one flat sheet with parallel folds. Number is not role: templates
 * address panels by role, which is also the CSS page name.
 */
export interface PanelSlot {
  readonly role: string;
  /** Page number in the canonical numbering. */
  readonly number: number;
  /** How many compensations the panel gives up of the full panel width. */
  readonly compensations: number;
}

export interface FoldScheme {
  readonly id: string;
  readonly name: { readonly en: string; readonly da: string };
  /** Left to right as seen. Inside panel i from the right backs outside panel i from the left. */
  readonly outside: readonly PanelSlot[];
  readonly inside: readonly PanelSlot[];
  /** Roles in the order a reader meets them. */
  readonly readingOrder: readonly string[];
  /** Where the geometry comes from. */
  readonly source: string;
}
