import { nameEntry } from '../art.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

/** Action types (ISO 32000-1 table 198). */
const actionTypes: ReadonlySet<string> = new Set([
  'GoTo',
  'GoToR',
  'GoToE',
  'GoTo3DView',
  'Launch',
  'Thread',
  'URI',
  'Sound',
  'Movie',
  'Hide',
  'Named',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'JavaScript',
  'SetOCGState',
  'Rendition',
  'Trans',
]);

export const actions: PreflightRule = {
  code: 'preflight/actions',
  title: say(
    'no JavaScript, no actions, no form fields',
    'ingen JavaScript, ingen handlinger, ingen formularfelter',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, actions and JavaScript',
  check(art) {
    const { file } = art;
    const found = new Set<string>();
    for (const { dictionary } of art.dictionaries) {
      const type = nameEntry(file, dictionary, 'S');
      if (type !== null && actionTypes.has(type)) found.add(type);
      if (dictionary.entries.has('AA')) found.add('AA');
      if (dictionary.entries.has('JS')) found.add('JavaScript');
    }
    const form = file.entry(file.catalog, 'AcroForm', 'dictionary');
    const fields = form && file.entry(form, 'Fields', 'array');
    if (form?.entries.has('XFA') || (fields?.items.length ?? 0) > 0) found.add('AcroForm');
    return [...found].sort().map(
      (name): Offence => ({
        message: say(
          `the file holds \`${name}\`, which does not belong in a print file`,
          `filen indeholder \`${name}\`, som ikke hører hjemme i en trykfil`,
        ),
      }),
    );
  },
};
