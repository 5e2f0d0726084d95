/** A booklet's pages as laid out, against those its form asks for: a stitched one has neither more nor fewer. */
import { type Context, type Hint, hint, problem } from './base/index.ts';
import type { Job } from './input/index.ts';

function whatToDo(found: number, wanted: number): Hint {
  const more = wanted - found;
  const pages = more > 0 ? found + more : found;
  if (more > 0)
    return hint(
      `fill ${more} more (\`<section>\` in the template, \`break-before: page\`), or ask for fewer than ${pages} by \`pages\``,
      `fyld ${more} mere (\`<section>\` i skabelonen, \`break-before: page\`), eller bed om færre end ${pages} med \`pages\``,
    );
  return hint(
    `shorten the copy, take ${-more} out of the template, or ask for more than ${wanted} by \`pages\``,
    `forkort teksten, tag ${-more} ud af skabelonen, eller bed om flere end ${wanted} med \`pages\``,
  );
}

/** Reports `layout/page-count` where a booklet has other pages than its form says. */
export function checkBookletPages(
  { form, spanOf }: Pick<Job, 'form' | 'spanOf'>,
  found: number,
  { report }: Context,
): void {
  if (form.kind !== 'booklet' || form.pages === null || form.pages === found) return;
  const finding = problem(
    'error',
    'layout/page-count',
    {
      en: `the booklet has ${found} pages; the form asks for ${form.pages}`,
      da: `hæftet har ${found} sider; formen beder om ${form.pages}`,
    },
    { span: spanOf('form'), hints: [whatToDo(found, form.pages)] },
  );
  report({ ...finding, measured: found, limit: form.pages, unit: 'pages' });
}
