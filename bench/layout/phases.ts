/** The phases that `bench/layout.js` times, with what goes before them done once. */
import { openLog, type Workspace } from '../../src/base/index.ts';
import { openWorkspace } from '../../src/cli/disk-workspace.ts';
import {
  type HtmlDocument,
  loadPictures,
  parseDocument,
  parseHtmlFile,
  readCopy,
  readJob,
  readTemplate,
  renderTemplate,
} from '../../src/input/index.ts';
import { geometryOf, pageSizes, renderGeometry } from '../../src/job-geometry.ts';
import { layoutPages, loadFonts, type PageGeometry } from '../../src/layout/index.ts';
import { styleDocument } from '../../src/style-document.ts';

const noCache = { get: () => undefined, set: () => {} };

/** Cascade and layout of a document, once a call. */
async function prepare(
  document: HtmlDocument,
  geometry: PageGeometry,
  workspace: Workspace,
): Promise<() => Promise<void>> {
  const context = () => ({ report: openLog({ strict: false }).report, workspace });
  const settings = {
    media: 'press',
    rootProperties: { '--bleed': '3mm' },
    extraSheets: [],
    forgiving: true,
  } as const;
  const first = styleDocument(document, settings, context());
  const { pictures, add } = loadPictures(document, context());
  add(first.backgroundUrls);
  const fonts = await loadFonts(first, context());
  return async () => {
    const run = context();
    await layoutPages(styleDocument(document, settings, run), { fonts, pictures, geometry }, run);
  };
}

/** The brochure that is shipped with the program, which lies in `folder`. */
export async function prepareBrochure(folder: string): Promise<() => Promise<void>> {
  const workspace = openWorkspace(folder, noCache);
  const context = { report: () => {}, workspace };
  const job = readJob('content/ledersektionen/job.yaml', context);
  const template = job && readTemplate(job.template, context);
  const copy = template && readCopy(job, template.schema, [], context);
  const markup = copy && renderTemplate(template, copy, job, pageSizes(job), context);
  if (!markup) throw new Error('the brochure cannot be read');
  const { language, title } = job;
  const settings = { language, title, path: `${template.folder}pages.hbs` };
  const document = parseDocument(markup, settings, context);
  return prepare(document, geometryOf(job).geometry, workspace);
}

const sheet = `<style>
  @font-face { font-family: S; src: url(/fonts/source-serif-4/SourceSerif4-Regular.ttf) }
  @page { size: 800px 2000px; margin: 0 }
  body { margin: 0; font: 10px/1.2 S } .i { margin: 1px; padding: 1px; min-width: 3px; height: 3px }
</style>`;

/** A page with that body. */
export async function preparePage(body: string): Promise<() => Promise<void>> {
  const workspace = openWorkspace('.', noCache);
  const context = { report: () => {}, workspace };
  const text = `<!doctype html><html lang="da"><title>t</title>${sheet}<body>${body}`;
  const source = { path: 'page.html', text, lineStarts: [0] };
  return prepare(parseHtmlFile(source, context), renderGeometry, workspace);
}
