import { it } from 'vitest';
import { layOut } from '/work/main/tests/support/lay-out.ts';
const nest = (n: number, open: string) => open.repeat(n) + '<div style="height:1pt"></div>' + '</div>'.repeat(n);
const cases: Record<string, string> = {
  block500: nest(500, '<div>'),
  flex30: nest(30, '<div style="display:flex">'),
  flexcol30: nest(30, '<div style="display:flex;flex-direction:column">'),
  grid30: nest(30, '<div style="display:grid">'),
  flex100: nest(100, '<div style="display:flex">'),
  grid100: nest(100, '<div style="display:grid">'),
  flex500: nest(500, '<div style="display:flex">'),
  grid500: nest(500, '<div style="display:grid">'),
  block3000: nest(3000, '<div>'),
  span500: '<p>'+'<span>'.repeat(500)+'</span>'.repeat(500)+'</p>',
  flat50000: '<div style="height:1pt"></div>'.repeat(50000),
};
for (const [name, html] of Object.entries(cases)) it(name, async () => {
  const t = performance.now();
  const r = await layOut(html);
  console.log(name, Math.round(performance.now() - t), r.pages.length, r.messages.slice(0, 3));
}, 60000);
