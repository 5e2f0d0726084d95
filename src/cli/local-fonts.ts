/**
 * The machine's own fonts, for pages that are rendered without a job. Files are found by their
 * names first, since most are called after their family; only where none fits are all files asked.
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LocalFace, Workspace } from '../base/index.ts';
import { openCharacterMap, readFaceTraits } from '../text/index.ts';
import { programFolder } from './open-project.ts';

/** Begins the paths of `LocalFace`. */
export const localFontPrefix = 'local-font:';

/** Families that stand for one another where a machine lacks the first, and for generic ones. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  serif: ['Times New Roman', 'Liberation Serif', 'Tinos', 'Noto Serif', 'DejaVu Serif', 'Times'],
  'sans-serif': ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica', 'Noto Sans', 'DejaVu Sans'],
  monospace: ['DejaVu Sans Mono', 'Courier New', 'Liberation Mono', 'Menlo', 'Consolas'],
  'system-ui': ['Segoe UI', 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans'],
  'times new roman': ['Liberation Serif', 'Tinos'],
  times: ['Times New Roman', 'Liberation Serif', 'Tinos'],
  arial: ['Liberation Sans', 'Arimo'],
  helvetica: ['Arial', 'Liberation Sans', 'Arimo'],
  'courier new': ['Liberation Mono', 'Cousine'],
  courier: ['Courier New', 'Liberation Mono', 'Cousine'],
};

/** Families of many signs, for characters that a page's own fonts lack. */
const wideFamilies: readonly string[] = [
  'DejaVu Sans',
  'Segoe UI Symbol',
  'Apple Symbols',
  'Noto Sans',
  'Noto Sans Symbols2',
  'Noto Sans CJK JP',
  'Hiragino Sans',
  'Yu Gothic',
  'Droid Sans Fallback',
  'Arial Unicode MS',
];

/** What every machine has: the fonts that come with the program. */
const lastResort: Readonly<Record<string, string>> = {
  serif: 'Source Serif 4',
  'sans-serif': 'Hanken Grotesk',
};

const generic: Readonly<Record<string, string>> = {
  'ui-serif': 'serif',
  'ui-sans-serif': 'sans-serif',
  'ui-monospace': 'monospace',
  'ui-rounded': 'sans-serif',
  '-apple-system': 'system-ui',
  blinkmacsystemfont: 'system-ui',
  cursive: 'serif',
  fantasy: 'serif',
  math: 'serif',
  emoji: 'sans-serif',
};

function fontFolders(): readonly string[] {
  const home = homedir();
  const own = join(programFolder(), 'fonts');
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts'), own];
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA;
    return [
      join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      ...(local ? [join(local, 'Microsoft\\Windows\\Fonts')] : []),
      own,
    ];
  }
  const shared = ['/usr/share/fonts', '/usr/local/share/fonts'];
  return [...shared, join(home, '.local/share/fonts'), join(home, '.fonts'), own];
}

function listFonts(folder: string, depth = 0): readonly string[] {
  if (depth > 6) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return listFonts(path, depth + 1);
        return /\.(?:ttf|otf|ttc|otc)$/i.test(entry.name) ? [path] : [];
      });
  } catch {
    return [];
  }
}

interface FoundFace extends LocalFace {
  readonly names: readonly string[];
  readonly width: number;
}

/** What is asked of a file that is read in stretches; `otherwise` where it cannot be. */
function askFile<Answer>(
  file: string,
  ask: (readAt: (offset: number, length: number) => Uint8Array) => Answer,
  otherwise: Answer,
): Answer {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return otherwise;
  }
  try {
    return ask((offset, length) => {
      const bytes = new Uint8Array(length);
      return length === 0 ? bytes : bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
    });
  } catch {
    return otherwise;
  } finally {
    closeSync(handle);
  }
}

function readFaces(file: string): readonly FoundFace[] {
  const traits = askFile(file, readFaceTraits, []);
  return traits.map(({ families, weight, italic, width, index }) => ({
    family: families.at(-1) ?? '',
    names: families.map((name) => name.toLowerCase()),
    weight,
    italic,
    width,
    path: `${localFontPrefix}${file}${index === null ? '' : `#${index}`}`,
  }));
}

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** So many letters are left of a family in the shortest names of files: `cour.ttf`, `times.ttf`. */
const shortStem = 4;

interface FontFile {
  readonly path: string;
  /** Letters of its name. */
  readonly letters: string;
}

export interface LocalFonts {
  facesOf(family: string): readonly LocalFace[];
  /** The first family that has a character, those of many signs first; null: none has. */
  familyWith(character: string): string | null;
  /** A font's file, kept once it was read; null where it cannot be. */
  read(file: string): Uint8Array | null;
}

/** Of files that are kept; a machine's own fonts for words in any script take more. */
const mostBytes = 64_000_000;

function openFiles(): LocalFonts['read'] {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return (file) => {
    const known = kept.get(file);
    if (known) return known;
    try {
      const bytes = readFileSync(file);
      size += bytes.length;
      if (size > mostBytes) {
        kept.clear();
        size = bytes.length;
      }
      kept.set(file, bytes);
      return bytes;
    } catch {
      return null;
    }
  };
}

/** The workspace of a page that may use the machine's fonts. Only faces that were found are read. */
export function withLocalFonts(workspace: Workspace, fonts = localFonts): Workspace {
  const handedOut = new Set<string>();
  return {
    ...workspace,
    read(path) {
      if (!handedOut.has(path)) return workspace.read(path);
      const file = path.slice(localFontPrefix.length).replace(/#\d+$/, '');
      const bytes = fonts().read(file);
      return bytes ? { kind: 'file', path, bytes } : { kind: 'missing', path };
    },
    localFaces(family) {
      const faces = fonts().facesOf(family);
      for (const { path } of faces) handedOut.add(path);
      return faces;
    },
    localFamilyWith: (character) => fonts().familyWith(character),
  };
}

let machine: LocalFonts | undefined;

/** The fonts of this machine; folders are read at the first question, each file once. */
export function localFonts(): LocalFonts {
  machine ??= openFonts(fontFolders());
  return machine;
}

function firstFaces(
  families: readonly string[],
  find: (family: string) => readonly FoundFace[],
): readonly FoundFace[] {
  return families.flatMap((family) => find(family.toLowerCase()));
}

const noSign = (): boolean => false;

/** Files are asked in the order of the faces, each character once. Only the first font of a collection is. */
function openFamiliesBySign(faces: () => readonly FoundFace[]): LocalFonts['familyWith'] {
  const maps = new Map<string, (codePoint: number) => boolean>();
  const known = new Map<string, string | null>();
  let asked: readonly FoundFace[] | undefined;
  const hasSign = ({ path }: FoundFace, codePoint: number): boolean => {
    const file = path.slice(localFontPrefix.length).replace(/#0$/, '');
    const map = maps.get(file) ?? askFile(file, openCharacterMap, noSign);
    maps.set(file, map);
    return map(codePoint);
  };
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    // A family's name is asked for again: a condensed face goes by another one.
    asked ??= faces().filter(({ italic, width }) => !italic && width === 5);
    const codePoint = character.codePointAt(0) ?? 0;
    const family = asked.find((face) => hasSign(face, codePoint))?.family ?? null;
    known.set(character, family);
    return family;
  };
}

/** Fonts of given folders. */
export function openFonts(folders: readonly string[]): LocalFonts {
  let files: readonly FontFile[] | undefined;
  const facesByFile = new Map<string, readonly FoundFace[]>();
  const facesIn = (file: string): readonly FoundFace[] => {
    const faces = facesByFile.get(file) ?? readFaces(file);
    facesByFile.set(file, faces);
    return faces;
  };
  /** Faces of the very name first; else those of the family that are neither wide nor narrow. */
  const namedIn = (candidates: readonly FontFile[], family: string): readonly FoundFace[] => {
    const faces = candidates
      .flatMap(({ path }) => facesIn(path))
      .filter(({ names }) => names.includes(family));
    const normal = faces.filter(({ width }) => width === 5);
    return normal.length > 0 ? normal : faces;
  };
  const allFiles = (): readonly FontFile[] => {
    files ??= folders
      .flatMap((folder) => listFonts(folder))
      .map((path) => ({ path, letters: letters(path.split(/[\\/]/).at(-1) ?? '') }));
    return files;
  };
  /** In files that are called after the family, or by a short form of it. */
  const likelyNamed = (family: string): readonly FoundFace[] => {
    for (const stem of [letters(family), letters(family).slice(0, shortStem)]) {
      const likely = allFiles().filter((file) => file.letters.startsWith(stem));
      const found = namedIn(likely, family);
      if (found.length > 0) return found;
    }
    return [];
  };
  const named = (family: string): readonly LocalFace[] => {
    const found = likelyNamed(family);
    return found.length > 0 ? found : namedIn(allFiles(), family);
  };
  /** Of families that stand for one another; only where no file's name tells are all files asked. */
  const firstNamed = (families: readonly string[]): readonly LocalFace[] => {
    for (const find of [likelyNamed, named])
      for (const family of families) {
        const faces = find(family.toLowerCase());
        if (faces.length > 0) return faces;
      }
    return [];
  };
  const known = new Map<string, readonly LocalFace[]>();
  const facesOf = (asked: string): readonly LocalFace[] => {
    const lower = asked.toLowerCase();
    const family = generic[lower] ?? lower;
    const before = known.get(family);
    if (before) return before;
    const isGeneric = family in lastResort || family === 'monospace' || family === 'system-ui';
    let faces = isGeneric ? [] : named(family);
    if (faces.length === 0) faces = firstNamed(standIns[family] ?? []);
    const last = lastResort[family] ?? (isGeneric ? 'Hanken Grotesk' : undefined);
    if (faces.length === 0 && last !== undefined) faces = named(last.toLowerCase());
    known.set(family, faces);
    return faces;
  };
  const familyWith = openFamiliesBySign(() => [
    ...firstFaces(wideFamilies, likelyNamed),
    ...allFiles().flatMap(({ path }) => facesIn(path)),
  ]);
  return { facesOf, familyWith, read: openFiles() };
}
