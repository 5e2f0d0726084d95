// Grids in grids: tracks of all kinds, placement, alignment, subgrids.

const px = (r, from, to) => `${r.between(from, to)}px`;

function breadth(random) {
  const { pick, between } = random;
  return pick([
    () => px(random, 10, 90),
    () => px(random, 10, 90),
    () => 'auto',
    () => 'auto',
    () => `${pick([1, 1, 2, 0.5, 3])}fr`,
    () => `${pick([1, 1, 2, 0.5, 3])}fr`,
    () => 'min-content',
    () => 'max-content',
    () => `${pick([10, 20, 25, 50])}%`,
    () => `fit-content(${between(10, 100)}px)`,
    () =>
      `minmax(${pick(['auto', 'min-content', 'max-content', px(random, 0, 60)])},${pick(['auto', 'min-content', 'max-content', px(random, 20, 120), '1fr', '2fr'])})`,
  ])();
}

function template(random, axis) {
  const { chance, between, pick } = random;
  if (chance(0.1)) return null;
  if (chance(0.12)) {
    const size = pick([
      px(random, 20, 80),
      `minmax(${px(random, 20, 80)},1fr)`,
      `minmax(30px,${px(random, 40, 70)})`,
    ]);
    return `repeat(${pick(['auto-fill', 'auto-fit'])},${size})`;
  }
  const names = chance(0.2);
  return Array.from(
    { length: between(1, axis === 'row' ? 3 : 4) },
    (_, at) => `${names ? `[${pick(['a', 'b', 'c'])}${at}] ` : ''}${breadth(random)}`,
  ).join(' ');
}

const selves = [
  'start',
  'end',
  'center',
  'stretch',
  'normal',
  'baseline',
  'last baseline',
  'safe center',
];
const acrossSelves = selves.filter((one) => !one.endsWith('baseline'));

const contents = [
  'start',
  'end',
  'center',
  'stretch',
  'normal',
  'space-between',
  'space-around',
  'space-evenly',
  'safe end',
];

function containerStyle(random, isTop) {
  const { chance, pick } = random;
  const css = [`display:${isTop && chance(0.1) ? 'inline-grid' : 'grid'}`];
  const add = (part, name, value) => {
    if (chance(part)) css.push(`${name}:${value()}`);
  };
  const columns = template(random, 'column');
  const rows = template(random, 'row');
  if (columns) css.push(`grid-template-columns:${columns}`);
  if (rows && chance(0.6)) css.push(`grid-template-rows:${rows}`);
  add(0.5, 'gap', () =>
    pick([px(random, 1, 20), `${px(random, 1, 12)} ${px(random, 1, 12)}`, isTop ? '5%' : '4px']),
  );
  if (isTop) add(0.7, 'width', () => px(random, 100, 500));
  add(0.25, 'height', () => px(random, 50, 300));
  add(0.08, 'min-height', () => px(random, 50, 200));
  add(0.08, 'max-height', () => px(random, 50, 200));
  add(0.08, 'max-width', () => px(random, 100, 300));
  add(0.2, 'padding', () => px(random, 1, 12));
  add(0.15, 'border', () => `${px(random, 1, 4)} solid`);
  add(0.25, 'grid-auto-flow', () => pick(['column', 'dense', 'column dense', 'row']));
  add(0.2, 'grid-auto-rows', () => `${breadth(random)}${chance(0.3) ? ` ${breadth(random)}` : ''}`);
  add(0.2, 'grid-auto-columns', () => breadth(random));
  add(0.25, 'align-items', () => pick(selves));
  add(0.2, 'justify-items', () => pick(acrossSelves));
  add(0.2, 'align-content', () => pick(contents));
  add(0.2, 'justify-content', () => pick(contents));
  add(0.1, 'box-sizing', () => 'border-box');
  return css;
}

function line(random) {
  const { pick, between } = random;
  return pick([
    () => `${between(1, 4)}`,
    () => `span ${between(1, 3)}`,
    () => `${between(1, 3)} / span ${between(1, 3)}`,
    () => `${between(1, 3)} / ${between(2, 5)}`,
    () => `${-between(1, 3)}`,
    () => '1 / -1',
    () => `${pick(['a', 'b'])}${between(0, 2)}`,
  ])();
}

function itemStyle(random) {
  const { chance, pick, between } = random;
  const css = [];
  const add = (part, name, value) => {
    if (chance(part)) css.push(`${name}:${value()}`);
  };
  add(0.3, 'grid-column', () => line(random));
  add(0.2, 'grid-row', () => line(random));
  add(0.15, 'width', () => pick([px(random, 5, 120), '50%', '100%', 'min-content', 'max-content']));
  add(0.2, 'height', () => pick([px(random, 5, 90), px(random, 5, 90), '50%']));
  add(0.08, 'min-width', () => pick(['0', px(random, 10, 90)]));
  add(0.08, 'max-width', () => px(random, 10, 90));
  add(0.08, 'min-height', () => pick(['0', px(random, 10, 90)]));
  add(0.05, 'max-height', () => px(random, 10, 60));
  add(0.15, 'margin', () =>
    pick([px(random, 1, 12), 'auto', '0 auto', '0 0 0 auto', '-4px', '5%', 'auto 0 0']),
  );
  add(0.15, 'padding', () => pick([px(random, 1, 10), '4%']));
  add(0.1, 'border', () => `${px(random, 1, 4)} solid`);
  add(0.15, 'align-self', () => pick(selves));
  add(0.15, 'justify-self', () => pick(acrossSelves));
  add(0.06, 'overflow', () => 'hidden');
  add(0.01, 'aspect-ratio', () => pick(['1', '2', '1/2']));
  add(0.08, 'order', () => between(-1, 2));
  add(0.06, 'position', () => 'relative;left:3px;top:2px');
  add(0.1, 'font-size', () => pick(['10px', '30px']));
  add(0.05, 'box-sizing', () => 'border-box');
  return css;
}

/** A page of one grid with nested ones. */
export function gridPage(random, name) {
  const { chance, between, pick } = random;
  const words = () =>
    Array.from({ length: between(0, 4) }, () => 'x'.repeat(between(1, 4))).join(
      pick([' ', ' ', '<br>']),
    );
  const item = (depth) => {
    const css = itemStyle(random);
    const id = name();
    if (depth < 3 && chance(depth === 0 ? 0.25 : 0.15)) {
      const inner = containerStyle(random, false);
      if (chance(0.6)) {
        const along = pick([['columns'], ['rows'], ['columns', 'rows']]);
        for (const one of along) inner.push(`grid-template-${one}:subgrid`);
        if (along.includes('columns'))
          css.push(`grid-column:${pick(['span 2', 'span 3', '1 / -1', '1 / span 2'])}`);
        if (along.includes('rows'))
          css.push(`grid-row:${pick(['span 2', 'span 3', '1 / span 2'])}`);
      }
      return `<div id=${id} style="${[...inner, ...css].join(';')}">${items(depth + 1)}</div>`;
    }
    if (chance(0.05))
      return `<img id=${id} src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 height=%2220%22/%3E" style="${css.join(';')}">`;
    if (chance(0.05))
      return `<div id=${id} style="${[...css, 'display:flex'].join(';')}"><div>${words()}</div></div>`;
    return `<div id=${id} style="${css.join(';')}">${words()}</div>`;
  };
  const items = (depth) =>
    Array.from({ length: between(depth === 0 ? 2 : 1, depth === 0 ? 6 : 4) }, () =>
      item(depth),
    ).join('');
  const style = containerStyle(random, true).join(';');
  return `<div id=top style="${style}">${items(0)}</div><div id=after>x</div>`;
}
