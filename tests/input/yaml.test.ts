import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { decodeText } from '../../src/input/index.ts';
import { placeText, spanOfText } from '../../src/input/scalar-text.ts';
import { parseYaml, type YamlNode } from '../../src/input/yaml.ts';
import { openProject } from './project.ts';

function parse(text: string) {
  const project = openProject();
  const node = parseYaml(createSource('c.yaml', text), project.context);
  return { node, lines: project.lines(), findings: project.findings };
}

/** The tree as plain data; scalars by their text. */
function plain(node: YamlNode | null): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value === null ? null : node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [`${key}:`, plain(value)]));
}

describe('a YAML file', () => {
  it.each([
    ['a: 1.000\nb: nej\nc:\n', { 'a:': '1.000', 'b:': 'nej', 'c:': null }],
    ['- x\n- [y, z]\n', ['x', ['y', 'z']]],
    ['a: &x ord\nb: *x\n', { 'a:': 'ord', 'b:': 'ord' }],
    ['a: |\r\n  en\r\n  to\r\n', { 'a:': 'en\nto\n' }],
    [
      '__proto__: 1\nconstructor: {prototype: 2}\n',
      { '__proto__:': '1', 'constructor:': { 'prototype:': '2' } },
    ],
    ['', null],
  ])('%j', (text, expected) => {
    const { node, lines } = parse(text);
    expect(plain(node)).toEqual(expected);
    expect(lines).toEqual([]);
  });

  it.each([
    ['a:\n\tb: 1\n', ['error input/yaml-tab c.yaml:2:1 ‹\t›']],
    ['a: 1\nb: 2\na: 3\n', ['error input/yaml-duplicate-key c.yaml:3:1 ‹a›']],
    // A dash deleted: the next item's keys are told of once, at the first of them.
    [
      'a:\n  - q: 1\n    s: 2\n    q: 3\n    s: 4\n    q: 5\n    s: 6\n',
      [
        'error input/yaml-duplicate-key c.yaml:4:5 ‹q›',
        'error input/yaml-duplicate-key c.yaml:6:5 ‹q›',
      ],
    ],
    [
      'a: {b: 1, c: 2, b: 3, c: 4}\n',
      [
        'error input/yaml-duplicate-key c.yaml:1:17 ‹b›',
        'error input/yaml-duplicate-key c.yaml:1:23 ‹c›',
      ],
    ],
    // Words over several lines, a colon in them, and no `|`: one fault, at the field's name.
    [
      'a:\n  b:\n    Om os\n\n    Vi har: en ting\n    og mere\n\n    Og: en til\n    til sidst\n  c: 1\n',
      ['error input/yaml-syntax c.yaml:2:3 ‹b:›'],
    ],
    [
      'a:\n  - q: 1\n    s:   # svaret\n      Om os\n      har vi: en ting\n      og mere\n',
      ['error input/yaml-syntax c.yaml:3:5 ‹s:›'],
    ],
    // A group of fields with a broken one is not a text.
    ['a:\n  heading DERFOR\n  body: x\n', ['error input/yaml-syntax c.yaml:2:3 ‹heading DERFOR›']],
    ['a: *kursiv\n', ['error input/yaml-alias c.yaml:1:4 ‹*kursiv›']],
    ['a: *kursiv* tekst\n', ['error input/yaml-alias c.yaml:1:4 ‹*kursiv*›']],
    ['a: forhold: At gøre\n', ['error input/yaml-syntax c.yaml:1:4 ‹f›']],
    ['a: "x\\- y"\n', ['error input/yaml-syntax c.yaml:1:6 ‹\\›']],
    // The quotation mark that is never closed, not the end where that is noticed.
    ['a: "x\nb: 2\n', ['error input/yaml-syntax c.yaml:1:4 ‹"›']],
    [
      'a: @x\nb: `y`\n',
      ['error input/yaml-syntax c.yaml:1:4 ‹@›', 'error input/yaml-syntax c.yaml:2:4 ‹`›'],
    ],
    ['a: "x" y\n', ['error input/yaml-syntax c.yaml:1:8 ‹y›']],
    ['a: [x](y) z\n', ['error input/yaml-syntax c.yaml:1:4 ‹[›']],
    ['a: > x\n', ['error input/yaml-syntax c.yaml:1:4 ‹>›']],
    ['a: & b\n', ['error input/yaml-syntax c.yaml:1:4 ‹&›']],
    ['a: &b c\n', ['error input/yaml-anchor c.yaml:1:4 ‹&b›']],
    // Indented wrongly: the line that is, not the one before it.
    ['a:\n  b: x\n    c: y\n', ['error input/yaml-syntax c.yaml:3:5 ‹c: y›']],
    ['a:\n  b: x\n  # ok\n    c: y\n', ['error input/yaml-syntax c.yaml:4:5 ‹c: y›']],
    ['a:\n  - x\n - y\n', ['error input/yaml-syntax c.yaml:3:2 ‹- y›']],
    // The odd one among lines that agree, told of once.
    [
      'a:\n   b: x\n  c: y\n  d: z\n  e: w\nf: |\n  x\n',
      ['error input/yaml-syntax c.yaml:2:4 ‹b: x›'],
    ],
    ['a:\n b: x\n  c: |\n    y\n  d: z\n', ['error input/yaml-syntax c.yaml:2:2 ‹b: x›']],
    ['a:\nb: x\n  c: y\nd: z\n', ['error input/yaml-syntax c.yaml:2:1 ‹b: x›']],
    [
      'a:\n  - b: x\n    c: y\n - b: z\n    c: w\n  - b: v\n    c: u\n',
      ['error input/yaml-syntax c.yaml:4:2 ‹- b: z›'],
    ],
    // Two in different parts of the file are two.
    [
      'a:\n   b: x\n  c: y\n  d: z\ne:\n   f: x\n  g: y\n  h: z\n',
      ['error input/yaml-syntax c.yaml:2:4 ‹b: x›', 'error input/yaml-syntax c.yaml:6:4 ‹f: x›'],
    ],
    // A text that begins beside its name and goes on below it, with a colon.
    ['a:\n  b: Kære læser\n\n    Vi har: en ting\n', ['error input/yaml-syntax c.yaml:2:3 ‹b:›']],
    ['a:\n  - x\n    - y\n', ['warning input/swallowed-item c.yaml:3:5 ‹-›']],
    ['a: |\n    x\n\n  y\n', ['error input/yaml-syntax c.yaml:4:3 ‹y›']],
    // Fields in braces.
    ['a:\n  - b: x, c: y}\n', ['error input/yaml-syntax c.yaml:2:15 ‹}›']],
    ['a: {b: x c: y}\n', ['error input/yaml-syntax c.yaml:1:4 ‹{b: x c: y}›']],
    // What stands for a dash, or should.
    ['a:\n  - x\n  y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹y›']],
    ['a:\n  - x\n  -y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹-›']],
    ['a:\n  - x\n  • y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹•›']],
    ['a:\n  - x\n  * y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹*›']],
    ['a:\n  - x\n  3. y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹3.›']],
    ['a:\n  - x\n•\ty\n  - z\n', ['error input/yaml-item c.yaml:3:1 ‹•›']],
    ['a:\n  - x\n  \uf0b7 y\n  - z\n', ['error input/yaml-item c.yaml:3:3 ‹\uf0b7›']],
    // Two versions that nobody has chosen between, in the words of a text too.
    [
      'a: |\n  x\n  <<<<<<< HEAD\n  y\n  =======\n  z\n  >>>>>>> b\n',
      ['error input/yaml-syntax c.yaml:3:3 ‹<<<<<<<›'],
    ],
    [
      'a: |\n  x\n<<<<<<< HEAD\n  y\n=======\n  z\n>>>>>>> b\n',
      ['error input/yaml-syntax c.yaml:3:1 ‹<<<<<<<›'],
    ],
    ['a: |\n  y\n  >>>>>>> b\n', ['error input/yaml-syntax c.yaml:3:3 ‹>>>>>>>›']],
    // What a word processor leaves.
    ['a: “forhold: At gøre”\n', ['error input/yaml-syntax c.yaml:1:4 ‹“›']],
    ['a:\n  b: x\n  c:\u00a0y\n', ['error input/yaml-syntax c.yaml:3:5 ‹\u00a0›']],
    ['a:\n  - x\n  -\u00a0y\n', ['error input/yaml-syntax c.yaml:3:4 ‹\u00a0›']],
    ['a: |\n  b\n\tc\nd: e\n', ['error input/yaml-tab c.yaml:3:1 ‹\t›']],
    ['a: x\nb:y\n', ['error input/yaml-syntax c.yaml:2:1 ‹b:y›']],
    ['a: x\nb y\nc: z\n', ['error input/yaml-syntax c.yaml:2:1 ‹b y›']],
    ['a: 1\n---\nb: 2\n', ['error input/yaml-syntax c.yaml:2:1 ‹-›']],
    ['a: !!js/function x\n', ['error input/yaml-tag c.yaml:1:4 ‹!!js/function›']],
    ['? [a]\n: b\n', ['error input/yaml-key c.yaml:1:3 ‹[a]›']],
  ])('reports every mistake at its place: %j', (text, expected) => {
    expect(parse(text).lines).toEqual(expected);
  });

  it('hints at quotes where a text begins with a sign of YAML', () => {
    const [finding] = parse('a: *kursiv* tekst\n').findings;
    expect(finding?.hints[0]?.message.da).toContain('enkelte anførselstegn');
  });

  it('says of curly quotes that they hold nothing together', () => {
    const [finding] = parse('a: “forhold: At gøre”\n').findings;
    expect(finding?.message.da).toContain('`“` bliver trykt som et tegn');
  });

  it('says where a key stood first', () => {
    const [finding] = parse('a: 1\nb: 2\na: 3\n').findings;
    expect(finding?.related[0]?.span.start).toBe(0);
  });
});

describe('a hostile YAML file ends in an error at once', () => {
  const bomb = Array.from(
    { length: 12 },
    (_, level) =>
      `k${level}: &a${level} [${
        level === 0
          ? 'x'
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(', ')
      }]`,
  ).join('\n');
  it.each([
    ['aliases of aliases', bomb, 'input/yaml-alias-bomb'],
    ['an alias of itself', 'a: &a [*a]\n', 'input/yaml-alias-bomb'],
    ['deep brackets', '['.repeat(50_000), 'input/yaml-too-deep'],
    ['deep dashes', `${'- '.repeat(50_000)}x`, 'input/yaml-too-deep'],
    ['deep maps', 'a: {b: '.repeat(20_000), 'input/yaml-too-deep'],
    ['a million entries', ','.repeat(1_000_000), 'input/yaml-too-large'],
  ])('%s', (_, text, code) => {
    expect(parse(text).findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('thirty thousand keys are read in time', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: ord`).join('\n');
    expect(parse(text).lines).toEqual([]);
  });
});

describe('the place of each letter of a scalar', () => {
  it.each([
    ['plain', 'a: Ord på linje\n'],
    ['plain over lines', 'a: Ord på\n  linje\n\n  og mere\nb: 1'],
    ['literal', 'a: |\n  Ord på\n  linje\n\n  og mere\n'],
    ['literal, CRLF', 'a: |\r\n  Ord på\r\n  linje\r\n\r\n  og mere\r\n'],
    ['folded', 'a: >-\n  Ord på\n  linje\n\n  og mere\n'],
    ['single quotes', "a: 'Ord ''på'' linje\n  og mere'\n"],
    ['double quotes', 'a: "Ord \\u00e6 \\"på\\"\\n linje \\\n  og mere"\n'],
  ])('%s', (_, text) => {
    const { node } = parse(text);
    const scalar = node?.kind === 'map' ? node.entries[0]?.value : undefined;
    if (scalar?.kind !== 'scalar') throw new Error('no scalar');
    const placed = placeText(scalar);
    for (const match of placed.text.matchAll(/[A-Za-zå]+/g)) {
      const span = spanOfText(placed, match.index, match.index + match[0].length);
      expect(text.slice(span.start, span.end)).toBe(match[0]);
    }
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
    );
  function decode(content: Uint8Array) {
    const project = openProject({ 'c.yaml': content });
    const source = decodeText(project.context.workspace.read('c.yaml'), project.context);
    return { text: source?.text, lines: project.lines(), findings: project.findings };
  }

  it.each([
    ['UTF-16', bytes([0xff, 0xfe], 'a\0'), 'UTF-16'],
    ['UTF-16 without a mark', bytes('\0a\0', [0xe6], '\0b\0c'), 'UTF-16'],
    ['a document of Word', bytes('PK\x03\x04', [0xb1, 0xff]), 'Word'],
    ['a PDF', bytes('%PDF-1.7\n', [0xb1, 0xff]), 'PDF'],
  ])('%s is named, and none of it shown', (_, content, name) => {
    const { text, lines, findings } = decode(content);
    expect(text).toBeUndefined();
    expect(lines).toEqual(['error input/not-utf8 c.yaml:1:1 ‹›']);
    expect(findings[0]?.message.da).toContain(name);
  });

  it('may end its lines as old Macs did', () => {
    expect(decode(bytes('a: 1\rb: 2\r\nc: 3')).text).toBe('a: 1\nb: 2\r\nc: 3');
  });

  it('may begin with a byte order mark', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'a: 1'))).toMatchObject({ text: 'a: 1', lines: [] });
  });

  it.each([
    ['Latin-1', bytes('a: blåbær\nb: S', [0xf8], 'd'), 'c.yaml:2:5 ‹ø›'],
    ['an overlong form', bytes('x', [0xc0, 0x80]), 'c.yaml:1:2 ‹À›'],
    ['a surrogate', bytes('x', [0xed, 0xa0, 0x80]), 'c.yaml:1:2 ‹í›'],
    ['a letter cut off', bytes('ab', [0xc3]), 'c.yaml:1:3 ‹Ã›'],
  ])('%s: the first bad byte is shown', (_, content, place) => {
    const { text, lines, findings } = decode(content);
    expect(text).toBeUndefined();
    expect(lines).toEqual([`error input/not-utf8 ${place}`]);
    expect(findings[0]?.hints[0]?.message.da).toContain('UTF-8');
  });

  it('says what is wrong with a file that cannot be had', () => {
    const project = openProject({ 'a/copy.yaml': '' });
    const { context } = project;
    const read = (path: string) => decodeText(context.workspace.read(path), context);
    read('a/copi.yaml');
    read('../x');
    decodeText({ kind: 'too-large', path: 'x', limitBytes: 2 ** 20 }, context);
    decodeText({ kind: 'unreadable', path: 'x', reason: 'EACCES' }, context);
    expect(project.lines().map((line) => line.split('/')[1])).toEqual([
      'file-missing',
      'file-outside',
      'file-too-large',
      'file-unreadable',
    ]);
    expect(project.findings[0]?.hints[0]?.replacement).toBe('a/copy.yaml');
  });
});
