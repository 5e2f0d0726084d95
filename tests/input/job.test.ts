import { describe, expect, it } from 'vitest';
import { jobDefaults, readJob, spanOfKey, swatchStyles } from '../../src/input/index.ts';
import { type Files, openProject, projectFiles } from './project.ts';

function read(yaml: string, files: Files = {}) {
  const project = openProject(projectFiles({ 'content/j/job.yaml': yaml, ...files }));
  const job = readJob('content/j/job.yaml', project.context);
  return { job, lines: project.lines(), findings: project.findings };
}

describe('a job', () => {
  it('needs a template and nothing else', () => {
    const { job, lines } = read('template: t\n');
    expect(lines).toEqual([]);
    expect(job).toMatchObject({
      name: 'j',
      title: 'j',
      language: jobDefaults.language,
      template: 't',
      copy: 'content/j/copy.yaml',
      form: {
        kind: 'folder',
        scheme: 'roll6',
        panelMm: { width: 148, height: 210 },
        compensationMm: null,
      },
      paper: { weightGsm: 170, stock: 'silk' },
      bleedMm: { top: 3, right: 3, bottom: 3, left: 3 },
      condition: { identifier: 'FOGRA39', profile: 'assets/icc/FOGRA39L_coated.icc' },
      outputs: ['press', 'pages'],
      silence: [],
    });
  });

  it.each([
    ['title:', 'skriv ordene efter kolonet: `title: …`'],
    ['language: X', 'skriv fx `language: da`'],
    ['form: {panel: A55}', 'skriv `A5`'],
    ['form: {panel: B}', 'skriv fx `panel: A5`'],
    ['form: {compensation: 99}', 'skriv fx `compensation: auto`'],
    ['paper: {weight: 900}', 'skriv højst `600`'],
    ['paper: {weight: 170 g/m2}', 'skriv `170`'],
    ['bleed: 3, 3, 3, 0', 'skriv `[3, 3, 3, 0]`'],
    ['bleed: meget', 'skriv fx `bleed: 3 mm`'],
    ['marks: måske', 'skriv `true` eller `false`'],
    ['spots: PANTONE 286 C, PANTONE 871 C', 'skriv `[PANTONE 286 C, PANTONE 871 C]`'],
    ['swatches: {rød: 100}', 'skriv fx `rød: [100, 75, 0, 2]`'],
    ['outputs: press, screen, pages', 'skriv `[press, screen, pages]`'],
    ['outputs: []', 'skriv fx `outputs: [press]`'],
    ['sheets: {gripper: en}', 'skriv fx `gripper: 10 mm`'],
    ['order: {run: ca. 20000}', 'skriv `20000`'],
    ['order: {run: ca. 20.000 stk.}', 'skriv `20000`'],
    ['order: {run: 2000-3000}', 'skriv ét tal og intet andet'],
    ['order: {run: 0}', 'skriv mindst `1`'],
    ['date: 2026-11-31', 'skriv `2026-11-30`'],
    ['date: 2026-02-29', 'skriv `2026-02-28`'],
    ['date: 2026-13-01', 'skriv fx `date: 2026-11-25`'],
    ['pages: {dpi: mange}', 'skriv ét tal og intet andet'],
    ['silence: x', 'skriv `- code: …` og under det `reason: …`, to mellemrum længere inde'],
  ])('says what to write: %s', (yaml, expected) => {
    const { findings } = read(`template: t\n${yaml}\n`);
    expect(findings.map(({ code, hints }) => [code, hints[0]?.message.da])).toEqual([
      ['input/wrong-value', expected],
    ]);
  });

  it('that is empty, or lacks its template, is not given another brochure’s', () => {
    expect(read('# intet\n').findings.map(({ message }) => message.da)).toEqual([
      'der står intet i `content/j/job.yaml`',
    ]);
    const { findings } = read('title: x', { 'templates/u/template.yaml': '' });
    expect(findings[0]?.hints[0]?.message.da).toBe('skriv `template: t` eller `template: u`');
  });

  it('is warned of bleed that no cutter keeps to', () => {
    expect(read('template: t\nbleed: 0\n').lines).toEqual([
      'warning input/little-bleed content/j/job.yaml:2:8 ‹0›',
    ]);
    expect(read('template: t\nbleed: [3, 3, 3, 0]\n').lines).toEqual([]);
  });

  it('says everything else in its own words', () => {
    const { job, lines } = read(
      [
        'title: Folder 2026',
        'language: da-DK',
        'template: t',
        'copy: ../anden/copy.yaml',
        'form: {fold: roll6, panel: 100 x 210 mm, compensation: 3 mm}',
        'paper: {weight: 115, stock: uncoated}',
        'bleed: [5, 3 mm, "0,3 cm", 0]',
        'marks: true',
        'condition: {profile: /assets/x.icc, identifier: PSO, info: Papir}',
        'outputs: [pages, press]',
        'date: 2026-11-25T10:30:00+01:00',
        'pages: {dpi: 96}',
        'silence: [{code: input/straight-quote, reason: kundens ønske}]',
      ].join('\n'),
      { 'assets/x.icc': 'x' },
    );
    expect(lines).toEqual([]);
    expect(job).toMatchObject({
      copy: 'content/anden/copy.yaml',
      form: { panelMm: { width: 100, height: 210 }, compensationMm: 3 },
      paper: { weightGsm: 115, stock: 'uncoated' },
      bleedMm: { top: 5, right: 3, bottom: 3, left: 0 },
      marks: true,
      condition: { profile: 'assets/x.icc', identifier: 'PSO', info: 'Papir' },
      outputs: ['press', 'pages'],
      date: '2026-11-25T10:30:00+01:00',
      pagesDpi: 96,
      silence: [{ code: 'input/straight-quote', reason: 'kundens ønske' }],
    });
  });

  it.each([
    ['{booklet: A5, pages: 8}', { kind: 'booklet', pageMm: { width: 148, height: 210 }, pages: 8 }],
    [
      '{booklet: true, page: A5 landscape}',
      { kind: 'booklet', pageMm: { width: 210, height: 148 }, pages: null },
    ],
  ])('is a booklet: %s', (form, expected) => {
    const { job, lines } = read(`template: t\nform: ${form}`, {
      'templates/t/template.yaml': 'form: {booklet: A4}\nfields: {}',
    });
    expect(lines).toEqual([]);
    expect(job?.form).toEqual(expected);
  });

  it.each([
    ['{leaf: A2, pages: 1}', [], { kind: 'leaf', pageMm: { width: 420, height: 594 }, pages: 1 }],
    ['{leaf: 85 x 55 mm}', [], { kind: 'leaf', pageMm: { width: 85, height: 55 }, pages: 2 }],
    ['{pages: 3}', ['input/wrong-value 2:15 ‹3›'], null],
    ['{crease: true}', ['input/stray-form-key 2:8 ‹crease›'], null],
    ['{booklet: A5}', ['input/form-mismatch 2:8 ‹booklet›'], null],
  ])('is a leaf: %s', (form, mistakes, expected) => {
    const { job, lines } = read(`template: t\nform: ${form}`, {
      'templates/t/template.yaml': 'form: {leaf: A3, pages: 2}\nfields: {}',
    });
    expect(lines).toEqual(
      mistakes.map((line) => `error ${line.replace(' ', ' content/j/job.yaml:')}`),
    );
    if (expected) expect(job?.form).toEqual(expected);
  });

  it.each([
    ['title: x', 'input/missing-key 1:1 ‹t›'],
    ['template: tt', 'input/unknown-template 1:11 ‹tt›'],
    ['template: t\npapir: 3', 'input/unknown-key 2:1 ‹papir›'],
    ['template: t\npaper: {wieght: 90}', 'input/unknown-key 2:9 ‹wieght›'],
    ['template: t\npaper: {weight: tung}', 'input/wrong-value 2:17 ‹tung›'],
    ['template: t\npaper: {stock: silke}', 'input/wrong-value 2:16 ‹silke›'],
    ['template: t\nbleed: 3 meter', 'input/wrong-value 2:8 ‹3 meter›'],
    ['template: t\nbleed: [3, 3]', 'input/wrong-value 2:8 ‹[3, 3]›'],
    ['template: t\nmarks: måske', 'input/wrong-value 2:8 ‹måske›'],
    ['template: t\nform: {fold: z6}', 'input/form-mismatch 2:8 ‹fold›'],
    ['template: t\nform: {fold: roll66}', 'input/wrong-value 2:14 ‹roll66›'],
    ['template: t\nform: {format: A55}', 'input/wrong-value 2:16 ‹A55›'],
    ['template: t\nform: {format: 3 x 3 mm}', 'input/wrong-value 2:16 ‹3 x 3 mm›'],
    ['template: t\nform: {compensation: 40}', 'input/wrong-value 2:22 ‹40›'],
    ['template: t\ncopy: ../../../etc/passwd', 'input/file-outside 2:7 ‹../../../etc/passwd›'],
    ['template: t\ncondition: FOGRA93', 'input/wrong-value 2:12 ‹FOGRA93›'],
    ['template: t\ncondition: {profile: /x.icc}', 'input/file-missing 2:22 ‹/x.icc›'],
    ['template: t\noutputs: [tryk]', 'input/wrong-value 2:11 ‹tryk›'],
    ['template: t\ndate: 2026-02-30', 'input/wrong-value 2:7 ‹2026-02-30›'],
    ['template: t\nlanguage: dansk sprog', 'input/wrong-value 2:11 ‹dansk sprog›'],
    ['template: t\npages: {dpi: 5000}', 'input/wrong-value 2:14 ‹5000›'],
    ['template: t\nsilence: [{code: a/b}]', 'input/silence-without-reason 2:18 ‹a/b›'],
    ['- a\n- b', 'input/not-keys 1:1 ‹- a⏎- b›'],
  ])('%j is a mistake', (yaml, expected) => {
    const [code = '', ...place] = expected.split(' ');
    expect(read(yaml).lines).toEqual([`error ${code} content/j/job.yaml:${place.join(' ')}`]);
  });

  it.each([
    ['date: 25-11-2026', '2026-11-25'],
    ['date: 25/11 2026', '2026-11-25'],
    ['date: 5. marts 2026', '2026-03-05'],
    ['date: 1.10.26', '2026-10-01'],
    ['date: 31. juni 2026', undefined],
    ['marks: ja', 'true'],
    ['cleanup: nej', 'false'],
    ['language: dansk', 'da'],
    ['language: EN', 'en'],
    ['paper: {weight: 170 g/m²}', '170'],
    ['paper: {stock: mat}', 'silk'],
    ['order: {run: 20.000 stk.}', '20000'],
    ['form: {fold: rullefals}', 'roll6'],
    ['condition: ISO Coated v2', 'FOGRA39'],
    ['condition: fogra39', 'FOGRA39'],
    ['outputs: [tryk]', 'press'],
  ])('%s: what is meant', (line, replacement) => {
    const { findings } = read(`template: t\n${line}`);
    expect(findings[0]?.code).toBe('input/wrong-value');
    expect(findings[0]?.hints[0]?.replacement).toBe(replacement);
  });

  it.each([
    ['20000', 20_000],
    ['20.000', 20_000],
    ["'20 000'", 20_000],
    ['1.250.000', 1_250_000],
    ["'20,000'", 20_000],
  ])('a run of %s is not a fraction', (run, expected) => {
    const { job, lines } = read(`template: t\norder: {run: ${run}}`);
    expect(lines).toEqual([]);
    expect(job?.order.run).toBe(expected);
  });

  it.each(['20.5', '2.00', '20.0000', '0'])('a run of %s is a mistake', (run) => {
    expect(read(`template: t\norder: {run: ${run}}`).lines).toHaveLength(1);
  });

  it('suggests the near word', () => {
    const { findings } = read('template: t\nouputs: [press]');
    expect(findings[0]?.hints[0]).toEqual({
      message: { en: 'did you mean `outputs`?', da: 'mente du `outputs`?' },
      replacement: 'outputs',
    });
  });

  it('shows all mistakes in one run, and goes on with the defaults', () => {
    const { job, lines } = read('template: t\nbleed: x\nmarks: x\ndate: x\n');
    expect(lines).toHaveLength(3);
    expect(job).toMatchObject({ bleedMm: jobDefaults.bleedMm, marks: false });
  });

  it('knows the place of each key', () => {
    const { job } = read('template: t\nform: {fold: roll6}\ncopy: c.yaml\n');
    const words = (key: string) => {
      const span = job && spanOfKey(job, key);
      return span?.source.text.slice(span.start, span.end);
    };
    expect(words('form.fold')).toBe('roll6');
    expect(words('form.panel')).toBe('form');
    expect(words('copy')).toBe('c.yaml');
    expect(words('paper')).toBe('t');
  });
});

describe('swatches', () => {
  it('are inks in percent, as CSS writes them, or a spot whose alternate is told once', () => {
    const { job, lines } = read(
      [
        'template: t',
        'swatches:',
        '  deep: [88, 0, 38, 78]',
        '  varm: device-cmyk(0% 0.4 80% 0)',
        '  guld: {spot: PANTONE 871 C, alternate: [20, 25, 60, 25]}',
        '  guld-lys: {spot: PANTONE 871 C, tint: 30}',
      ].join('\n'),
    );
    expect(lines).toEqual([]);
    expect(swatchStyles(job?.swatches ?? [])).toEqual({
      properties: {
        '--deep': 'device-cmyk(0.88 0 0.38 0.78)',
        '--varm': 'device-cmyk(0 0.4 0.8 0)',
        '--guld': 'color(--guld 1)',
        '--guld-lys': 'color(--guld-lys 0.3)',
      },
      rules: [
        '@spot-color --guld { name: "PANTONE 871 C"; alternate: device-cmyk(0.2 0.25 0.6 0.25) }',
        '@spot-color --guld-lys { name: "PANTONE 871 C"; alternate: device-cmyk(0.2 0.25 0.6 0.25) }',
      ].join('\n'),
    });
  });

  it('that are wrong are told, all of them, and the others stand', () => {
    const { job, findings } = read(
      [
        'template: t',
        'swatches:',
        '  deep: [88, 0, 38]',
        '  rgb: "#ff0000"',
        '  2x: [0, 0, 0, 100]',
        '  meget: [0, 0, 0, 120]',
        '  guld: {spot: PANTONE 871 C}',
        '  sort: [0, 0, 0, 100]',
      ].join('\n'),
    );
    expect(findings.map(({ code }) => code)).toEqual([
      'input/wrong-value',
      'input/wrong-value',
      'input/swatch-name',
      'input/wrong-value',
      'input/missing-key',
    ]);
    expect(job?.swatches.map(({ name }) => name)).toEqual(['sort']);
  });
});
