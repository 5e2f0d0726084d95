// Danish place names: what they end in tells where they are joined, whatever the first part means.

const elements = (
  'bjerg berg borg by købing havn lund holm sted stad skov gård sund vig bæk mark høj dal bro torp ' +
  'strup drup rup lev sø strand næs odde kilde land vang toft kirke hus minde jylland sjælland ager ' +
  'bølle løkke mose hede ø slev vad rød kær dam hede'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

const onset =
  /^(?:[bcdfghjklmnprstv]|[bfgkps]l|[bdfgkpt]r|[gks]n|kv|sk|skr|sm|sp|st|str|sv|tv|hj|hv|bj)?[aeiouyæøå]/;
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
