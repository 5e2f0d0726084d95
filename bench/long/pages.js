// Running text as a book has it: the sentences of the benchmark's texts in ever new order, so that
// no paragraph is like another; the same on every run.
import { texts } from '../type/texts.js';

const sentencesOf = (language) =>
  texts
    .filter((text) => text.language === language)
    .flatMap(({ paragraphs }) => paragraphs)
    .join(' ')
    .split(/(?<=\.) (?=\p{Lu})/u);

const sentences = { da: sentencesOf('da'), en: sentencesOf('en') };

/** Numbers from 0 to below `below`, the same for the same seed (Numerical Recipes' generator). */
function seeded(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So many words, at least, in sentences. */
function proseOf(language, words, random) {
  const own = sentences[language];
  const chosen = [];
  for (let count = 0; count < words; ) {
    const sentence = own[random(own.length)];
    chosen.push(sentence);
    count += sentence.split(' ').length;
  }
  return chosen.join(' ');
}

const wordsOnPage = 391;
const paragraphsInChapter = 40;

/** Paragraphs with the chapters' headings; Danish and English chapters take turns. */
export function bookOf(pages) {
  const random = seeded(1);
  const parts = [];
  let words = 0;
  for (let paragraph = 0; words < pages * wordsOnPage; paragraph++) {
    const chapter = Math.floor(paragraph / paragraphsInChapter);
    const language = chapter % 2 === 0 ? 'da' : 'en';
    if (paragraph % paragraphsInChapter === 0) parts.push(`<h2>${chapter + 1}</h2>`);
    const text = proseOf(language, 60 + random(120), random);
    words += text.split(' ').length;
    parts.push(`<p lang="${language}">${text}</p>`);
  }
  return parts.join('\n');
}

/** One paragraph of so many words. */
export function paragraphOf(words) {
  return `<p>${proseOf('da', words, seeded(2))}</p>`;
}

/** So many paragraphs of so many words, each another. */
export function paragraphsOf(count, words) {
  const random = seeded(3);
  return Array.from({ length: count }, () =>
    proseOf('da', words, random).split(' ').slice(0, words).join(' '),
  );
}

/** A book's pages, A5, justified, words divided, every paragraph broken as a whole. */
export function documentOf(body) {
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Book</title><style>
@font-face { font-family: "Text Serif"; src: url("text.ttf"); }
@page { size: A5; margin: 16mm 16mm 20mm; }
html { font: 10pt/13pt "Text Serif"; text-align: justify; hyphens: auto; text-wrap: pretty; }
body, p { margin: 0; } p + p { text-indent: 13pt; }
h2 { font: 16pt/26pt "Text Serif"; margin: 13pt 0; }
</style></head><body>${body}</body></html>`;
}
