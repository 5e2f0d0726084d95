// Floats, clearance, and what stands beside them.
import { words } from './random.js';

const clears = ['left', 'right', 'both'];
const lengths = [10, 20, 30, 40, 60, 80];
const margins = ['0', '5px', '10px', '-5px', '-10px', '10px 5px', '0 10px 20px', '20px 0'];

function floatStyle(r) {
  const style = [`float:${r.pick(['left', 'right'])}`];
  if (r.chance(0.8))
    style.push(
      `width:${r.chance(0.15) ? r.pick(['25%', '50%']) : `${r.pick([...lengths, 120, 200])}px`}`,
    );
  if (r.chance(0.7)) style.push(`height:${r.pick(lengths)}px`);
  if (r.chance(0.35)) style.push(`margin:${r.pick(margins)}`);
  if (r.chance(0.15)) style.push(`clear:${r.pick(clears)}`);
  if (r.chance(0.1)) style.push('padding:5px');
  if (r.chance(0.1)) style.push('border:3px solid');
  return style;
}

function contextStyle(r) {
  const style = [
    r.pick([
      'overflow:hidden',
      'display:flow-root',
      'display:flex',
      'display:table',
      'display:grid',
      'overflow:auto',
    ]),
  ];
  if (r.chance(0.4))
    style.push(`width:${r.pick(['40px', '100px', '150px', '250px', '50%', '75%'])}`);
  if (r.chance(0.3)) style.push(`margin:${r.pick(margins)}`);
  if (r.chance(0.15)) style.push(`margin-left:${r.pick(['auto', '40px', '-20px'])}`);
  if (r.chance(0.15)) style.push('border:2px solid');
  if (r.chance(0.1)) style.push(`clear:${r.pick(clears)}`);
  return style;
}

function blockStyle(r) {
  const style = [];
  if (r.chance(0.35)) style.push(`margin:${r.pick(margins)}`);
  if (r.chance(0.25)) style.push(`height:${r.pick(lengths)}px`);
  if (r.chance(0.15)) style.push(`width:${r.pick(['100px', '200px', '50%', '80%'])}`);
  if (r.chance(0.15)) style.push(`clear:${r.pick(clears)}`);
  if (r.chance(0.12)) style.push('padding:5px');
  if (r.chance(0.08)) style.push('border-top:2px solid');
  if (r.chance(0.06)) style.push('position:relative;left:5px;top:3px');
  return style;
}

function inlineContent(r, name, depth) {
  const parts = [];
  for (let count = r.between(1, 4); count > 0; count--) {
    const kind = r.below(10);
    if (kind < 5) parts.push(words(r, r.between(1, 8)));
    else if (kind < 7 && depth > 0)
      parts.push(
        `<span id=${name()} style="${floatStyle(r).join(';')}">${r.chance(0.5) ? words(r, r.between(1, 3)) : ''}</span>`,
      );
    else if (kind < 8) parts.push(`<span id=${name()}>${words(r, r.between(1, 3))}</span>`);
    else if (kind < 9)
      parts.push(
        `<span id=${name()} style="display:inline-block;width:${r.pick([20, 40, 100])}px;height:${r.pick([10, 20, 40])}px"></span>`,
      );
    else parts.push(r.pick(['<br>', '<br style="clear:both">', '<br style="clear:left">']));
  }
  return parts.join(r.chance(0.7) ? ' ' : '');
}

function blockContent(r, name, depth) {
  const parts = [];
  for (let count = r.between(1, depth > 1 ? 5 : 3); count > 0; count--) {
    const kind = r.below(10);
    if (kind < 4) {
      const inner = r.chance(0.4) ? inlineContent(r, name, 0) : '';
      parts.push(
        `<div id=${name()} style="${floatStyle(r).join(';')}">${depth > 0 && r.chance(0.15) ? blockContent(r, name, depth - 1) : inner}</div>`,
      );
    } else if (kind < 6) {
      const inner = r.chance(0.5)
        ? inlineContent(r, name, 0)
        : '<div style="width:30px;height:20px"></div>';
      parts.push(
        `<div id=${name()} style="${contextStyle(r).join(';')}"><div>${inner}</div></div>`,
      );
    } else if (kind < 8 && depth > 0)
      parts.push(
        `<div id=${name()} style="${blockStyle(r).join(';')}">${blockContent(r, name, depth - 1)}</div>`,
      );
    else
      parts.push(
        `<div id=${name()} style="${blockStyle(r).join(';')}">${r.chance(0.8) ? inlineContent(r, name, 1) : ''}</div>`,
      );
  }
  return parts.join('');
}

export function floatPage(r, name) {
  const width = r.pick([200, 300, 400]);
  const align = r.chance(0.1) ? `;text-align:${r.pick(['center', 'right'])}` : '';
  return `<div style="display:flow-root;width:${width}px${align}">${blockContent(r, name, 3)}</div>`;
}

const shapes = [
  'circle()',
  'circle(40px)',
  'circle(30px at 20px 30px)',
  'circle(50% at left)',
  'circle(farthest-side at 25% 25%)',
  'ellipse()',
  'ellipse(40px 20px)',
  'ellipse(closest-side farthest-side at 30% 40%)',
  'ellipse(30% 50% at top)',
  'inset(10px)',
  'inset(10px 20px 5px 0)',
  'inset(10% round 20px)',
  'inset(0 round 50%)',
  'inset(5px 0 round 20px 5px / 10px 30px)',
  'polygon(0 0, 100% 0, 0 100%)',
  'polygon(50% 0, 100% 50%, 50% 100%, 0 50%)',
  'polygon(0 0, 100% 50%, 0 100%)',
  'polygon(evenodd, 0 0, 100% 0, 100% 100%, 50% 20%, 0 100%)',
  'margin-box',
  'border-box',
  'padding-box',
  'content-box',
];
const boxes = ['', '', '', ' margin-box', ' border-box', ' padding-box', ' content-box'];

export function shapePage(r, name) {
  const side = r.pick(['left', 'right']);
  const shape = r.pick(shapes);
  const style = [
    `float:${side}`,
    `width:${r.pick([60, 80, 100, 120])}px`,
    `height:${r.pick([60, 80, 100])}px`,
    `shape-outside:${shape}${shape.endsWith('-box') ? '' : r.pick(boxes)}`,
  ];
  if (r.chance(0.3)) style.push(`margin:${r.pick(['10px', '5px 20px', '20px 10px 0 30px'])}`);
  if (r.chance(0.3)) style.push(`padding:${r.pick(['10px', '5px 15px'])}`);
  if (r.chance(0.3)) style.push(`border:${r.pick([5, 10])}px solid`);
  if (r.chance(0.3))
    style.push(`border-radius:${r.pick(['50%', '20px', '40px 10px', '30px/60px'])}`);
  if (r.chance(0.25)) style.push(`shape-margin:${r.pick(['5px', '10px', '5%'])}`);
  const lines = Array.from(
    { length: r.between(4, 8) },
    () => `<span id=${name()}>${r.pick(['x', 'xx', 'xxx'])}</span>`,
  );
  const second = r.chance(0.2)
    ? `<div style="float:${r.pick(['left', 'right'])};width:50px;height:70px;shape-outside:${r.pick(shapes)}"></div>`
    : '';
  const text = lines.join(r.pick(['<br>', '<br>', ' ']));
  return `<div style="display:flow-root;width:300px;line-height:${r.pick([1, 1, 1.5])};text-align:${side === 'left' ? 'left' : r.pick(['right', 'left'])}"><div id=${name()} style="${style.join(';')}"></div>${second}<div id=${name()}>${text}</div></div>`;
}
