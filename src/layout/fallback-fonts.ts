/**
 * System font fallback (css-fonts-4 §5.3, step 6): where a page may use the machine's fonts,
 * characters that none of a style's own fonts has are shown in one of those.
 */
import type { Context } from '../base/index.ts';
import { type ComputedStyle, facesOfFamily, nearestFace } from '../style/index.ts';
import { charactersLackedBy, type Font } from '../text/index.ts';
import type { Box } from './box.ts';
import type { FontList, FontSet } from './font-set.ts';
import { openFace } from './fonts.ts';
import { allBoxes } from './walk-boxes.ts';

/** Some words, and the style they are set in. */
interface Words {
  readonly text: string;
  readonly style: ComputedStyle;
}

function* wordsOf(root: Box): Iterable<Words> {
  for (const box of allBoxes(root)) {
    if (box.kind !== 'lines') continue;
    for (const item of box.content) if (item.kind === 'text') yield item;
  }
}

/** Opens the machine's font for a character; null where no font of it has the character. */
async function fontWith(
  character: string,
  style: ComputedStyle,
  context: Context,
): Promise<Font | null> {
  const family = context.workspace.localFamilyWith?.(character);
  const faces = family ? facesOfFamily(family, [], context.workspace) : [];
  const face = nearestFace(faces, style);
  return face ? openFace(face, style, context) : null;
}

/** The set with fonts of the machine behind those of each style whose words need them. */
export async function withFallbackFonts(
  root: Box,
  fonts: FontSet,
  context: Context,
): Promise<FontSet> {
  if (!context.workspace.localFamilyWith) return fonts;
  const extended = new Map<FontList, FontList>();
  for (const { text, style } of wordsOf(root)) {
    const own = fonts.fontsFor(style);
    for (const character of charactersLackedBy(text, extended.get(own) ?? own)) {
      const list = extended.get(own) ?? own;
      if (charactersLackedBy(character, list).length === 0) continue;
      const font = await fontWith(character, style, context);
      if (font && !list.includes(font)) extended.set(own, [...list, font]);
    }
  }
  if (extended.size === 0) return fonts;
  const added = [...extended.values()].flat().filter((font) => !fonts.all.includes(font));
  return {
    all: [...fonts.all, ...new Set(added)],
    fontsFor(style) {
      const own = fonts.fontsFor(style);
      return extended.get(own) ?? own;
    },
  };
}
