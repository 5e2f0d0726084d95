/**
 * `content/ord.yaml`: the project's own words, for all its brochures.
 *
 *     deling: [social|råd-giver, Fløj-borg]   divided there and nowhere else, inflections too
 *     aldrig: [Leadership]                    never divided
 *     ordret: ["5'er"]                        left as typed, whatever the language's typography asks
 */
import type { Context, Report, Span } from '../base/index.ts';
import type { OwnDivisions, OwnWords } from '../text/index.ts';
import { decodeText } from './decode.ts';
import * as problems from './problems.ts';
import { parseYaml, type YamlScalar } from './yaml.ts';
import { type Entries, readKeys, readMap } from './yaml-reader.ts';

export interface ProjectWords {
  readonly divisions: OwnWords;
  /** Texts that the clean-up of typed copy leaves alone. */
  readonly verbatim: readonly string[];
}

export const projectWordsPath = 'content/ord.yaml';

const none: ProjectWords = { divisions: new Map(), verbatim: [] };

/** The entries of a list of words; what is no word is reported. */
function wordsOf(entries: Entries, key: string, report: Report): readonly YamlScalar[] {
  const entry = entries.get(key);
  if (!entry) return [];
  const { value } = entry;
  if (value.kind === 'scalar' && value.value === null) return [];
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar' && item.text.trim() !== '') return [item];
    report(
      problems.ownWordNoText(key, item.span.end > item.span.start ? item.span : entry.keySpan),
    );
    return [];
  });
}

/** `social|råd-giver` as the word and its places. */
function readMarked(text: string): { readonly word: string; readonly places: OwnDivisions } {
  const places: { offset: number; kind: 'joint' | 'syllable' }[] = [];
  let word = '';
  for (const sign of text) {
    if (sign === '|' || sign === '-')
      places.push({ offset: word.length, kind: sign === '|' ? 'joint' : 'syllable' });
    else word += sign;
  }
  return { word, places };
}

/** Reports what is wrong with a word of `deling`; true where it can be used. */
function isDivision(text: string, span: Span, report: Report): boolean {
  const { word, places } = readMarked(text);
  if (/\s/.test(text)) report(problems.ownWordSpaces(text, span));
  else if (!/^[\p{L}\p{M}]+$/u.test(word)) report(problems.ownWordLetters(text, span));
  else if (places.length === 0) report(problems.ownWordUnmarked(text, span));
  else if (/[|-]{2}|^.?[|-]|[|-].?$/u.test(text)) report(problems.ownWordPlace(text, span));
  else return true;
  return false;
}

/**
 * The project's words. None where there is no such file. Reports `input/own-word` (what a list
 * holds), `input/own-word-twice`, and what reading a YAML file reports.
 */
export function readProjectWords(context: Context): ProjectWords {
  const { report, workspace } = context;
  const file = workspace.read(projectWordsPath);
  if (file.kind === 'missing') return none;
  const source = decodeText(file, context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, projectWordsPath, report);
  if (!map) return none;
  const entries = readKeys(map, ['deling', 'aldrig', 'ordret'], report);
  const divisions = new Map<string, OwnDivisions>();
  const spans = new Map<string, Span>();
  const add = (word: string, places: OwnDivisions, span: Span) => {
    const key = word.normalize('NFC').toLowerCase();
    const first = spans.get(key);
    if (first) report(problems.ownWordTwice(word, span, first));
    else spans.set(key, span);
    divisions.set(key, places);
  };
  for (const { text, span } of wordsOf(entries, 'deling', report)) {
    const marked = text.trim().normalize('NFC');
    if (!isDivision(marked, span, report)) continue;
    const { word, places } = readMarked(marked);
    add(word, places, span);
  }
  for (const { text, span } of wordsOf(entries, 'aldrig', report)) {
    const word = text.trim();
    if (/^[\p{L}\p{M}]+$/u.test(word)) add(word, [], span);
    else if (/^[\p{L}\p{M}|-]+$/u.test(word)) report(problems.ownWordMarked(word, span));
    else report(problems.ownWordSpaces(word, span));
  }
  const verbatim = wordsOf(entries, 'ordret', report).map(({ text }) => text.trim());
  return { divisions, verbatim };
}
