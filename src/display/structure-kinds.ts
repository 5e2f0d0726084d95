/**
 * What an element is in the structure of a tagged PDF (ISO 32000-1 §14.8.4): by its tag, by an ARIA role
 * where an author gave it one, and by whether it is set in a line.
 */
import {
  ariaRole,
  type ElementNode,
  type StructureRole,
  structureOfRole,
  structureRole,
} from '../input/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { StructureNode } from './item.ts';

export type Kind = StructureNode['kind'];
type TableCell = NonNullable<StructureNode['cell']>;

/** Nodes that hold blocks and no words (§14.8.4.2). */
export const groups: ReadonlySet<Kind> = new Set<Kind>([
  'Document',
  'Sect',
  'Art',
  'Div',
  'BlockQuote',
  'L',
  'LI',
  'Table',
  'THead',
  'TBody',
  'TFoot',
  'TR',
]);

/** What a node of these kinds may stand in; elsewhere it is the group or paragraph it looks like. */
const parents: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  LI: ['L'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

const inlineKinds: ReadonlySet<StructureRole> = new Set<StructureRole>([
  'Link',
  'Quote',
  'Code',
  'Span',
]);

const headingKinds = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

export function isHidden({ attributes }: ElementNode): boolean {
  return attributes.get('aria-hidden') === 'true';
}

export function isDecoration(element: ElementNode): boolean {
  const role = ariaRole(element);
  return role === 'presentation' || role === 'none';
}

export function textOf(element: ElementNode): string {
  const texts = element.children.map((child) =>
    child.kind === 'element' ? textOf(child) : child.pieces.map(({ text }) => text).join(''),
  );
  return texts.join('');
}

export function collapsed(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** What is read instead of a picture; empty: it is decoration. */
export function alternativeOf({ attributes, children }: ElementNode): string {
  const said = attributes.get('aria-label') ?? attributes.get('alt');
  if (said !== undefined) return collapsed(said);
  const title = children.find((child) => child.kind === 'element' && child.tag === 'title');
  return title?.kind === 'element' ? collapsed(textOf(title)) : '';
}

function countOf(element: ElementNode, attribute: string): number {
  const count = Number.parseInt(element.attributes.get(attribute) ?? '', 10);
  return count > 0 ? count : 1;
}

function scopeOf(element: ElementNode, row: StructureNode | null): TableCell['scope'] {
  const role = ariaRole(element);
  if (role === 'rowheader') return 'Row';
  if (role === 'columnheader') return 'Column';
  if (element.tag !== 'th') return null;
  const said = element.attributes.get('scope')?.toLowerCase();
  const isOfColumn = said ? said.startsWith('col') : row?.parent?.kind === 'THead';
  return isOfColumn ? 'Column' : 'Row';
}

/** Heads of a table's first part are of columns, others of rows, unless the author says so. */
export function cellOf(element: ElementNode, row: StructureNode | null): TableCell {
  const columns = countOf(element, 'colspan');
  const rows = countOf(element, 'rowspan');
  return { scope: scopeOf(element, row), columns, rows };
}

const numberings: ReadonlyMap<string, string> = new Map([
  ['disc', 'Disc'],
  ['circle', 'Circle'],
  ['square', 'Square'],
  ['decimal', 'Decimal'],
  ['decimal-leading-zero', 'Decimal'],
  ['lower-roman', 'LowerRoman'],
  ['upper-roman', 'UpperRoman'],
  ['lower-alpha', 'LowerAlpha'],
  ['lower-latin', 'LowerAlpha'],
  ['upper-alpha', 'UpperAlpha'],
  ['upper-latin', 'UpperAlpha'],
]);

/** By its style; an `ol` whose numbers come from elsewhere is numbered all the same. */
export function numberingOf(element: ElementNode, style: string): string {
  const isOfItems = ['ul', 'ol', 'menu', 'dir'].includes(element.tag);
  return (isOfItems && numberings.get(style)) || (element.tag === 'ol' ? 'Decimal' : 'None');
}

/** What an element is by its tag, or by the role that its author gave it. */
function roleOf(element: ElementNode): StructureRole | null {
  const said = ariaRole(element);
  if (said === 'heading') {
    const level = Number(element.attributes.get('aria-level') ?? 2);
    return headingKinds[level - 1] ?? 'H6';
  }
  return (said && structureOfRole(said)) || (structureRole(element.tag) ?? null);
}

function isFigure(element: ElementNode): boolean {
  return element.tag === 'figure' || ariaRole(element) === 'figure';
}

/** Words that are read as a picture: by what its author says it shows. */
function isImage(element: ElementNode): boolean {
  const role = ariaRole(element);
  return (role === 'img' || role === 'image') && alternativeOf(element) !== '';
}

export interface Kinds {
  /** Set in a line: by itself, or floating or positioned out of one. */
  isInline(element: ElementNode): boolean;
  /** Parts the lines of what it stands in. */
  partsLines(element: ElementNode): boolean;
  isNote(element: ElementNode): boolean;
  /** Blocks stand in it that are more than words of its own. */
  hasBlocks(element: ElementNode): boolean;
  /** Null for an element that is no node. */
  kindOf(element: ElementNode, parent: StructureNode | null): Kind | null;
}

/** The same answer for the same element, worked out once. */
export function remembered<T>(find: (element: ElementNode) => T): (element: ElementNode) => T {
  const known = new Map<ElementNode, T>();
  return (element) => {
    const old = known.get(element);
    if (old !== undefined) return old;
    const found = find(element);
    known.set(element, found);
    return found;
  };
}

export function kindsOf(styled: StyledDocument): Kinds {
  const isNote = (element: ElementNode) => styled.styleOf(element).float === 'footnote';

  /** Of words: whatever CSS makes of it, no block by what it means. */
  const isOfWords = (element: ElementNode): boolean => {
    const role = roleOf(element);
    return role === null || role === 'Figure' || inlineKinds.has(role);
  };

  const isInline = remembered((element): boolean => {
    const { display, float, position } = styled.styleOf(element);
    if (display.startsWith('inline') || display === 'contents') return true;
    const isOutOfFlow = float !== 'none' || position === 'absolute' || position === 'fixed';
    return isOutOfFlow && isOfWords(element);
  });

  const hasBlocks: Kinds['hasBlocks'] = remembered((element): boolean =>
    element.children.some(
      (child) =>
        child.kind === 'element' &&
        (isInline(child) ? hasBlocks(child) : !isOfWords(child) && !isNote(child)),
    ),
  );

  const kindOf: Kinds['kindOf'] = (element, parent) => {
    const role = roleOf(element);
    const ofLanguage = (kind: Kind) => (element.attributes.has('lang') ? kind : null);
    if (isNote(element)) return 'Note';
    if (isImage(element)) return 'Figure';
    if (isDecoration(element)) return null;
    if (isOfWords(element)) {
      if (role === 'Link' && !element.attributes.has('href')) return ofLanguage('Span');
      if (role !== null && role !== 'Span' && inlineKinds.has(role)) return role;
      return isInline(element) ? ofLanguage('Span') : ofLanguage('Div');
    }
    // A figure holds its picture and, beside it, the caption: within a node that has an alternative
    // nothing is read but that (Tagged PDF Best Practice Guide, PDF Association 2019, §4.3).
    if (role === 'Div' && !isFigure(element)) return ofLanguage('Div');
    if (role === 'P' && hasBlocks(element)) return ofLanguage('Div');
    const wanted = role && parents[role];
    return !wanted || (parent && wanted.includes(parent.kind)) ? role : null;
  };

  return {
    isInline,
    isNote,
    hasBlocks,
    kindOf,
    partsLines: (element) => !isNote(element) && (!isInline(element) || hasBlocks(element)),
  };
}
