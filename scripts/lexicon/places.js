// Danish place names: what they end in tells where they are joined, whatever the first part means.

const elements = (
  'bjerg berg borg by købing havn lund holm sted stad skov gård sund vig bæk mark høj dal bro torp ' +
  'strup drup rup lev sø strand næs odde kilde land vang toft herred bugt fjord lyst kirke hus minde jylland sjælland ager ' +
  'bølle løkke mose hede ø slev vad rød kær dam hede'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Last parts of names after points of the compass and the like. */
export const regions = new Set(
  (
    'afrika amerika asien atlanten bornholm danmark england europa falster fyn grønland holland ' +
    'indien irland island italien jylland kina korea københavn lolland norge rusland sjælland ' +
    'sahara slesvig spanien storbritannien sverige tyskland ungarn vietnam'
  ).split(' '),
);

/** Last parts that the list does not have: names spelt as they were, and new words. */
export const newEndings = 'gaard gaards gaarden gaardens site sites sitet'.split(' ');

const onset =
  /^(?:[bcdfghjklmnprstv]|[bfgkps]l|[bdfgkpt]r|[gks]n|kv|sk|skr|sm|sp|st|str|sv|tv|hj|hv|bj|fj)?[aeiouyæøå]/;
const syllable = /[aeiouyæøå]/;

/** The joint of a place name in small letters; empty where none is certain. */
export function placeJoints(name) {
  for (const element of elements) {
    const joint = name.length - element.length;
    const before = name.slice(0, joint);
    if (joint < 2 || !name.endsWith(element) || !syllable.test(before) || element.length < 2)
      continue;
    if (onset.test(element) && !/(.)\1$/.test(before)) return [joint];
  }
  return [];
}
