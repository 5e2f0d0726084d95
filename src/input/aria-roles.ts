/**
 * Roles that an author gives elements (WAI-ARIA 1.2 §5.4, DPUB-ARIA 1.1 §4), and what they are to a
 * reader of a tagged PDF. Roles of what is operated, or speaks of itself when it changes, are known
 * and mean nothing on a page.
 */
import { nearest, type Report, type Span } from '../base/index.ts';
import type { ElementNode } from './document.ts';
import type { StructureRole } from './elements.ts';
import * as problems from './problems.ts';

/** Roles that are a structure element of their own; `heading` also has a level. */
const structureRoles: ReadonlyMap<string, StructureRole> = new Map<string, StructureRole>([
  ['heading', 'H2'],
  ['article', 'Art'],
  ['blockquote', 'BlockQuote'],
  ['caption', 'Caption'],
  ['cell', 'TD'],
  ['code', 'Code'],
  ['columnheader', 'TH'],
  ['figure', 'Div'],
  ['gridcell', 'TD'],
  ['image', 'Figure'],
  ['img', 'Figure'],
  ['list', 'L'],
  ['listitem', 'LI'],
  ['paragraph', 'P'],
  ['row', 'TR'],
  ['rowgroup', 'TBody'],
  ['rowheader', 'TH'],
  ['table', 'Table'],
  ...wordsOf('complementary note region').map((role) => [role, 'Sect'] as const),
  ...wordsOf(
    'doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter ' +
      'doc-colophon doc-conclusion doc-credits doc-dedication doc-endnotes doc-epigraph doc-epilogue ' +
      'doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction doc-notice ' +
      'doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-tip doc-toc',
  ).map((role) => [role, 'Sect'] as const),
]);

/** Roles that leave an element what it is. */
const otherRoles: ReadonlySet<string> = new Set(
  wordsOf(
    'alert alertdialog application banner button checkbox combobox comment contentinfo definition ' +
      'deletion dialog directory document emphasis feed form generic grid group insertion link listbox ' +
      'log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation ' +
      'none option presentation progressbar radio radiogroup scrollbar search searchbox separator slider ' +
      'spinbutton status strong subscript suggestion superscript switch tab tablist tabpanel term ' +
      'textbox time timer toolbar tooltip tree treegrid treeitem ' +
      'doc-backlink doc-biblioentry doc-biblioref doc-cover doc-credit doc-endnote doc-footnote ' +
      'doc-glossref doc-noteref doc-pagebreak doc-pagefooter doc-pageheader doc-subtitle ' +
      'graphics-document graphics-object graphics-symbol',
  ),
);

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isKnown(role: string): boolean {
  return structureRoles.has(role) || otherRoles.has(role);
}

function rolesIn(value: string): readonly string[] {
  return wordsOf(value.toLowerCase());
}

/** The role that counts: the first that is known (WAI-ARIA 1.2 §7.1); undefined where there is none. */
export function ariaRole({ attributes }: ElementNode): string | undefined {
  const value = attributes.get('role');
  return value === undefined ? undefined : rolesIn(value).find(isKnown);
}

/** What a role is in the structure; undefined where the element remains what its tag says. */
export function structureOfRole(role: string): StructureRole | undefined {
  return structureRoles.get(role);
}

/** Reports `input/unknown-role` where none of the roles is known. */
export function checkRoles(value: string, span: Span | undefined, report: Report): void {
  const roles = rolesIn(value);
  const [first] = roles;
  if (first === undefined || roles.some(isKnown)) return;
  const near = nearest(first, [...structureRoles.keys(), ...otherRoles]);
  report(problems.roleUnknown(first, near, span));
}
