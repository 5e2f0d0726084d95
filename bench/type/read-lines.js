// The lines of a finished PDF as the press gets them: where each word begins and ends, read from the
// glyphs' positions by PDFium, whatever program wrote the file.
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Baselines nearer than this are one line's; a step back or a gap of so many em begins another. */
const sameBaselinePt = 0.6;
const widestGapEm = 3;

function charactersOf(page) {
  const { module, pageIdx } = page;
  const textPage = module._FPDFText_LoadPage(pageIdx);
  const memory = module._malloc(64);
  const doubles = (count) => [...new Float64Array(module.HEAPU8.buffer, memory, count)];
  const floats = (count) => [...new Float32Array(module.HEAPU8.buffer, memory, count)];
  const characters = [];
  for (let index = 0; index < module._FPDFText_CountChars(textPage); index++) {
    if (module._FPDFText_IsGenerated(textPage, index) === 1) continue;
    const code = module._FPDFText_GetUnicode(textPage, index);
    module._FPDFText_GetCharOrigin(textPage, index, memory, memory + 8);
    const [x, y] = doubles(2);
    module._FPDFText_GetLooseCharBox(textPage, index, memory);
    const [left, , right] = floats(4);
    module._FPDFText_GetMatrix(textPage, index, memory);
    const [, , c, d] = floats(4);
    const size = module._FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d);
    characters.push({ text: String.fromCodePoint(code), x, y, left, right, size });
  }
  module._free(memory);
  module._FPDFText_ClosePage(textPage);
  return characters;
}

const isBlank = (text) => /^[\s\u00a0\u200b]?$/u.test(text);

function wordsOf(characters) {
  const words = [];
  let isOpen = false;
  for (const { text, left, right, size } of characters) {
    const last = words.at(-1);
    // Some programs write no spaces at all: a gap says as much.
    const isApart = last && left - last.right > 0.12 * size;
    if (isBlank(text)) isOpen = false;
    else if (isOpen && !isApart) {
      last.text += text;
      last.right = right;
    } else {
      words.push({ text, left, right });
      isOpen = true;
    }
  }
  return words;
}

/** Lines of a page in the order of the file: words with their edges, size and baseline in pt. */
function linesOf(characters) {
  const lines = [];
  let current = [];
  const close = () => {
    const words = wordsOf(current);
    const size = Math.max(...current.map(({ size: one }) => one));
    if (words.length > 0) lines.push({ words, size, y: current[0].y });
    current = [];
  };
  for (const character of characters) {
    const last = current.at(-1);
    const isNext =
      last &&
      Math.abs(character.y - last.y) < sameBaselinePt &&
      character.left > last.left - 1 &&
      character.left - last.right < widestGapEm * character.size;
    if (last && !isNext) close();
    current.push(character);
  }
  if (current.length > 0) close();
  return lines;
}

/** All lines of a PDF, page by page. */
export async function readLines(bytes) {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => linesOf(charactersOf(page)));
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
