/**
 * One HTML file with its CSS to a PDF, no job: pages are as `@page` says, A4 where it does not. A
 * file as it is found somewhere is to give a page: what a job would refuse is set with the fallback
 * of the phase that met it, and said as a warning.
 */
import {
  type Artifact,
  type Context,
  type Edges,
  type Finding,
  type Log,
  openLog,
  type Source,
  type Workspace,
} from './base/index.ts';
import { buildDisplayList, gradientAlpha, namesInks } from './display/index.ts';
import { decodeText, loadPictures, parseHtmlFile } from './input/index.ts';
import { renderGeometry } from './job-geometry.ts';
import {
  describeBoxes,
  type LayoutDump,
  layoutPages,
  loadFonts,
  type Page,
} from './layout/index.ts';
import { paintRendering } from './rendering.ts';
import { settleContainers } from './settle-containers.ts';
import { styleDocument } from './style-document.ts';
import { vectorAlphaIn } from './vector-alpha.ts';

export interface RenderRequest {
  /** Path of the HTML file in the workspace. */
  readonly path: string;
  /** Path of a style sheet that comes after the document's own; null: none. */
  readonly extraSheet: string | null;
  /**
   * What the PDF is for. `auto`: the press where the page names inks or has bleed or marks, else the
   * screen; its sheets are read as for the press.
   */
  readonly media: 'press' | 'screen' | 'auto';
  readonly strict: boolean;
  /** Name of the PDF; null: only the layout is asked for, nothing is painted. */
  readonly fileName: string | null;
  /** The layout is asked for. */
  readonly wantsLayout: boolean;
}

export interface RenderResult {
  /** The PDF; null where none was asked for or an error stood in the way. */
  readonly artifact: Artifact | null;
  /** What the PDF is for; null where there is none. */
  readonly edition: 'press' | 'screen' | null;
  /** Null where it was not asked for or an error stood in the way. */
  readonly layout: LayoutDump | null;
  /** With an error among them where there is no result. */
  readonly findings: readonly Finding[];
}

type Made = Pick<RenderResult, 'artifact' | 'edition' | 'layout'>;

/** Null after an error that leaves nothing to show. */
async function make(request: RenderRequest, log: Log, context: Context): Promise<Made | null> {
  const { workspace } = context;
  const source = decodeText(workspace.read(request.path), context);
  const extra = readExtraSheet(request, context);
  if (!source || !extra) return null;
  const document = parseHtmlFile(source, context);
  const { media, fileName, wantsLayout } = request;
  const rootProperties = { '--bleed': '0mm' };
  const settings = {
    media: media === 'screen' ? media : ('press' as const),
    rootProperties,
    extraSheets: extra,
    forgiving: true,
  };
  const first = styleDocument(document, settings, context);
  const { pictures, add: addPictures } = loadPictures(document, context);
  addPictures(first.backgroundUrls);
  const laidOut = await settleContainers(
    first,
    async (styled, passContext) => {
      const fonts = await loadFonts(styled, passContext);
      const pages = await layoutPages(
        styled,
        {
          fonts,
          pictures,
          geometry: renderGeometry,
          lineMetrics: 'css-px',
          gradientAlpha,
          vectorAlpha: vectorAlphaIn(context),
        },
        passContext,
      );
      return { styled, fonts, pages };
    },
    context,
  );
  if (!laidOut || laidOut.pages.length === 0 || log.hasErrors()) return null;
  const { styled, fonts, pages } = laidOut;
  const layout = wantsLayout ? describeBoxes(pages) : null;
  if (fileName === null) return { artifact: null, edition: null, layout };
  const bleed = bleedOf(pages);
  const hasMarks = pages.some(({ sheet }) => sheet.hasMarks);
  // A sheet that is cut wants its ground to the edge; any other page looks as in a browser.
  const isCanvasOfRoot = bleed.top + bleed.right + bleed.bottom + bleed.left === 0;
  const isTagged = media !== 'press';
  const options = { pictures, bleed, styled, fonts, isCanvasOfRoot, isTagged, isForgiving: true };
  const art = buildDisplayList(pages, options, context);
  const drawn = { art, styled, pictures, copyPictures: new Map() };
  const isForPress = () => !isCanvasOfRoot || hasMarks || namesInks(art, styled);
  const edition = media !== 'auto' ? media : isForPress() ? 'press' : 'screen';
  const work = { document, media: edition, fileName, bleed, hasMarks, ...drawn };
  const artifact = await paintRendering(work, context);
  return artifact && !log.hasErrors() ? { artifact, edition, layout } : null;
}

/** The widest that a page asks for: a file has one bleed. */
function bleedOf(pages: readonly Page[]): Edges {
  const widest = Math.max(...pages.map(({ sheet }) => sheet.bleedPt));
  return { top: widest, right: widest, bottom: widest, left: widest };
}

/** None is an empty list; null after a report. */
function readExtraSheet({ extraSheet }: RenderRequest, context: Context): readonly Source[] | null {
  if (extraSheet === null) return [];
  const source = decodeText(context.workspace.read(extraSheet), context);
  return source && [source];
}

/** Renders a file. Warnings are errors where `strict` is asked for. */
export async function renderHtml(
  request: RenderRequest,
  workspace: Workspace,
): Promise<RenderResult> {
  const log = openLog({ strict: request.strict, forgiving: !request.strict });
  const made = await make(request, log, { report: log.report, workspace });
  if (made) return { ...made, findings: log.findings() };
  return { artifact: null, edition: null, layout: null, findings: log.asReported() };
}
