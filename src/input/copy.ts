/**
 * The copy: the words of one brochure as the YAML says them, checked against the template's
 * schema. It knows nothing of format. Never changed after it was made.
 */
import type { Source, Span } from '../base/index.ts';
import type { TypographyChange } from './clean-up.ts';
import type { Inline } from './inline.ts';

/** Words as the copy has them, with the place they stand. */
export interface SourcedText {
  readonly kind: 'text';
  /** The words without their markup: what is counted and searched. Never empty. */
  readonly text: string;
  /** The whole scalar (or, in a block of paragraphs, the paragraph) in the YAML file. */
  readonly span: Span;
  /** Dotted path of the field, list items counted from 0: `letter.body`, `principles.3`. */
  readonly field: string;
  /** The words with their markup understood. */
  readonly inlines: readonly Inline[];
}

export interface CopyParagraphs {
  readonly kind: 'paragraphs';
  readonly field: string;
  readonly span: Span;
  readonly paragraphs: readonly SourcedText[];
}

/** A number; `text` is how the copy writes it. */
export interface CopyNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly text: SourcedText;
}

/** A day of the calendar; no clock, no zone. */
export interface CopyDate {
  readonly kind: 'date';
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly text: SourcedText;
}

export interface CopyBoolean {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface CopyUrl {
  readonly kind: 'url';
  /** With scheme: `https://socialraadgiverne.dk/ledersektionen`. */
  readonly href: string;
  /** As the copy writes it. */
  readonly text: SourcedText;
}

export interface CopyPicture {
  readonly kind: 'picture';
  readonly field: string;
  readonly span: Span;
  /** Path in the project, without a leading `/`. */
  readonly file: SourcedText;
  readonly path: string;
  readonly alt: SourcedText | null;
  /** Focal point in percent from the left and from the top. */
  readonly focusPercent: { readonly x: number; readonly y: number };
  /** How its colours come to paper (ICC rendering intent); null: as the job says. */
  readonly intent: PictureIntent | null;
  readonly isPlaceholder: boolean;
}

export type PictureIntent = 'relative' | 'perceptual';

export interface CopyList {
  readonly kind: 'list';
  readonly field: string;
  readonly span: Span | null;
  readonly items: readonly CopyValue[];
}

export interface CopyGroup {
  readonly kind: 'group';
  readonly field: string;
  readonly span: Span | null;
  readonly fields: ReadonlyMap<string, CopyValue>;
}

/** An optional field that was left out, or left empty. */
export interface CopyAbsent {
  readonly kind: 'absent';
}

export type CopyValue =
  | SourcedText
  | CopyParagraphs
  | CopyNumber
  | CopyDate
  | CopyBoolean
  | CopyUrl
  | CopyPicture
  | CopyList
  | CopyGroup
  | CopyAbsent;

export interface Copy {
  readonly source: Source;
  readonly root: CopyGroup;
  /** What is set otherwise than typed, in the order of the file's schema. */
  readonly changes: readonly TypographyChange[];
}

function collectTexts(value: CopyValue, into: SourcedText[]): void {
  switch (value.kind) {
    case 'text':
      into.push(value);
      return;
    case 'number':
    case 'date':
    case 'url':
      into.push(value.text);
      return;
    case 'paragraphs':
      into.push(...value.paragraphs);
      return;
    case 'list':
      for (const item of value.items) collectTexts(item, into);
      return;
    case 'group':
      for (const item of value.fields.values()) collectTexts(item, into);
      return;
    case 'picture':
      if (value.alt) into.push(value.alt);
      return;
    default:
  }
}

/** Every text of the copy, in the order of the file's schema: what the report speaks of. */
export function textsOf(copy: Copy): readonly SourcedText[] {
  const texts: SourcedText[] = [];
  collectTexts(copy.root, texts);
  return texts;
}

function collectPictures(value: CopyValue, into: Map<string, CopyPicture>): void {
  if (value.kind === 'picture') into.set(value.path, value);
  else if (value.kind === 'list') for (const item of value.items) collectPictures(item, into);
  else if (value.kind === 'group')
    for (const item of value.fields.values()) collectPictures(item, into);
}

/** The copy's pictures by path: findings on a picture point at its place there. */
export function picturesOf(copy: Copy): ReadonlyMap<string, CopyPicture> {
  const pictures = new Map<string, CopyPicture>();
  collectPictures(copy.root, pictures);
  return pictures;
}
