/**
 * Spaces that hold although the copy has an ordinary space: a number and its unit, a day and its
 * month, an abbreviation and its number, the groups of a telephone number. Danish practice
 * (Retskrivningsordbogen § 42 ff.); the English and German forms are the same kind.
 */

const months =
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|' +
  'January|February|March|May|June|July|October|December';

const units =
  '%|‰|°|kr\\b|kroner\\b|pct\\b|mio\\b|mia\\b|km\\b|cm\\b|mm\\b|m\\b|m²|kg\\b|g\\b|l\\b|' +
  'EUR\\b|DKK\\b|USD\\b|€';

const pairs: readonly RegExp[] = [
  new RegExp(`\\d (?=${units})`, 'g'),
  /(?<![\p{L}\p{N}])(?:kl|nr|stk|ca|tlf|side|s|kap|art|no|pp?|§§?)\.? (?=\d)/giu,
  new RegExp(`(?<!\\d)\\d{1,2}\\.? (?=(?:${months})\\b)`, 'g'),
];

/** Telephone numbers (12 34 56 78, 1234 5678, +45 …) and sums in groups of three. */
const groupedNumber =
  /(?<![\d.,])(?:\+\d{1,3} )?(?:\d{2}(?: \d{2}){3}|\d{4} \d{4}|\d{1,3}(?: \d{3})+)(?!\d)/g;

/** Places after a space at which a line may not begin. */
export function gluedSpaces(text: string): readonly number[] {
  if (!/\d/.test(text)) return [];
  const places: number[] = [];
  for (const rule of pairs)
    for (const match of text.matchAll(rule)) places.push(match.index + match[0].length);
  for (const { 0: number, index } of text.matchAll(groupedNumber))
    for (let i = 0; i < number.length; i++) if (number[i] === ' ') places.push(index + i + 1);
  return places;
}
