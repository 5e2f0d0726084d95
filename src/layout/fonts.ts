/**
 * The fonts a document uses: the `@font-face` rules matched with what its elements ask for, and
 * only those files read (css-fonts-4 §4–5).
 */
import { type Context, nearest, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import {
  type ComputedStyle,
  type FontFace,
  matchFace,
  type StyledDocument,
} from '../style/index.ts';
import { type Font, isFontFault, openFont, unusableFont } from '../text/index.ts';
import type { FontList, FontSet } from './font-set.ts';
import { genericFont, missingFontFile, noFonts, standInFace, unknownFont } from './problems.ts';

const genericFamilies: ReadonlySet<string> = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'fantasy',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'ui-rounded',
  'math',
  'emoji',
]);

/** What words ask for: a list of families, a weight and a slope. */
interface Wanted {
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
  /** Who asked first, for messages. */
  readonly element: ElementNode;
}

/** The faces of one family, in the order of their rules. */
type Families = ReadonlyMap<string, readonly FontFace[]>;

/**
 * Reads the fonts that the document's words are set in. Reports `layout/unknown-font`,
 * `layout/missing-font-file`, `layout/generic-font`, `layout/no-fonts` and text's `text/font-…`;
 * the fallback is the next family of the list, at last the first font there is. Null when not one
 * font can be used: nothing can be set then.
 */
export async function loadFonts(styled: StyledDocument, context: Context): Promise<FontSet | null> {
  const families = groupFaces(styled.fontFaces);
  const wanted = collectWanted(styled);
  if (wanted.length === 0) return null;
  const chosen = new Map<string, readonly FontFace[]>();
  for (const one of wanted) chosen.set(keyOf(one), chooseFaces(one, families, styled, context));
  const fonts = openFaces(new Set([...chosen.values()].flat()), styled, context);
  const all = styled.fontFaces.flatMap((face) => fonts.get(face) ?? []);
  const [first] = all;
  if (!first) {
    if (styled.fontFaces.length === 0) context.report(noFonts(styled.document.root.span));
    return null;
  }
  return createFontSet(chosen, fonts, all, first);
}

function groupFaces(faces: readonly FontFace[]): Families {
  const families = new Map<string, FontFace[]>();
  for (const face of faces) {
    const key = face.family.toLowerCase();
    const family = families.get(key) ?? [];
    family.push(face);
    families.set(key, family);
  }
  return families;
}

type FontProperties = Pick<ComputedStyle, 'fontFamily' | 'fontWeight' | 'fontStyle'>;

function keyOf({ families, weight, italic }: Omit<Wanted, 'element'>): string {
  return `${weight} ${italic ? 'italic' : 'normal'} ${families.join('\n').toLowerCase()}`;
}

function wantedOf(style: FontProperties): Omit<Wanted, 'element'> {
  return {
    families: style.fontFamily,
    weight: style.fontWeight,
    italic: style.fontStyle === 'italic',
  };
}

/** Each combination once, in document order, of elements that words or inline boxes stand in. */
function collectWanted(styled: StyledDocument): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  const add = (style: ComputedStyle | null, element: ElementNode) => {
    if (!style || style.display === 'none') return;
    const wanted = { ...wantedOf(style), element };
    const key = keyOf(wanted);
    if (!found.has(key)) found.set(key, wanted);
  };
  const visit = (element: ElementNode): void => {
    const style = styled.styleOf(element);
    if (style.display === 'none' || element.namespace === 'svg') return;
    if (hasInlineContent(element, styled)) add(style, element);
    for (const pseudo of ['before', 'after', 'marker'] as const) {
      add(styled.styleOf(element, pseudo), element);
    }
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(styled.document.root);
  return [...found.values()];
}

function hasInlineContent(element: ElementNode, styled: StyledDocument): boolean {
  return element.children.some((child) =>
    child.kind === 'text'
      ? child.pieces.some(({ text }) => /[^ \t\r\n\f]/.test(text))
      : /^(inline|contents)/.test(styled.styleOf(child).display),
  );
}

/** One face of each family that is known, in the order of the list. */
/** Emphasis that cannot be seen: an italic set upright, a bold set regular. */
function reportStandIn(wanted: Wanted, face: FontFace, { report }: Context): void {
  const { family, style, weight } = face;
  const { span } = wanted.element;
  if (wanted.italic && style !== 'italic') report(standInFace(family, 'italic', span));
  if (wanted.weight >= 600 && weight.max < 600) report(standInFace(family, 'bold', span));
}

function chooseFaces(
  wanted: Wanted,
  families: Families,
  styled: StyledDocument,
  context: Context,
): readonly FontFace[] {
  const faces: FontFace[] = [];
  const span = familySpan(wanted.element, styled);
  for (const family of wanted.families) {
    const known = families.get(family.toLowerCase());
    const face = known && matchFace(known.map(traitsOf(wanted)), wanted)?.face;
    if (face) {
      if (faces.length === 0) reportStandIn(wanted, face, context);
      faces.push(face);
    } else if (!genericFamilies.has(family.toLowerCase())) {
      const names = [...families.values()].flatMap(([first]) => first?.family ?? []);
      context.report(unknownFont(family, nearest(family, names), names, span));
    }
  }
  if (faces.length > 0) return faces;
  const [first] = families.values();
  const stand = first && matchFace(first.map(traitsOf(wanted)), wanted)?.face;
  const [generic] = wanted.families;
  if (stand && generic !== undefined && genericFamilies.has(generic.toLowerCase())) {
    context.report(genericFont(generic, stand.family, span));
  }
  return stand ? [stand] : [];
}

/** A face's traits; a range of weights counts as its nearest end. */
function traitsOf(wanted: Wanted) {
  return (face: FontFace) => ({
    face,
    weight: Math.min(Math.max(wanted.weight, face.weight.min), face.weight.max),
    italic: face.style === 'italic',
  });
}

/** Where `font-family` was said for an element: there, or at the nearest ancestor. */
function familySpan(element: ElementNode, styled: StyledDocument): Span | undefined {
  const path = pathTo(element, styled.document.root);
  for (const one of path.toReversed()) {
    const span = styled.declarationOf(one, 'fontFamily');
    if (span) return span;
  }
  return element.span;
}

function pathTo(wanted: ElementNode, root: ElementNode): readonly ElementNode[] {
  if (root === wanted) return [root];
  for (const child of root.children) {
    if (child.kind !== 'element') continue;
    const path = pathTo(wanted, child);
    if (path.length > 0) return [root, ...path];
  }
  return [];
}

/** Opens each face's first source that can be used. */
function openFaces(
  faces: ReadonlySet<FontFace>,
  styled: StyledDocument,
  context: Context,
): ReadonlyMap<FontFace, Font> {
  const byPath = new Map<string, Font | null>();
  const fonts = new Map<FontFace, Font>();
  for (const face of styled.fontFaces) {
    if (!faces.has(face)) continue;
    for (const source of face.sources) {
      const known = byPath.get(source.path);
      const font = known === undefined ? openFile(source, context) : known;
      byPath.set(source.path, font);
      if (!font) continue;
      fonts.set(face, font);
      break;
    }
  }
  return fonts;
}

function openFile(source: FontFace['sources'][number], context: Context): Font | null {
  const file = context.workspace.read(source.path);
  if (file.kind !== 'file') {
    context.report(missingFontFile(file, source.span));
    return null;
  }
  const font = openFont(file.path, file.bytes);
  if (!isFontFault(font)) return font;
  context.report(unusableFont(font, source.path, { span: source.span }));
  return null;
}

function createFontSet(
  chosen: ReadonlyMap<string, readonly FontFace[]>,
  fonts: ReadonlyMap<FontFace, Font>,
  all: readonly Font[],
  first: Font,
): FontSet {
  const lists = new Map<string, FontList>();
  for (const [key, faces] of chosen) {
    const [head, ...others] = faces.flatMap((face) => fonts.get(face) ?? []);
    lists.set(key, head ? [head, ...others] : [first]);
  }
  return { all, fontsFor: (style) => lists.get(keyOf(wantedOf(style))) ?? [first] };
}
