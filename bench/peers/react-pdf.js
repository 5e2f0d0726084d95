// The brochure's copy as a plain document of react-pdf's: the same words, fonts and portrait, a page
// for each part of the copy, pictures in RGB. `node bench/peers/react-pdf.js OUT.pdf`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document, Font, Image, Page, renderToFile, Text } from '@react-pdf/renderer';
import { createElement } from 'react';
import { parse } from 'yaml';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const serif = (cut) => path(`fonts/source-serif-4/SourceSerif4-${cut}.ttf`);
Font.register({ family: 'text', src: serif('Regular') });
Font.register({ family: 'head', src: path('fonts/hanken-grotesk/HankenGrotesk-Bold.ttf') });

/** A5, and 105 mm wide where a panel is that of a folder. */
const size = [105, 210].map((mm) => (mm * 72) / 25.4);
const styles = {
  page: { padding: 22 },
  head: { fontFamily: 'head', fontSize: 18, marginBottom: 8 },
  text: { fontFamily: 'text', fontSize: 9.5, lineHeight: 13 / 9.5, textAlign: 'justify' },
  portrait: { width: 298, height: 423, objectFit: 'cover' },
};

function wordsOf(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : [];
}

const copy = parse(readFileSync(path('content/ledersektionen/copy.yaml'), 'utf8'));
const picture = copy.letter.portrait.file;
const pages = Object.entries(copy).map(([key, part]) =>
  createElement(
    Page,
    { key, size, style: styles.page },
    ...wordsOf(part)
      .filter((words) => words !== picture)
      .map((words, index) =>
        createElement(Text, { style: index === 0 ? styles.head : styles.text }, words),
      ),
    key === 'letter' && createElement(Image, { src: path(picture), style: styles.portrait }),
  ),
);
await renderToFile(createElement(Document, null, ...pages), process.argv[2]);
