/** Pages as trees, and as HTML. */
import { parseFragment } from 'parse5';

const isText = (node) => node.nodeName === '#text';

function styleOf(text) {
  const declarations = text.split(';').filter((one) => one.includes(':'));
  return Object.fromEntries(
    declarations.map((one) => {
      const colon = one.indexOf(':');
      return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()];
    }),
  );
}

function nodeOf(node) {
  if (isText(node)) return node.value;
  const given = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const { id, style = '', ...attributes } = given;
  return {
    tag: node.tagName,
    attributes: id === undefined ? { ...attributes, noId: '' } : attributes,
    style: styleOf(style),
    children: node.childNodes.map(nodeOf),
  };
}

/** The nodes of a body's HTML. Elements with an id get another one when they are written. */
export function nodesOf(html) {
  return parseFragment(html).childNodes.map(nodeOf);
}

const voids = new Set(['img', 'hr', 'input', 'col', 'embed', 'br']);

const largeSize = { width: 800, height: 1000 };

/** The page as HTML; ids are numbers in document order. */
export function toHtml({ isQuirky, bodyMargin, nodes, size = largeSize }) {
  let next = 0;
  const write = (node) => {
    if (typeof node === 'string') return node;
    const { noId, ...attributes } = node.attributes;
    const id = noId === undefined ? [`id="n${next++}"`] : [];
    const style = Object.entries(node.style).map(([name, value]) => `${name}: ${value}`);
    const parts = [
      node.tag,
      ...id,
      ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`),
      ...(style.length > 0 ? [`style="${style.join('; ')}"`] : []),
    ];
    const start = `<${parts.join(' ')}>`;
    return voids.has(node.tag)
      ? start
      : `${start}${node.children.map(write).join('')}</${node.tag}>`;
  };
  return `${isQuirky ? '' : '<!doctype html>\n'}<title>boxes</title>
<style>
@font-face { font-family: Square; src: url(square.ttf) }
@page { size: ${size.width}px ${size.height}px; margin: 0 }
html { font: 20px/1 Square, monospace; orphans: 1; widows: 1 }
body { margin: ${bodyMargin} }
</style>
<body>${nodes.map(write).join('')}</body>
`;
}
