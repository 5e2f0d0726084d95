/**
 * Pictures of pages as letters: a page of a few px is rendered for the screen, and each pixel is
 * named after its colour. What PDFium draws is what the file says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Workspace } from '../../src/base/index.ts';
import { type RasterPage, rasterPages } from '../../src/paint/index.ts';
import { renderHtml } from '../../src/render.ts';

const root = join(import.meta.dirname, '../..');

/** A project of one page and further files, with the profile that ships. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const stored = new Map<string, Uint8Array>();
  return {
    read(path) {
      const own = files[path];
      if (own !== undefined)
        return {
          kind: 'file',
          path,
          bytes: typeof own === 'string' ? new TextEncoder().encode(own) : own,
        };
      if (!path.startsWith('assets/') && !path.startsWith('fonts/'))
        return { kind: 'missing', path };
      return { kind: 'file', path, bytes: new Uint8Array(readFileSync(join(root, path))) };
    },
    list: () => [],
    cache: { get: (key) => stored.get(key), set: (key, bytes) => void stored.set(key, bytes) },
  };
}

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly findings: readonly Finding[];
}

/** One HTML page to a PDF. */
export async function render(
  html: string,
  media: 'press' | 'screen',
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Rendered> {
  const { artifact, findings } = await renderHtml(
    {
      path: 'page.html',
      extraSheet: null,
      media,
      strict: false,
      fileName: 'page.pdf',
      wantsLayout: false,
    },
    workspaceOf({ ...files, 'page.html': html }),
  );
  if (!artifact) throw new Error(findings.map(({ message }) => message.en).join('\n'));
  return { pdf: artifact.bytes, findings };
}

const palette: ReadonlyMap<string, string> = new Map([
  ['255,255,255', '.'],
  ['0,0,0', 'K'],
  ['255,0,0', 'R'],
  ['0,255,0', 'G'],
  ['0,0,255', 'B'],
  ['0,255,255', 'C'],
  ['255,0,255', 'M'],
  ['255,255,0', 'Y'],
  ['128,128,128', 'h'],
]);

/** The letter of a pixel; a step of rounding is no other colour. `?` for one without a name. */
export function letterAt({ widthPx, rgba }: RasterPage, x: number, y: number): string {
  const at = (y * widthPx + x) * 4;
  const near = [...rgba.subarray(at, at + 3)].map((value) =>
    [0, 128, 255].find((known) => Math.abs(known - value) <= 2),
  );
  return palette.get(near.join(',')) ?? '?';
}

/** The first page, a string a row. `size` in px; `body` is put on a page without margins. */
export async function letters(
  body: string,
  [width, height]: readonly [number, number] = [12, 6],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<readonly string[]> {
  const css = `@page { size: ${width}px ${height}px; margin: 0 } body { margin: 0 }
    div { position: absolute; left: 0; top: 0; width: 4px; height: 4px }`;
  const html = `<!DOCTYPE html><html lang="en"><title>t</title><style>${css}</style>${body}</html>`;
  const { pdf } = await render(html, 'screen', files);
  const [page] = await rasterPages(pdf, 96);
  if (!page) throw new Error('no page');
  return Array.from({ length: page.heightPx }, (_, y) =>
    Array.from({ length: page.widthPx }, (_, x) => letterAt(page, x, y)).join(''),
  );
}
