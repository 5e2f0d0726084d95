/** `trykklar pack`: what the printer is sent, whole, the same bytes anywhere. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const job = `title: 'Løn & <b>vilkår</b>'
language: da
template: t
form: {fold: roll6, panel: 100 x 210 mm}
paper: {weight: 135, stock: uncoated}
outputs: [press, sheets]
order:
  run: 20000
  finishing: [kuverteres, "5.000 i løs vægt"]
  notes: Prøvetryk før oplag
date: 2026-11-25
`;

const pages = ['front', 'flap', 'inside1', 'inside2', 'inside3', 'back'];

/** A project of one folder, whose page says its own name. */
function writeProject(root: string): void {
  mkdirSync(join(root, 'content/løn'), { recursive: true });
  mkdirSync(join(root, 'templates/t'), { recursive: true });
  writeFileSync(join(root, 'content/løn/job.yaml'), job);
  writeFileSync(join(root, 'content/løn/copy.yaml'), 'head: Overenskomst\n');
  writeFileSync(
    join(root, 'templates/t/template.yaml'),
    'form: {fold: roll6, panel: 100 x 210 mm}\nfields: {head: {type: text, label: {en: Head, da: Overskrift}}}\n',
  );
  const sections = pages.map((page) => `<section class="${page}"><h1>{{head}}</h1></section>`);
  writeFileSync(
    join(root, 'templates/t/pages.hbs'),
    `<link rel="stylesheet" href="t.css">${sections.join('')}`,
  );
  const rules = pages.map((page) => `.${page} { page: ${page} }`).join('\n');
  writeFileSync(
    join(root, 'templates/t/t.css'),
    `@font-face { font-family: H; src: url(/fonts/hanken-grotesk/HankenGrotesk-Bold.ttf) }
     section { font: 12pt/1.2 H; color: device-cmyk(0 0 0 1); height: 100%; padding: 12mm }
     ${rules}`,
  );
  cpSync(join(repository, 'fonts/hanken-grotesk'), join(root, 'fonts/hanken-grotesk'), {
    recursive: true,
  });
}

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function pack(cwd: string, env: Readonly<Record<string, string>>) {
  const { code, stderr } = await trykklar(['pack', 'løn', '--out', 'ud'], { cwd, env });
  expect([code, stderr.includes('error')]).toEqual([0, false]);
  return readFileSync(join(cwd, 'ud/løn/løn.zip'));
}

describe('a package', () => {
  let zip: Buffer;
  let files: Record<string, Uint8Array>;
  const file = (name: string) => decode(files[`løn/${name}`]);
  beforeAll(async () => {
    writeProject(folder.path);
    zip = await pack(folder.path, {});
    files = unzipSync(zip);
  }, 60_000);

  it('has everything, and checksums that hold', () => {
    const names = Object.keys(files).map((name) => name.slice('løn/'.length));
    const documents = names.filter((name) => !name.includes('/'));
    expect(documents).toEqual([
      'press.pdf',
      'sheets.pdf',
      'sheets.json',
      'sheets.png',
      'dummy.pdf',
      'ticket.html',
      'ticket.txt',
      'report.json',
      'report.html',
      'checksums.txt',
    ]);
    const pictures = [...pages, 'outside', 'inside'].map((name) => `pages/${name}.png`);
    expect(names.filter((name) => name.startsWith('pages/'))).toEqual(
      expect.arrayContaining(pictures),
    );
    expect(names).toContain('plates/outside-black.png');
    const sums = file('checksums.txt').trimEnd().split('\n');
    expect(sums.length).toBe(names.length - 1);
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      const bytes = files[`løn/${name}`] ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
  });

  it('is the same in another place, time zone and locale', async () => {
    const other = join(folder.path, 'andet sted');
    writeProject(other);
    const again = await pack(other, { TZ: 'Pacific/Kiritimati', LC_ALL: 'da_DK.UTF-8' });
    expect(again.equals(zip)).toBe(true);
  }, 60_000);

  it('says on its ticket what is ordered, in Danish and in English', () => {
    const text = file('ticket.txt');
    for (const line of [
      'Oplag:            20.000 eks.',
      'Udfoldet format:  297 × 210 mm',
      'Paneler:          97 · 100 · 100 mm, udvendig side fra venstre (indvendig spejlvendt)',
      'Papir:            135 g/m², ubestrøget',
      'Fals:             1. mellem flap og bagside: indersider mod hinanden',
      'Bigning:          Bigges ikke',
      'Efterbehandling:  kuverteres',
      'Bemærkninger:     Prøvetryk før oplag',
      'Run:                 20,000 copies',
      'Folds:               1. between flap and back: insides together',
      'Inks:                1: black, both sides',
    ])
      expect(text).toContain(line);
  });

  it('shows only its own pictures, and words as words', () => {
    const html = `${file('report.html')}${file('ticket.html')}`;
    const sources = [...html.matchAll(/src="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(10);
    for (const source of sources)
      expect(files[`løn/${decodeURI(source)}`]?.length).toBeGreaterThan(0);
    expect(html).toContain('Løn &amp; &lt;b&gt;vilkår&lt;/b&gt;');
    expect(html).not.toMatch(/<b>|<script|https?:/);
  });
});

it('is not made of a job with errors', async () => {
  const root = join(folder.path, 'forkert');
  writeProject(root);
  writeFileSync(join(root, 'content/løn/job.yaml'), job.replace('135', '220'));
  const { code, stdout } = await trykklar(['pack'], { cwd: root });
  expect([code, stdout]).toEqual([1, '']);
});
