// The word list as the splitter needs it: words with their kinds and forms, the forms that begin
// compounds, and words that live only after a prefix (`-sættelse`, `-skæftige`).
import { expand, forbidden, isPlain, readEntries, readSuffixes } from './hunspell.js';

const flagsOf = (text) => new Set(text.split(' '));

// Flags of the dictionary's head by what they say of a word's kind.
const common = flagsOf('2 7 14 19 44 48 58 65 75');
const neuter = flagsOf('3 4 15 18 45 47 57 66 70 76 82 84 87');
const adjective = flagsOf('12 13 23 24 25 26 27 28 38 40 42 49 59 77 78');
const verb = flagsOf('1 20 21 22 79');
const placeName = '54';
/** Genitive and compounding: they say nothing of a word's kind. */
const beside = flagsOf(
  '9 10 29 30 31 32 33 34 35 36 37 39 50 51 53 54 55 56 60 61 62 63 67 68 69 80 81 83 86 88 89 90',
);

export const vowel = /[aeiouyæøåéèêëüöäáàâóôíïúû]/;

const inflectionOf = (flags) =>
  flags
    .filter((flag) => !beside.has(flag))
    .sort()
    .join();

function kindOf(flags) {
  const has = (set) => flags.some((flag) => set.has(flag));
  if (has(verb)) return 'verb';
  if (has(adjective)) return 'adjective';
  if (has(common)) return 'common';
  return has(neuter) ? 'neuter' : '';
}

/** Adverbs and prefixes before which bound words stand. */
export const prefixes = new Set(
  (
    'be for er und an mis van u gen sam fore til af ind ud op på over under efter ved med mod hen ' +
    'frem fra bort ned om tilbage igen sammen gennem imod fejl ad'
  ).split(' '),
);

/** Listed as first parts, but found by chance far more often than by sense. */
const noFirstParts = 're al ar ed oe di iv'.split(' ');

/** Found by chance inside words, and by sense where one begins. */
export const onlyAtStart = new Set(['el']);

/** Endings that look like words; no compound ends in them. */
const noLastParts = new Set(
  (
    'er en et ens ene ere ner ler ser ter der ber ger ker ver per else ende es ers ets ed hed lig ' +
    'lige lighed slig ske inde agtig som isk ist ion isme ismer al ar les orum log el ær ale iv ' +
    'ard esse isse erne ose ant ent ans ade ad age an ase ese id ik il or ol os um us yl ør øs at ' +
    'it in ia gel mel re ri le oris arisk idelig oratorium ovation etik etisk allel antik ur ' +
    'sel tik i å'
  ).split(' '),
);

/** What may go before `ur` (a clock, or the suffix of `arkitektur`). */
const clocks = new Set(
  'armbånds lomme sol vække stop tårn stue bornholmer pendul gulv væg kukke digital kirke bord'.split(
    ' ',
  ),
);

/** Suffixes of verbal nouns and adjectives with the flags of what they make. */
const derivations = [
  ['else', '10,11,2,29'],
  ['ning', '10,11,2,29'],
  ['ing', '10,11,2,29'],
  ['er', '10,5,2,31'],
  ['elig', '24,23,49'],
  ['bar', '24,38,49'],
];

/** Suffixes that make words of others without making compounds: such a word has the other's joints. */
const verbal = 'ing ning else er eri elig bar ende et sel'.split(' ');
const nominal = 'hed lig isk inde ske ist isme ig'.split(' ');

const onset =
  /^(?:[bcdfghjklmnprstv]|[bfgkps]l|[bdfgkpt]r|[gks]n|kv|sk|skr|skj|sm|sp|spr|spl|st|str|sv|tv|hv|[bfmt]j)[aeiouyæøå]/;

/** Verbs that are known with a prefix only: `beskæftige` gives `-skæftige`. */
const boundVerb = /^(?:be|for|er|an|und|mis|van)(.{4,})$/;

function createWord(word) {
  return {
    word,
    inflections: new Set(),
    kinds: new Set(),
    forms: new Set(),
    firsts: new Set(),
    uses: 0,
  };
}

const isLoanVerb = (word) => word.endsWith('ere');

export function readWords(aff, dic) {
  const rules = readSuffixes(aff);
  const words = new Map();
  const firsts = new Map();
  const places = [];

  function addFirst(form, isListed, word) {
    if (!vowel.test(form) || (form.length === 1 && !'uøå'.includes(form))) return;
    if (!firsts.has(form)) firsts.set(form, { form, isListed: false, words: new Set(), uses: 0 });
    const known = firsts.get(form);
    known.isListed ||= isListed;
    if (word) known.words.add(word);
  }

  function addEntry({ word: text, flags, forms, base }) {
    if (flags.includes(forbidden)) return;
    if (flags.includes(placeName)) places.push(text.toLowerCase());
    if (/[a-zæøå]{2}-$/.test(text) && isPlain(text.slice(0, -1))) addFirst(text.slice(0, -1), true);
    if (!isPlain(text) || text.length < 2) return;
    if (!words.has(text)) words.set(text, createWord(text));
    const word = words.get(text);
    word.inflections.add(inflectionOf(flags));
    word.kinds.add(kindOf(flags));
    // Strong verbs have no flags; they list their forms.
    word.isVerb ||=
      kindOf(flags) === 'verb' ||
      forms.some((form) => /^(?:.*[^e])?e?nde$/.test(form) && form.startsWith(text));
    if (base && base !== text) word.base = base;
    for (const { form, isFirst, isWord } of expand(text, flags, rules)) {
      if (!isPlain(form)) continue;
      if (isWord) word.forms.add(form);
      if (isFirst) {
        word.firsts.add(form);
        addFirst(form, true, word);
      }
    }
  }
  for (const entry of readEntries(dic)) addEntry(entry);
  for (const prefix of prefixes) addFirst(prefix, true);
  for (const prefix of noFirstParts) firsts.delete(prefix);
  for (const form of onlyAtStart) addFirst(form, true, words.get(form));
  for (const word of words.values())
    if (word.word.length >= 3 && !word.base) addFirst(word.word, false, word);

  const lasts = new Map();
  function addLast(form, word, isBound) {
    if (form.length < 2 || !vowel.test(form) || noLastParts.has(form)) return;
    if (!lasts.has(form)) lasts.set(form, []);
    lasts.get(form).push({ word, isBound });
  }
  const dictionary = [...words.values()];
  for (const word of dictionary) addLast(word.word, word);

  // A compound that is known in the plural alone (`læsebriller`) ends in a plural.
  const plurals = new Map();
  for (const word of dictionary)
    for (const form of word.forms)
      if (
        form !== word.word &&
        form.length > 4 &&
        /(?:r|e|ne)$/.test(form) &&
        !noLastParts.has(form)
      )
        plurals.set(form, word);

  const bound = [];
  /** A word that stands in no dictionary alone. */
  function addBound(text, flags, source, isBound = false) {
    if (words.has(text) || text.length < 3) return;
    const word = createWord(text);
    word.inflections.add(inflectionOf(flags));
    word.kinds.add(kindOf(flags));
    if (source) word.source = source;
    word.isBoundForm = true;
    for (const { form, isFirst, isWord } of expand(text, flags, rules)) {
      if (isWord) word.forms.add(form);
      if (isFirst) word.firsts.add(form);
    }
    bound.push(word);
    addLast(text, word, isBound);
  }
  function addDerivations(text, source, isBound = false) {
    if (!text.endsWith('e')) return;
    const stem = text.slice(0, -1);
    for (const short of new Set([stem, stem.replace(/(.)\1$/, '$1')]))
      for (const [suffix, flags] of derivations)
        addBound(short + suffix, flags.split(','), source, isBound);
  }
  for (const word of dictionary) {
    if (!word.isVerb || word.base) continue;
    if (word.word.length >= 4) addDerivations(word.word, word);
    for (const form of word.forms)
      if (form.length >= 4 && /(?:t|ende)$/.test(form))
        addBound(form, [/ende$/.test(form) ? '27' : /et$/.test(form) ? '26' : '24'], word);
    const root = boundVerb.exec(word.word)?.[1];
    if (!root || words.has(root) || isLoanVerb(root) || !onset.test(root)) continue;
    if (!/[aeiouyæøå][^aeiouyæøå]+[aeiouyæøå]/.test(root)) continue;
    addBound(root, ['1', '21', '22', '79'], undefined, true);
    addDerivations(root, undefined, true);
  }

  /** The word that another is made of by a suffix. */
  function derivedFrom(word) {
    for (const suffix of [...verbal, ...nominal]) {
      if (word.base || !word.word.endsWith(suffix)) continue;
      const isNominal = nominal.includes(suffix);
      const stem = word.word.slice(0, -suffix.length);
      if (stem.length < 2) continue;
      for (const text of [`${stem}e`, stem, `${stem}${stem.at(-1)}e`]) {
        const first = isNominal ? firsts.get(text) : undefined;
        const source =
          words.get(text) ?? [...(first?.words ?? [])].find((it) => text.startsWith(it.word));
        if (source && source !== word && (isNominal || source.isVerb) && text.length >= 4)
          return source;
      }
    }
    return undefined;
  }
  for (const word of dictionary) word.source = derivedFrom(word);

  /** `form` as the last part of a word after `before`: no suffix in disguise (`udholden-hed`). */
  const mayEnd = (form, before) =>
    form === 'ur' ? clocks.has(before) : form !== 'enhed' || !words.has(`${before}ende`);
  if (words.has('ur')) lasts.set('ur', [{ word: words.get('ur'), isBound: false }]);
  const isPluralOnly = ({ inflections }) => inflections.size === 1 && inflections.has('74');
  for (const word of dictionary) word.isPluralOnly = isPluralOnly(word);
  return { words: dictionary, byText: words, bound, firsts, lasts, plurals, places, mayEnd };
}
