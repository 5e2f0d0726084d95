/**
 * 5,000 damaged pages: whatever stands in a file, it gives a page or a message, and every box of a
 * page has a finite place.
 */
import { describe, expect, it } from 'vitest';
import type { LocalFace } from '../../src/base/index.ts';
import { renderHtml } from '../../src/render.ts';
import { workspaceOf } from '../style/support.ts';
import { mutate } from './mutate.ts';
import { squareFont } from './square-font.ts';

const page = '@page { size: 200px 200px; margin: 10px }';

/** Small pages that between them use what the engine can do. */
export const pages: readonly string[] = [
  `<!DOCTYPE html><style>${page} p { margin: 1em 0; text-align: justify } b { color: red }</style><p id=a>Some <b>words</b> in a <i>row</i></p><p>and more of them</p>`,
  `<style>${page} #g { display: grid; grid-template: "a b" 20px "c c" 1fr / 1fr 2fr; gap: 3px } #a { grid-area: a }</style><div id=g><div id=a>1</div><div id=b>2</div><div id=c>3</div></div>`,
  `<style>${page} #f { display: flex; flex-wrap: wrap; gap: 5px; align-items: center } #f > * { flex: 1 1 30px; order: 2 }</style><div id=f><p>a</p><p>b</p><p style="width:50%">c</p></div>`,
  `<style>${page} .c { columns: 2; column-gap: 10px; column-rule: 1px solid } h2 { column-span: all }</style><div class=c id=c><p>one two three four</p><h2>head</h2><p>five six seven</p></div>`,
  `<style>${page} .f { float: left; width: 40px; height: 30px; margin: 2px; shape-outside: circle(50%) } .k { clear: both }</style><div class=f id=f></div><p>words beside a float run around</p><p class=k>below</p>`,
  `<style>${page} :root { --x: 3px; --y: calc(var(--x) * 2) } p { padding: var(--y); width: min(50%, var(--z, 80px)); border: var(--x) solid device-cmyk(0 1 1 0) }</style><p id=p style="margin: clamp(1px, 5%, 9px)">x</p>`,
  `<style>${page} ol { counter-reset: n } li::before { content: counter(n) ". " attr(title); counter-increment: n } li::marker { color: blue }</style><ol id=o><li title=a>one<li title=b>two<ul><li>three</ul></ol>`,
  `<style>${page} p::first-letter { font-size: 2em; float: left } p::first-line { font-weight: bold } q { quotes: "a" "b" }</style><p id=p>First <q>letters</q> and lines are found here</p>`,
  `<style>${page} table { border-collapse: collapse } td { border: 1px solid; vertical-align: middle } thead { display: table-header-group }</style><table id=t><thead><tr><th colspan=2>h</thead><tr><td rowspan=2>a<td>b<tr><td>c</table>`,
  `<style>${page} #r { position: relative; height: 50px } #a { position: absolute; inset: 5px auto auto 10%; width: 20px } #x { position: fixed; bottom: 0; right: 0 }</style><div id=r><div id=a>a</div></div><div id=x>x</div>`,
  `<style>${page} div { background: linear-gradient(45deg, red, blue 50%), url(x.png) no-repeat; transform: rotate(10deg) scale(2); opacity: 0.5; border-radius: 5px / 10%; overflow: hidden }</style><div id=d>d<svg width=20 height=20 viewBox="0 0 10 10"><path d="M0 0L10 10Z" fill="red"/></svg></div>`,
  `<style>@page { size: 100px 80px; margin: 5px } @page :first { margin: 9px } @page wide { size: 160px 60px } .w { page: wide; break-before: page } p { orphans: 2; widows: 2 }</style><p id=a>one<br>two<br>three<br>four<br>five<br>six</p><div class=w id=w>wide</div>`,
  `<style>${page} @layer a, b; @layer a { p { color: green } } @media print and (width > 10px) { p { margin: 0 } } @supports (display: grid) { p { & b { color: color-mix(in oklch, red, blue) } } }</style><p id=p>a <b>b</b></p><p>${'deep '.repeat(20)}</p>`,
  `<style>${page} .i { display: inline-block; width: 30px; vertical-align: top; white-space: pre-wrap; text-transform: uppercase; letter-spacing: 1px } .n { white-space: nowrap }</style><p id=p>a <span class=i id=i>in line</span> <span class=n>does not break here</span> c</p>`,
];

const font = squareFont();
const localFaces = (): readonly LocalFace[] => [
  { family: 'Square', weight: { min: 400, max: 400 }, italic: false, path: 'square.ttf' },
];

export async function render(html: string) {
  const workspace = { ...workspaceOf({ 'a.html': html, 'square.ttf': font }), localFaces };
  const request = {
    path: 'a.html',
    extraSheet: null,
    media: 'press',
    fileName: null,
    wantsLayout: true,
  } as const;
  return renderHtml({ ...request, strict: false }, workspace);
}

/** Why a result is none: neither page nor message, or boxes nowhere. */
function faultOf({ layout, findings }: Awaited<ReturnType<typeof render>>): string | null {
  if (!layout) return findings.length > 0 ? null : 'neither page nor message';
  const isPlaced = layout.boxes.every(
    ({ page: number, x, y, w, h }) =>
      number >= 1 && [x, y, w, h].every(Number.isFinite) && w >= 0 && h >= 0,
  );
  return isPlaced ? null : `a box without a place: ${JSON.stringify(layout.boxes)}`;
}

/** One test for every 100 seeds: its time limit tells a page that never ends. */
export function checkDamaged(from: number, to: number): void {
  const perTest = 100;
  const parts = Array.from({ length: (to - from) / perTest }, (_, part) => from + part * perTest);
  describe('damaged pages give a page or a message', () => {
    it.each(parts)('from seed %i on', async (start) => {
      for (let seed = start; seed < start + perTest; seed += 1) {
        const html = mutate(pages[seed % pages.length] ?? '', seed, pages);
        const fault = await render(html).then(faultOf, (error: unknown) => String(error));
        expect(fault, `seed ${seed}: ${html}`).toBeNull();
      }
    });
  });
}
