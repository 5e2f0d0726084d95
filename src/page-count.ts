/** Pages as laid out, against those the form asks for: a booklet has neither more nor fewer, a leaf two sides at most. */
import { type Context, type Hint, hint, type Message, problem } from './base/index.ts';
import { type Job, spanOfKey } from './input/index.ts';

type PagedForm = Exclude<Job['form'], { readonly kind: 'folder' }>;

/** Pages that a form has, where `found` are laid out: a stitched booklet's fill whole sheets of four. */
function pagesOf({ kind, pages }: PagedForm, found: number): number {
  return pages ?? (kind === 'leaf' ? Math.min(found, 2) : Math.ceil(found / 4) * 4);
}

/** Why so many. */
function demand({ kind, pages }: PagedForm): Message {
  if (pages !== null) return { en: `the form asks for ${pages}`, da: `formen beder om ${pages}` };
  return kind === 'leaf'
    ? { en: 'a leaf has two at most', da: 'et ark har højst to' }
    : {
        en: 'a stitched booklet has a multiple of four',
        da: 'et hæfte har et sidetal, der kan deles med fire',
      };
}

/** `more`: pages that are wanting; negative: there are so many too many. */
function whatToDo(more: number, isAsked: boolean): Hint {
  const [orEn, orDa] = isAsked ? [', or change `pages`', ', eller ret `pages`'] : ['', ''];
  if (more > 0)
    return hint(
      `make ${more} more in the template (\`<section>\` with \`break-before: page\`)${orEn}`,
      `lav ${more} mere i skabelonen (\`<section>\` med \`break-before: page\`)${orDa}`,
    );
  return hint(
    `shorten the copy, take ${-more} out of the template${orEn}`,
    `forkort teksten, tag ${-more} ud af skabelonen${orDa}`,
  );
}

/** Reports `layout/page-count` where a booklet or a leaf has other pages than it can have. */
export function checkPageCount(
  job: Pick<Job, 'form' | 'keySpans' | 'source'>,
  found: number,
  { report }: Context,
): void {
  const { form } = job;
  if (form.kind === 'folder') return;
  const pages = pagesOf(form, found);
  if (pages === found) return;
  const [en, da] = form.kind === 'leaf' ? ['leaf', 'arket'] : ['booklet', 'hæftet'];
  const why = demand(form);
  const finding = problem(
    'error',
    'layout/page-count',
    {
      en: `the ${en} has ${found} ${found === 1 ? 'page' : 'pages'}; ${why.en}`,
      da: `${da} har ${found} ${found === 1 ? 'side' : 'sider'}; ${why.da}`,
    },
    { span: spanOfKey(job, 'form'), hints: [whatToDo(pages - found, form.pages !== null)] },
  );
  report({ ...finding, measured: found, limit: pages, unit: 'pages' });
}
