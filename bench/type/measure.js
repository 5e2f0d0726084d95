// Figures of justified text, from the lines of a PDF.

/** PDFium gives a hyphen at a line's end as U+0002. */
const hyphens = new Set(['-', '\u2010', '\u00ad', '\u0002', '\ufffe']);

/** A line's text, as words apart. */
export const textOf = ({ words }) => words.map(({ text }) => text).join(' ');

/**
 * Columns: lines whose size is the text's, by their left edge. A line that reaches its column's
 * right edge is justified; shorter ones are last lines, whose spaces say nothing.
 */
function columnsOf(pages) {
  const sizes = new Map();
  for (const line of pages.flat()) {
    const size = line.size.toFixed(1);
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  const [usual] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? ['0'];
  const columns = [];
  for (const [page, lines] of pages.entries()) {
    for (const line of lines) {
      if (line.size.toFixed(1) !== usual) continue;
      const left = line.words[0].left;
      let column = columns.find(
        (one) => one.page === page && Math.abs(one.left - left) < 2.5 * line.size,
      );
      if (!column) {
        column = { page, left, lines: [] };
        columns.push(column);
      }
      column.lines.push(line);
    }
  }
  return columns.map(({ lines }) => lines);
}

function spread(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(variance), max: Math.max(...values) };
}

/** Mean, standard deviation and maximum of word spaces in em; hyphens; the longest stack of them. */
export function measure(pages) {
  const spaces = [];
  let [lineCount, hyphenated, stack, longestStack, shortestLast] = [0, 0, 0, 0, 99];
  let worst = '';
  let worstSpace = 0;
  for (const lines of columnsOf(pages)) {
    const rightOf = (line) => line.words.at(-1).right;
    const edge = [...lines].map(rightOf).sort((a, b) => a - b)[Math.floor(lines.length * 0.6)];
    for (const line of lines) {
      lineCount++;
      const isHyphenated = hyphens.has(line.words.at(-1).text.at(-1));
      stack = isHyphenated ? stack + 1 : 0;
      if (isHyphenated) hyphenated++;
      longestStack = Math.max(longestStack, stack);
      const isFull = rightOf(line) > edge - 0.4 * line.size;
      if (!isFull) {
        const letters = textOf(line).replace(/[^\p{L}\d]/gu, '').length;
        shortestLast = Math.min(shortestLast, letters);
        continue;
      }
      for (let i = 1; i < line.words.length; i++) {
        const space = (line.words[i].left - line.words[i - 1].right) / line.size;
        spaces.push(space);
        if (space > worstSpace) [worstSpace, worst] = [space, textOf(line)];
      }
    }
  }
  return {
    lines: lineCount,
    ...spread(spaces),
    hyphenated: hyphenated / lineCount,
    longestStack,
    shortestLast,
    worst,
  };
}
