/** A page that shows a fault, made smaller step by step while it still does. */

/** Every node with the list it stands in. */
function places(nodes, into = []) {
  nodes.forEach((node, index) => {
    into.push([nodes, index]);
    if (typeof node === 'object') places(node.children, into);
  });
  return into;
}

const partsOfTables = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot']);

/** Pages with one node less. */
function* withoutNode(page, count) {
  for (let at = 0; at < count; at++) {
    const next = structuredClone(page);
    const [list, index] = places(next.nodes)[at];
    list.splice(index, 1);
    if (next.nodes.length > 0) yield next;
  }
}

/** Pages where a node's children stand in its place. */
function* unwrapped(page, count) {
  for (let at = 0; at < count; at++) {
    const next = structuredClone(page);
    const [list, index] = places(next.nodes)[at];
    const node = list[index];
    if (typeof node !== 'object' || partsOfTables.has(node.tag)) continue;
    list.splice(index, 1, ...node.children);
    if (next.nodes.length > 0) yield next;
  }
}

/** Pages where a node has one declaration or attribute less. */
function* plainer(page, count) {
  for (let at = 0; at < count; at++) {
    const [list, index] = places(page.nodes)[at];
    const own = list[index];
    if (typeof own !== 'object') continue;
    for (const kind of ['style', 'attributes'])
      for (const name of Object.keys(own[kind])) {
        if (name === 'noId') continue;
        const next = structuredClone(page);
        const [nextList] = places(next.nodes)[at];
        delete nextList[index][kind][name];
        yield next;
      }
  }
}

/** Pages with a word or half of the words less. */
function* shorter(page, count) {
  for (let at = 0; at < count; at++) {
    const [list, index] = places(page.nodes)[at];
    const words = typeof list[index] === 'string' ? list[index].split(' ') : [];
    for (const length of new Set([Math.ceil(words.length / 2), words.length - 1])) {
      if (length < 1 || length >= words.length) continue;
      const next = structuredClone(page);
      const [nextList] = places(next.nodes)[at];
      nextList[index] = words.slice(0, length).join(' ');
      yield next;
    }
  }
}

/** A value with a part less: of a list, of a row of words, of what is in brackets. */
function shorterValues(value) {
  const cuts = [];
  const split = (separator) => {
    const parts = [];
    let [depth, from] = [0, 0];
    for (let at = 0; at < value.length; at++) {
      if (value[at] === '(') depth++;
      else if (value[at] === ')') depth--;
      else if (depth === 0 && value[at] === separator) {
        parts.push(value.slice(from, at));
        from = at + 1;
      }
    }
    return [...parts, value.slice(from)];
  };
  for (const separator of [',', ' ']) {
    const parts = split(separator);
    if (parts.length < 2) continue;
    for (let at = 0; at < parts.length; at++)
      cuts.push(parts.toSpliced(at, 1).join(separator).trim());
  }
  const inside = /^([a-z-]+\()(.*)\)$/.exec(value);
  if (inside) for (const cut of shorterValues(inside[2])) cuts.push(`${inside[1]}${cut})`);
  return cuts;
}

/** Pages where a declaration says less. */
function* simpler(page, count) {
  for (let at = 0; at < count; at++) {
    const [list, index] = places(page.nodes)[at];
    const own = list[index];
    if (typeof own !== 'object') continue;
    for (const [name, value] of Object.entries(own.style))
      for (const cut of shorterValues(value)) {
        const next = structuredClone(page);
        const [nextList] = places(next.nodes)[at];
        nextList[index].style[name] = cut;
        yield next;
      }
  }
}

function* smaller(page) {
  const count = places(page.nodes).length;
  yield* withoutNode(page, count);
  yield* unwrapped(page, count);
  yield* plainer(page, count);
  yield* shorter(page, count);
  yield* simpler(page, count);
  if (page.isQuirky) yield { ...structuredClone(page), isQuirky: false };
  if (page.bodyMargin !== '0') yield { ...structuredClone(page), bodyMargin: '0' };
}

/** The smallest page found that `isBad`. */
export async function shrink(page, isBad) {
  let least = page;
  for (let found = true; found; ) {
    found = false;
    for (const next of smaller(least)) {
      if (!(await isBad(next))) continue;
      least = next;
      found = true;
      break;
    }
  }
  return least;
}
