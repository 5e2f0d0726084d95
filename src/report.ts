/**
 * `report.json`: what was made and what was measured on it. Nothing in it depends on the clock,
 * the machine or the folder.
 */
import { type Artifact, type Finding, findingJson, ptToMm, sha256 } from './base/index.ts';
import type { PrintColor } from './color/index.ts';
import { colorText, type DisplayList, measureInks } from './display/index.ts';
import type { FlatPage } from './impose/index.ts';
import { type Job, labelOf, limitsOf, type Schema, type Swatch } from './input/index.ts';
import type { FieldReport } from './layout/index.ts';
import type { PreflightFacts } from './preflight/index.ts';
import { programName } from './version.ts';

export interface ReportInput {
  readonly job: Job;
  readonly schema: Schema;
  readonly artifacts: readonly Artifact[];
  readonly fields: readonly FieldReport[];
  readonly print: DisplayList<PrintColor>;
  /** Null when no press file was asked for. */
  readonly facts: PreflightFacts | null;
  readonly flats: readonly FlatPage<PrintColor>[];
  readonly findings: readonly Finding[];
}

function roundMm(pt: number): number {
  return Math.round(ptToMm(pt) * 1000) / 1000;
}

function fieldJson(report: FieldReport, schema: Schema) {
  const { characters, lines } = limitsOf(schema, report.field);
  return {
    ...report,
    label: labelOf(schema, report.field),
    maxCharacters: characters.max,
    maxLines: lines.max,
  };
}

function pageJson({ name, widthPt, heightPt, bleed }: FlatPage<PrintColor>) {
  return {
    name,
    trimMm: { width: roundMm(widthPt), height: roundMm(heightPt) },
    bleedMm: {
      top: roundMm(bleed.top),
      right: roundMm(bleed.right),
      bottom: roundMm(bleed.bottom),
      left: roundMm(bleed.left),
    },
  };
}

function swatchJson({ name, inks: [c, m, y, k], spot }: Swatch) {
  const alternate = { space: 'cmyk', c, m, y, k, alpha: 1 } as const;
  const color = spot ? ({ space: 'spot', ...spot, alternate, alpha: 1 } as const) : alternate;
  return { name, color: colorText(color) };
}

/** What was made and measured, keys in a fixed order. */
export function reportOf(input: ReportInput) {
  const { job, schema, artifacts, fields, print, facts, flats, findings } = input;
  const { colors, inks, maxInkPercent } = measureInks(print);
  return {
    program: programName,
    job: job.name,
    title: job.title,
    built: facts ? `built to ${job.flavour}` : null,
    files: artifacts.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    pages: flats.map(pageJson),
    press: facts,
    inks: {
      names: inks,
      maxFlatColorPercent: maxInkPercent,
      colors,
      swatches: job.swatches.map(swatchJson),
    },
    fields: fields.map((field) => fieldJson(field, schema)),
    silenced: job.silence,
    findings: findings.map(findingJson),
  };
}

export type BuildReport = ReturnType<typeof reportOf>;

/** The report as a file. */
export function reportFile(report: BuildReport): Artifact {
  const bytes = new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
  return { path: 'report.json', bytes };
}
