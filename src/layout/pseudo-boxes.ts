/** Boxes of `::before`, `::after`, `::marker` and the pseudo-elements of footnotes. */
import { anonymousStyle, type ContentItem, type NotePseudo, noTextIndent } from '../style/index.ts';
import { fontHasCharacter } from '../text/index.ts';
import type { BlockBox, Box, InlineText, PageCounter } from './box.ts';
import {
  addBox,
  anonymousBlock,
  type Generator,
  isInlineLevel,
  ownerOf,
  type Place,
} from './box-generator.ts';
import { markerText } from './counters.ts';
import { derivedStyle, displayedAs } from './derived-style.ts';
import { FlowBuilder } from './flow-builder.ts';
import { contentText } from './generated-content.ts';
import { imageMarker } from './image-marker.ts';
import { generatedText, leader } from './inline-text.ts';
import { counterChangesOf } from './list-counters.ts';
import { isTableDisplay, tableAround } from './table/table-boxes.ts';
import { usedStyle } from './used-style.ts';

/**
 * Generated content: an inline box, a block, or whatever `display` says. `normal` is what stands
 * for `content: normal`; nothing does for `::before` and `::after`.
 */
export function addPseudo(
  pseudo: 'before' | 'after' | NotePseudo,
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
  normal = '',
): void {
  const computed = generator.styled.styleOf(place.element, pseudo);
  const style = computed && usedStyle(computed);
  if (!style || style.display === 'none' || style.content === 'none') return;
  if (style.content === 'normal' && normal === '') return;
  generator.counters.enter(counterChangesOf(style, null, place.element));
  const { language } = place;
  const own: Place = { ...place, style };
  const base = { style, element: null, language };
  const calls = pseudo === 'footnote-call' ? { calls: place.element } : undefined;
  const fill = (target: FlowBuilder) => {
    if (style.content === 'normal') target.addText(generatedText(normal, style, language, calls));
    else addGenerated(own, target, generator, calls);
  };
  if (style.display === 'inline' || style.display === 'contents') {
    if (style.display === 'inline') builder.openInline(base);
    fill(builder);
    if (style.display === 'inline') builder.closeInline();
  } else {
    const inner = new FlowBuilder(ownerOf(own));
    fill(inner);
    addBox(pseudoBox(own, inner.finish()), isInlineLevel(computed), builder);
  }
  generator.counters.leave();
}

function pseudoBox(place: Place, children: readonly Box[]): Box {
  const { style, element, language } = place;
  const base = { style, element: null, owner: element, language, independent: true };
  const kind = style.display.endsWith('flex')
    ? 'flex'
    : style.display.endsWith('grid')
      ? 'grid'
      : 'block';
  if (isTableDisplay(style)) return tableAround({ ...base, kind: 'block', marker: null, children });
  if (kind === 'block') return { kind, ...base, independent: false, children, marker: null };
  return { kind, ...base, children: children.map((box) => anonymousBlock([box], place)) };
}

/** The words stand for it until a margin box that shows them knows better. */
function isPageCounter(item: ContentItem): item is PageCounter {
  return item.kind === 'counter' && (item.name === 'page' || item.name === 'pages');
}

/** The words and pictures of `content`. */
function addGenerated(
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
  calls?: Pick<InlineText, 'calls'>,
): void {
  const { style, language, element } = place;
  if (typeof style.content === 'string') return;
  for (const item of style.content) {
    if (item.kind === 'url') {
      const picture = generator.pictures.get(item.path) ?? null;
      const own = displayedAs(anonymousStyle(style), 'inline-block');
      builder.addAtom({
        kind: 'picture',
        style: own,
        element: null,
        owner: element,
        language,
        picture,
      });
      continue;
    }
    const words = contentText(item, style, language, { ...generator, element });
    const counter = isPageCounter(item) ? { pageCounter: item } : null;
    const special = item.kind === 'leader' ? leader : (counter ?? calls);
    if (words !== null) builder.addText(generatedText(words, style, language, special));
  }
}

/**
 * `::marker` (css-lists-3 §3). Inside, it is the first inline box of the item; outside, a box of
 * its own, which is handed back.
 */
export function addMarker(
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
): BlockBox | null {
  if (place.style.display !== 'list-item') return null;
  const found = generator.styled.styleOf(place.element, 'marker');
  if (!found || found.content === 'none') return null;
  const style = markerStyle(found);
  const own: Place = { ...place, style };
  const isInside = place.style.listStylePosition === 'inside';
  const target = isInside ? builder : new FlowBuilder(ownerOf(own));
  if (isInside) {
    target.openInline({
      style: displayedAs(style, 'inline'),
      element: null,
      language: place.language,
    });
  }
  if (style.content === 'normal') addBullet(own, target, generator);
  else addGenerated(own, target, generator);
  if (isInside) {
    target.closeInline();
    return null;
  }
  const children = target.finish();
  return children.length === 0 ? null : anonymousMarker(children, own);
}

/** css-lists-3 §3.1.1: a marker's spaces count and it is not broken. */
const markerStyle = derivedStyle((found) => ({
  ...anonymousStyle(found),
  content: found.content,
  whiteSpaceCollapse: 'preserve',
  textWrapMode: 'nowrap',
  textIndent: noTextIndent,
  textTransform: 'none',
}));

function anonymousMarker(children: readonly Box[], place: Place): BlockBox {
  return { ...anonymousBlock(children, place), style: place.style };
}

/** The bullet or number of `list-style-type`, read from the item. */
function addBullet(place: Place, builder: FlowBuilder, generator: Generator): void {
  const { style, language, element } = place;
  const { listStyleType: type, listStyleImage: image } = generator.styled.styleOf(element);
  const sign = image === 'none' ? null : imageMarker(image, place, generator.pictures);
  if (sign) {
    builder.addAtom(sign);
    return;
  }
  const value = generator.counters.valuesOf('list-item').at(-1) ?? 0;
  const fonts = generator.fonts?.fontsFor(style) ?? [];
  const canShow = (sign: string) => fonts.some((font) => fontHasCharacter(font, sign));
  const words =
    typeof type === 'object' && 'kind' in type ? type.text : markerText(value, type, canShow);
  if (words !== '') builder.addText(generatedText(words, style, language));
}
