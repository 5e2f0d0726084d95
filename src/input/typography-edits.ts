/** What a rule of typed copy is, and what its corrections are made of. */

/** Instead of the text from `start` to `end`; never empty, so that it has a place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch that is set otherwise, and the edits inside it, in order. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

/** Finds its places in a text. Asked only where `sign` is in the text: most texts have none. */
export interface Rule {
  readonly sign: RegExp;
  readonly find: (text: string) => readonly Correction[];
}

export const noBreakSpace = '\u00a0';
export const narrowNoBreakSpace = '\u202f';

/** One sign for each match of its first group (or of the whole), by the same length or a longer text. */
export function each(
  pattern: RegExp,
  change: (match: RegExpExecArray) => readonly Edit[],
): Rule['find'] {
  return (text) => {
    const found: Correction[] = [];
    for (const match of text.matchAll(pattern)) {
      const edits = change(match);
      const start = match.index;
      if (edits.length > 0) found.push({ start, end: start + match[0].length, edits });
    }
    return found;
  };
}

/** A no-break space after the character at `at`, which is put in with it. */
export function spaceAfter(text: string, at: number): Edit {
  return { start: at, end: at + 1, text: text.charAt(at) + noBreakSpace };
}
