/** ToUnicode CMaps (ISO 32000-1 §9.10.3): the text that each code of a font stands for. */

/** Most entries between `beginbfchar` and `endbfchar`. */
const chunkSize = 100;

function hex(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0');
}

/** UTF-16BE in hexadecimal: a ligature gives several characters. */
function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

/** `entries`: code and text, in order of code. Codes without text are left out by the caller. */
export function buildToUnicode(entries: readonly (readonly [number, string])[]): string {
  const chunks: string[] = [];
  for (let start = 0; start < entries.length; start += chunkSize) {
    const chunk = entries.slice(start, start + chunkSize);
    const lines = chunk.map(([code, text]) => `<${hex(code)}> <${utf16(text)}>`);
    chunks.push(`${chunk.length} beginbfchar`, ...lines, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...chunks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
