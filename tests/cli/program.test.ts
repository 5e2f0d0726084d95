/** The command line as a shell meets it: exit codes, streams, files. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startTrykklar, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const project = join(folder.path, 'project');

describe('the program', { timeout: 60_000 }, () => {
  it('says its version and nothing else', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await trykklar(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['buidl'], 'unknown command'],
    [['build', '--only', 'paper'], 'press, screen, pages'],
    [['render', 'a.html'], 'name the PDF to write with `-o`'],
    [['render'], 'name the HTML file'],
    [['build', 'ledersektonen'], 'did you mean `ledersektionen`?'],
  ])('answers %j with exit code 2 and a hint', async (args, hint) => {
    const { code, stdout, stderr } = await trykklar(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  it('says what is wrong as JSON where JSON was asked for', async () => {
    const { code, stdout, stderr } = await trykklar(['build', 'ledersektonen', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      exitCode: 2,
      message: { da: expect.stringContaining('mente du `ledersektionen`?') },
    });
    expect(stderr).toMatch(/^error: /);
  });

  it('says so where there is no project', async () => {
    const empty = join(folder.path, 'empty');
    mkdirSync(empty);
    const { code, stderr } = await trykklar(['build', '--lang', 'da'], { cwd: empty });
    expect(code).toBe(2);
    expect(stderr).toContain('der er ingen mappe `content`');
  });

  it('makes a new brochure that builds at once', async () => {
    // The folder that one stands in, which Git has been told of.
    mkdirSync(join(project, '.git'), { recursive: true });
    const begun = await trykklar(['init', '.'], { cwd: project });
    expect(begun).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/build it: node \S+ build\n$/),
    });
    const { code, stdout, stderr } = await trykklar(['build'], { cwd: project });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'brochure: built\n' });
    const files = stdout.trim().split('\n');
    expect(files[0]).toBe(join(project, 'out/brochure/press.pdf'));
    for (const file of files) expect(existsSync(file)).toBe(true);
  });

  it.each(['da', 'en'])('begins it in the reader’s language: %s', async (language) => {
    const begun = join(folder.path, `begun-${language}`);
    await trykklar(['init', begun, '--lang', language]);
    const job = readFileSync(join(begun, 'content/brochure/job.yaml'), 'utf8');
    expect(job).toContain(`language: ${language}\n`);
    const { code, stderr } = await trykklar(['check'], { cwd: begun });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.not.stringMatching(/warning|error/),
    });
  });

  it('does not begin a brochure in a folder with something in it', async () => {
    const { code, stderr } = await trykklar(['init', project]);
    expect(code).toBe(2);
    expect(stderr).toContain('is not empty');
  });

  it('writes what is asked for, where it is asked for', async () => {
    const out = join(folder.path, 'elsewhere');
    const args = ['build', '--only', 'press', '--out', out, '--quiet'];
    const { code, stderr } = await trykklar(args, { cwd: project });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(join(out, 'brochure')).sort()).toEqual(['press.pdf', 'report.json']);
  });

  it('leaves the last good files when a text is too long, and names the field', async () => {
    const file = join(project, 'content/brochure/copy.yaml');
    const good = readFileSync(file, 'utf8');
    const press = readFileSync(join(project, 'out/brochure/press.pdf'));
    const long = 'Flere ord, end siden kan rumme. '.repeat(400);
    writeFileSync(file, good.replace(/ {2}body: \|\n/, `  body: |\n    ${long}\n\n`));
    const english = await trykklar(['build'], { cwd: project });
    expect(english.code).toBe(1);
    expect(english.stdout).toBe('');
    expect(english.stderr).toMatch(/error\[layout\/overset-text\]: \d+ lines of “Text” › “Body”/);
    expect(english.stderr).toContain('content/brochure/copy.yaml:');
    const danish = await trykklar(['build', '--lang', 'da'], { cwd: project });
    expect(danish.stderr).toMatch(/fejl\[layout\/overset-text\]/);
    expect(readFileSync(join(project, 'out/brochure/press.pdf')).equals(press)).toBe(true);

    const json = await trykklar(['check', '--format', 'json'], { cwd: project });
    expect(json.code).toBe(1);
    const [job] = JSON.parse(json.stdout).jobs;
    expect(job).toMatchObject({ job: 'brochure', ok: false, files: [] });
    expect(job.findings[0]).toMatchObject({
      severity: 'error',
      code: 'layout/overset-text',
      field: 'text.body',
      place: { file: 'content/brochure/copy.yaml' },
    });
    writeFileSync(file, good);
  });

  it('checks without writing', async () => {
    const before = readdirSync(join(project, 'out'), { recursive: true }).sort();
    const { code, stdout } = await trykklar(['check'], { cwd: project });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readdirSync(join(project, 'out'), { recursive: true }).sort()).toEqual(before);
  });

  it('tells each build of a watch as a line of JSON, and waits on where a file cannot be written', async () => {
    const out = join(folder.path, 'watched');
    mkdirSync(join(out, 'brochure/press.pdf'), { recursive: true });
    const args = ['watch', '--only', 'press', '--format', 'json', '--out', out];
    const { child, ended } = startTrykklar(args, { cwd: project });
    child.stderr?.on('data', (text: string) => {
      if (!text.includes('waiting')) return;
      if (existsSync(join(out, 'brochure/report.json'))) child.kill('SIGINT');
      else {
        rmdirSync(join(out, 'brochure/press.pdf'));
        const copy = join(project, 'content/brochure/copy.yaml');
        writeFileSync(copy, readFileSync(copy));
      }
    });
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('a folder lies where the file should be');
    const [failed, built] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(failed.error.exitCode).toBe(2);
    expect(built).toMatchObject({ job: 'brochure', ok: true, findings: [] });
  });

  it('answers in JSON where it is interrupted before it has an answer', async () => {
    // Until the program has begun, the signal is the system's to answer.
    for (let ms = 150; ms < 20_000; ms *= 2) {
      const args = ['hyphenate', '--format', 'json', '-'];
      const { child, ended } = startTrykklar(args, { stdin: 'pipe' });
      setTimeout(() => child.kill('SIGINT'), ms);
      const { code, stdout } = await ended;
      if (code === null) continue;
      expect(code).toBe(130);
      expect(JSON.parse(stdout).error).toEqual({
        exitCode: 130,
        message: { en: 'interrupted', da: 'afbrudt' },
      });
      return;
    }
    expect.unreachable();
  });

  it('writes the schema of the copy beside it', async () => {
    const { code, stdout } = await trykklar(['schema'], { cwd: project });
    const file = join(project, 'content/brochure/copy.schema.json');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${file}\n` });
    expect(JSON.parse(readFileSync(file, 'utf8')).additionalProperties).toBe(false);
  });

  it('takes warnings as errors when it is told to be strict', async () => {
    const { code, stderr } = await trykklar(['check', 'ledersektionen', '--strict']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[color/placeholder-picture]');
  });

  it('renders one HTML file', async () => {
    const page = join(folder.path, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><title>Page</title><style>
       @font-face { font-family: S; src: url(/fonts/source-serif-4/SourceSerif4-Regular.ttf) }
       @page { size: 60mm 40mm } body { font: 10pt/13pt S }</style><p>Words`,
    );
    const pdf = join(folder.path, 'page.pdf');
    const { code, stdout, stderr } = await trykklar(['render', page, '-o', pdf]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${pdf}\n` });
    expect(stderr).toContain('made for the screen; `--media press` makes a press file');
    expect(readFileSync(pdf, 'latin1').slice(0, 8)).toBe('%PDF-1.7');
    await trykklar(['render', page, '-o', pdf, '--media', 'press']);
    expect(readFileSync(pdf, 'latin1').slice(0, 8)).toBe('%PDF-1.6');
    const missing = await trykklar(['render', 'nothing.html', '-o', pdf]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('input/file-missing');
  });
});
