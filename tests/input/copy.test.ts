import { describe, expect, it } from 'vitest';
import {
  type CopyValue,
  limitsOf,
  plainText,
  readCopy,
  readJob,
  readTemplate,
  textsOf,
} from '../../src/input/index.ts';
import { type Files, openProject, projectFiles } from './project.ts';

function read(copy: string, files: Files = {}) {
  const project = openProject(projectFiles({ 'content/j/copy.yaml': copy, ...files }));
  const job = readJob('content/j/job.yaml', project.context);
  const template = readTemplate('t', project.context);
  if (!job || !template) throw new Error(project.lines().join('\n'));
  const result = readCopy(job, template.schema, [], project.context);
  const { findings } = project;
  return { copy: result, schema: template.schema, lines: project.lines(), findings };
}

const least = 'title: Hej\nletter:\n  body: Kære læser\n';

/** A value in few words. */
function show(value: CopyValue | undefined): unknown {
  if (!value) return null;
  switch (value.kind) {
    case 'absent':
      return null;
    case 'text':
      return value.text;
    case 'number':
    case 'boolean':
      return value.value;
    case 'date':
      return [value.year, value.month, value.day];
    case 'url':
      return value.href;
    case 'paragraphs':
      return value.paragraphs.map(({ text }) => text);
    case 'list':
      return value.items.map(show);
    case 'picture':
      return { path: value.path, alt: show(value.alt ?? undefined), focus: value.focusPercent };
    default:
      return Object.fromEntries([...value.fields].map(([key, field]) => [key, show(field)]));
  }
}

describe('a field of another kind than it is written', () => {
  it.each([
    ['letter: brev', 'skriv gruppens felter under dens navn, to mellemrum længere inde'],
    [
      'letter: {body: {Obs: x}}',
      'skriv `|` efter kolonet i feltets navn, hvis linjerne under det er dets tekst',
    ],
    ['members: mange', 'skriv kun tal, fx `1234,5`'],
    ['day: 30.2.2026', 'skriv en dag, der findes, fx `2026-11-25`'],
    [
      'web: et sted',
      'skriv kun adressen, uden mellemrum: `eksempel.dk`, `https://eksempel.dk/side`',
    ],
    [
      'web: navn@eksempel.dk',
      'det er en mailadresse: skriv adressen på en hjemmeside, eller skriv `mailto:` foran, hvis læseren skal skrive til den',
    ],
    ['open: måske', 'skriv `true` eller `false`'],
    [
      'principles:\n  - Et bud:',
      "kolon og mellemrum gør det til et felt: sæt en tekst med kolon i enkelte anførselstegn '…'",
    ],
    ['principles: et bud', 'skriv hvert punkt på sin egen linje med `- ` foran'],
  ])('says what to write: %s', (line, expected) => {
    const rest = line.startsWith('letter') ? 'title: Hej\n' : least;
    const { findings } = read(`${rest}${line}\n`);
    expect(findings.map(({ code, hints }) => [code, hints[0]?.message.da])).toEqual([
      ['input/wrong-kind', expected],
    ]);
  });
});

describe('fields in braces', () => {
  const fields = `form: {fold: roll6}
fields: {prices: {item: {fields: {name: {}, price: {}}}}}`;
  it.each([
    ['{name: Kaffe, price: 1.099,50}', 'input/comma-in-braces 2:30 ‹50›'],
    ['{name: Kaffe, mokka, price: 10}', 'input/comma-in-braces 2:17 ‹mokka›'],
    ['{name: Kaffe, price:10}', 'input/yaml-syntax 2:17 ‹price:10›'],
  ])('%s', (item, expected) => {
    const { lines } = read(`prices:\n- ${item}\n`, { 'templates/t/template.yaml': fields });
    expect(lines).toEqual([`error ${expected.replace(' ', ' content/j/copy.yaml:')}`]);
  });
});

describe('a field that stands where it does not belong', () => {
  const fields = `form: {fold: roll6}
fields:
  cover: {label: {en: Cover, da: Forside}, fields: {title: {label: {en: Title, da: Titel}}}}
  letter: {label: {en: Letter, da: Brev}, fields: {heading: {}, body: {}}}`;
  const cover = 'cover:\n  title: A\n';
  const letter = 'letter:\n  heading: B\n  body: C\n';
  it.each([
    [
      'beside its group',
      `cover:\ntitle: A\n${letter}`,
      [
        '2:1 ‹title› `title:` («Forside» › «Titel») hører til under `cover:`, men er ikke rykket ind',
      ],
    ],
    [
      'in the group above, whole',
      'cover:\n  title: A\n  letter:\n    heading: B\n    body: C\n',
      ['3:3 ‹letter› `letter:` («Brev») er rykket for langt ind: den er blevet en del af `cover:`'],
    ],
    [
      'in the group above, the name alone',
      'cover:\n  title: A\n  letter:\n  heading: B\n  body: C\n',
      ['3:3 ‹letter› `letter:` («Brev») er rykket for langt ind: den er blevet en del af `cover:`'],
    ],
    [
      'called by its label',
      `cover:\n  titel: A\n${letter}`,
      ['2:3 ‹titel› skabelonen har intet felt `titel` her'],
    ],
    [
      'called by a label that is far from its name',
      `${cover}brev:\n  heading: B\n  body: C\n`,
      ['3:1 ‹brev› skabelonen har intet felt `brev` her'],
    ],
  ])('%s', (_, copy, expected) => {
    const { findings, lines } = read(copy, { 'templates/t/template.yaml': fields });
    expect(
      findings.map(({ message }, at) => `${lines[at]?.replace(/^.*?yaml:/, '')} ${message.da}`),
    ).toEqual(expected);
  });
});

describe('a group whose name is deleted', () => {
  const template = `form: {fold: roll6}
fields:
  cover: {fields: {title: {}}}
  letter: {label: {en: Letter, da: Brev}, fields: {heading: {}, body: {}}}
  voices: {label: {en: Voices, da: Stemmer}, fields: {heading: {}, list: {item: {type: text}}}}`;
  const read2 = (copy: string) => {
    const { copy: result, findings, lines } = read(copy, { 'templates/t/template.yaml': template });
    return { root: show(result?.root), lines, message: findings[0]?.message.da };
  };
  const cover = 'cover:\n  title: A\n';
  const letter = 'letter:\n  heading: B\n  body: C\n';
  const voices = 'voices:\n  heading: D\n  list: [E]\n';

  it.each([
    [
      'unlike the fields it now stands among',
      cover + letter.replace('letter:\n', '') + voices,
      ['error input/missing-field content/j/copy.yaml:3:3 ‹heading›'],
      'linjen `letter:` mangler over denne: `heading`, `body` hører til «Brev», men står nu under `cover`',
    ],
    [
      'of the same names as those',
      cover + letter + voices.replace('voices:\n', ''),
      ['error input/missing-field content/j/copy.yaml:6:3 ‹heading›'],
      'linjen `voices:` mangler over denne: `heading`, `list` hører til «Stemmer», men står nu under `letter`',
    ],
  ])('%s', (_name, copy, lines, message) => {
    expect(read2(copy)).toEqual({
      root: {
        cover: { title: 'A' },
        letter: { heading: 'B', body: 'C' },
        voices: { heading: 'D', list: ['E'] },
      },
      lines,
      message,
    });
  });

  it('a field written twice is that, where no group is missing', () => {
    const { lines } = read2(`${cover}${letter}  heading: X\n${voices}`);
    expect(lines).toEqual(['error input/yaml-duplicate-key content/j/copy.yaml:6:3 ‹heading›']);
  });
});

describe('copy', () => {
  it('may leave out what is not required', () => {
    const { copy, lines } = read(least);
    expect(lines).toEqual([]);
    expect(show(copy?.root)).toMatchObject({
      title: 'Hej',
      letter: { body: ['Kære læser'] },
      web: null,
    });
  });

  it.each([
    ['title: 1.000', 'title', '1.000'],
    ['title: ja', 'title', 'ja'],
    ['members: 1.000', 'members', 1000],
    ['members: 1234,5', 'members', 1234.5],
    ['members: 1.5', 'members', 1.5],
    ['members: -3', 'members', -3],
    ['day: 2026-11-25', 'day', [2026, 11, 25]],
    ['day: 25.11.2026', 'day', [2026, 11, 25]],
    ['web: ds.dk/~x', 'web', 'https://ds.dk/~x'],
    ['open: ja', 'open', true],
    ['open: false', 'open', false],
    ['lead: "et *ord*\\- og [[to]]"'.replaceAll('"', "'"), 'lead', 'et ord og to'],
    ['principles: [en, to]', 'principles', ['en', 'to']],
  ])('%s', (line, key, expected) => {
    const base = line.startsWith('title') ? least.replace('title: Hej\n', '') : least;
    const { copy, lines } = read(`${base}${line}\n`);
    expect(lines).toEqual([]);
    expect(show(copy?.root.fields.get(key))).toEqual(expected);
  });

  it.each([
    [
      '|',
      '|\n    En linje\n    til.\n\n    To.\n\n\n    Tre\\\n    linjer.\n',
      ['En linje til.', 'To.', 'Tre linjer.'],
    ],
    ['>-', '>-\n    En linje\n    til.\n\n    To.\n', ['En linje til.', 'To.']],
    ['plain', 'En linje\n    til.\n\n    To.\n', ['En linje til.', 'To.']],
    ['a list', '\n    - En linje\n      til.\n    - To.\n', ['En linje til.', 'To.']],
    ['CRLF', '|\r\n    En linje\r\n    til.\r\n\r\n    To.\r\n', ['En linje til.', 'To.']],
  ])('paragraphs in %s', (_, body, expected) => {
    const { copy, lines } = read(`title: Hej\nletter:\n  body: ${body}`);
    expect(lines).toEqual([]);
    const letter = copy?.root.fields.get('letter');
    expect(letter?.kind === 'group' && show(letter.fields.get('body'))).toEqual(expected);
  });

  it('knows field and place of every text', () => {
    const { copy } = read(`${least}principles: [En, 'to']\n`);
    const texts = copy ? textsOf(copy) : [];
    expect(texts.map(({ field, text }) => [field, text])).toEqual([
      ['title', 'Hej'],
      ['letter.body', 'Kære læser'],
      ['principles.0', 'En'],
      ['principles.1', 'to'],
    ]);
    for (const { inlines } of texts)
      for (const inline of inlines)
        if (inline.kind === 'text')
          expect(inline.span.source.text.slice(inline.span.start, inline.span.end)).toBe(
            plainText([inline]),
          );
  });

  it.each([
    ['title: Hej\n', ['error input/missing-field content/j/copy.yaml:1:1 ‹t›']],
    // A misspelt name is told once: the field it was meant for is not missing.
    [
      'titel: Hej\nletter: {body: x}\n',
      ['error input/unknown-field content/j/copy.yaml:1:1 ‹titel›'],
    ],
    ['title:\nletter: {body: x}\n', ['error input/empty-field content/j/copy.yaml:1:1 ‹title›']],
    [
      'title: "  "\nletter: {body: x}\n',
      ['error input/empty-field content/j/copy.yaml:1:1 ‹title›'],
    ],
    [`title: [a]\nletter: {body: x}\n`, ['error input/wrong-kind content/j/copy.yaml:1:8 ‹[a]›']],
    ['title: Hej\nletter: brev\n', ['error input/wrong-kind content/j/copy.yaml:2:9 ‹brev›']],
    ['title: Hej\nletter: {}\n', ['error input/empty-field content/j/copy.yaml:2:1 ‹letter›']],
    [`${least}members: mange\n`, ['error input/wrong-kind content/j/copy.yaml:4:10 ‹mange›']],
    [`${least}day: 30.2.2026\n`, ['error input/wrong-kind content/j/copy.yaml:4:6 ‹30.2.2026›']],
    [
      `${least}web: javascript:alert(1)\n`,
      ['error input/wrong-kind content/j/copy.yaml:4:6 ‹javascript:alert(1)›'],
    ],
    [`${least}open: måske\n`, ['error input/wrong-kind content/j/copy.yaml:4:7 ‹måske›']],
    [`${least}principles: et bud\n`, ['error input/wrong-kind content/j/copy.yaml:4:13 ‹et bud›']],
    [
      `${least}principles: [a, b, c, d]\n`,
      ['error input/too-long content/j/copy.yaml:4:1 ‹principles›'],
    ],
    [
      'title: Denne titel er alt for lang\nletter: {body: x}\n',
      ['error input/too-long content/j/copy.yaml:1:8 ‹Denne titel er alt for lang›'],
    ],
    [`${least}lead: "it's"\n`, []],
    [`${least}lead: 'sagde \\"ja'\n`, []],
    [`${least}lead: 'sagde "ja'\n`, ['warning input/straight-quote content/j/copy.yaml:4:14 ‹"›']],
    [
      `${least}lead: |\n  en\n\n  to\n`,
      ['warning input/blank-line content/j/copy.yaml:4:7 ‹|⏎  en⏎⏎  to›'],
    ],
    [
      `${least}lead: "a\uFDD0b"\n`,
      ['error input/reserved-character content/j/copy.yaml:4:9 ‹\uFDD0›'],
    ],
    [
      `${least}lead: "a\\u0007b"\n`,
      ['error input/control-character content/j/copy.yaml:4:9 ‹\\u0007›'],
    ],
    [
      `${least}lead: Husk #ledelse nu\n`,
      ['warning input/comment-in-text content/j/copy.yaml:4:12 ‹#ledelse nu›'],
    ],
    [
      `${least}web: ds.dk # adressen\n`,
      ['warning input/comment-in-text content/j/copy.yaml:4:12 ‹# adressen›'],
    ],
    [`${least}lead: Husk  # en kommentar, som den skrives\n`, []],
    [`${least}lead: 'Husk #ledelse nu'\n`, []],
    [
      `${least}lead: Husk<br>nu\n`,
      ['warning input/markup-in-text content/j/copy.yaml:4:11 ‹<br>›'],
    ],
    [
      `${least}lead: Husk&nbsp;nu\n`,
      ['warning input/markup-in-text content/j/copy.yaml:4:11 ‹&nbsp;›'],
    ],
    [`${least}lead: Lars <lars@ds.dk> & Co., 3 < 4 \\<b>\n`, []],
    [`${least}lead: blÃ¥bÃ¦r\n`, ['error input/garbled-letters content/j/copy.yaml:4:9 ‹Ã¥›']],
    [`${least}lead: São João, «IRMÃ»\n`, []],
    ['', ['error input/empty-copy content/j/copy.yaml:1:1 ‹›']],
    ['# kun en kommentar\n', ['error input/empty-copy content/j/copy.yaml:1:1 ‹#›']],
    ['ord og ord\n', ['error input/not-keys content/j/copy.yaml:1:1 ‹ord og ord›']],
  ])('%j', (copy, expected) => {
    expect(read(copy).lines).toEqual(expected);
  });

  it.each([
    [`${least}lead: Effekt: god\n`.replace('lead: Effekt', 'principles:\n  - Effekt'), 'kolon'],
    ['title:\n  - Hej\nletter: {body: x}\n', 'uden `- `'],
    ['title: [a] b\nletter: {body: x}\n'.replace(' b', ''), 'enkelte anførselstegn'],
    ['title: #hej\nletter: {body: x}\n', '`#` er en kommentar'],
    ['title:\nletter: {body: x}\n', 'valgfrit'],
    ['title: Denne titel er alt for lang\nletter: {body: x}\n', '7 tegn kortere'],
    [`${least}principles: [a, b, c, d]\n`, 'slet 1'],
    [`${least}lead: blÃ¥bÃ¦r\n`, 'Versionshistorik'],
  ])('%j: what to do', (copy, words) => {
    const [first] = read(copy).findings;
    expect(first?.hints.map(({ message }) => message.da).join()).toContain(words);
  });

  it('speaks Danish with the labels of the fields', () => {
    const { findings } = read('title: Hej\nletter:\n  portrait: x.jpg\n', {
      'content/j/x.jpg': '',
    });
    expect(findings.map(({ message }) => message.da)).toEqual([
      'feltet «Formandens brev» › «Brødtekst» mangler',
      'billedet «Formandens brev» › «Portræt» har ingen alternativ tekst til dem, der ikke kan se det',
    ]);
    const [missing] = findings;
    expect(missing?.related[0]?.span.source.path).toBe('templates/shared/fields.yaml');
  });

  it('takes a hundred times too much copy', () => {
    const body = Array(6000)
      .fill('    Her er vi 950~medlemmer, der *arbejder* som ledere.\n')
      .join('\n');
    const { copy, lines } = read(`title: Hej\nletter:\n  body: |\n${body}`);
    expect(lines).toEqual([]);
    expect(copy && textsOf(copy)).toHaveLength(6001);
  });
});

it('says of a folder that it is no picture, and names one in it', () => {
  const text = 'title: Hej\nletter:\n  body: x\n  portrait: {file: /assets/people/, alt: A}\n';
  const [finding] = read(text, { 'assets/people/a.jpg': 'x' }).findings;
  expect(finding?.message.da).toBe('`/assets/people/` er en mappe, ikke et billede');
  expect(finding?.hints[0]?.message.en).toContain('`/assets/people/a.jpg`');
});

describe('a picture of the copy', () => {
  const withPicture = (picture: string) =>
    `title: Hej\nletter:\n  body: x\n  portrait: ${picture}\n`;
  const files = {
    'assets/a.jpg': 'x',
    'assets/people/portrait.jpg': 'x',
    'content/j/b.jpg': 'x',
  };

  it('lies beside the copy, or in the project', () => {
    for (const [file, path] of [
      ['b.jpg', 'content/j/b.jpg'],
      ['/assets/a.jpg', 'assets/a.jpg'],
      ['../../assets/a.jpg', 'assets/a.jpg'],
    ] as const) {
      const { copy, lines } = read(
        withPicture(`{file: ${file}, alt: A, focus: [50%, 30%]}`),
        files,
      );
      expect(lines).toEqual([]);
      const letter = show(copy?.root.fields.get('letter'));
      expect(letter).toMatchObject({ portrait: { path, alt: 'A', focus: { x: 50, y: 30 } } });
    }
  });

  it.each([
    ['{file: assets/a.jpg, alt: A}', 'error input/missing-picture', '/assets/a.jpg'],
    ['{file: bb.jpg, alt: A}', 'error input/missing-picture', 'b.jpg'],
    // In a folder of pictures, not beside the copy.
    ['{file: Portrait.JPG, alt: A}', 'error input/missing-picture', '/assets/people/portrait.jpg'],
    ['{file: ../../../x.jpg, alt: A}', 'error input/file-outside', undefined],
    ['{file: C:\\Users\\Lone\\a.jpg, alt: A}', 'error input/machine-path', undefined],
    ['{file: assets\\a.jpg, alt: A}', 'error input/missing-picture', '/assets/a.jpg'],
    ['{file: b.jpg, alt: A, focus: [50, 130]}', 'error input/wrong-focus', '[50%, 30%]'],
    ['{file: b.jpg, alt: A, placeholder: true}', 'warning input/placeholder-picture', undefined],
    ['{fil: b.jpg, alt: A}', 'error input/unknown-key', 'file'],
  ])('%s', (picture, expected, replacement) => {
    const { lines, findings } = read(withPicture(picture), files);
    expect(lines[0]).toContain(expected);
    expect(findings[0]?.hints[0]?.replacement).toBe(replacement);
  });
});

describe('a template’s definition', () => {
  function readDefinition(yaml: string, files: Files = {}) {
    const project = openProject(projectFiles({ 'templates/t/template.yaml': yaml, ...files }));
    return { template: readTemplate('t', project.context), lines: project.lines() };
  }

  it('may have limits of its own on shared fields', () => {
    const { template, lines } = readDefinition(
      'form: {booklet: A5}\nfields: ../shared/fields.yaml\nlimits: {title: {max: {lines: 1}}, letter.body: {max: {lines: 38}}, "principles.*": {max: {words: 9}}}',
    );
    expect(lines).toEqual([]);
    if (!template) throw new Error('no template');
    expect(limitsOf(template.schema, 'title')).toMatchObject({
      characters: { max: 20 },
      lines: { max: 1 },
    });
    expect(limitsOf(template.schema, 'letter.body').lines.max).toBe(38);
    expect(limitsOf(template.schema, 'principles.2').words.max).toBe(9);
    expect(limitsOf(template.schema, 'nowhere').lines.max).toBe(null);
  });

  it.each([
    ['fields: {a: {}}', 'input/missing-key', '1:1 ‹f›'],
    ['form: {fold: roll6}', 'input/missing-key', '1:1 ‹f›'],
    ['form: {fold: roll7}\nfields: {}', 'input/wrong-value', '1:14 ‹roll7›'],
    ['form: {booklet: A5, pages: 6}\nfields: {}', 'input/wrong-value', '1:28 ‹6›'],
    ['form: {fold: roll6}\nfields: {a: {typ: text}}', 'input/unknown-key', '2:14 ‹typ›'],
    ['form: {fold: roll6}\nfields: {a: {type: txet}}', 'input/wrong-value', '2:20 ‹txet›'],
    ['form: {fold: roll6}\nfields: {a: {type: list}}', 'input/missing-key', '2:10 ‹a›'],
    ['form: {fold: roll6}\nfields: {a: {max: {line: 3}}}', 'input/unknown-key', '2:20 ‹line›'],
    ['form: {fold: roll6}\nfields: {a: {max: {lines: -3}}}', 'input/wrong-value', '2:27 ‹-3›'],
    ['form: {fold: roll6}\nfields: {__proto__: {}}', 'input/reserved-field', '2:10 ‹__proto__›'],
    ['form: {fold: roll6}\nfields: {a: {}}\nlimits: {b: {}}', 'input/unknown-field', '3:10 ‹b›'],
  ])('%j', (yaml, code, place) => {
    expect(readDefinition(yaml).lines).toEqual([
      `error ${code} templates/t/template.yaml:${place}`,
    ]);
  });

  it.each([['form: {pages: 8, format: A6}'], ['form: {format: A6}']])(
    '%s has no kind: the hint names all three',
    (form) => {
      const { context, findings } = openProject(
        projectFiles({ 'templates/t/template.yaml': `${form}\nfields: {}` }),
      );
      readTemplate('t', context);
      expect(findings.flatMap(({ hints }) => hints.map(({ message }) => message.en))).toEqual([
        'write `fold: roll6` for a folded sheet, `booklet: A5` for a stitched one, `leaf: A2` for a poster or a card',
      ]);
    },
  );

  it('must exist', () => {
    const project = openProject(projectFiles({}));
    expect(readTemplate('tt', project.context)).toBe(null);
    expect(project.lines()).toEqual(['error input/unknown-template']);
  });
});
