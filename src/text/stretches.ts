/**
 * A text item's stretches that are shaped differently: of one embedding level, and, where the font
 * has no small capitals of its own, of small letters that are set as small capitals.
 */
import { isMark } from './characters.ts';
import type { TextItem, TextStyle } from './types.ts';

export interface Stretch {
  /** Offsets in the item's text. */
  readonly from: number;
  readonly to: number;
  readonly style: TextStyle;
  /** Left out where the item has none. */
  readonly level?: number;
}

export function isStretched({ levels, style }: TextItem): boolean {
  return levels !== undefined || style.madeCapitals !== undefined || style.upright !== undefined;
}

/** As browsers have it (css-fonts-4 §6.5 asks for «appropriately scaled»). */
const smallCapitalSize = 0.7;

/** How a stretch differs from its item's style. */
interface Variant {
  readonly isTurned: boolean;
  readonly isSmall: boolean;
  readonly isUpright: boolean;
}

const variantsOfStyles = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** The style with its letters from right to left, as small capitals, or upright. */
function variantOf(style: TextStyle, { isTurned, isSmall, isUpright }: Variant): TextStyle {
  const key = (isTurned ? 1 : 0) + (isSmall ? 2 : 0) + (isUpright ? 4 : 0);
  if (key === 0) return style;
  const variants = variantsOfStyles.get(style) ?? new Map<number, TextStyle>();
  variantsOfStyles.set(style, variants);
  const made: TextStyle = variants.get(key) ?? {
    ...style,
    ...(isTurned ? { isRightToLeft: true } : {}),
    ...(isSmall ? { isCapitalised: true, sizePt: style.sizePt * smallCapitalSize } : {}),
    ...(isUpright ? { isUpright: true } : {}),
  };
  variants.set(key, made);
  return made;
}

/**
 * Characters that stand upright among others on their side (UAX 50: U and Tu, and Tr, for which fonts for such
 * scripts have glyphs of their own).
 */
const uprightScripts =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yiii}\p{Emoji_Presentation}\u2e80-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u;

/** Whether the character at each offset stands upright; marks and the like go with what is before them. */
function uprightOf(text: string, which: TextStyle['upright']): (at: number) => boolean {
  if (which !== 'by-script') return () => which === 'all';
  const flags: boolean[] = [];
  for (const character of text) {
    const isMarked = isMark(character.codePointAt(0) ?? 0);
    const isUpright = isMarked ? (flags.at(-1) ?? false) : uprightScripts.test(character);
    for (let unit = 0; unit < character.length; unit++) flags.push(isUpright);
  }
  return (at) => flags[at] ?? false;
}

/** A letter that has a capital of its own, or is one where all are made small. */
function isMadeSmall(letter: string, made: TextStyle['madeCapitals']): boolean {
  if (made === undefined) return false;
  if (letter !== letter.toUpperCase()) return letter.toUpperCase().length === letter.length;
  return made === 'all' && letter !== letter.toLowerCase();
}

/** In order, covering all of the text. */
export function stretchesOf({ text, style, levels }: TextItem): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const isSmallAt = (at: number) => isMadeSmall(text.charAt(at), style.madeCapitals);
  const isUprightAt = uprightOf(text, style.upright);
  for (let from = 0; from < text.length; ) {
    const level = levels?.[from];
    const isSmall = isSmallAt(from);
    const isUpright = isUprightAt(from);
    const isAlike = (at: number) =>
      levels?.[at] === level && isSmallAt(at) === isSmall && isUprightAt(at) === isUpright;
    let to = from + 1;
    while (to < text.length && isAlike(to)) to++;
    const own = variantOf(style, { isTurned: (level ?? 0) % 2 === 1, isSmall, isUpright });
    stretches.push({ from, to, style: own, ...(level === undefined ? {} : { level }) });
    from = to;
  }
  return stretches;
}
