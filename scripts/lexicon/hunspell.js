// Reads a Hunspell dictionary (hunspell(5)): words with numeric flags, and the suffixes the flags
// stand for. Prefix rules are left out; the Danish ones only add `aller-` and points of the compass.

const wanted = /^[a-zæøåéèêëüöäáàâóôíïúûýçñ]+$/;

/** True for a word in small letters alone: no hyphens, figures, abbreviations. */
export const isPlain = (word) => wanted.test(word);

/** Flag → suffix rules `{ strip, ending, flags, condition }`. */
export function readSuffixes(aff) {
  const rules = new Map();
  for (const line of aff.split('\n')) {
    const match = /^SFX\s+(\d+)\s+(\S+)\s+(\S+)\s+(\S+)/.exec(line);
    // The head of a group (`SFX 1 Y 4`) is shorter.
    if (!match) continue;
    const [, flag, strip, added, condition] = match;
    const [ending, flags = ''] = added.split('/');
    if (!rules.has(flag)) rules.set(flag, []);
    rules.get(flag).push({
      strip: strip === '0' ? '' : strip,
      ending: ending === '0' ? '' : ending,
      flags: flags === '' ? [] : flags.split(','),
      condition: new RegExp(`(?:${condition})$`),
    });
  }
  return rules;
}

/** Entries `{ word, flags, base, forms }`: `base` is the word it is a form of, where it says so. */
export function readEntries(dic) {
  const entries = [];
  for (const line of dic.split('\n').slice(1)) {
    const match = /^([^\s/]+)(?:\/([\d,]+))?(?:\s+(.*))?$/.exec(line.trim());
    if (!match) continue;
    const [, word, flags, notes = ''] = match;
    const forms = [...notes.matchAll(/\bal:(\S+)/g)].map(([, form]) => form);
    const base = /\bst:(\S+)/.exec(notes)?.[1];
    entries.push({ word, flags: flags ? flags.split(',') : [], forms, base });
  }
  return entries;
}

/** Flags of the compounding rules in the dictionary's head. */
const first = ['32', '33'];
const onlyInCompounds = '36';
const needsAffix = '8';
export const forbidden = '6';

/** All forms of a word: `{ form, isFirst, isWord }`, the first part of compounds or a word itself. */
export function expand(word, flags, rules) {
  const forms = [];
  const visit = (form, own, depth) => {
    const isWord = !own.includes(onlyInCompounds) && !own.includes(needsAffix);
    forms.push({ form, isFirst: first.some((flag) => own.includes(flag)), isWord });
    if (depth > 2) return;
    for (const flag of own)
      for (const rule of rules.get(flag) ?? [])
        if (form.endsWith(rule.strip) && rule.condition.test(form)) {
          const stem = form.slice(0, form.length - rule.strip.length);
          visit(stem + rule.ending, rule.flags, depth + 1);
        }
  };
  visit(word, flags, 0);
  return forms;
}
