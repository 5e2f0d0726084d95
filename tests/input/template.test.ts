import { describe, expect, it } from 'vitest';
import { mmToPt } from '../../src/base/index.ts';
import { readCopy, readJob, readTemplate, renderTemplate } from '../../src/input/index.ts';
import { type Files, openProject, projectFiles } from './project.ts';

const copyYaml = `
title: VI~STØTTER
letter:
  body: |
    Kære *læser* & <ven>

    Hilsen
  portrait: {file: /assets/a.jpg, alt: 'Mand 5"', focus: [40%, 20%]}
members: 1.000
day: 2026-11-25
web: ds.dk/x
open: true
principles: [Et, '**To**']
`;

const panels = new Map([['front', { width: mmToPt(148), height: mmToPt(210) }]]);

function render(pages: string, files: Files = {}) {
  const all = projectFiles({
    'content/j/copy.yaml': copyYaml,
    'assets/a.jpg': 'x',
    'templates/t/pages.hbs': pages,
    ...files,
  });
  const project = openProject(all);
  const job = readJob('content/j/job.yaml', project.context);
  const template = readTemplate('t', project.context);
  const copy = job && template && readCopy(job, template.schema, [], project.context);
  if (!job || !template || !copy) throw new Error(project.lines().join('\n'));
  const markup = renderTemplate(template, copy, job, panels, project.context);
  const { findings } = project;
  return { markup, html: markup?.html, lines: project.lines(), findings };
}

describe('a template', () => {
  it.each([
    ['{{title}}', 'VI\u00A0STØTTER'],
    ['{{letter.body}}', '<p>Kære <em>læser</em> &amp; &lt;ven&gt;</p>\n<p>Hilsen</p>'],
    [
      '{{paragraphs letter.body class="b"}}',
      '<p class="b">Kære <em>læser</em> &amp; &lt;ven&gt;</p>\n<p class="b">Hilsen</p>',
    ],
    [
      '{{#each letter.body}}<i>{{this}}</i>{{/each}}',
      '<i>Kære <em>læser</em> &amp; &lt;ven&gt;</i><i>Hilsen</i>',
    ],
    ['{{#each principles}}{{add @index 1}}.{{this}} {{/each}}', '1.Et 2.<strong>To</strong> '],
    ['{{#each principles as |bud nr|}}{{nr}}{{bud}}{{/each}}', '0Et1<strong>To</strong>'],
    ['{{principles.length}} {{principles.[0]}}', '2 Et'],
    [
      '{{#with letter}}{{#if portrait}}{{portrait.focus}}{{/if}}{{../title}}{{/with}}',
      '40% 20%VI\u00A0STØTTER',
    ],
    [
      '<img src="{{letter.portrait.file}}" alt="{{letter.portrait.alt}}">',
      '<img src="/assets/a.jpg" alt="Mand 5&quot;">',
    ],
    ['<p title="{{letter.body.[0]}}">', '<p title="Kære læser &amp; &lt;ven&gt;">'],
    ['<title>{{letter.body.[0]}}</title>', '<title>Kære læser &amp; &lt;ven&gt;</title>'],
    ['{{#if lead}}ja{{else}}nej{{/if}}{{lead}}', 'nej'],
    ['{{#unless open}}lukket{{/unless}}', ''],
    ['{{@job.title}} {{@job.language}}', 'j da'],
    ['{{#each principles}}{{@root.title}}{{/each}}', 'VI\u00A0STØTTERVI\u00A0STØTTER'],
    ['{{day}}', '2026-11-25'],
    ['{{! note }}a {{~title~}} b', 'aVI\u00A0STØTTERb'],
  ])('%s', (pages, expected) => {
    const { html, lines } = render(pages);
    expect(lines).toEqual([]);
    expect(html).toBe(expected);
  });

  it.each([
    ['{{number members}}', '1.000'],
    ['{{number members decimals=2}}', '1.000,00'],
    ['{{number principles.length}}', '2'],
    ['{{date day}}', '25.\u00A0november 2026'],
    ['{{date day "kort"}} {{date day "måned"}} {{date day "år"}}', '25.11.2026 november 2026 2026'],
    ['{{date "2026-01-02"}}', '2.\u00A0januar 2026'],
    ['{{upper letter.body.[0]}}', 'KÆRE <em>LÆSER</em> &amp; &lt;VEN&gt;'],
    ['{{lower title}}', 'vi\u00A0støtter'],
    [
      '{{plural members "medlem" "medlemmer"}} {{plural 1 "medlem" "medlemmer"}}',
      'medlemmer medlem',
    ],
    ['{{href web}} {{web}}', 'https://ds.dk/x ds.dk/x'],
    ['{{inline "*a* ~b"}}', '<em>a</em> \u00A0b'],
    ['{{panel "front" "width"}}×{{panel "front" "height"}}', '148×210'],
    ['{{#if (eq members 1000)}}1{{/if}}{{#if (eq title "VI STØTTER")}}2{{/if}}', '1'],
    ['{{#if (and open (not lead))}}1{{/if}}{{#if (or lead open)}}2{{/if}}', '12'],
    [
      '{{#if (and open lead)}}1{{/if}}{{#if (gt members 10)}}2{{/if}}{{#if (lt members 10)}}3{{/if}}',
      '2',
    ],
    ['{{or lead title}}', 'VI\u00A0STØTTER'],
  ])('function %s', (pages, expected) => {
    const { html, lines } = render(pages);
    expect(lines).toEqual([]);
    expect(html).toBe(expected);
  });

  it('draws a QR code as one path', () => {
    const { html, lines } = render('{{qr web quiet=2 class="k"}}');
    expect(lines).toEqual([]);
    expect(html).toMatch(
      /^<svg class="k" viewBox="0 0 29 29" role="img" aria-label="https:\/\/ds.dk\/x"><path fill="currentColor" d="M2 2H9V9H2Z/,
    );
  });

  it('has partials of its own and of all templates', () => {
    const { html, lines } = render('{{> a lead=title}}|{{> b/c letter}}|{{#> d}}x{{/d}}', {
      'templates/t/partials/a.hbs': '{{lead}}',
      'templates/shared/partials/a.hbs': 'wrong',
      'templates/shared/partials/b/c.hbs': '{{body.[1]}}',
      'templates/shared/partials/d.hbs': '[{{> @partial-block}}]',
    });
    expect(lines).toEqual([]);
    expect(html).toBe('VI\u00A0STØTTER|Hilsen|[x]');
  });

  it('prints a field that has the name of a function', () => {
    const { html, lines } = render('{{upper}} {{#with group}}{{date}}{{/with}}', {
      'content/j/copy.yaml': 'upper: A\ngroup: {date: B}\n',
      'templates/shared/fields.yaml':
        'upper: {type: text}\ngroup: {fields: {date: {type: text}}}\n',
    });
    expect(lines).toEqual([]);
    expect(html).toBe('A B');
  });
});

describe('origins', () => {
  /** Each stretch with the text it stands for. */
  function stretches(pages: string, files: Files = {}) {
    const { markup } = render(pages, files);
    return markup?.origins.map(({ start, end, span, field }) => {
      const name = span.source.path.split('/').at(-1);
      const words = span.source.text.slice(span.start, span.end);
      return [markup.html.slice(start, end), `${name} ‹${words}›`, field ?? ''];
    });
  }

  it('know the copy and the template apart', () => {
    expect(
      stretches('<p>Se {{letter.body.[0]}}\n  {{number members}} {{plural 2 "a" "b"}}</p>'),
    ).toEqual([
      ['<p>Se ', 'pages.hbs ‹<p>Se ›', ''],
      ['Kære ', 'copy.yaml ‹Kære ›', 'letter.body'],
      ['<em>', 'copy.yaml ‹Kære *læser* & <ven>›', 'letter.body'],
      ['læser', 'copy.yaml ‹læser›', 'letter.body'],
      ['</em>', 'copy.yaml ‹Kære *læser* & <ven>›', 'letter.body'],
      [' ', 'copy.yaml ‹ ›', 'letter.body'],
      ['&amp;', 'copy.yaml ‹&›', 'letter.body'],
      [' ', 'copy.yaml ‹ ›', 'letter.body'],
      ['&lt;', 'copy.yaml ‹<›', 'letter.body'],
      ['ven', 'copy.yaml ‹ven›', 'letter.body'],
      ['&gt;', 'copy.yaml ‹>›', 'letter.body'],
      ['\n  ', 'pages.hbs ‹\n  ›', ''],
      ['1.000', 'copy.yaml ‹1.000›', 'members'],
      [' ', 'pages.hbs ‹ ›', ''],
      ['b', 'pages.hbs ‹{{plural 2 "a" "b"}}›', ''],
      ['</p>', 'pages.hbs ‹</p>›', ''],
    ]);
  });

  it('are exact where Handlebars cuts white space, and after an escaped brace', () => {
    const pages =
      '<ul>\n{{#each principles}}\n  <li>{{this}}</li>\n{{/each}}\n</ul>\\{{x}} y {{~title}} z';
    for (const [html, place, field] of stretches(pages) ?? [])
      if (field === '') expect(place).toBe(`pages.hbs ‹${html}›`);
  });

  it('follow into partials', () => {
    const files = { 'templates/t/partials/a.hbs': '\n<b>{{title}}</b>\n' };
    expect(stretches('x\n  {{> a}}\ny', files)).toEqual([
      ['x\n', 'pages.hbs ‹x\n›', ''],
      ['\n<b>', 'a.hbs ‹\n<b>›', ''],
      ['VI', 'copy.yaml ‹VI›', 'title'],
      ['\u00A0', 'copy.yaml ‹~›', 'title'],
      ['STØTTER', 'copy.yaml ‹STØTTER›', 'title'],
      ['</b>\n', 'a.hbs ‹</b>\n›', ''],
      ['y', 'pages.hbs ‹y›', ''],
    ]);
  });

  it('of an attribute are those of the copy', () => {
    expect(stretches('<p title="{{title}}">')?.[1]).toEqual([
      'VI\u00A0STØTTER',
      'copy.yaml ‹VI~STØTTER›',
      'title',
    ]);
  });
});

describe('a template’s mistakes', () => {
  it.each([
    ['{{titel}}', 'input/unknown-template-field 1:3 ‹titel›'],
    ['{{#if x}}{{/if}}', 'input/unknown-template-field 1:7 ‹x›'],
    ['{{letter.bodi}}', 'input/unknown-template-field 1:3 ‹letter.bodi›'],
    ['{{#each principles}}{{title}}{{/each}}', 'input/unknown-template-field 1:23 ‹title›'],
    ['{{#with letter}}{{title}}{{/with}}', 'input/unknown-template-field 1:19 ‹title›'],
    ['{{@indeks}}', 'input/unknown-template-field 1:3 ‹@indeks›'],
    ['{{constructor}}', 'input/unknown-template-field 1:3 ‹constructor›'],
    ['{{title.constructor}}', 'input/unknown-template-field 1:3 ‹title.constructor›'],
    ['{{__proto__}}', 'input/unknown-template-field 1:3 ‹__proto__›'],
    ['{{letter}}', 'input/not-printable 1:1 ‹{{letter}}›'],
    ['{{uper title}}', 'input/unknown-function 1:3 ‹uper›'],
    ['{{log title}}', 'input/unknown-function 1:3 ‹log›'],
    ['{{lookup this "title"}}', 'input/unknown-function 1:3 ‹lookup›'],
    ['{{upper title title}}', 'input/function-arguments 1:3 ‹upper›'],
    ['{{qr web size=3}}', 'input/function-arguments 1:3 ‹qr›'],
    ['{{panel "forside" "width"}}', 'input/unknown-panel 1:1 ‹{{panel "forside" "width"}}›'],
    ['{{date title}}', 'input/function-value 1:1 ‹{{date title}}›'],
    ['{{number (upper title)}}', 'input/function-value 1:1 ‹{{number (upper title)}}›'],
    ['{{#title}}{{/title}}', 'input/unknown-block 1:4 ‹title›'],
    ['{{#*inline "x"}}{{/inline}}', 'input/decorator 1:1 ‹{{#*inline "x"}}{{/inline}}›'],
    ['{{> nej}}', 'input/unknown-partial 1:1 ‹{{> nej}}›'],
    ['{{> (lower title)}}', 'input/dynamic-partial 1:1 ‹{{> (lower title)}}›'],
    ['{{> "../../../x"}}', 'input/unknown-partial 1:1 ‹{{> "../../../x"}}›'],
    ['a\n<p>{{#if open}}\nb', 'input/template-syntax 2:4 ‹{{#if›'],
    ['a\nb {{#if open}}{{/each}}', 'input/template-syntax 2:6 ‹if›'],
    ['a\nb {{title', 'input/template-syntax 2:5 ‹t›'],
    ['a\nbc {{{title}}', 'input/template-syntax 2:12 ‹}›'],
    ['a\n{{/if}} b', 'input/template-syntax 2:1 ‹{›'],
    ['<p class={{title}}>', 'input/unquoted-attribute 1:10 ‹{{title}}›'],
    ['<{{title}}>', 'input/copy-in-tag 1:2 ‹{{title}}›'],
    ['<p {{title}}>', 'input/copy-in-tag 1:4 ‹{{title}}›'],
    ['<style>p { color: {{title}} }</style>', 'input/copy-in-style 1:19 ‹{{title}}›'],
  ])('%j', (pages, expected) => {
    const [code = '', ...place] = expected.split(' ');
    expect(render(pages).lines).toEqual([`error ${code} templates/t/pages.hbs:${place.join(' ')}`]);
  });

  it('are all told in one run, each once', () => {
    const { lines } = render('{{a}} {{> p}} {{> p}} {{uper title}}', {
      'templates/t/partials/p.hbs': '{{b}}',
    });
    expect(lines).toEqual([
      'error input/unknown-template-field templates/t/pages.hbs:1:3 ‹a›',
      'error input/unknown-template-field templates/t/partials/p.hbs:1:3 ‹b›',
      'error input/unknown-function templates/t/pages.hbs:1:25 ‹uper›',
    ]);
  });

  it('are told with the near name', () => {
    const { findings } = render('{{titel}}');
    expect(findings[0]?.hints[0]?.replacement).toBe('title');
  });

  it('three braces are two', () => {
    const { html, lines } = render('{{{letter.body.[0]}}}');
    expect(html).toBe('Kære <em>læser</em> &amp; &lt;ven&gt;');
    expect(lines).toEqual([
      'warning input/raw-output templates/t/pages.hbs:1:1 ‹{{{letter.body.[0]}}}›',
    ]);
  });

  it.each([
    ['calls itself', { a: '{{> a}}' }, 'a'],
    ['calls itself through another', { a: 'x{{> b}}', b: '{{> a}}' }, 'b'],
    ['calls itself twice', { a: '{{> a}}{{> a}}' }, 'a'],
  ])('a partial that %s', (_, partials, place) => {
    const files = Object.fromEntries(
      Object.entries(partials).map(([name, text]) => [`templates/t/partials/${name}.hbs`, text]),
    );
    const { markup, findings } = render('{{> a}}', files);
    expect(markup).toBe(null);
    expect(findings.map((finding) => finding.code)).toEqual(['input/partial-recursion']);
    expect(findings[0]?.span?.source.path).toBe(`templates/t/partials/${place}.hbs`);
  });

  it('loops inside loops are stopped', () => {
    const list = Array(200).fill('x').join(', ');
    const open = '{{#each @root.principles}}'.repeat(4);
    const { markup, lines } = render(`${open}x${'{{/each}}'.repeat(4)}`, {
      'content/j/copy.yaml': `title: Hej\nletter: {body: x}\nprinciples: [${list}]\n`,
      'templates/shared/fields.yaml':
        'title: {}\nletter: {fields: {body: {type: paragraphs}}}\nprinciples: {type: list, item: {}}\n',
    });
    expect(markup).toBe(null);
    expect(lines).toEqual(['error input/template-too-large templates/t/pages.hbs:1:1 ‹{›']);
  });
});
