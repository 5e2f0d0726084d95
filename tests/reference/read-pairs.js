/**
 * Reference pairs: two ways of writing one page. A file of pairs is text: `=== name` begins a pair,
 * `---` parts its two bodies, and a `@@@` line ends a prologue that is put before every body of the
 * file. `===! name`: the pictures may not be the same; `===~ name`: slanting edges may differ.
 */

/** Of the page, in px. */
export const pairSize = { width: 200, height: 150 };

/**
 * @typedef {{ name: string, isMatch: boolean, toleratedPx: number, left: string, right: string }} Pair
 * @param {string} text
 * @returns {readonly Pair[]}
 */
export function readPairs(text) {
  const parts = text.split(/^@@@\n/m);
  const [prologue, list] = parts.length > 1 ? parts : ['', text];
  return list
    .split(/^===/m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const [left = '', right] = lines.join('\n').split(/^---\n/m);
      if (right === undefined) throw new Error(`no second way: ${title}`);
      return {
        name: title.replace(/^[!~]/, '').trim(),
        isMatch: !title.startsWith('!'),
        toleratedPx: title.startsWith('~') ? 200 : 0,
        left: prologue + left,
        right: prologue + right,
      };
    });
}

/**
 * The page of a body. `font` is the address of the font of its words.
 * @param {string} body
 * @param {string} font
 * @returns {string}
 */
export function pageOf(body, font) {
  return `<!DOCTYPE html><html lang="en"><title>t</title>
<style>@font-face { font-family: Pair; src: url("${font}") }
@page { size: ${pairSize.width}px ${pairSize.height}px; margin: 0 }
body { margin: 0; font: 16px/20px Pair }</style>
${body}</html>`;
}
