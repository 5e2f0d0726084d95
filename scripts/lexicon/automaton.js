// A minimal acyclic automaton of sorted strings, each with a value (Daciuk et al. 2000).

function createNode() {
  return { edges: [], value: 0, id: 0, place: 0 };
}

const signature = ({ value, edges }) =>
  `${value};${edges.map(({ letter, node }) => letter + node.id).join(' ')}`;

/** `values`: string → number above 0. The root; each node's edges are in order of their letters. */
export function buildAutomaton(values) {
  const root = createNode();
  const nodes = new Map();
  const path = [root];
  let previous = '';
  const close = (depth) => {
    while (path.length - 1 > depth) {
      const node = path.pop();
      const key = signature(node);
      if (!nodes.has(key)) {
        node.id = nodes.size + 1;
        nodes.set(key, node);
      }
      path.at(-1).edges.at(-1).node = nodes.get(key);
    }
  };
  for (const text of [...values.keys()].sort()) {
    let same = 0;
    while (same < previous.length && text[same] === previous[same]) same++;
    close(same);
    for (const letter of text.slice(same)) {
      const node = createNode();
      path.at(-1).edges.push({ letter, node });
      path.push(node);
    }
    path.at(-1).value = values.get(text);
    previous = text;
  }
  close(0);
  return root;
}

/** Nodes with edges, each after those it leads to, with their `place` in a row of edges from 1 on. */
export function placeNodes(root) {
  const order = [];
  const seen = new Set();
  const visit = (node) => {
    if (seen.has(node) || node.edges.length === 0) return;
    seen.add(node);
    for (const edge of node.edges) visit(edge.node);
    order.push(node);
  };
  visit(root);
  let place = 1;
  for (const node of order) {
    node.place = place;
    place += node.edges.length;
  }
  return { order, edges: place };
}
