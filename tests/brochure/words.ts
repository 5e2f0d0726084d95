/** `words.txt`: the owner's copy, a section for each panel, a line for each paragraph. */
import { readFileSync } from 'node:fs';

export interface PanelWords {
  readonly role: string;
  readonly paragraphs: readonly string[];
}

export function readWords(): readonly PanelWords[] {
  const text = readFileSync(new URL('words.txt', import.meta.url), 'utf8');
  return text
    .split(/^== /m)
    .slice(1)
    .map((section) => {
      const [head = '', ...lines] = section.split('\n');
      return {
        role: head.replace(/ ==$/, '').trim(),
        paragraphs: lines.map((line) => line.trim()).filter((line) => line !== ''),
      };
    });
}

/** A figure and the word beside it, set in sizes that stand too near for a reader to part them. */
export function partFigures(text: string): string {
  return text.replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ');
}

/** The first paragraph that does not stand in `text` after those before it; undefined if all do. */
export function firstMissing(paragraphs: readonly string[], text: string): string | undefined {
  const whole = partFigures(text);
  let from = 0;
  for (const paragraph of paragraphs) {
    const words = partFigures(paragraph.replace(/\s+/g, ' '));
    const at = whole.indexOf(words, from);
    if (at < 0) return paragraph;
    from = at + words.length;
  }
  return undefined;
}
