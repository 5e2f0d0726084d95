/**
 * Lays out a piece of HTML in the square font (10 pt, line height 1) and writes the fragments as
 * text: `p 0,0 40×20 › line 0,0 30×10 "aaa"`, places relative to the parent, in pt. A single child
 * follows its parent after ›; several stand below it, indented. `html` and `body` are left out.
 */
import type { FileRead, Finding, Workspace } from '../../src/base/index.ts';
import { createSource } from '../../src/base/index.ts';
import {
  defaultStyleSheet,
  type Markup,
  type Pictures,
  parseDocument,
} from '../../src/input/index.ts';
import {
  type BoxFragment,
  type Fragment,
  layoutPages,
  loadFonts,
  type Page,
  type PageGeometry,
} from '../../src/layout/index.ts';
import { computeStyles, type StyledDocument } from '../../src/style/index.ts';
import { squareFont } from './square-font.ts';

const testSheet = `
  @font-face { font-family: Square; src: url(/fonts/square.ttf) }
  @font-face { font-family: Square; font-weight: 700; src: url(/fonts/square-bold.ttf) }
  @page { size: 100pt 100pt; margin: 0 }
  html { font: 10pt/1 Square; hyphens: manual }
  html, body, h1, h2, p, ul, ol, li, section, figure { margin: 0; padding: 0; font-size: 10pt }
`;

export interface LayOutOptions {
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly geometry?: Partial<PageGeometry>;
  readonly pictures?: Pictures;
  /** Words of the copy by field: `{{letter.body}}` in the body stands for them. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Instead of the sheet with the square font. */
  readonly sheet?: string;
}

export interface LaidOut {
  /** Each page's fragments; pages parted by `— name`. */
  readonly text: string;
  readonly pages: readonly Page[];
  readonly styled: StyledDocument;
  readonly findings: readonly Finding[];
  /** `error[code] message` in English, one a finding. */
  readonly messages: readonly string[];
}

export function memoryWorkspace(files: Readonly<Record<string, Uint8Array>>): Workspace {
  const all = new Map(Object.entries(files));
  return {
    read: (path): FileRead => {
      const bytes = all.get(path);
      return bytes ? { kind: 'file', path, bytes } : { kind: 'missing', path };
    },
    list: () => [],
    cache: { get: () => undefined, set: () => undefined },
  };
}

/** The template is `page.html`, its own origin; the copy is `copy.yaml`, a line for each field. */
function markupOf(template: string, fields: Readonly<Record<string, string>>): Markup {
  const names = Object.keys(fields);
  const copy = createSource(
    'copy.yaml',
    names.map((name) => `${name}: ${fields[name]}\n`).join(''),
  );
  const page = createSource('page.html', template);
  const origins: Markup['origins'][number][] = [];
  let html = '';
  for (const part of template.matchAll(/\{\{([\w.]+)\}\}|(?:(?!\{\{)[\s\S])+/g)) {
    const field = part[1];
    const words = field === undefined ? part[0] : (fields[field] ?? '');
    const from =
      field === undefined ? part.index : copy.text.indexOf(`${field}: `) + field.length + 2;
    const span = {
      source: field === undefined ? page : copy,
      start: from,
      end: from + words.length,
    };
    const start = html.length;
    html += words;
    if (words !== '') {
      origins.push({ start, end: html.length, span, ...(field === undefined ? {} : { field }) });
    }
  }
  return { html, path: 'page.html', origins };
}

/** `body` is the content of `<body>`; `css` may stand in it as `<style>`. */
export async function layOut(body: string, options: LayOutOptions = {}): Promise<LaidOut> {
  const findings: Finding[] = [];
  const workspace = memoryWorkspace({
    'fonts/square.ttf': squareFont(),
    'fonts/square-bold.ttf': squareFont({ weight: 700 }),
    ...options.files,
  });
  const context = { report: (finding: Finding) => void findings.push(finding), workspace };
  const document = parseDocument(
    markupOf(`<!doctype html><html lang="da"><title>t</title><body>${body}`, options.fields ?? {}),
    { language: 'da', title: 't', path: 'page.html' },
    context,
  );
  const styled = computeStyles(
    document,
    {
      sheets: [createSource('test.css', options.sheet ?? testSheet), ...document.sheets],
      userAgentSheet: defaultStyleSheet(),
      media: 'press',
      rootProperties: {},
      forgiving: false,
    },
    context,
  );
  const fonts = await loadFonts(styled, context);
  const geometry: PageGeometry = {
    sizeOf: () => null,
    fixed: false,
    names: [],
    fallback: { width: 100, height: 100 },
    ...options.geometry,
  };
  const pictures = options.pictures ?? new Map();
  const pages = await layoutPages(styled, { fonts, pictures, geometry }, context);
  const messages = findings.map(
    ({ severity, code, message }) => `${severity}[${code}] ${message.en}`,
  );
  return { text: describePages(pages), pages, styled, findings, messages };
}

function describePages(pages: readonly Page[]): string {
  const texts = pages.map((page) => describePage(page));
  if (pages.length === 1) return texts[0] ?? '';
  return texts.map((text, index) => `— ${pages[index]?.name || index + 1}\n${text}`).join('\n');
}

function describePage(page: Page): string {
  const [html, ...others] = page.root.children;
  const inHtml = html?.kind === 'box' ? html.children : [];
  // A float left over from the page before stands before the body.
  const body = inHtml.find((one) => one.kind === 'box' && one.style.float === 'none');
  const inBody = body?.kind === 'box' ? body.children : [];
  const beside = inHtml.filter((one) => one !== body);
  return [...inBody, ...beside, ...others].map((one) => describeFragment(one, '')).join('\n');
}

/** A fragment and what is in it, as text. */
export function describeFragment(fragment: Fragment, indent: string): string {
  const own = `${indent}${nameOf(fragment)} ${place(fragment)}${words(fragment)}`;
  const children = fragment.kind === 'text' || isPlainLine(fragment) ? [] : fragment.children;
  if (children.length === 0) return own;
  if (children.length === 1 && children[0]) {
    return `${own} › ${describeFragment(children[0], indent).slice(indent.length)}`;
  }
  return [own, ...children.map((child) => describeFragment(child, `${indent}  `))].join('\n');
}

function isPlainLine(fragment: Fragment): boolean {
  return fragment.kind === 'line' && fragment.children.every(({ kind }) => kind === 'text');
}

function nameOf(fragment: Fragment): string {
  if (fragment.kind !== 'box') return fragment.kind;
  if (!fragment.element) return 'box';
  const name = fragment.element.attributes.get('class');
  return name ? `.${name}` : fragment.element.tag;
}

function words(fragment: Fragment): string {
  if (fragment.kind === 'text') return ` ${JSON.stringify(fragment.text)}`;
  if (!isPlainLine(fragment)) return objectPlace(fragment as BoxFragment);
  const texts = (fragment as { children: readonly { text: string }[] }).children;
  return ` ${JSON.stringify(texts.map(({ text }) => text).join(''))}`;
}

function objectPlace(fragment: BoxFragment): string {
  return fragment.kind === 'box' && fragment.picture
    ? ` object ${place(fragment.picture.objectRect)}`
    : '';
}

function place({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return `${number(x)},${number(y)} ${number(width)}×${number(height)}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
