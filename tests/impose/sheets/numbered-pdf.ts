/** A stranger's PDF of numbered pages: `12` near the head, `f12` near the foot, in Helvetica. */
import type { Finding, Workspace } from '../../../src/base/index.ts';
import { openWorkspace } from '../../../src/cli/disk-workspace.ts';
import type { Paper } from '../../../src/folds/index.ts';
import { findSheetSize, sheetSchemes } from '../../../src/impose/index.ts';
import { imposeSheets, type SheetSettings, sheetDefaults } from '../../../src/sheets.ts';
import { noCache } from '../../support/build-on-disk.ts';
import { repository } from '../../support/program.ts';

const mm = 72 / 25.4;

export interface NumberedPdf {
  readonly widthMm?: number;
  readonly heightMm?: number;
  readonly bleedMm?: number;
  /** Further entries of page n. */
  readonly pageEntries?: (page: number) => string;
  readonly catalogEntries?: string;
  readonly resources?: string;
  /** Further content of page n. */
  readonly content?: (page: number) => string;
  /** Further objects as `number text`, from 1000 on. */
  readonly more?: readonly string[];
  readonly trailerEntries?: string;
}

export function numberedPdf(pages: number, options: NumberedPdf = {}): Uint8Array {
  const { widthMm = 105, heightMm = 148, bleedMm = 3, content = () => '' } = options;
  const [w, h, b] = [widthMm * mm, heightMm * mm, bleedMm * mm];
  const media = `[${-b} ${-b} ${w + b} ${h + b}]`;
  const objects = new Map<number, string>();
  const kids: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const at = 10 + page * 2;
    kids.push(`${at} 0 R`);
    const text = `BT /F1 18 Tf ${w / 2 - 10} ${h - 60} Td (${page}) Tj ET BT /F1 12 Tf ${w / 2 - 10} 40 Td (f${page}) Tj ET ${content(page)}`;
    const boxes = `/MediaBox ${media} /BleedBox ${media} /TrimBox [0 0 ${w} ${h}]`;
    objects.set(
      at,
      `<< /Type /Page /Parent 2 0 R ${boxes} /Contents ${at + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${options.resources ?? ''} >> ${options.pageEntries?.(page) ?? ''} >>`,
    );
    objects.set(at + 1, `<< /Length ${text.length} >> stream\n${text}\nendstream`);
  }
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${options.catalogEntries ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const object of options.more ?? [])
    objects.set(Number.parseInt(object, 10), object.slice(object.indexOf(' ') + 1));
  return assemble(objects, options.trailerEntries ?? '');
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.6\n%\xe2\xe3\xcf\xd3\n';
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Map<number, number>();
  for (const [number, text] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

export interface ImposeOptions extends Partial<Omit<SheetSettings, 'scheme' | 'sheet'>> {
  readonly sheet?: string;
  readonly paper?: Paper | null;
}

/** The sheets of a file, and what is said about it: `severity code`. */
export async function impose(bytes: Uint8Array, schemeId: string, options: ImposeOptions = {}) {
  const scheme = sheetSchemes.get(schemeId);
  const sheet = findSheetSize(options.sheet ?? 'SRA3');
  if (!scheme || !sheet) throw new Error(`${schemeId} or its sheet is not known`);
  const findings: Finding[] = [];
  const workspace: Workspace = openWorkspace(repository, noCache);
  const report = (finding: Finding) => {
    // Helvetica is never embedded here.
    if (finding.code !== 'impose/fonts-missing') findings.push(finding);
  };
  const context = { workspace, report };
  const settings = { ...sheetDefaults, hasMarks: false, paper: null, ...options, scheme, sheet };
  const name = 'pages.pdf';
  const work = { name, bytes, settings, title: name, language: 'en', date: null } as const;
  const imposed = await imposeSheets(work, context);
  const pdf = imposed ? new Uint8Array(Buffer.concat(imposed.parts)) : null;
  const said = findings.map(({ severity, code }) => `${severity} ${code}`);
  return { plan: imposed?.plan ?? null, pdf, said, findings };
}
