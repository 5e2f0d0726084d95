/** A picture that the copy names: `{file: portrait.jpg, alt: …, focus: [50%, 30%]}`. */
import { type Context, type Message, nearest, resolvePath, type Workspace } from '../base/index.ts';
import { checkRemark } from './check-text.ts';
import type { CopyPicture, PictureIntent } from './copy.ts';
import { readText } from './copy-text.ts';
import { parsePercent } from './copy-value.ts';
import { isMachinePath, isRemote } from './picture-address.ts';
import * as problems from './problems.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml.ts';
import { type Entries, readBoolean, readChoice, readKeys } from './yaml-reader.ts';

const pictureKeys = ['file', 'alt', 'focus', 'intent', 'placeholder'] as const;

export const pictureIntents: readonly PictureIntent[] = ['relative', 'perceptual'];
const centre = { x: 50, y: 50 };

function isThere(path: string, workspace: Workspace, sign: '' | '/' = ''): boolean {
  const cut = path.lastIndexOf('/') + 1;
  return workspace.list(path.slice(0, cut)).includes(path.slice(cut) + sign);
}

/** Folders of pictures in a project are not many, nor deep. */
const foldersSearched = 100;

/** A picture of that name in `assets` and its folders; capitals do not matter. */
function findInAssets(name: string, workspace: Workspace): string | undefined {
  const folders = ['assets/'];
  for (const folder of folders) {
    const names = workspace.list(folder);
    const found = names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return `/${folder}${found}`;
    for (const each of names)
      if (each.endsWith('/') && folders.length < foldersSearched) folders.push(folder + each);
  }
  return undefined;
}

/**
 * A file that may be meant by `given`: the same path from the project folder, a near name beside it,
 * or one of that name in another folder of pictures.
 */
function nearestPicture(given: string, path: string, workspace: Workspace): string | undefined {
  const fromRoot = resolvePath('', given.replaceAll('\\', '/'));
  if (!fromRoot.startsWith('..') && isThere(fromRoot, workspace)) return `/${fromRoot}`;
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut);
  const files = workspace.list(path.slice(0, cut)).filter((each) => !each.endsWith('/'));
  const near = nearest(name, files);
  return near === undefined
    ? findInAssets(name, workspace)
    : given.slice(0, given.lastIndexOf('/') + 1) + near;
}

function picturesIn(folder: string, workspace: Workspace): readonly string[] {
  return workspace
    .list(folder)
    .filter((name) => /\.(?:jpe?g|png|tiff?|webp|avif|gif|svg)$/i.test(name));
}

/** The path in the project; null after a report. */
function readFile(scalar: YamlScalar, { report, workspace }: Context): string | null {
  const path = resolvePath(scalar.span.source.path, scalar.text);
  checkRemark(scalar, report);
  if (isMachinePath(scalar.text)) {
    report(problems.machinePath(scalar.text, scalar.span));
    return null;
  }
  if (isRemote(scalar.text)) {
    report(problems.remoteFile(scalar.text, scalar.span));
    return null;
  }
  if (path.startsWith('..')) report(problems.fileOutside(scalar.text, scalar.span));
  else if (isThere(path, workspace, '/'))
    report(problems.pictureIsFolder(scalar.text, picturesIn(`${path}/`, workspace), scalar.span));
  else if (!isThere(path, workspace)) {
    const near = nearestPicture(scalar.text, path, workspace);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = { folder, others: picturesIn(folder, workspace) };
    report(problems.pictureFileMissing(scalar.text, near, beside, scalar.span));
  } else return path;
  return null;
}

function readFocus(entry: YamlEntry | undefined, label: Message, { report }: Context) {
  if (!entry) return centre;
  const { value } = entry;
  const items = value.kind === 'list' ? value.items : [];
  const texts =
    value.kind === 'scalar'
      ? value.text.split(/[\s,]+/)
      : items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  const [x, y] = texts.map(parsePercent);
  if (texts.length === 2 && typeof x === 'number' && typeof y === 'number') return { x, y };
  report(problems.focusWrong(label, value.span));
  return centre;
}

function readAlt(entries: Entries, field: string, label: Message, { report }: Context) {
  const alt = entries.get('alt')?.value;
  if (alt?.kind !== 'scalar') return null;
  return readText(alt, { field: `${field}.alt`, label, isRich: false, cleanUp: null }, report);
}

function isEmptyText({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && value.text.trim() === '';
}

/**
 * A picture; `isReadAloud` where an edition is made that is. Null after a report: `input/wrong-kind`, `input/missing-picture`, `input/file-outside`.
 * Also reports `input/missing-alt`, `input/wrong-focus`, and `input/placeholder-picture`.
 */
export function readPicture(
  node: YamlNode,
  field: string,
  label: Message,
  isReadAloud: boolean,
  context: Context,
): CopyPicture | null {
  const { report } = context;
  const entries: Entries | null =
    node.kind === 'map'
      ? readKeys(node, pictureKeys, report)
      : node.kind === 'scalar'
        ? new Map()
        : null;
  const file = node.kind === 'scalar' ? node : entries?.get('file')?.value;
  if (!entries || file?.kind !== 'scalar' || file.text === '') {
    report(problems.fieldWrongKind(label, 'picture', node.span));
    return null;
  }
  const path = readFile(file, context);
  const name = readText(
    file,
    { field: `${field}.file`, label, isRich: false, cleanUp: null },
    () => {},
  );
  const alt = entries.get('alt');
  if (!alt) report(problems.altMissing(label, node.span));
  else if (isReadAloud && isEmptyText(alt)) report(problems.altEmpty(label, alt.keySpan));
  const placeholder = entries.get('placeholder');
  const isPlaceholder = placeholder ? (readBoolean(placeholder, report) ?? false) : false;
  if (isPlaceholder) report(problems.placeholderInUse(label, node.span));
  const intent = entries.get('intent');
  if (path === null || !name) return null;
  return {
    kind: 'picture',
    field,
    span: node.span,
    file: name,
    path,
    alt: readAlt(entries, field, label, context),
    focusPercent: readFocus(entries.get('focus'), label, context),
    intent: intent ? readChoice('intent', intent.value, pictureIntents, report) : null,
    isPlaceholder,
  };
}
