/** All files of a hand-over, in order, checksums last. */
import { type Artifact, type Context, type Language, sha256 } from '../base/index.ts';
import type { Job } from '../input/index.ts';
import { type MeasuredPage, plateFiles } from '../plates/index.ts';
import type { BuildReport } from '../report.ts';
import { reportPage } from './report-page.ts';
import { ticketOf } from './ticket.ts';
import { ticketFiles } from './ticket-files.ts';

export interface PackInput {
  readonly job: Job;
  readonly pageCount: number;
  /** What the build made. */
  readonly artifacts: readonly Artifact[];
  readonly report: BuildReport;
  readonly plates: readonly MeasuredPage[];
  readonly dummy: Artifact | null;
}

/** `sha256sum -c checksums.txt` checks them. */
function checksums(files: readonly Artifact[]): Artifact {
  const lines = files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`);
  return { path: 'checksums.txt', bytes: new TextEncoder().encode(lines.join('')) };
}

/** The press file first, what is to be read next, pictures after it. */
const order = [
  /^press\.pdf$/,
  /^sheets\./,
  /^dummy/,
  /^ticket/,
  /^report/,
  /^pages\//,
  /^plates\//,
];

function rank({ path }: Artifact): number {
  const found = order.findIndex((pattern) => pattern.test(path));
  return found < 0 ? order.length : found;
}

export async function packJob(
  input: PackInput,
  context: Pick<Context, 'workspace'>,
): Promise<readonly Artifact[]> {
  const { job, artifacts, report, plates, dummy } = input;
  const language: Language = job.language.split('-')[0] === 'da' ? 'da' : 'en';
  const hasSheets = artifacts.some(({ path }) => path === 'sheets.pdf');
  const made = [
    ...artifacts,
    ...(dummy ? [dummy] : []),
    ...(await plateFiles(plates, language, context)),
    ...ticketFiles(ticketOf({ ...input, hasSheets })),
  ];
  const page = reportPage({ report, plates, files: made, language, date: job.date });
  const files = [...made, page].toSorted((a, b) => rank(a) - rank(b));
  return [...files, checksums(files)];
}
