/** A booklet's pages as laid out, against those its form asks for: a stitched one has neither more nor fewer. */
import { type Context, type Hint, hint, problem } from './base/index.ts';
import { type Job, spanOfKey } from './input/index.ts';

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
  job: Pick<Job, 'form' | 'keySpans' | 'source'>,
  found: number,
  { report }: Context,
): void {
  const { form } = job;
  if (form.kind !== 'booklet' || form.pages === null || form.pages === found) return;
  const finding = problem(
    'error',
    'layout/page-count',
    {
      en: `the booklet has ${found} pages; the form asks for ${form.pages}`,
      da: `hæftet har ${found} sider; formen beder om ${form.pages}`,
    },
    { span: spanOfKey(job, 'form'), hints: [whatToDo(form.pages - found)] },
  );
  report({ ...finding, measured: found, limit: form.pages, unit: 'pages' });
}
