/** Fonts that a PDF's pages use and that are not in it: another machine sets another font there. */
import { as, nameOf, type PdfDictionary, type PdfFile, type PdfObject } from './pdf/index.ts';

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'];

/** Whether a font's shapes are in the file; Type 3 fonts are drawn, composite ones have a part. */
function isEmbedded(file: PdfFile, font: PdfDictionary): boolean {
  const kind = nameOf(file.resolve(font.entries.get('Subtype')));
  if (kind === 'Type3') return true;
  const [part] = file.entry(font, 'DescendantFonts', 'array')?.items ?? [];
  const holder = as(file.resolve(part), 'dictionary') ?? font;
  const descriptor = file.entry(holder, 'FontDescriptor', 'dictionary');
  return fontFiles.some((key) => descriptor?.entries.has(key));
}

function baseName(file: PdfFile, font: PdfDictionary): string {
  const name = nameOf(file.resolve(font.entries.get('BaseFont'))) ?? '?';
  return name.replace(/^[A-Z]{6}\+/, '');
}

/** Names of the fonts that are missing, sorted; found through forms and patterns, too. */
export function looseFonts(file: PdfFile, pages: readonly PdfDictionary[]): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<PdfObject>();
  const valuesOf = (resources: PdfDictionary, key: string) => [
    ...(file.entry(resources, key, 'dictionary')?.entries.values() ?? []),
  ];
  const visit = (owner: PdfDictionary) => {
    const resources = file.entry(owner, 'Resources', 'dictionary');
    if (!resources || seen.has(resources)) return;
    seen.add(resources);
    for (const value of valuesOf(resources, 'Font')) {
      const font = as(file.resolve(value), 'dictionary');
      if (font && !isEmbedded(file, font)) names.add(baseName(file, font));
    }
    for (const value of [...valuesOf(resources, 'XObject'), ...valuesOf(resources, 'Pattern')]) {
      const stream = as(file.resolve(value), 'stream');
      if (stream) visit(stream.dictionary);
    }
  };
  for (const page of pages) visit(page);
  return [...names].sort();
}
