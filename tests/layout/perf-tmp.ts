import { layOut } from '/work/main/tests/support/lay-out-perf.ts';
const para = (n: number) => Array.from({ length: n }, (_, i) => 'word'.slice(0, 2 + (i * 7) % 3)).join(' ');
  const words = para(130);
  const panel = (n: string) => `<section class="${n}" style="page:${n};height:200pt;display:flex;flex-direction:column;padding:10pt"><h1>${'head line'}</h1><div style="flex:1;display:grid;grid-template-columns:1fr 2fr;gap:4pt"><p style="text-align:justify">${words}</p><ul>${('<li>'+para(12)).repeat(9)}</ul></div><p>${words}</p></section>`;
  const sheet = `@font-face{font-family:Square;src:url(/fonts/square.ttf)} @page{size:400pt 600pt} html{font: 9pt/1.3 Square; hyphens:auto}`;
  for (let k = 0; k < 30; k++) {
    const r: any = await layOut('abcdef'.split('').map(panel).join(''), { sheet });
    if (k > 25) console.log(r.times);
  }
