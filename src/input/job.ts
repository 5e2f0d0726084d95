/**
 * The job: what is printed, on what, and what is delivered. Read from `job.yaml`; every default
 * visible in `jobDefaults`.
 */
import type { Edges, Source, Span } from '../base/index.ts';
import type { FolderForm, Paper } from '../folds/index.ts';
import type { PictureIntent } from './copy.ts';
import type { Printer } from './printers.ts';
import type { Swatch } from './swatches.ts';

/** What the press file is built to (ISO 15930-7:2010, ISO 15930-4:2003). */
export type Flavour = 'PDF/X-4' | 'PDF/X-1a:2003';

/** In the order they are made. */
export const outputKinds = ['press', 'screen', 'pages', 'sheets'] as const;

export type OutputKind = (typeof outputKinds)[number];

/** How pictures come to paper, where the copy does not say otherwise. */
export interface PictureRules {
  readonly intent: PictureIntent;
  /** Photographs that are brought down to 300 ppi are sharpened. */
  readonly sharpens: boolean;
  /** `fit`: a picture with more ink than the condition takes is brought under it. */
  readonly tac: 'keep' | 'fit';
}

export interface BookletForm {
  readonly kind: 'booklet';
  readonly pageMm: { readonly width: number; readonly height: number };
  /** Must be a multiple of 4; null: as many as the template makes. */
  readonly pages: number | null;
}

/** A leaf that is neither folded nor bound: a poster, a card, a flyer. */
export interface LeafForm {
  readonly kind: 'leaf';
  readonly pageMm: { readonly width: number; readonly height: number };
  /** 1 or 2; null: as many as the template makes. */
  readonly pages: number | null;
}

/** Where the pages go: panels of a folded sheet, single pages of a stitched booklet, sides of a leaf. */
export type Form = FolderForm | BookletForm | LeafForm;

/** How the pages go on press sheets. Names of scheme and sheet are checked where sheets are made. */
export interface SheetsForm {
  /** Null: saddle stitch for a booklet, step and repeat for a folder or a leaf. */
  readonly scheme: string | null;
  /** Null: the smallest that holds the pages. */
  readonly sheet: string | null;
  /** Paper of a cover that comes as a file of its own; null: it is among the pages. */
  readonly cover: Paper | null;
  /** In calipers of the paper. */
  readonly creepFactor: number;
  readonly gripperMm: number | null;
  readonly gapMm: number | null;
  readonly isOneSided: boolean;
  /** A booklet is repeated as often as the sheet holds it. */
  readonly isRepeated: boolean;
  readonly hasMarks: boolean;
}

/** What the printer is asked for beside the file; it goes on the job ticket. */
export interface Order {
  /** Copies. */
  readonly run: number | null;
  readonly finishing: readonly string[];
  readonly notes: string | null;
}

export interface Job {
  /** Folder name under `content/`. */
  readonly name: string;
  readonly source: Source;
  readonly title: string;
  readonly language: string;
  /** The typography of typed copy is put right. */
  readonly cleanup: boolean;
  /** Folder under `templates/`. */
  readonly template: string;
  /** Path of the copy, in the project. */
  readonly copy: string;
  readonly form: Form;
  readonly paper: Paper;
  /** Who prints it, and what the house asks for; null where the job does not say. */
  readonly printer: Printer | null;
  readonly bleedMm: Edges;
  /** Text nearer to a trim than the first figure is an error, than the second a warning. */
  readonly safetyMm: { readonly error: number; readonly warning: number };
  /** A press file above this is warned of. */
  readonly maxMegabytes: number;
  readonly marks: boolean;
  /** Path of an ICC file, with the identifier that the output intent names. */
  readonly condition: {
    readonly identifier: string;
    readonly profile: string;
    readonly info: string;
    /** `OutputCondition` of the output intent; null where it is not known. */
    readonly outputCondition: string | null;
    /** Sum of inks that the paper takes: the printer's word, else the condition's. */
    readonly totalInkPercent: number;
    /** What presses usually take on such paper, where that is less and the printer says nothing. */
    readonly advisedInkPercent: number | null;
  };
  /** Inks by name, for the style sheets. */
  readonly swatches: readonly Swatch[];
  /** Spot inks that are ordered beside the four: `PANTONE 286 C`; each costs a plate. */
  readonly spots: readonly string[];
  readonly flavour: Flavour;
  readonly pictures: PictureRules;
  readonly outputs: readonly OutputKind[];
  readonly sheets: SheetsForm;
  readonly order: Order;
  /** Creation date in the files; ISO 8601 with zone. Never the clock. */
  readonly date: string;
  /** Resolution of page pictures. */
  readonly pagesDpi: number;
  /** Warnings silenced by code, each with a reason. */
  readonly silence: readonly { readonly code: string; readonly reason: string }[];
  /** Places of the keys in job.yaml, by dotted path: `form.scheme`. */
  readonly keySpans: ReadonlyMap<string, Span>;
}

/** Place of a key in job.yaml, for messages; else that of the nearest key around it. */
export function spanOfKey(
  { keySpans, source }: Pick<Job, 'keySpans' | 'source'>,
  key: string,
): Span {
  for (let path = key; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
    const span = keySpans.get(path);
    if (span) return span;
  }
  return { source, start: 0, end: Math.min(1, source.text.length) };
}
