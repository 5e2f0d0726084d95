/**
 * The first half of a build: a job's copy and template to finished pages. What follows (painting,
 * explaining) starts from here.
 */
import { type Context, type Edges, keptReading, type Log, programId } from './base/index.ts';
import { gradientAlpha } from './display/index.ts';
import {
  type Copy,
  type HtmlDocument,
  type Job,
  loadPictures,
  type Pictures,
  parseDocument,
  readCopy,
  readProjectWords,
  readTemplate,
  renderTemplate,
  swatchStyles,
  type Template,
} from './input/index.ts';
import { geometryOf, pageSizes } from './job-geometry.ts';
import { type FontSet, layoutPages, loadFonts, type Page } from './layout/index.ts';
import { namingFields } from './name-fields.ts';
import { settleContainers } from './settle-containers.ts';
import type { StyledDocument } from './style/index.ts';
import { type StyleSettings, styleDocument } from './style-document.ts';
import { freshParagraphs, openParagraphs, type Paragraphs } from './text/index.ts';
import { vectorAlphaIn } from './vector-alpha.ts';

/** Pages, and what they were made from. */
export interface LaidOutJob {
  readonly template: Template;
  readonly copy: Copy;
  readonly document: HtmlDocument;
  readonly styled: StyledDocument;
  readonly pictures: Pictures;
  readonly fonts: FontSet | null;
  readonly pages: readonly Page[];
  readonly bleed: Edges;
}

/**
 * The job's template; null where it has an error: copy that is held to fields nobody can be sure of
 * would be called wrong for it.
 */
function readWholeTemplate(job: Job, context: Context): Template | null {
  let isWhole = true;
  const report: Context['report'] = (finding) => {
    if (finding.severity === 'error') isWhole = false;
    context.report(finding);
  };
  const template = keptReading(`template ${job.template}`, { ...context, report }, (watched) =>
    readTemplate(job.template, watched),
  );
  return isWhole ? template : null;
}

/** Words and template to a document: what the copy says, where the template puts it. */
function readDocument(job: Job, context: Context) {
  const words = readProjectWords(context);
  const template = readWholeTemplate(job, context);
  const copy = template && readCopy(job, template.schema, words.verbatim, context);
  const markup = copy && renderTemplate(template, copy, job, pageSizes(job), context);
  if (!markup) return null;
  const { language, title } = job;
  const path = `${template.folder}pages.hbs`;
  return {
    words,
    template,
    copy,
    document: parseDocument(markup, { language, title, path }, context),
  };
}

/**
 * Where a style sheet does not say otherwise: how words of printed Danish are divided, and what the
 * copy's `^[…]` becomes.
 */
const houseRules =
  'html { hyphenate-limit-chars: 6 2 3; hyphenate-limit-lines: 2 }\nspan.footnote { float: footnote }\n';

/** A job's style sheets know its bleed and its first page, and are read strictly. */
function styleSettingsOf(job: Job): StyleSettings {
  const { top, right, bottom, left } = job.bleedMm;
  const { geometry } = geometryOf(job);
  const swatches = swatchStyles(job.swatches);
  const size = geometry.sizeOf(geometry.names[0] ?? '') ?? geometry.fallback;
  return {
    media: 'press',
    rootProperties: {
      '--bleed': `${Math.max(top, right, bottom, left)}mm`,
      ...swatches.properties,
    },
    userAgentRules: houseRules + swatches.rules,
    extraSheets: [],
    forgiving: false,
    page: { size, isGiven: true },
    keepsSheets: true,
  };
}

/** As the same program set them before, where they have not changed. */
function paragraphsOf({ name }: Job, { workspace }: Context): Paragraphs {
  const id = programId();
  return id === null ? freshParagraphs : openParagraphs(workspace.cache, `${id} ${name}`);
}

/** Hears of pictures and pages before all are laid out. */
export interface LayoutWatch {
  picturesKnown(pictures: Pictures): void;
  /** A page as it was cut, and what it was made from. */
  pageCut(page: Page, made: Omit<LaidOutJob, 'pages' | 'template'>): void;
}

/** Null as soon as a phase has reported an error that leaves nothing to lay out. */
export async function layOutJob(
  job: Job,
  log: Log,
  context: Context,
  watch?: LayoutWatch,
): Promise<LaidOutJob | null> {
  const read = keptReading(`document ${JSON.stringify(job)}`, context, (watched) =>
    readDocument(job, watched),
  );
  if (!read || log.hasErrors()) return null;
  const { document, words } = read;
  const { pictures, add: addPictures } = loadPictures(document, context);
  if (!log.hasErrors()) watch?.picturesKnown(pictures);
  const first = styleDocument(document, styleSettingsOf(job), context);
  addPictures(first.backgroundUrls);
  const { geometry, bleed } = geometryOf(job);
  const { divisions: ownWords } = words;
  const layOut = async (styled: StyledDocument, passContext: Context) => {
    const fonts = await loadFonts(styled, passContext);
    if (log.hasErrors()) return null;
    const paragraphs = paragraphsOf(job, context);
    const made = { ...read, styled, pictures, fonts, bleed };
    const settings = {
      ...{ fonts, pictures, geometry, ownWords, paragraphs, gradientAlpha },
      vectorAlpha: vectorAlphaIn(context),
      whenCut: (page: Page) => watch?.pageCut(page, made),
    };
    const naming = namingFields(passContext, read.template.schema);
    const pages = await layoutPages(styled, settings, naming);
    paragraphs.keep();
    return { ...made, pages };
  };
  return settleContainers(first, layOut, context);
}
