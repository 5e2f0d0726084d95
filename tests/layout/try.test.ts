import { it } from 'vitest';
import { layOut } from '/work/main/tests/support/lay-out-perf.ts';
import { measureFields } from '/work/main/src/layout/index.ts';
const d = (s: string, inner = '') => `<div style='${s}'>${inner}</div>`;
const para = (n: number) => Array.from({ length: n }, (_, i) => 'word'.slice(0, 2 + (i * 7) % 3)).join(' ');
const cases: Record<string, string> = {
  list: '<ul><li>a<ul><li>c</ul></ul>',
  cols: d('columns:2;column-gap:10pt;orphans:2;widows:2', `<h2 style="break-after:avoid">hh</h2><p>${para(11)}</p><h2 style="break-after:avoid">ii</h2><p>${para(9)}</p>`),
  widows: `<div style="height:78pt"></div><p>${para(9)}</p>`,
  keep: `<div style="height:75pt"></div><h2 style="break-after:avoid">hh</h2><p>${para(9)}</p>`,
};
for (const [name, html] of Object.entries(cases)) it(name, async () => {
  const r = await layOut(html);
  console.log(name + '\n' + html + '\n' + r.text, r.messages.slice(0, 3));
}, 60000);
it('perf', async () => {
  const words = para(130);
  const panel = (n: string) => `<section class="${n}" style="page:${n};height:200pt;display:flex;flex-direction:column;padding:10pt"><h1>${'head line'}</h1><div style="flex:1;display:grid;grid-template-columns:1fr 2fr;gap:4pt"><p style="text-align:justify">${words}</p><ul>${('<li>'+para(12)).repeat(9)}</ul></div><p>${words}</p></section>`;
  const sheet = `@font-face{font-family:Square;src:url(/fonts/square.ttf)} @page{size:400pt 600pt} html{font: 9pt/1.3 Square; hyphens:auto}`;
  for (let k = 0; k < 8; k++) {
    const t = performance.now();
    const r = await layOut('abcdef'.split('').map(panel).join(''), { sheet });
    const all = performance.now() - t;
    console.log('perf', all.toFixed(1), r.times?.toFixed(1), r.pages.length, r.messages.length, k == 0 ? r.messages.slice(0, 2) : '');
  }
});
