/** The machine's fonts, in folders made here: which files a family is found in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFonts, withLocalFonts } from '../../src/cli/local-fonts.ts';
import { workspaceOf } from '../style/support.ts';
import { squareFont } from '../support/square-font.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'deep'));
const files: Readonly<Record<string, Uint8Array>> = {
  'LiberationSerif-Regular.ttf': squareFont({ family: 'Liberation Serif' }),
  'LiberationSerif-Bold.ttf': squareFont({ family: 'Liberation Serif', weight: 700 }),
  'deep/x17.otf': squareFont({ family: 'Odd Name', italic: true, also: '☐✓' }),
  'deep/x18.otf': squareFont({ family: 'Upright', also: '✓' }),
  'OddOther.ttf': new Uint8Array([1, 2, 3]),
  'notes.txt': squareFont({ family: 'Liberation Sans' }),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);

const fonts = openFonts([folder, join(folder, 'missing')]);
const found = (family: string) =>
  fonts.facesOf(family).map(({ path, weight, italic }) => {
    const name = basename(path);
    return `${name} ${weight.min}${italic ? ' italic' : ''}`;
  });

describe('families', () => {
  it.each<[string, readonly string[]]>([
    ['Liberation Serif', ['LiberationSerif-Bold.ttf 700', 'LiberationSerif-Regular.ttf 400']],
    ['liberation serif', ['LiberationSerif-Bold.ttf 700', 'LiberationSerif-Regular.ttf 400']],
    ['Times New Roman', ['LiberationSerif-Bold.ttf 700', 'LiberationSerif-Regular.ttf 400']],
    ['serif', ['LiberationSerif-Bold.ttf 700', 'LiberationSerif-Regular.ttf 400']],
    ['ui-serif', ['LiberationSerif-Bold.ttf 700', 'LiberationSerif-Regular.ttf 400']],
    ['Odd Name', ['x17.otf 400 italic']],
    ['Liberation Sans', []],
    ['Nowhere', []],
  ])('%s → %j', (family, expected) => {
    expect(found(family)).toEqual(expected);
  });
});

describe('a character', () => {
  it.each<[string, string | null]>([
    ['a', 'Liberation Serif'],
    ['✓', 'Upright'],
    // An italic alone has it.
    ['☐', null],
    ['日', null],
  ])('%s → %s', (character, family) => {
    expect(fonts.familyWith(character)).toBe(family);
  });
});

describe('the workspace of a rendered page', () => {
  it('reads the faces it handed out, and nothing else outside of the project', () => {
    const workspace = withLocalFonts(workspaceOf({ 'a.txt': 'a' }), () => fonts);
    const secret = `local-font:${join(folder, 'notes.txt')}`;
    expect(workspace.read(secret).kind).toBe('missing');
    const [face] = workspace.localFaces?.('serif') ?? [];
    expect(workspace.read(face?.path ?? '').kind).toBe('file');
    expect(workspace.read(secret).kind).toBe('missing');
    expect(workspace.read('a.txt').kind).toBe('file');
  });
});
