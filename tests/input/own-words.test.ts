import { describe, expect, it } from 'vitest';
import { readProjectWords } from '../../src/input/index.ts';
import { openProject } from './project.ts';

function read(yaml: string) {
  const project = openProject({ 'content/ord.yaml': yaml });
  return { words: readProjectWords(project.context), lines: project.lines() };
}

describe('ord.yaml', () => {
  it('may be missing', () => {
    const project = openProject();
    expect(readProjectWords(project.context)).toEqual({ divisions: new Map(), verbatim: [] });
    expect(project.lines()).toEqual([]);
  });

  it('says where words are divided, which never are, and what stays as typed', () => {
    const { words, lines } = read(
      'deling: [social|råd-giver]\naldrig:\n  - Leadership\nordret: ["5\'er", 10-20]\n',
    );
    expect(lines).toEqual([]);
    expect([...words.divisions]).toEqual([
      [
        'socialrådgiver',
        [
          { offset: 6, kind: 'joint' },
          { offset: 9, kind: 'syllable' },
        ],
      ],
      ['leadership', []],
    ]);
    expect(words.verbatim).toEqual(["5'er", '10-20']);
  });

  it.each([
    ['deling: [ledere]', 'error input/own-word content/ord.yaml:1:10 ‹ledere›'],
    ['deling: [a|dresse]', 'error input/own-word content/ord.yaml:1:10 ‹a|dresse›'],
    ['deling: [led--er]', 'error input/own-word content/ord.yaml:1:10 ‹led--er›'],
    ['deling: [god ledelse]', 'error input/own-word content/ord.yaml:1:10 ‹god ledelse›'],
    ['deling: [covid-19]', 'error input/own-word content/ord.yaml:1:10 ‹covid-19›'],
    ['deling: [{a: b}]', 'error input/own-word content/ord.yaml:1:10 ‹{a: b}›'],
    ['aldrig: [led-er]', 'error input/own-word content/ord.yaml:1:10 ‹led-er›'],
    [
      'deling: [le-der]\naldrig: [Leder]',
      'error input/own-word-twice content/ord.yaml:2:10 ‹Leder›',
    ],
    ['delinger: [le-der]', 'error input/unknown-key content/ord.yaml:1:1 ‹delinger›'],
  ])('%s', (yaml, expected) => expect(read(yaml).lines).toEqual([expected]));
});
