/**
 * Printing conditions that a job may name by one word: those that ship, and a project's own files
 * `assets/conditions/<name>.json` (or `.yaml`), which `trykklar profile add` writes.
 */
import type { Context } from '../base/index.ts';
import { cautiousInkLimitPercent, knownConditions } from '../color/index.ts';
import { decodeText } from './decode.ts';
import type { Job } from './job.ts';
import * as problems from './problems.ts';
import { parseYaml, type YamlEntry } from './yaml.ts';
import { readChoice, readKeys, readMap, readNumber, readWords } from './yaml-reader.ts';

export type JobCondition = Job['condition'];

const folder = 'assets/conditions/';
const keys = ['identifier', 'info', 'outputCondition', 'totalInkPercent', 'profile', 'noted'];

/** The condition of jobs that name none, and of documents without a job: its profile ships. */
export function defaultCondition(): JobCondition {
  return shippedCondition('FOGRA39') ?? { ...unknownFacts, identifier: '', profile: '', info: '' };
}

const unknownFacts = {
  outputCondition: null,
  totalInkPercent: cautiousInkLimitPercent,
  advisedInkPercent: null,
};

/** What is known of a condition by its identifier, whoever made the profile. */
export function conditionFacts(
  identifier: string,
): Pick<JobCondition, 'outputCondition' | 'totalInkPercent' | 'advisedInkPercent'> {
  const known = knownConditions.get(identifier);
  if (!known) return unknownFacts;
  const { outputCondition, totalInkPercent, pressTotalInkPercent } = known;
  return { outputCondition, totalInkPercent, advisedInkPercent: pressTotalInkPercent };
}

function shippedCondition(name: string): JobCondition | null {
  const known = knownConditions.get(name);
  if (!known) return null;
  const { identifier, profile, info } = known;
  return { identifier, profile, info, ...conditionFacts(identifier) };
}

/** The project's own file of a condition; undefined where there is none, null after a report. */
function ownCondition(name: string, context: Context): JobCondition | null | undefined {
  const { workspace, report } = context;
  const files = workspace.list(folder);
  const file = [`${name}.json`, `${name}.yaml`].find((each) => files.includes(each));
  if (file === undefined) return undefined;
  const source = decodeText(workspace.read(folder + file), context);
  const tree = source && parseYaml(source, context);
  const map = tree && readMap(tree, file, report);
  if (!map) return null;
  const entries = readKeys(map, keys, report);
  const wordsOf = (key: string) => {
    const entry = entries.get(key);
    return entry ? readWords(entry, report) : null;
  };
  const profile = wordsOf('profile');
  if (profile === null) {
    report(problems.keyMissing('profile', 'profile: assets/icc/x.icc', map.span));
    return null;
  }
  const ink = entries.get('totalInkPercent');
  const identifier = wordsOf('identifier') ?? name;
  return {
    identifier,
    profile: profile.replace(/^\//, ''),
    info: wordsOf('info') ?? identifier,
    outputCondition: wordsOf('outputCondition'),
    totalInkPercent:
      (ink ? readNumber(ink, { min: 100, max: 400, isWhole: false }, report) : null) ??
      cautiousInkLimitPercent,
    advisedInkPercent: ink ? null : conditionFacts(identifier).advisedInkPercent,
  };
}

/** Reports a condition whose profile does not ship and is not in the project either. */
function isProfileThere(name: string, entry: YamlEntry, { workspace, report }: Context): boolean {
  const known = knownConditions.get(name);
  if (!known || known.profileShips) return true;
  const cut = known.profile.lastIndexOf('/') + 1;
  if (workspace.list(known.profile.slice(0, cut)).includes(known.profile.slice(cut))) return true;
  report(problems.profileNotHere(name, known.profileFile, entry.value.span));
  return false;
}

/** What the profiles of the conditions are called, which people know better. */
const profileNames: readonly (readonly [RegExp, string])[] = [
  [/^iso[ _-]?coated/i, 'FOGRA39'],
  [/^pso[ _-]?coated[ _-]?v3/i, 'FOGRA51'],
  [/^pso[ _-]?uncoated[ _-]?v3/i, 'FOGRA52'],
  [/^pso[ _-]?uncoated/i, 'FOGRA47'],
];

/** `condition: FOGRA51`; null after a report. */
export function readConditionName(entry: YamlEntry, context: Context): JobCondition | null {
  const name = entry.value.kind === 'scalar' ? entry.value.text.trim() : '';
  const known = [...knownConditions.keys()];
  // The program's own data lie in the folder of a project's own conditions, in small letters.
  const meant = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (meant !== undefined && meant !== name) {
    readChoice('condition', entry.value, known, context.report, [[/^/, meant]]);
    return null;
  }
  const own = ownCondition(name, context);
  if (own !== undefined) return own;
  const shipped = shippedCondition(name);
  if (shipped) return isProfileThere(name, entry, context) ? shipped : null;
  const files = context.workspace
    .list(folder)
    .map((file) => file.replace(/\.(yaml|json)$/, ''))
    .filter((file) => !known.some((one) => one.toLowerCase() === file.toLowerCase()));
  readChoice('condition', entry.value, [...known, ...files], context.report, profileNames);
  return null;
}
