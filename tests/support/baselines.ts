/** Baselines of the letters in a finished PDF, as PDFium reads them: a program that is not ours. */
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The calls of PDFium's C interface that the wrapper does not offer (fpdf_text.h). */
interface TextModule {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(memory: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  _FPDFText_GetFontSize(textPage: number, index: number): number;
}

interface TextPage {
  readonly module: TextModule;
  readonly pageIdx: number;
}

/** A letter: its size, and its baseline's height above the page's lower edge, in pt. */
export interface Letter {
  readonly text: string;
  readonly sizePt: number;
  readonly y: number;
}

function lettersOfPage({ module, pageIdx }: TextPage): readonly Letter[] {
  const textPage = module._FPDFText_LoadPage(pageIdx);
  const memory = module._malloc(16);
  const letters: Letter[] = [];
  for (let index = 0; index < module._FPDFText_CountChars(textPage); index++) {
    if (module._FPDFText_IsGenerated(textPage, index) === 1) continue;
    module._FPDFText_GetCharOrigin(textPage, index, memory, memory + 8);
    const [, y = 0] = new Float64Array(module.HEAPU8.buffer, memory, 2);
    const text = String.fromCodePoint(module._FPDFText_GetUnicode(textPage, index));
    letters.push({ text, sizePt: module._FPDFText_GetFontSize(textPage, index), y });
  }
  module._free(memory);
  module._FPDFText_ClosePage(textPage);
  return letters;
}

/** The letters of each page of a file. */
export async function lettersOf(file: string): Promise<readonly (readonly Letter[])[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(readFileSync(file));
    const pages = [...document.pages()].map((page) => lettersOfPage(page as unknown as TextPage));
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
