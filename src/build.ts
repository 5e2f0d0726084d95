/**
 * The table of contents of the program: from a job to its files, one phase a line. A pure function
 * of the workspace; `cli` writes what comes out.
 */
import {
  type Artifact,
  type Context,
  type Finding,
  keptReading,
  type Log,
  noEdges,
  openLog,
  type Workspace,
} from './base/index.ts';
import { buildDisplayList, checkEdges, type OverlayKind } from './display/index.ts';
import { checkFolds, panelBleed } from './folds/index.ts';
import {
  type Job,
  type OutputKind,
  picturesOf,
  readJob,
  reportChanges,
  spanOfKey,
} from './input/index.ts';
import { layOutJob } from './lay-out-job.ts';
import { measureFields } from './layout/index.ts';
import { checkLineLimits } from './line-limits.ts';
import { paintOutputs } from './outputs.ts';
import { checkPageCount } from './page-count.ts';
import type { MeasuredPage, WhenPainted } from './plates/index.ts';
import { openConversions, watchPictures } from './prepare-pictures.ts';
import { type BuildReport, reportFile, reportOf } from './report.ts';
import { readCondition } from './separation.ts';
import { checkUnprintedTexts } from './unprinted-texts.ts';

export interface BuildRequest {
  /** Path of the job's file in the project: `content/NAME/job.yaml`. */
  readonly job: string;
  /** Null: what the job asks for. `findings`: nothing but what would be found in any of that. */
  readonly outputs: readonly OutputKind[] | 'findings' | null;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** What page pictures show of how they are made; absent: nothing. */
  readonly overlay?: readonly OverlayKind[];
  /** Notes tell what of the copy is set otherwise than typed. */
  readonly explain?: boolean;
  /** Measures the press file's ink on plates of so many pixels to the inch; null: not at all. */
  readonly platesDpi?: number | null;
  /** Hears of each page's plates as soon as they are painted, whether the job has errors or not. */
  readonly whenPainted?: WhenPainted;
}

export interface BuildResult {
  /** Empty when there are errors: nothing half done is handed out. */
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
  /** Plates of the press file, where they were asked for; kept beside errors, to show them. */
  readonly plates: readonly MeasuredPage[];
  /** Pages of the press file: a booklet's pages, a folder's two sides. */
  readonly pageCount: number;
  /** Null where there are errors. */
  readonly report: BuildReport | null;
}

type Built = Pick<BuildResult, 'artifacts' | 'plates' | 'pageCount' | 'report'>;

/** What is made: pictures of pages where something is to be drawn on them, and for nobody's findings. */
function outputsOf(job: Job, { outputs, overlay = [] }: BuildRequest): readonly OutputKind[] {
  if (outputs === 'findings')
    return [...new Set(['press' as const, ...job.outputs])].filter((kind) => kind !== 'pages');
  const wanted = outputs ?? job.outputs;
  return overlay.length > 0 && !wanted.includes('pages') ? [...wanted, 'pages'] : wanted;
}

/** The phases from styles to outputs; null as soon as one of them reports an error. */
async function buildOutputs(
  job: Job,
  outputs: readonly OutputKind[],
  { platesDpi = null, whenPainted, overlay = [], explain = false }: BuildRequest,
  log: Log,
  context: Context,
): Promise<Built | null> {
  const condition = readCondition(job.condition, spanOfKey(job, 'condition'), context);
  if (job.form.kind === 'folder' && !log.hasErrors())
    checkFolds({ ...job, form: job.form, spanOf: (key) => spanOfKey(job, key) }, context.report);
  if (!condition) return null;
  const convert = openConversions(context);
  const watch = watchPictures(job, condition, context, convert);
  const laidOut = await layOutJob(job, log, context, watch);
  if (!laidOut) return null;
  if (explain) reportChanges(laidOut.copy.changes, context.report);
  const { template, copy, document, styled, pictures, fonts, pages, bleed } = laidOut;
  const fields = measureFields(pages);
  checkLineLimits(fields, template.schema, copy, context);
  checkPageCount(job, pages.length, context);
  if (log.hasErrors()) return null;
  checkUnprintedTexts(fields, { schema: template.schema, copy, document }, context);

  const isTagged = outputs.includes('screen');
  const art = buildDisplayList(pages, { pictures, bleed, styled, fonts, isTagged }, context);
  const folds = job.form.kind === 'folder' ? panelBleed(job.form, bleed) : null;
  const bleedOf = (page: string) => (folds ? (folds.get(page) ?? noEdges) : bleed);
  checkEdges(art, { bleedOf, safetyMm: job.safetyMm }, context);
  const drawn = { art, styled, pictures, copyPictures: picturesOf(copy) };
  const painted = await paintOutputs(
    {
      ...{ job, condition, outputs, platesDpi, whenPainted, overlay, pages, convert },
      ...{ hasReported: log.has, ...drawn },
    },
    context,
  );
  if (!painted) return null;
  const { plates } = painted;
  const pageCount = painted.flats.length;
  if (log.hasErrors()) return { artifacts: [], plates, pageCount, report: null };

  const findings = log.findings();
  const report = reportOf({ job, schema: template.schema, fields, findings, ...painted });
  const artifacts = [...painted.artifacts, reportFile(report)];
  return { artifacts, plates, pageCount, report };
}

/** A job to its files. All findings, and the files when there is no error among them. */
export async function build(request: BuildRequest, workspace: Workspace): Promise<BuildResult> {
  const log = openLog({ strict: request.strict });
  const context = { report: log.report, workspace };
  const job = keptReading(request.job, context, (watched) => readJob(request.job, watched));
  log.silence(job?.silence.map(({ code }) => code) ?? []);
  const outputs = job ? outputsOf(job, request) : [];
  // Copy is held to all that the job comes as, whatever is made of it this time.
  const held = job && { ...job, outputs: [...new Set([...job.outputs, ...outputs])] };
  const built = held && (await buildOutputs(held, outputs, request, log, context));
  return {
    artifacts: log.hasErrors() ? [] : (built?.artifacts ?? []),
    findings: log.findings(),
    plates: built?.plates ?? [],
    pageCount: built?.pageCount ?? 0,
    report: built?.report ?? null,
  };
}
