/** A booklet's pages as laid out, against those its form asks for: a stitched one has neither more nor fewer. */
import { type Context, type Hint, hint, problem } from './base/index.ts';
import type { Job } from './input/index.ts';

function whatToDo(more: number): Hint {
  if (more > 0)
    return hint(
      `make ${more} more in the template (\`<section>\` with \`break-before: page\`), or change \`pages\``,
      `lav ${more} mere i skabelonen (\`<section>\` med \`break-before: page\`), eller ret \`pages\``,
    );
  return hint(
    `shorten the copy, take ${-more} out of the template, or change \`pages\``,
    `forkort teksten, tag ${-more} ud af skabelonen, eller ret \`pages\``,
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
    { span: spanOf('form'), hints: [whatToDo(form.pages - found)] },
  );
  report({ ...finding, measured: found, limit: form.pages, unit: 'pages' });
}
