/**
 * Computed styles beside Chromium's (`scripts/measure-styles.js` measures): which rules win, and
 * what their values come to, for every element with an id.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSource, type FileRead, type Workspace } from '../../src/base/index.ts';
import type { AuthorColor } from '../../src/color/index.ts';
import { type ElementNode, parseHtmlFile } from '../../src/input/index.ts';
import type { ComputedStyle, PropertyName } from '../../src/style/index.ts';
import { propertyByCssName } from '../../src/style/properties/index.ts';
import { styleDocument } from '../../src/style-document.ts';

const tests = join(import.meta.dirname, '..');
const folder = 'style/computed';

type Measured = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;
const measured = JSON.parse(readFileSync(join(tests, folder, 'expected.json'), 'utf8')) as Measured;

const workspace: Workspace = {
  read: (path): FileRead => ({ kind: 'file', path, bytes: readFileSync(join(tests, path)) }),
  list: () => [],
  cache: { get: () => undefined, set: () => {} },
};

const px = (pt: number): string => `${Number((pt / 0.75).toFixed(2))}px`;

function colorText(color: AuthorColor): string {
  if (color.space !== 'srgb') return color.space === 'cmyk' && color.k === 1 ? '0 0 0 1' : '?';
  const parts = [color.r, color.g, color.b].map((part) => Math.round(part * 255));
  return `${parts.join(' ')} ${Math.round(color.alpha * 100) / 100}`;
}

/** A computed value as Chromium writes it, numbers rounded. */
function ours(style: ComputedStyle, name: PropertyName): string {
  const value: unknown = name === 'textIndent' ? style.textIndent.length : style[name];
  if (name === 'color' || name === 'backgroundColor') return colorText(style[name]);
  if (name === 'lineHeight') {
    const { lineHeight, fontSize } = style;
    if (lineHeight === 'normal') return 'normal';
    return px(lineHeight.kind === 'number' ? lineHeight.value * fontSize : lineHeight.pt);
  }
  if (name === 'fontSize' || name === 'letterSpacing' || name === 'borderTopWidth')
    return px(Number(value));
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(' ');
  if (typeof value === 'number') return String(Number(value.toFixed(2)));
  if (typeof value !== 'object' || value === null) return String(value);
  const { pt, percent } = value as { readonly pt: number; readonly percent: number };
  if (percent === 0) return px(pt);
  return pt === 0
    ? `${percent * 100}%`
    : `calc(${percent * 100}% ${pt < 0 ? '-' : '+'} ${px(Math.abs(pt))})`;
}

/** Chromium's words in the same form. */
function theirs(text: string, name: PropertyName): string {
  if (name === 'letterSpacing' && text === 'normal') return '0px';
  const color = /^rgba?\(([^)]*)\)$/.exec(text)?.[1]?.split(', ').map(Number);
  if (color) {
    const [r = 0, g = 0, b = 0, alpha = 1] = color;
    return `${r} ${g} ${b} ${Math.round(alpha * 100) / 100}`;
  }
  const wide = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(text);
  if (wide) {
    const [r = 0, g = 0, b = 0] = wide.slice(1, 4).map((part) => Math.round(Number(part) * 255));
    return `${r} ${g} ${b} ${Math.round(Number(wide[4] ?? 1) * 100) / 100}`;
  }
  return text.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(2))));
}

function withIds(element: ElementNode, found = new Map<string, ElementNode>()) {
  const id = element.attributes.get('id');
  if (id !== undefined) found.set(id, element);
  for (const child of element.children) if (child.kind === 'element') withIds(child, found);
  return found;
}

describe('computed styles are Chromium’s', () => {
  const files = readdirSync(join(tests, folder)).filter((name) => name.endsWith('.html'));
  it.each(files)('%s', (file) => {
    const path = `${folder}/${file}`;
    const context = { report: () => {}, workspace };
    const document = parseHtmlFile(
      createSource(path, readFileSync(join(tests, path), 'utf8')),
      context,
    );
    const settings = {
      media: 'press',
      rootProperties: {},
      extraSheets: [],
      forgiving: true,
    } as const;
    const styled = styleDocument(document, settings, context);
    const elements = withIds(document.root);
    const wanted: string[] = [];
    const found: string[] = [];
    for (const [id, style] of Object.entries(measured[file] ?? {})) {
      const element = elements.get(id);
      expect(element, id).toBeDefined();
      for (const [cssName, text] of Object.entries(style)) {
        const name = propertyByCssName.get(cssName);
        if (!element || !name) continue;
        wanted.push(`${id} ${cssName}: ${theirs(text, name)}`);
        found.push(`${id} ${cssName}: ${ours(styled.styleOf(element), name)}`);
      }
    }
    expect(wanted.length).toBeGreaterThan(100);
    expect(found).toEqual(wanted);
  });
});
