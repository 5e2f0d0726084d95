/** Pages as laid out, against those the form asks for: a booklet has neither more nor fewer, a leaf two sides at most. */
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

/** How many pages a form has; null where it takes those that come. */
function pagesOf(form: Job['form'], found: number): number | null {
  if (form.kind === 'folder') return null;
  return form.pages ?? (form.kind === 'leaf' ? Math.min(found, 2) : null);
}

/** Reports `layout/page-count` where a booklet or a leaf has other pages than its form says. */
export function checkPageCount(
  job: Pick<Job, 'form' | 'keySpans' | 'source'>,
  found: number,
  { report }: Context,
): void {
  const { form } = job;
  const pages = pagesOf(form, found);
  if (pages === null || pages === found) return;
  const [en, da] = form.kind === 'leaf' ? ['leaf', 'arket'] : ['booklet', 'hæftet'];
  const finding = problem(
    'error',
    'layout/page-count',
    {
      en: `the ${en} has ${found} ${found === 1 ? 'page' : 'pages'}; the form asks for ${pages}`,
      da: `${da} har ${found} ${found === 1 ? 'side' : 'sider'}; formen beder om ${pages}`,
    },
    { span: spanOfKey(job, 'form'), hints: [whatToDo(pages - found)] },
  );
  report({ ...finding, measured: found, limit: pages, unit: 'pages' });
}
