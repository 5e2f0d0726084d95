/**
 * The fonts a document uses: the `@font-face` rules matched with what its elements ask for, and
 * only those files read (css-fonts-4 §4–5).
 */
import { type Context, nearest, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import {
  type ComputedStyle,
  type FontFace,
  facesOfFamily,
  type MarginBoxStyle,
  nearestFace,
  type StyledDocument,
} from '../style/index.ts';
import { type Font, isFontFault, openFontFile, unusableFont } from '../text/index.ts';
import type { FontList, FontSet } from './font-set.ts';
import {
  genericFont,
  missingFontFile,
  noFonts,
  standInFace,
  unknownFont,
} from './problems-fonts.ts';

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

/** A face, and what of it: a variable font is many. */
interface Cut {
  readonly face: FontFace;
  readonly weight: number;
  readonly italic: boolean;
  /** The same for what is one font. */
  readonly key: string;
}

/**
 * Reads the fonts that the document's words are set in. Reports `layout/unknown-font`,
 * `layout/missing-font-file`, `layout/generic-font`, `layout/no-fonts` and text's `text/font-…`;
 * the fallback is the next family of the list, at last the first font there is. Null when not one
 * font can be used: nothing can be set then.
 */
export async function loadFonts(styled: StyledDocument, context: Context): Promise<FontSet | null> {
  const wanted = collectWanted(styled);
  if (wanted.length === 0) return null;
  const chosen = new Map<string, readonly Cut[]>();
  const keys = createKeys();
  for (const one of wanted) {
    const faces = chooseFaces(one, styled, context);
    chosen.set(
      keyOf(one),
      faces.map((face) => cutOf(face, one, keys)),
    );
  }
  const fonts = await openCuts([...chosen.values()].flat(), styled, context);
  const opened = [...fonts.values()].flatMap((font) => font ?? []);
  const isLacking = [...chosen.values()].some((cuts) => cuts.every(({ key }) => !fonts.get(key)));
  const spare = isLacking ? await openSpare(context) : null;
  const all = spare ? [...opened, spare] : opened;
  const first = spare ?? opened[0];
  if (!first) {
    if (styled.fontFaces.length === 0) context.report(noFonts(styled.document.root.span));
    return null;
  }
  return createFontSet(chosen, fonts, all, first);
}

/** The machine's plain serif, where none of the files that were asked for can be used. */
async function openSpare(context: Context): Promise<Font | null> {
  const plain = { fontWeight: 400, fontStyle: 'normal' } as const;
  const face = nearestFace(facesOfFamily('serif', [], context.workspace), plain);
  return face ? openFace(face, plain, context) : null;
}

/** A face of the machine; null after a report. */
export function openFace(
  face: FontFace,
  { fontWeight, fontStyle }: Pick<ComputedStyle, 'fontWeight' | 'fontStyle'>,
  context: Context,
): Promise<Font | null> {
  const weight = Math.min(Math.max(fontWeight, face.weight.min), face.weight.max);
  const cut: Cut = { face, weight, italic: fontStyle === 'italic', key: '' };
  return openCut(cut, new Map(), context);
}

type Keys = (face: FontFace) => number;

/** A number for each face. */
function createKeys(): Keys {
  const known = new Map<FontFace, number>();
  return (face) => {
    const number = known.get(face) ?? known.size;
    known.set(face, number);
    return number;
  };
}

function cutOf(face: FontFace, { weight, italic }: Wanted, keys: Keys): Cut {
  const { min, max } = face.weight;
  const cut = Math.min(Math.max(weight, min), max);
  return { face, weight: cut, italic, key: `${keys(face)} ${min < max ? cut : ''}` };
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
    const { families, weight, italic } = wantedOf(style);
    const wanted: Wanted = { families, weight, italic, element };
    const key = keyOf(wanted);
    if (!found.has(key)) found.set(key, wanted);
  };
  const addInherited = (element: ElementNode, style: ComputedStyle): void => {
    add(style, element);
    for (const child of element.children)
      if (child.kind === 'element' && styled.styleOf(child).display === 'inline')
        addInherited(child, styled.styleWithin(child, null, style));
  };
  const addTypographic = (element: ElementNode, style: ComputedStyle): void => {
    const line = styled.styleWithin(element, 'first-line', style);
    if (line) addInherited(element, line);
    add(styled.styleWithin(element, 'first-letter', line ?? style), element);
  };
  // Text in drawings is set too, as outlines.
  const visitDrawing = (element: ElementNode): void => {
    const style = styled.styleOf(element);
    if (element.tag === 'text' || element.tag === 'tspan') add(style, element);
    for (const child of element.children) if (child.kind === 'element') visitDrawing(child);
  };
  const visit = (element: ElementNode): void => {
    const style = styled.styleOf(element);
    if (style.display === 'none') return;
    if (element.namespace === 'svg') {
      visitDrawing(element);
      return;
    }
    if (hasInlineContent(element, styled)) add(style, element);
    for (const pseudo of ['before', 'after', 'marker'] as const) {
      add(styled.styleOf(element, pseudo), element);
    }
    if (styled.typographicPseudos.size > 0) addTypographic(element, style);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(styled.document.root);
  for (const { style } of marginBoxesOf(styled)) add(style, styled.document.root);
  return [...found.values()];
}

/** Margin boxes of every kind of page that a rule names. */
function marginBoxesOf(styled: StyledDocument): readonly MarginBoxStyle[] {
  return styled.pageRules.flatMap(({ name, pseudo, nth }) => {
    const has = (word: (typeof pseudo)[number]) => pseudo.includes(word);
    const side = has('left') ? 'left' : has('right') ? 'right' : null;
    const number = nth ? Math.max(1, nth.b > 0 ? nth.b : nth.a + nth.b) : 1;
    const place = { isFirst: has('first'), isBlank: has('blank'), side, number } as const;
    return styled.pageStyleOf(name ?? '', place).marginBoxes;
  });
}

function hasInlineContent(element: ElementNode, styled: StyledDocument): boolean {
  return element.children.some((child) =>
    child.kind === 'text'
      ? child.pieces.some(({ text }) => /[^ \t\r\n\f]/.test(text))
      : /^(inline|contents)/.test(styled.styleOf(child).display),
  );
}

/** Emphasis that cannot be seen: an italic set upright, a bold set regular. */
function reportStandIn(wanted: Wanted, face: FontFace, { report }: Context): void {
  const { family, style, weight } = face;
  const isBold = wanted.weight >= 600;
  const isUpright = wanted.italic && style !== 'italic';
  const isLight = isBold && weight.max < 600;
  if (!isUpright && !isLight) return;
  // A family may have a bold and an italic, and not the two in one.
  const asked = wanted.italic ? (isBold ? 'bold italic' : 'italic') : 'bold';
  report(standInFace(family, asked, wanted.element.span));
}

/** One face of each family that is known, in the order of the list. */
function chooseFaces(
  wanted: Wanted,
  styled: StyledDocument,
  context: Context,
): readonly FontFace[] {
  const faces: FontFace[] = [];
  const missing: string[] = [];
  const style = styleOf(wanted);
  for (const family of wanted.families) {
    const known = facesOfFamily(family, styled.fontFaces, context.workspace);
    const face = nearestFace(known, style);
    if (face) {
      if (faces.length === 0) reportStandIn(wanted, face, context);
      faces.push(face);
    } else if (!genericFamilies.has(family.toLowerCase())) missing.push(family);
  }
  const span = familySpan(wanted.element, styled);
  // A page for any machine names several families, and one of them is enough.
  if (!context.workspace.localFaces || faces.length === 0)
    for (const family of missing) reportMissing(family, styled, span, context);
  return faces.length > 0 ? faces : standIn(wanted, styled, span, context);
}

function reportMissing(
  family: string,
  styled: StyledDocument,
  span: Span | undefined,
  { report }: Context,
): void {
  const names = [...new Set(styled.fontFaces.map((face) => face.family))];
  report(unknownFont(family, nearest(family, names), names, span));
}

/** The machine's own serif, else the first family that is declared. */
function standIn(
  wanted: Wanted,
  styled: StyledDocument,
  span: Span | undefined,
  context: Context,
): readonly FontFace[] {
  const style = styleOf(wanted);
  const local = nearestFace(facesOfFamily('serif', [], context.workspace), style);
  if (local) return [local];
  const [first] = styled.fontFaces;
  const family = first ? facesOfFamily(first.family, styled.fontFaces, context.workspace) : [];
  const face = nearestFace(family, style);
  const [generic] = wanted.families;
  if (face && generic !== undefined && genericFamilies.has(generic.toLowerCase()))
    context.report(genericFont(generic, face.family, span));
  return face ? [face] : [];
}

const styleOf = ({ weight, italic }: Wanted): Pick<ComputedStyle, 'fontWeight' | 'fontStyle'> => ({
  fontWeight: weight,
  fontStyle: italic ? 'italic' : 'normal',
});

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

/** Opens each face's first source that can be used, the declared ones in the order of their rules. */
async function openCuts(
  cuts: readonly Cut[],
  { fontFaces }: StyledDocument,
  context: Context,
): Promise<ReadonlyMap<string, Font | null>> {
  const rankOf = ({ face }: Cut): number => {
    const rank = fontFaces.indexOf(face);
    return rank < 0 ? fontFaces.length : rank;
  };
  const files = new Map<string, Promise<Font | null>>();
  const fonts = new Map<string, Font | null>();
  for (const cut of [...cuts].sort((a, b) => rankOf(a) - rankOf(b)))
    if (!fonts.has(cut.key)) fonts.set(cut.key, await openCut(cut, files, context));
  return fonts;
}

async function openCut(
  cut: Cut,
  files: Map<string, Promise<Font | null>>,
  context: Context,
): Promise<Font | null> {
  const { face, weight } = cut;
  for (const source of face.sources) {
    const key = `${source.path} ${face.weight.min < face.weight.max ? weight : ''}`;
    const opening = files.get(key) ?? openFile(source, cut, context);
    files.set(key, opening);
    const font = await opening;
    if (font) return font;
  }
  return null;
}

async function openFile(
  source: FontFace['sources'][number],
  cut: Cut,
  context: Context,
): Promise<Font | null> {
  const file = context.workspace.read(source.path);
  if (file.kind !== 'file') {
    context.report(missingFontFile(file, source.span));
    return null;
  }
  const font = await openFontFile(file.path, file.bytes, cut);
  if (!isFontFault(font)) return font;
  context.report(unusableFont(font, source.path, { span: source.span }));
  return null;
}

function createFontSet(
  chosen: ReadonlyMap<string, readonly Cut[]>,
  fonts: ReadonlyMap<string, Font | null>,
  all: readonly Font[],
  first: Font,
): FontSet {
  const lists = new Map<string, FontList>();
  for (const [key, cuts] of chosen) {
    const [head, ...others] = cuts.flatMap((cut) => fonts.get(cut.key) ?? []);
    lists.set(key, head ? [head, ...others] : [first]);
  }
  const plain: FontList = [first];
  return { all, fontsFor: (style) => lists.get(keyOf(wantedOf(style))) ?? plain };
}
