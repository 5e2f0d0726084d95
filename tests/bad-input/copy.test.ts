/** Mistakes in `copy.yaml`: YAML itself, the fields, the marks inside a text. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/write-outputs.ts';
import { runningText, textOf } from '../support/pdf-tools.ts';
import { temporaryFolder } from '../support/program.ts';
import { append, buildLeaflet, type Case, paths, swap, testCases } from './project.ts';

const { copy } = paths;

/** Nine generations of ten references each: a thousand million texts, were they written out. */
const aliasBomb = `[${[
  '&a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, i) => `&a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
].join(', ')}]`;

const latin1 = new Uint8Array(Buffer.from('title: Sm\xf8rrebr\xf8d\n', 'latin1'));

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

const yamlCases: readonly Case[] = [
  {
    name: 'a tab in front of a line',
    change: { [copy]: swap('  - One thing', '\t- One thing') },
    findings: ['error input/yaml-tab content/leaflet/copy.yaml:7:1 ‹	›'],
    says: ['tab'],
  },
  {
    name: 'a key that stands twice',
    change: { [copy]: append('title: Another leaflet') },
    findings: ['error input/yaml-duplicate-key content/leaflet/copy.yaml:13:1 ‹title›'],
    says: ['`title` is written twice'],
  },
  {
    name: 'a file in Latin-1',
    change: { [copy]: latin1 },
    findings: ['error input/not-utf8 content/leaflet/copy.yaml:1:10 ‹ø›'],
    says: ['UTF-8', 'F8'],
  },
  {
    name: 'a byte order mark is no mistake',
    change: { [copy]: (text) => `\ufeff${text}` },
    findings: [],
  },
  { name: 'Windows line ends are no mistake', change: { [copy]: crlf }, findings: [] },
  {
    name: 'Windows line ends do not shift the places of others',
    change: { [copy]: (text) => crlf(swap('web: example.org', 'wep: example.org')(text)) },
    findings: ['error input/unknown-field content/leaflet/copy.yaml:9:1 ‹wep›'],
  },
  {
    name: 'a byte order mark does not shift the places of others',
    change: { [copy]: (text) => `\ufeff${swap('title: A', 'titel: A')(text)}` },
    findings: ['error input/unknown-field content/leaflet/copy.yaml:1:1 ‹titel›'],
  },
  {
    name: 'a colon inside a text without quotes',
    change: { [copy]: swap('title: A leaflet', 'title: Note: a leaflet') },
    findings: ['error input/yaml-syntax content/leaflet/copy.yaml:1:8 ‹N›'],
  },
  {
    name: 'a quote that is never closed',
    change: { [copy]: swap('title: A leaflet', 'title: "A leaflet') },
    findings: ['error input/yaml-syntax content/leaflet/copy.yaml:1:8 ‹"›'],
    says: ['never closed'],
  },
  {
    name: 'a line that is indented too little',
    change: { [copy]: swap('  The second paragraph.', ' The second paragraph.') },
    findings: ['error input/yaml-syntax content/leaflet/copy.yaml:5:2 ‹The second paragraph.›'],
  },
  {
    name: 'a text that begins with an asterisk',
    change: { [copy]: swap('title: A leaflet', 'title: *A* leaflet') },
    findings: ['error input/yaml-alias content/leaflet/copy.yaml:1:8 ‹*A*›'],
    says: ['without quotes'],
  },
  {
    name: 'a text that begins with a percent sign',
    change: { [copy]: swap('title: A leaflet', 'title: %A leaflet') },
    findings: ['error input/yaml-syntax content/leaflet/copy.yaml:1:8 ‹%›'],
  },
  {
    name: 'a tag that asks for code',
    change: { [copy]: swap('title: A leaflet', 'title: !!js/function "x"') },
    findings: ['error input/yaml-tag content/leaflet/copy.yaml:1:8 ‹!!js/function›'],
  },
  {
    name: 'references that multiply',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', `points: ${aliasBomb}`) },
    findings: ['error input/yaml-alias-bomb content/leaflet/copy.yaml:6:219 ‹*a3›'],
    more: true,
  },
  {
    name: 'a reference to what surrounds it',
    change: { [copy]: swap('points:\n', 'points: &all\n  - *all\n') },
    findings: [
      'error input/yaml-alias-bomb content/leaflet/copy.yaml:7:5 ‹*all›',
      'error input/empty-field content/leaflet/copy.yaml:7:5 ‹*all›',
    ],
  },
  {
    name: 'ten thousand brackets',
    change: { [copy]: `title: ${'['.repeat(10_000)}` },
    findings: ['error input/yaml-too-deep content/leaflet/copy.yaml:1:1 ‹t›'],
  },
  {
    name: 'two documents in one file',
    change: { [copy]: append('---\nmore: 1') },
    findings: ['error input/yaml-syntax content/leaflet/copy.yaml:13:1 ‹-›'],
  },
  {
    name: 'a list where there should be keys',
    change: { [copy]: '- a\n- b\n' },
    findings: ['error input/not-keys content/leaflet/copy.yaml:1:1 ‹- a⏎- b⏎›'],
  },
  {
    name: 'no words at all',
    change: { [copy]: '' },
    findings: ['error input/empty-copy content/leaflet/copy.yaml:1:1 ‹›'],
  },
  {
    name: 'comments alone',
    change: { [copy]: '# nothing yet\n' },
    findings: ['error input/empty-copy content/leaflet/copy.yaml:1:1 ‹#›'],
  },
  {
    name: 'a file of 17 MB',
    change: { [copy]: `title: ${'a'.repeat(17 * 1024 * 1024)}` },
    findings: ['error input/file-too-large content/leaflet/job.yaml:1:1 ‹t›'],
  },
  {
    name: 'a file that is not there',
    change: { [copy]: null },
    findings: ['error input/file-missing content/leaflet/job.yaml:1:1 ‹t›'],
  },
  {
    name: 'bytes that are no text',
    change: { [copy]: new Uint8Array([0x74, 0x3a, 0x20, 0xff, 0xfe, 0x00]) },
    findings: ['error input/not-utf8 content/leaflet/copy.yaml:1:4 ‹ÿ›'],
  },
];

const fieldCases: readonly Case[] = [
  {
    name: 'a field left out',
    change: { [copy]: swap('title: A leaflet\n', '') },
    findings: ['error input/missing-field content/leaflet/copy.yaml:1:1 ‹b›'],
    says: ['“Title” is missing'],
  },
  {
    name: 'a key written almost right',
    change: { [copy]: swap('title: A leaflet', 'titel: A leaflet') },
    findings: ['error input/unknown-field content/leaflet/copy.yaml:1:1 ‹titel›'],
    says: ['did you mean `title`?'],
  },
  {
    name: 'a key that nobody knows',
    change: { [copy]: append('shoe: 42') },
    findings: ['error input/unknown-field content/leaflet/copy.yaml:13:1 ‹shoe›'],
    says: ['`title`, `body`, `points`, `web`, `picture`'],
  },
  {
    name: 'several mistakes in one run',
    change: {
      [copy]: (text) =>
        swap('title: A leaflet', 'titel: A leaflet')(swap('web: example.org', 'web: 12')(text)),
    },
    findings: [
      'error input/unknown-field content/leaflet/copy.yaml:1:1 ‹titel›',
      'error input/wrong-kind content/leaflet/copy.yaml:9:6 ‹12›',
    ],
  },
  {
    name: 'a field without words',
    change: { [copy]: swap('title: A leaflet', 'title:') },
    findings: ['error input/empty-field content/leaflet/copy.yaml:1:1 ‹title›'],
  },
  {
    name: 'spaces for words',
    change: { [copy]: swap('title: A leaflet', 'title: "  "') },
    findings: ['error input/empty-field content/leaflet/copy.yaml:1:1 ‹title›'],
  },
  {
    name: 'a list where a text should be',
    change: { [copy]: swap('title: A leaflet', 'title: [A, leaflet]') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:1:8 ‹[A, leaflet]›'],
  },
  {
    name: 'a group where a text should be',
    change: { [copy]: swap('title: A leaflet', 'title: {da: En folder}') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:1:8 ‹{da: En folder}›'],
  },
  {
    name: 'a text where a list should be',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', 'points: One thing') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:6:9 ‹One thing›'],
    says: ['must be a list'],
  },
  {
    name: 'a number where a list should be',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', 'points: 7') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:6:9 ‹7›'],
  },
  {
    name: 'an item of a list without words',
    change: { [copy]: swap('  - Another thing', '  -') },
    findings: ['error input/empty-field content/leaflet/copy.yaml:8:4 ‹›'],
  },
  {
    name: 'more items than the template takes',
    change: { [copy]: swap('  - One thing', '  - One thing\n  - Two\n  - Three') },
    findings: ['error input/too-long content/leaflet/copy.yaml:6:1 ‹points›'],
    says: ['4 items', 'at most 3'],
  },
  {
    name: 'more characters than the template takes',
    change: { [copy]: swap('title: A leaflet', `title: ${'Far too long '.repeat(4)}`) },
    findings: [
      'error input/too-long content/leaflet/copy.yaml:1:8 ‹Far too long Far too long Far too long …›',
    ],
    says: ['51 characters', 'at most 40'],
  },
  {
    name: 'a picture as a plain text',
    change: {
      [copy]: swap(
        'picture:\n  file: /assets/photo.jpg\n  alt: A photograph',
        'picture: photo.jpg',
      ),
    },
    findings: [
      'error input/missing-picture content/leaflet/copy.yaml:10:10 ‹photo.jpg›',
      'warning input/missing-alt content/leaflet/copy.yaml:10:10 ‹photo.jpg›',
    ],
  },
  {
    name: 'a picture without a description',
    change: { [copy]: swap('  alt: A photograph\n', '') },
    findings: [
      'warning input/missing-alt content/leaflet/copy.yaml:11:3 ‹file: /assets/photo.jpg⏎›',
    ],
  },
  {
    name: 'a point of focus that is none',
    change: { [copy]: append('  focus: [left, top]') },
    findings: ['error input/wrong-focus content/leaflet/copy.yaml:13:10 ‹[left, top]›'],
  },
  {
    name: 'keys that every object of the language has',
    change: { [copy]: append('__proto__: {polluted: yes}\nconstructor: x\ntoString: y') },
    findings: [
      'error input/unknown-field content/leaflet/copy.yaml:13:1 ‹__proto__›',
      'error input/unknown-field content/leaflet/copy.yaml:14:1 ‹constructor›',
      'error input/unknown-field content/leaflet/copy.yaml:15:1 ‹toString›',
    ],
  },
  {
    name: 'an address that is none',
    change: { [copy]: swap('web: example.org', 'web: over there') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:9:6 ‹over there›'],
    says: ['must be a web address such as'],
  },
  {
    name: 'an address that would run code',
    change: { [copy]: swap('web: example.org', 'web: javascript:alert(1)') },
    findings: ['error input/wrong-kind content/leaflet/copy.yaml:9:6 ‹javascript:alert(1)›'],
  },
];

const markCases: readonly Case[] = [
  {
    name: 'a link that would run code',
    change: { [copy]: swap('One thing', '"[One](javascript:alert(1)) thing"') },
    findings: [
      'error input/link-address content/leaflet/copy.yaml:7:6 ‹[One](javascript:alert(1)›',
    ],
  },
  {
    name: 'a link into a file of the machine',
    change: { [copy]: swap('One thing', '"[One](file:///etc/passwd) thing"') },
    findings: [
      'error input/link-address content/leaflet/copy.yaml:7:6 ‹[One](file:///etc/passwd)›',
    ],
  },
  {
    name: 'a character that the program uses itself',
    change: { [copy]: swap('One thing', 'One \ufdd0thing') },
    findings: ['error input/reserved-character content/leaflet/copy.yaml:7:9 ‹﷐›'],
  },
  {
    name: 'a control character',
    change: { [copy]: swap('One thing', '"One \\u0007thing"') },
    findings: ['error input/control-character content/leaflet/copy.yaml:7:10 ‹\\u0007›'],
  },
  {
    name: 'a line separator from Word',
    change: { [copy]: swap('One thing', 'One\u2028thing') },
    findings: ['warning input/line-separator content/leaflet/copy.yaml:7:8 ‹\u2028›'],
  },
  {
    name: 'an asterisk that is never closed',
    change: { [copy]: swap('One thing', 'One *thing') },
    findings: ['warning input/unclosed-mark content/leaflet/copy.yaml:7:9 ‹*›'],
  },
  {
    name: 'a bracket that is never closed',
    change: { [copy]: swap('One thing', 'One [[thing') },
    findings: ['warning input/unclosed-mark content/leaflet/copy.yaml:7:9 ‹[[›'],
  },
  {
    name: 'a bracket that is never closed before the next',
    change: { [copy]: swap('One thing', 'One [[thing and [[another one]]') },
    findings: ['warning input/unclosed-mark content/leaflet/copy.yaml:7:9 ‹[[›'],
  },
  {
    name: 'a bracket that was never opened',
    change: { [copy]: swap('One thing', 'One thing]] and [another [one]]') },
    findings: ['warning input/unopened-mark content/leaflet/copy.yaml:7:14 ‹]]›'],
  },
  {
    name: 'a link whose bracket is never closed',
    change: { [copy]: swap('One thing', "'One [thing](https://example.com and more'") },
    findings: ['warning input/broken-link content/leaflet/copy.yaml:7:10 ‹[›'],
  },
  {
    name: 'a typewriter’s quotes',
    change: { [copy]: swap('One thing', 'One "thing"') },
    findings: [],
  },
  {
    name: 'a typewriter’s quote that never closes',
    change: { [copy]: swap('One thing', 'One "thing') },
    findings: ['warning input/straight-quote content/leaflet/copy.yaml:7:9 ‹"›'],
  },
  {
    name: 'HTML in the words is words',
    change: { [copy]: swap('One thing', '<script>One</script> & <b>thing</b>') },
    findings: ['warning input/markup-in-text content/leaflet/copy.yaml:7:5 ‹<script>›'],
  },
  {
    name: 'braces in the words are words',
    change: { [copy]: swap('One thing', "'{{title}} {{> point}}'") },
    findings: ['warning input/markup-in-text content/leaflet/copy.yaml:7:6 ‹{{title}}›'],
    says: ['`{{title}}`, `{{> point}}` have no meaning'],
  },
];

const roomCases: readonly Case[] = [
  {
    name: 'a hundred thousand letters without a space',
    change: { [copy]: swap('The second paragraph.', 'a'.repeat(100_000)) },
    findings: [
      'error layout/overfull-line content/leaflet/copy.yaml:5:3 ‹aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…›',
    ],
    says: ['…` of “Body” is too long for its line'],
  },
  {
    name: 'a hundred times too many words',
    change: {
      [copy]: swap(
        'The second paragraph.',
        'All these words are far too many for a panel of this size. '.repeat(500).trim(),
      ),
    },
    findings: ['error layout/overset-text content/leaflet/copy.yaml:5:1216 ‹for›'],
    says: ['560 lines', '“Body”', '27727 characters', '`.inside1`', 'mm more'],
  },
  {
    name: 'a word that is wider than the panel',
    change: { [copy]: swap('title: A leaflet', `title: ${'W'.repeat(40)}`) },
    findings: [
      'error layout/overfull-line content/leaflet/copy.yaml:1:8 ‹WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW›',
    ],
    says: ['141.8 mm', '85 mm'],
  },
  {
    name: 'a letter that the font does not have',
    change: { [copy]: swap('title: A leaflet', 'title: A 漢 leaflet') },
    findings: ['error text/missing-character content/leaflet/copy.yaml:1:10 ‹漢›'],
    says: ['U+6F22'],
  },
  {
    name: 'an emoji',
    change: { [copy]: swap('One thing', 'One 🎉 thing') },
    findings: ['error text/missing-character content/leaflet/copy.yaml:7:9 ‹🎉›'],
  },
];

describe('YAML', () => testCases(yamlCases));
describe('fields', () => testCases(fieldCases));
describe('marks in a text', () => testCases(markCases));
describe('room and letters', () => testCases(roomCases));

it('what looks like HTML or a template is printed as it stands', async () => {
  const folder = temporaryFolder();
  const words = "'<b>One</b> & {{title}}'";
  const { artifacts } = await buildLeaflet({ [copy]: swap('One thing', words) });
  writeOutputs(folder.path, artifacts);
  const inside = { page: 2, x: 0, y: 0, width: 620, height: 450 };
  const text = runningText(textOf(join(folder.path, 'press.pdf'), inside));
  folder.remove();
  expect(text).toContain('<b>One</b> & {{title}}');
});

it('keys of objects leave the program’s own objects alone', async () => {
  await buildLeaflet({ [copy]: append('__proto__: {polluted: yes}') });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
