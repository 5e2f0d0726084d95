/**
 * The job: what is printed, on what, and what is delivered. Read from `job.yaml`; every default
 * visible in `jobDefaults`.
 */
import type { Edges, Source, Span } from '../base/index.ts';
import type { FolderForm, Paper } from '../folds/index.ts';

/** What the press file is built to (ISO 15930-7:2010, ISO 15930-4:2003). */
export type Flavour = 'PDF/X-4' | 'PDF/X-1a:2003';

export type OutputKind = 'press' | 'screen' | 'pages';

export interface BookletForm {
  readonly kind: 'booklet';
  readonly pageMm: { readonly width: number; readonly height: number };
  /** Must be a multiple of 4; null: as many as the template makes. */
  readonly pages: number | null;
}

/** Where the pages go: panels of a folded sheet, or single pages of a stitched booklet. */
export type Form = FolderForm | BookletForm;

export interface Job {
  /** Folder name under `content/`. */
  readonly name: string;
  readonly source: Source;
  readonly title: string;
  readonly language: string;
  /** Folder under `templates/`. */
  readonly template: string;
  /** Path of the copy, in the project. */
  readonly copy: string;
  readonly form: Form;
  readonly paper: Paper;
  readonly bleedMm: Edges;
  readonly marks: boolean;
  /** Path of an ICC file, with the identifier that the output intent names. */
  readonly condition: {
    readonly identifier: string;
    readonly profile: string;
    readonly info: string;
  };
  /** Spot inks that are ordered beside the four: `PANTONE 286 C`; each costs a plate. */
  readonly spots: readonly string[];
  readonly flavour: Flavour;
  readonly outputs: readonly OutputKind[];
  /** Creation date in the files; ISO 8601 with zone. Never the clock. */
  readonly date: string;
  /** Resolution of page pictures. */
  readonly pagesDpi: number;
  /** Warnings silenced by code, each with a reason. */
  readonly silence: readonly { readonly code: string; readonly reason: string }[];
  /** Place of a key in job.yaml, for messages: `form.scheme`. */
  spanOf(key: string): Span;
}
