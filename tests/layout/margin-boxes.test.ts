/** css-page-3 §5 and css-gcpm-3 §1–2: what stands in the margins of pages. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';

const page = (css: string) => `<style>@page { size: 200pt 100pt; margin: 20pt; ${css} }</style>`;

/** The fragments in the margins of each page: what comes after the content. */
async function margins(html: string): Promise<readonly (readonly string[])[]> {
  const { pages, text, messages } = await layOut(html);
  expect(messages).toEqual([]);
  const texts = pages.length === 1 ? [text] : text.split(/^— .*\n/m).slice(1);
  return texts.map((one) => one.split('\n').filter((line) => line.startsWith('box')));
}

describe('margin boxes', () => {
  it('share their edge: the middle in the middle, the others beside it', async () => {
    const found = await margins(
      `${page('@top-left{content:"aa"} @top-center{content:"bbbb"} @top-right{content:"c"} @bottom-right{content:"dd"} @top-left-corner{content:"e"}')}<p>a</p>`,
    );
    expect(found).toEqual([
      [
        'box 0,0 20×20 › line 10,5 10×10 "e"',
        'box 20,0 40×20 › line 0,5 20×10 "aa"',
        'box 60,0 80×20 › line 20,5 40×10 "bbbb"',
        'box 140,0 40×20 › line 30,5 10×10 "c"',
        'box 20,80 160×20 › line 140,5 20×10 "dd"',
      ],
    ]);
  });

  it('take a width and an alignment of their own', async () => {
    const found = await margins(
      `${page('@bottom-left{content:"aa";width:50pt;margin-left:5pt;vertical-align:top} @left-middle{content:"b";height:30pt}')}<p>a</p>`,
    );
    expect(found).toEqual([
      ['box 25,80 50×20 › line 0,0 20×10 "aa"', 'box 0,35 20×30 › line 5,10 10×10 "b"'],
    ]);
  });

  it('take shares of the side of the page that they stand on', async () => {
    const found = await margins(
      `${page('@bottom-left{content:"aa";width:25%;padding-left:5%;box-sizing:border-box} @left-middle{content:"b";height:50%}')}<p>a</p>`,
    );
    expect(found).toEqual([
      ['box 20,80 40×20 › line 8,5 20×10 "aa"', 'box 0,35 20×30 › line 5,10 10×10 "b"'],
    ]);
  });

  it('tell of strings and running elements that no element gives', async () => {
    const { messages } = await layOut(
      `${page('@top-left{content:string(titel) element(hed)} @top-right{content:string(title)}')}<style>h1{string-set:title content()}</style><h1>a</h1>`,
    );
    expect(messages).toEqual([
      expect.stringContaining(
        'warning[layout/unset-name] no element on the pages sets the string `titel`',
      ),
      expect.stringContaining('no element on the pages is `position: running(hed)`'),
    ]);
  });

  it('hold lines that run down, in the middle of the strip', async () => {
    const found = await margins(
      `${page('@left-middle{content:"bb";writing-mode:vertical-rl} @right-bottom{content:"c";writing-mode:sideways-lr;vertical-align:bottom;text-align:start;height:30pt}')}<p>a</p>`,
    );
    expect(found).toEqual([
      ['box 180,50 20×30 › line 10,20 10×10 "c"', 'box 0,20 20×60 › line 5,20 10×20 "bb"'],
    ]);
  });

  it('count pages, and tell the first, the named and every n-th apart', async () => {
    const found = await margins(
      `${page('@bottom-center{content:counter(page) "/" counter(pages)}')}
       <style>@page :first{@bottom-center{content:"f"}} @page big{@bottom-center{content:"big"}}
       @page :nth(2n+4){@bottom-center{content:none}} p{break-after:page}</style>
       <p>a</p><p>b</p><p style="page:big">c</p><p>d</p><p>e</p>`,
    );
    expect(found.map(([one]) => one?.match(/"(.*)"/)?.[1])).toEqual([
      'f',
      '2/5',
      'big',
      undefined,
      '5/5',
    ]);
  });

  it('repeat what elements on the page set', async () => {
    const found = await margins(
      `${page('@top-left{content:string(t)} @top-center{content:string(t, first-except)} @top-right{content:string(t, last)}')}
       <style>h1{string-set:t attr(title) content()} .new{break-before:page}</style>
       <h1 title="x">aa</h1><h1>bb</h1><p class="new">c</p><h1 class="new">dd</h1>`,
    );
    const words = found.map((page) => page.map((one) => one.match(/"(.*)"/)?.[1] ?? ''));
    expect(words).toEqual([
      ['xaa', '', 'bb'],
      ['bb', 'bb', 'bb'],
      ['dd', '', 'dd'],
    ]);
  });

  it('take elements whose page numbers are those of their page', async () => {
    const { text } = await layOut(
      `${page('@top-center{content:element(head)}')}
       <style>.head{position:running(head)} .n::after{content:counter(page) "/" counter(pages, upper-roman)}
         td::before{content:counter(page)} .new{counter-reset:page 7}</style>
       <div class="head"><span class="n"></span><table><tr><td></table></div><p>p</p>
       <p class="new" style="break-before:page">q</p><p style="break-before:page">r</p>`,
    );
    const pages = text.split(/^— .*\n/m).slice(1);
    const words = pages.map((one) =>
      [...one.matchAll(/"(.*?)"/g)].map(([, word]) => word).join(''),
    );
    expect(words).toEqual(['p1/III1', 'q7/III7', 'r8/III8']);
  });

  it('take elements out of the flow, until the next of that name', async () => {
    const found = await margins(
      `${page('@top-center{content:element(head)}')}
       <style>.head{position:running(head)}</style>
       <div class="head">a</div><p>p</p><p style="break-before:page">q</p><div class="head" style="break-before:page">b</div><p style="break-before:page">r</p>`,
    );
    expect(found.map(([one]) => one?.match(/"(.*)"/)?.[1])).toEqual(['a', 'b', 'b']);
  });
});
