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

function isThere(path: string, workspace: Workspace): boolean {
  const cut = path.lastIndexOf('/') + 1;
  return workspace.list(path.slice(0, cut)).includes(path.slice(cut));
}

/** A file that may be meant by `given`: the same path from the project folder, or a near name. */
function nearestPicture(given: string, path: string, workspace: Workspace): string | undefined {
  const fromRoot = resolvePath('', given.replaceAll('\\', '/'));
  if (!fromRoot.startsWith('..') && isThere(fromRoot, workspace)) return `/${fromRoot}`;
  const cut = path.lastIndexOf('/') + 1;
  const near = nearest(path.slice(cut), workspace.list(path.slice(0, cut)));
  return near === undefined ? undefined : given.slice(0, given.lastIndexOf('/') + 1) + near;
}

/** Names of the pictures in the folder where one was looked for. */
function picturesBeside(path: string, workspace: Workspace): readonly string[] {
  return workspace
    .list(path.slice(0, path.lastIndexOf('/') + 1))
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
  else if (!isThere(path, workspace)) {
    const near = nearestPicture(scalar.text, path, workspace);
    const others = picturesBeside(path, workspace);
    report(problems.pictureFileMissing(scalar.text, near, others, scalar.span));
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

/**
 * A picture; null after a report: `input/wrong-kind`, `input/missing-picture`, `input/file-outside`.
 * Also reports `input/missing-alt`, `input/wrong-focus`, and `input/placeholder-picture`.
 */
export function readPicture(
  node: YamlNode,
  field: string,
  label: Message,
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
  if (!entries.has('alt')) report(problems.altMissing(label, node.span));
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
