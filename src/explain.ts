/** `trykklar explain`: a job laid out, and the lines of one of its fields with their reasons. */
import { type Finding, nearest, openLog, type Workspace } from './base/index.ts';
import { readJob } from './input/index.ts';
import { layOutJob } from './lay-out-job.ts';
import { type ExplainedField, explainField, measureFields } from './layout/index.ts';

export interface Explanation {
  /** Empty where the field is on no page, or an error stood in the way. */
  readonly fields: readonly ExplainedField[];
  /** A field whose name is near to the one asked for. */
  readonly meant: string | undefined;
  readonly findings: readonly Finding[];
}

/** `job` is the path of the job's file; `field` a path in the copy, or the beginning of some. */
export async function explain(
  job: string,
  field: string,
  workspace: Workspace,
): Promise<Explanation> {
  const log = openLog({ strict: false });
  const context = { report: log.report, workspace };
  const read = readJob(job, context);
  const laidOut = read && (await layOutJob(read, log, context));
  const pages = laidOut?.pages ?? [];
  const fields = explainField(pages, field);
  const names = measureFields(pages).map((report) => report.field);
  const meant = fields.length === 0 ? nearest(field, names) : undefined;
  return { fields, meant, findings: log.findings() };
}
