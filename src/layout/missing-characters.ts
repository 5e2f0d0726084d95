/** Characters that no font has, as they stand on finished pages. */
import type { Context, Span } from '../base/index.ts';
import { type Font, fontHasCharacter, missingCharacter } from '../text/index.ts';
import type { TextFragment } from './fragment.ts';
import { type PlacedLine, spanAt } from './text-lines.ts';

/**
 * Reports `text/missing-character`, each character once per font. Glyph 0 is what a font shows for a
 * character it does not have; the second and later glyphs of a cluster are its marks.
 */
export function reportMissing(
  lines: readonly PlacedLine[],
  seen: Set<string>,
  report: Context['report'],
): void {
  for (const line of lines) {
    for (const fragment of line.texts) {
      const { glyphs } = fragment.run;
      let cluster = '';
      for (let index = 0; index < glyphs.length; index++) {
        cluster = glyphs.textAt(index) || cluster;
        if (glyphs.idAt(index) !== 0 || cluster === '') continue;
        for (const character of lackingIn(cluster, fragment.run.font))
          reportCharacter(character, fragment, line, seen, report);
      }
    }
  }
}

const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** Of a letter with its marks, those that the font lacks; a picture, of however many signs, is one. */
function lackingIn(cluster: string, font: Font): readonly string[] {
  if (picture.test(cluster)) return [cluster];
  const lacking = [...cluster.normalize('NFC')].filter((one) => !fontHasCharacter(font, one));
  return lacking.length > 0 ? lacking : [cluster];
}

function reportCharacter(
  character: string,
  fragment: TextFragment,
  { page, element }: PlacedLine,
  seen: Set<string>,
  report: Context['report'],
): void {
  const { family } = fragment.run.font;
  const key = `${family}\n${character}`;
  if (seen.has(key)) return;
  seen.add(key);
  // Generated words have no place of their own.
  const span = placeOf(character, fragment) ?? element?.span;
  report({
    ...missingCharacter(character, family, { span }),
    page: page.name,
    ...(fragment.field === undefined ? {} : { field: fragment.field }),
  });
}

/** Joiners are no part of a glyph's text. */
const joiners = /[\u200d\ufe0f]/g;

function placeOf(character: string, fragment: TextFragment): Span | undefined {
  const { text, span } = fragment;
  const at = text.indexOf(character);
  if (at >= 0) return spanAt(fragment, at, character.length);
  const wanted = character.replace(joiners, '');
  for (const { segment, index } of new Intl.Segmenter().segment(text))
    if (segment.replace(joiners, '') === wanted) return spanAt(fragment, index, segment.length);
  return span;
}
