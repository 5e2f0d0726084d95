// What the brochure's running text could reach at best in justified lines of 57 mm, whatever the
// program chose: all divisions are looked at. For each paragraph, by its number of hyphens, the least
// that its widest word space can be, in em.
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';
import { texts } from './type/texts.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const fontFile = path('../fonts/source-serif-4/SourceSerif4-Regular.ttf');
/** The word space of that font. */
const spaceEm = 0.25;

const allLimits = [
  {
    word: { min: 0.85, max: 1.25 },
    letter: { min: -0.01, max: 0.02 },
    glyph: { min: 0.98, max: 1.02 },
  },
  {
    word: { min: 0.85, max: 1.18 },
    letter: { min: -0.01, max: 0.02 },
    glyph: { min: 0.97, max: 1.03 },
  },
];

const { leastByHyphens } = await bundled('type/least.ts');

const range = ({ min, max }) => `${Math.round(min * 100)}…${Math.round(max * 100)} %`;
for (const limits of allLimits) {
  const { word, letter, glyph } = limits;
  console.log(`\nword ${range(word)}, letter ${range(letter)}, glyph ${range(glyph)}`);
  const paragraphs = await leastByHyphens(texts[0], fontFile, limits);
  let widest = 0;
  for (const [index, least] of paragraphs.entries()) {
    const cells = [...least]
      .sort(([a], [b]) => a - b)
      .slice(0, 6)
      .map(([hyphens, space]) => `${hyphens}: ${(space * spaceEm).toFixed(3)}`);
    console.log(`${String(index + 1).padStart(4)}  ${cells.join('  ')}`);
    widest = Math.max(widest, Math.min(...least.values()));
  }
  const most = widest + 0.001;
  const fewest = paragraphs.map((least) =>
    Math.min(...[...least].filter(([, space]) => space <= most).map(([hyphens]) => hyphens)),
  );
  const sum = fewest.reduce((all, hyphens) => all + hyphens, 0);
  console.log(`no division keeps all word spaces under ${(widest * spaceEm).toFixed(3)} em`);
  console.log(`with word spaces no wider than that: ${sum} hyphens at least`);
}
