/** Mistakes in `copy.yaml`: YAML itself, the fields, the marks inside a text. */
import { describe, expect, it } from 'vitest';
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
    findings: [],
  },
  {
    name: 'a key that stands twice',
    change: { [copy]: append('title: Another leaflet') },
    findings: [],
  },
  { name: 'a file in Latin-1', change: { [copy]: latin1 }, findings: [] },
  {
    name: 'a byte order mark is no mistake',
    change: { [copy]: (text) => `\ufeff${text}` },
    findings: [],
  },
  { name: 'Windows line ends are no mistake', change: { [copy]: crlf }, findings: [] },
  {
    name: 'Windows line ends do not shift the places of others',
    change: { [copy]: (text) => crlf(swap('web: example.org', 'wep: example.org')(text)) },
    findings: [],
  },
  {
    name: 'a byte order mark does not shift the places of others',
    change: { [copy]: (text) => `\ufeff${swap('title: A', 'titel: A')(text)}` },
    findings: [],
  },
  {
    name: 'a colon inside a text without quotes',
    change: { [copy]: swap('title: A leaflet', 'title: Note: a leaflet') },
    findings: [],
  },
  {
    name: 'a quote that is never closed',
    change: { [copy]: swap('title: A leaflet', 'title: "A leaflet') },
    findings: [],
  },
  {
    name: 'a line that is indented too little',
    change: { [copy]: swap('  The second paragraph.', ' The second paragraph.') },
    findings: [],
  },
  {
    name: 'a text that begins with an asterisk',
    change: { [copy]: swap('title: A leaflet', 'title: *A* leaflet') },
    findings: [],
  },
  {
    name: 'a text that begins with a percent sign',
    change: { [copy]: swap('title: A leaflet', 'title: %A leaflet') },
    findings: [],
  },
  {
    name: 'a tag that asks for code',
    change: { [copy]: swap('title: A leaflet', 'title: !!js/function "x"') },
    findings: [],
  },
  {
    name: 'references that multiply',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', `points: ${aliasBomb}`) },
    findings: [],
  },
  {
    name: 'a reference to what surrounds it',
    change: { [copy]: swap('points:\n', 'points: &all\n  - *all\n') },
    findings: [],
  },
  {
    name: 'ten thousand brackets',
    change: { [copy]: `title: ${'['.repeat(10_000)}` },
    findings: [],
  },
  { name: 'two documents in one file', change: { [copy]: append('---\nmore: 1') }, findings: [] },
  { name: 'a list where there should be keys', change: { [copy]: '- a\n- b\n' }, findings: [] },
  { name: 'no words at all', change: { [copy]: '' }, findings: [] },
  { name: 'comments alone', change: { [copy]: '# nothing yet\n' }, findings: [] },
  {
    name: 'a file of 17 MB',
    change: { [copy]: `title: ${'a'.repeat(17 * 1024 * 1024)}` },
    findings: [],
  },
  { name: 'a file that is not there', change: { [copy]: null }, findings: [] },
  {
    name: 'bytes that are no text',
    change: { [copy]: new Uint8Array([0x74, 0x3a, 0x20, 0xff, 0xfe, 0x00]) },
    findings: [],
  },
];

const fieldCases: readonly Case[] = [
  { name: 'a field left out', change: { [copy]: swap('title: A leaflet\n', '') }, findings: [] },
  {
    name: 'a key written almost right',
    change: { [copy]: swap('title: A leaflet', 'titel: A leaflet') },
    findings: [],
  },
  { name: 'a key that nobody knows', change: { [copy]: append('shoe: 42') }, findings: [] },
  {
    name: 'several mistakes in one run',
    change: {
      [copy]: (text) =>
        swap('title: A leaflet', 'titel: A leaflet')(swap('web: example.org', 'web: 12')(text)),
    },
    findings: [],
  },
  {
    name: 'a field without words',
    change: { [copy]: swap('title: A leaflet', 'title:') },
    findings: [],
  },
  {
    name: 'spaces for words',
    change: { [copy]: swap('title: A leaflet', 'title: "  "') },
    findings: [],
  },
  {
    name: 'a list where a text should be',
    change: { [copy]: swap('title: A leaflet', 'title: [A, leaflet]') },
    findings: [],
  },
  {
    name: 'a group where a text should be',
    change: { [copy]: swap('title: A leaflet', 'title: {da: En folder}') },
    findings: [],
  },
  {
    name: 'a text where a list should be',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', 'points: One thing') },
    findings: [],
  },
  {
    name: 'a number where a list should be',
    change: { [copy]: swap('points:\n  - One thing\n  - Another thing', 'points: 7') },
    findings: [],
  },
  {
    name: 'an item of a list without words',
    change: { [copy]: swap('  - Another thing', '  -') },
    findings: [],
  },
  {
    name: 'more items than the template takes',
    change: { [copy]: swap('  - One thing', '  - One thing\n  - Two\n  - Three') },
    findings: [],
  },
  {
    name: 'more characters than the template takes',
    change: { [copy]: swap('title: A leaflet', `title: ${'Far too long '.repeat(4)}`) },
    findings: [],
  },
  {
    name: 'a picture as a plain text',
    change: {
      [copy]: swap(
        'picture:\n  file: /assets/photo.jpg\n  alt: A photograph',
        'picture: photo.jpg',
      ),
    },
    findings: [],
  },
  {
    name: 'a picture without a description',
    change: { [copy]: swap('  alt: A photograph\n', '') },
    findings: [],
  },
  {
    name: 'a point of focus that is none',
    change: { [copy]: append('  focus: [left, top]') },
    findings: [],
  },
  {
    name: 'keys that every object of the language has',
    change: { [copy]: append('__proto__: {polluted: yes}\nconstructor: x\ntoString: y') },
    findings: [],
  },
  {
    name: 'an address that is none',
    change: { [copy]: swap('web: example.org', 'web: over there') },
    findings: [],
  },
  {
    name: 'an address that would run code',
    change: { [copy]: swap('web: example.org', 'web: javascript:alert(1)') },
    findings: [],
  },
];

const markCases: readonly Case[] = [
  {
    name: 'a link that would run code',
    change: { [copy]: swap('One thing', '"[One](javascript:alert(1)) thing"') },
    findings: [],
  },
  {
    name: 'a link into a file of the machine',
    change: { [copy]: swap('One thing', '"[One](file:///etc/passwd) thing"') },
    findings: [],
  },
  {
    name: 'a character that the program uses itself',
    change: { [copy]: swap('One thing', 'One \ufdd0thing') },
    findings: [],
  },
  {
    name: 'a control character',
    change: { [copy]: swap('One thing', '"One \\u0007thing"') },
    findings: [],
  },
  {
    name: 'an asterisk that is never closed',
    change: { [copy]: swap('One thing', 'One *thing') },
    findings: [],
  },
  {
    name: 'a bracket that is never closed',
    change: { [copy]: swap('One thing', 'One [[thing') },
    findings: [],
  },
  {
    name: 'a typewriter’s quotes',
    change: { [copy]: swap('One thing', 'One "thing"') },
    findings: [],
  },
  {
    name: 'HTML in the words is words',
    change: { [copy]: swap('One thing', '<script>One</script> & <b>thing</b>') },
    findings: [],
  },
  {
    name: 'braces in the words are words',
    change: { [copy]: swap('One thing', "'{{title}} {{> point}}'") },
    findings: [],
  },
];

const roomCases: readonly Case[] = [
  {
    name: 'a hundred thousand letters without a space',
    change: { [copy]: swap('The second paragraph.', 'a'.repeat(100_000)) },
    findings: [],
  },
  {
    name: 'a hundred times too many words',
    change: {
      [copy]: swap(
        'The second paragraph.',
        'All these words are far too many for a panel of this size. '.repeat(500).trim(),
      ),
    },
    findings: [],
  },
  {
    name: 'a word that is wider than the panel',
    change: { [copy]: swap('title: A leaflet', `title: ${'W'.repeat(40)}`) },
    findings: [],
  },
  {
    name: 'a letter that the font does not have',
    change: { [copy]: swap('title: A leaflet', 'title: A 漢 leaflet') },
    findings: [],
  },
  {
    name: 'an emoji',
    change: { [copy]: swap('One thing', 'One 🎉 thing') },
    findings: [],
  },
];

describe('YAML', () => testCases(yamlCases));
describe('fields', () => testCases(fieldCases));
describe('marks in a text', () => testCases(markCases));
describe('room and letters', () => testCases(roomCases));

it('keys of objects leave the program’s own objects alone', async () => {
  await buildLeaflet({ [copy]: append('__proto__: {polluted: yes}') });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
