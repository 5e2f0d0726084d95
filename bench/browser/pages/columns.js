// Columns, and what is broken over them.
import { words } from './random.js';

const heights = [10, 20, 30, 40, 50, 70];
const margins = ['0', '10px 0', '0 0 20px', '20px 0 0', '-5px 0', '15px 0 5px', '10px'];

function breaks(r) {
  const style = [];
  if (r.chance(0.08)) style.push(`break-before:${r.pick(['column', 'avoid', 'avoid-column'])}`);
  if (r.chance(0.08)) style.push(`break-after:${r.pick(['column', 'avoid', 'avoid-column'])}`);
  if (r.chance(0.1)) style.push('break-inside:avoid');
  return style;
}

function blockStyle(r) {
  const style = breaks(r);
  if (r.chance(0.45)) style.push(`margin:${r.pick(margins)}`);
  if (r.chance(0.15)) style.push(`padding:${r.pick(['5px', '10px 0'])}`);
  if (r.chance(0.12)) style.push(`border:${r.pick(['2px', '5px'])} solid`);
  if (r.chance(0.02)) style.push('box-decoration-break:clone');
  if (r.chance(0.05)) style.push('overflow:hidden');
  if (r.chance(0.05)) style.push('display:flow-root');
  if (r.chance(0.05)) style.push(`position:relative;top:${r.pick([4, -4])}px`);
  return style;
}

function textBlock(r, name) {
  const style = blockStyle(r);
  // Chromium gives up widows rather than move a paragraph.
  style.push(`orphans:${r.pick([1, 2, 3, 1, 1])};widows:1`);
  return `<div id=${name()} style="${style.join(';')}">${words(r, r.between(1, 16))}</div>`;
}

function floatBlock(r, name) {
  const style = [`float:${r.pick(['left', 'right'])}`, `width:${r.pick([20, 40, 60])}px`];
  style.push(`height:${r.pick(heights)}px`);
  if (r.chance(0.3)) style.push(`margin:${r.pick(['5px', '0 5px 10px'])}`);
  return `<div id=${name()} style="${style.join(';')}"></div>`;
}

function flexBlock(r, name) {
  const column = r.chance(0.4);
  const style = [
    ...blockStyle(r),
    'display:flex',
    `flex-flow:${column ? 'column' : r.pick(['row', 'row wrap', 'row wrap'])}`,
  ];
  if (r.chance(0.3)) style.push('gap:5px');
  if (r.chance(0.2)) style.push(`align-items:${r.pick(['flex-start', 'center', 'flex-end'])}`);
  const items = Array.from({ length: r.between(1, 5) }, () => {
    const own = [`width:${r.pick([30, 40, 60])}px`, ...breaks(r)];
    if (r.chance(0.5))
      return `<div id=${name()} style="${own.join(';')};flex:none;height:${r.pick(heights)}px"></div>`;
    return `<div id=${name()} style="${own.join(';')};flex:none">${words(r, r.between(1, 6))}</div>`;
  });
  return `<div id=${name()} style="${style.join(';')}">${items.join('')}</div>`;
}

function gridBlock(r, name) {
  const style = [
    ...blockStyle(r),
    'display:grid',
    `grid-template-columns:${r.pick(['1fr 1fr', '40px 60px', '50px'])}`,
  ];
  if (r.chance(0.3)) style.push('gap:5px');
  if (r.chance(0.2)) style.push('align-items:start');
  const items = Array.from({ length: r.between(1, 5) }, () =>
    r.chance(0.5)
      ? `<div id=${name()} style="${breaks(r).join(';')};height:${r.pick(heights)}px"></div>`
      : `<div id=${name()} style="${breaks(r).join(';')}">${words(r, r.between(1, 4))}</div>`,
  );
  return `<div id=${name()} style="${style.join(';')}">${items.join('')}</div>`;
}

function tableBlock(r, name) {
  const row = (tag) =>
    `<tr id=${name()} style="${breaks(r).join(';')};break-inside:avoid">${Array.from({ length: 2 }, () => `<${tag} id=${name()} style="padding:0;text-align:left;font-weight:normal;vertical-align:top">${r.chance(0.5) ? words(r, r.between(1, 4)) : `<div style="width:20px;height:${r.pick(heights)}px"></div>`}</${tag}>`).join('')}</tr>`;
  const rows = Array.from({ length: r.between(1, 5) }, () => row('td')).join('');
  // Chromium says of repeated heads and feet only where they stand first.
  const head = r.chance(0) ? `<thead>${row('th')}</thead>` : '';
  const foot = r.chance(0) ? `<tfoot>${row('td')}</tfoot>` : '';
  const spacing = r.pick(['0', '0', '0', '4px']);
  return `<table id=${name()} style="${breaks(r).join(';')};width:100%;table-layout:fixed;border-spacing:${spacing}">${head}<tbody>${rows}</tbody>${foot}</table>`;
}

function absBlock(r, name) {
  return `<div id=${name()} style="position:relative;${blockStyle(r).join(';')}">${words(r, r.between(1, 6))}<div id=${name()} style="position:absolute;${r.pick(['top:5px', 'bottom:5px', 'top:30px', ''])};${r.pick(['left:10px', 'right:0', ''])};width:20px;height:${r.pick(heights)}px"></div></div>`;
}

function nested(r, name, depth, kinds) {
  return `<div id=${name()} style="columns:2;column-gap:10px;${blockStyle(r).join(';')}">${content(r, name, depth - 1, kinds)}</div>`;
}

function spanner(r, name) {
  const style = ['column-span:all'];
  if (r.chance(0.5)) style.push(`margin:${r.pick(margins)}`);
  return `<div id=${name()} style="${style.join(';')};height:${r.pick(heights)}px"></div>`;
}

function content(r, name, depth, kinds) {
  const parts = [];
  for (let count = r.between(2, depth > 1 ? 6 : 4); count > 0; count--) {
    const kind = r.pick(kinds);
    if (kind === 'block')
      parts.push(
        `<div id=${name()} style="${blockStyle(r).join(';')};height:${r.pick(heights)}px"></div>`,
      );
    else if (kind === 'nest' && depth > 0)
      parts.push(
        `<div id=${name()} style="${blockStyle(r).join(';')}">${content(r, name, depth - 1, kinds)}</div>`,
      );
    else if (kind === 'float') parts.push(floatBlock(r, name));
    else if (kind === 'flex') parts.push(flexBlock(r, name));
    else if (kind === 'grid') parts.push(gridBlock(r, name));
    else if (kind === 'table') parts.push(tableBlock(r, name));
    else if (kind === 'abs') parts.push(absBlock(r, name));
    else if (kind === 'columns' && depth > 0) parts.push(nested(r, name, depth, kinds));
    else if (kind === 'span') parts.push(spanner(r, name));
    else parts.push(textBlock(r, name));
  }
  return parts.join('');
}

/** A maker of pages with these kinds of content beside blocks and text. */
export function columnPage(...kinds) {
  const all = ['block', 'text', 'nest', 'block', 'text', ...kinds, ...kinds];
  return (r, name) => {
    const style = [
      'orphans:1;widows:1',
      `columns:${r.pick([2, 2, 3])}`,
      `column-gap:${r.pick([0, 10, 20])}px`,
      `width:${r.pick([300, 400])}px`,
    ];
    if (r.chance(0.5)) style.push(`height:${r.pick([80, 100, 150])}px`, 'column-fill:auto');
    else if (r.chance(0.2)) style.push(`height:${r.pick([80, 100, 150])}px`);
    else if (r.chance(0.1)) style.push(`max-height:${r.pick([80, 100, 150])}px`);
    if (r.chance(0.2)) style.push('padding:5px');
    return `<div style="display:flow-root"><div id=${name()} style="${style.join(';')}">${content(r, name, 2, all)}</div></div>`;
  };
}
