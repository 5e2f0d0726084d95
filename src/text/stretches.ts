/**
 * A text item's stretches that are shaped differently: of one embedding level, and, where the font
 * has no small capitals of its own, of small letters that are set as small capitals.
 */
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
  return levels !== undefined || style.madeCapitals !== undefined;
}

/** As browsers have it (css-fonts-4 §6.5 asks for «appropriately scaled»). */
const smallCapitalSize = 0.7;

interface Variants {
  turned?: TextStyle;
  small?: TextStyle;
  smallTurned?: TextStyle;
}

const variantsOfStyles = new WeakMap<TextStyle, Variants>();

/** The style with its letters from right to left, or as small capitals. */
function variantOf(style: TextStyle, isTurned: boolean, isSmall: boolean): TextStyle {
  if (!isTurned && !isSmall) return style;
  const variants = variantsOfStyles.get(style) ?? {};
  variantsOfStyles.set(style, variants);
  const name = !isSmall ? 'turned' : isTurned ? 'smallTurned' : 'small';
  const made: TextStyle = variants[name] ?? {
    ...style,
    ...(isTurned ? { isRightToLeft: true } : {}),
    ...(isSmall ? { isCapitalised: true, sizePt: style.sizePt * smallCapitalSize } : {}),
  };
  variants[name] = made;
  return made;
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
  for (let from = 0; from < text.length; ) {
    const level = levels?.[from];
    const isSmall = isSmallAt(from);
    let to = from + 1;
    while (to < text.length && levels?.[to] === level && isSmallAt(to) === isSmall) to++;
    const own = variantOf(style, (level ?? 0) % 2 === 1, isSmall);
    stretches.push({ from, to, style: own, ...(level === undefined ? {} : { level }) });
    from = to;
  }
  return stretches;
}
