import { expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';

const words = (style: string) =>
  layOut(`<p style="width:60pt"><b style="box-decoration-break:clone;${style}">aaaa bbbb</b></p>`);

it('a box in lines that asks each of its pieces to have padding is told of', async () => {
  const { messages } = await words('padding:0 3pt');
  // Each piece tells; a log holds what it hears once.
  expect(new Set(messages).size).toBe(1);
  expect(messages[0]).toContain('warning[layout/clone-in-lines] `<b>` goes over several lines');
});

it('a box without edges, or within one line, lacks nothing', async () => {
  expect((await words('')).messages).toEqual([]);
  const short = '<p><b style="box-decoration-break:clone;padding:0 3pt">aa</b></p>';
  expect((await layOut(short)).messages).toEqual([]);
});
