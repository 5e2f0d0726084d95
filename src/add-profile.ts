/**
 * A colour profile into a project: judged, then laid where jobs find it, with its licence beside it.
 * A condition that the program does not know gets a data file of its own.
 */
import type { Artifact, Context } from './base/index.ts';
import {
  cautiousInkLimitPercent,
  isForAnother,
  type KnownCondition,
  knownConditions,
  openCondition,
  otherCondition,
  profileText,
  unusableProfile,
} from './color/index.ts';

export interface ProfileRequest {
  /** The file's name, without folders: `PSOcoated_v3.icc`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Licence texts that lay beside the file, with their names. */
  readonly licences: readonly { readonly name: string; readonly text: string }[];
  /** Identifier that jobs name it by; null: of the known condition, else the file's name. */
  readonly condition: string | null;
  /** Total ink that the paper takes, in percent; null: the known condition's, else 300. */
  readonly totalInkPercent: number | null;
}

export interface AddedProfile {
  /** The profile, its licence, and the condition's data where the program has none. */
  readonly artifacts: readonly Artifact[];
  /** What a job writes: `condition: FOGRA51`. */
  readonly identifier: string;
  readonly description: string;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The condition whose maker gives its profile this name, or that is asked for. */
function knownFor({ fileName, condition }: ProfileRequest): KnownCondition | null {
  if (condition !== null) return knownConditions.get(condition) ?? null;
  const isSame = ({ profileFile }: KnownCondition) =>
    profileFile.toLowerCase() === fileName.toLowerCase();
  return [...knownConditions.values()].find(isSame) ?? null;
}

function licenceText({ fileName, bytes, licences }: ProfileRequest): string {
  const copyright = profileText(bytes, 'cprt');
  const parts = [
    `${fileName}\n\n${copyright === '' ? 'The profile names no copyright.' : copyright}`,
    ...licences.map(({ name, text }) => `${name}:\n\n${text.trim()}`),
  ];
  return `${parts.join('\n\n----\n\n')}\n`;
}

function conditionFile(
  request: ProfileRequest,
  identifier: string,
  known: KnownCondition | null,
  profile: string,
): Artifact {
  const data = {
    identifier,
    info: known?.info ?? (profileText(request.bytes, 'desc') || identifier),
    ...(known ? { outputCondition: known.outputCondition } : {}),
    totalInkPercent: request.totalInkPercent ?? known?.totalInkPercent ?? cautiousInkLimitPercent,
    profile,
  };
  const path = `assets/conditions/${identifier}.json`;
  return { path, bytes: encode(`${JSON.stringify(data, null, 2)}\n`) };
}

/**
 * Reports `color/unusable-profile` and answers null for a file that is no printing profile; warns
 * with `color/other-condition` where it is one for another condition than asked for.
 */
export async function addProfile(
  request: ProfileRequest,
  { report }: Pick<Context, 'report'>,
): Promise<AddedProfile | null> {
  const { fileName, bytes } = request;
  const opened = openCondition(bytes, { identifier: fileName, info: fileName });
  const conversion = opened.kind === 'fault' ? opened : await opened.prepare();
  if (conversion.kind === 'fault') {
    report(unusableProfile(fileName, conversion, undefined));
    return null;
  }
  const known = knownFor(request);
  const stem = fileName.replace(/\.icc$|\.icm$/i, '');
  const identifier = request.condition ?? known?.identifier ?? stem;
  const description = profileText(bytes, 'desc');
  if (isForAnother(description, identifier))
    report(otherCondition(description, identifier, undefined));
  const isItsOwn = known?.profileFile.toLowerCase() === fileName.toLowerCase();
  const profile = isItsOwn && known ? known.profile : `assets/icc/${stem}.icc`;
  const needsData = !isItsOwn || request.totalInkPercent !== null;
  return {
    identifier,
    description,
    artifacts: [
      { path: profile.replace(/\.icc$/, '.LICENSE.txt'), bytes: encode(licenceText(request)) },
      ...(needsData ? [conditionFile(request, identifier, known, profile)] : []),
      { path: profile, bytes },
    ],
  };
}
