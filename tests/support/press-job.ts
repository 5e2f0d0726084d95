/** A job of one booklet in strings, built to its press file, for tests of what reaches a plate. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/base/index.ts';
import { build } from '../../src/build.ts';
import { as, type PdfFile, readPdf } from '../../src/pdf/index.ts';
import { workspaceOf } from './letter-pixels.ts';

const root = join(import.meta.dirname, '../..');

export interface PressJob {
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  /** Null where there are errors. */
  readonly bytes: Uint8Array | null;
  readonly report: Record<string, unknown> | null;
}

/** Four pages of A6; `css` and `body` are those of the first. `job`: further lines. */
export async function pressJob(
  css: string,
  body: string,
  job: readonly string[] = [],
): Promise<PressJob> {
  const pages = `<html><head><style>${css}</style></head><body><section>${body}</section>
    ${'<section class="next">{{words}}</section>'.repeat(3)}</body></html>`;
  const sheet = `@font-face { font-family: T; src: url(/fonts/t.ttf) }
    html { font: 12pt/14pt T; color: device-cmyk(0 0 0 1) } section { padding: 10mm }
    .next { break-before: page }`;
  const workspace = workspaceOf({
    'templates/t/template.yaml':
      'title: {da: T, en: T}\nform: {booklet: A6, pages: 4}\nfields:\n  words: {type: text, label: Words}\n',
    'templates/t/pages.hbs': pages.replace('<style>', `<style>${sheet}`),
    'content/j/job.yaml': ['template: t', 'outputs: [press]', ...job].join('\n'),
    'content/j/copy.yaml': 'words: Ord\n',
    'fonts/t.ttf': new Uint8Array(
      readFileSync(join(root, 'fonts/hanken-grotesk/HankenGrotesk-Medium.ttf')),
    ),
  });
  const request = { job: 'content/j/job.yaml', outputs: null, strict: false } as const;
  const { artifacts, findings } = await build(request, {
    ...workspace,
    list: (folder) => (folder.startsWith('templates') ? ['t/', 'template.yaml'] : []),
  });
  const textOf = (path: string) => artifacts.find((one) => one.path === path)?.bytes ?? null;
  const report = textOf('report.json');
  return {
    findings,
    codes: findings.map(({ code }) => code),
    bytes: textOf('press.pdf'),
    report: report && JSON.parse(new TextDecoder().decode(report)),
  };
}

/** Every content and form stream of a file as text, decoded, in order. */
export function contentsOf(bytes: Uint8Array): string {
  const file = readPdf(bytes);
  if (file.kind === 'damage') throw new Error(file.reason);
  return decoded(file).join('\n');
}

function decoded(file: PdfFile): readonly string[] {
  const texts: string[] = [];
  for (const number of file.numbers) {
    const stream = as(file.object(number), 'stream');
    const data = stream && file.decode(stream);
    if (data && data.length < 100_000) texts.push(Buffer.from(data).toString('latin1'));
  }
  return texts;
}
