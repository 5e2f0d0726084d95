/** A document from a few words, and what a sheet makes of it. */
import {
  createSource,
  type FileRead,
  type Finding,
  lineText,
  locate,
  type Source,
  type Workspace,
} from '../../src/base/index.ts';
import type { DocumentNode, ElementNode, HtmlDocument } from '../../src/input/index.ts';
import {
  type ComputedStyle,
  computeStyles,
  type StyledDocument,
  type StyleOptions,
} from '../../src/style/index.ts';

/** `element('p.lead#first[lang=en]', 'words', element('b'))`; `svg|path` is of SVG. */
export function element(
  description: string,
  ...children: readonly (string | DocumentNode)[]
): ElementNode {
  const attributes = new Map<string, string>();
  const [, prefix, tag = 'div', rest = ''] =
    /^(svg\|)?([a-zA-Z][\w-]*)?(.*)$/s.exec(description) ?? [];
  const classes: string[] = [];
  for (const [, sign, name = ''] of rest.matchAll(/([.#])([\w-]+)/g)) {
    if (rest.indexOf('[') >= 0 && rest.indexOf(`${sign}${name}`) > rest.indexOf('[')) continue;
    if (sign === '.') classes.push(name);
    else attributes.set('id', name);
  }
  for (const [, name = '', value = ''] of rest.matchAll(/\[([\w:-]+)(?:=([^\]]*))?\]/g))
    attributes.set(name, value);
  if (classes.length > 0) attributes.set('class', classes.join(' '));
  return {
    kind: 'element',
    tag,
    namespace: prefix ? 'svg' : 'html',
    attributes,
    children: children.map((child) =>
      typeof child === 'string' ? { kind: 'text', pieces: [{ text: child }] } : child,
    ),
  };
}

export function documentOf(root: ElementNode): HtmlDocument {
  return { root, language: 'da', title: '', sheets: [], path: 'templates/t/page.html' };
}

/** Files by path. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const all = new Map(Object.entries(files));
  return {
    read: (path): FileRead => {
      const content = all.get(path);
      if (content === undefined) return { kind: 'missing', path };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { kind: 'file', path, bytes };
    },
    list: (folder) =>
      [...all.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length)),
    cache: { get: () => undefined, set: () => {} },
  };
}

/** Elements are blocks, so that nothing else of a default sheet gets in the way. */
export const plainSheet =
  '* { display: block } b, i, span, a { display: inline } li { display: list-item }';

export interface Styled extends StyledDocument {
  readonly findings: readonly Finding[];
}

export interface Settings extends Partial<Omit<StyleOptions, 'sheets'>> {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** More sheets, after the first. */
  readonly more?: readonly Source[];
}

/** Styles a tree with one sheet, `templates/t/page.css`. */
export function style(css: string, root: ElementNode, settings: Settings = {}): Styled {
  const findings: Finding[] = [];
  const { files = {}, more = [], ...options } = settings;
  const styled = computeStyles(
    documentOf(root),
    {
      sheets: [createSource('templates/t/page.css', css), ...more],
      userAgentSheet: plainSheet,
      media: 'press',
      rootProperties: {},
      forgiving: false,
      ...options,
    },
    { report: (finding) => findings.push(finding), workspace: workspaceOf(files) },
  );
  return { ...styled, findings };
}

/** The style of one `<p>` with these declarations, in a `<body>` with 10 pt type. */
export function styleOf(declarations: string): {
  style: ComputedStyle;
  messages: readonly string[];
} {
  const p = element('p');
  const root = element('html', element('body', p));
  const css = `html { font-size: 20pt } body { font-size: 10pt } p { ${declarations} }`;
  const styled = style(css, root);
  return { style: styled.styleOf(p), messages: styled.findings.map(({ message }) => message.en) };
}

/** The line at fault with the place underlined, and the message beside it. */
export function show({ severity, code, message, span, hints }: Finding): string {
  const words = [message, ...hints.map((hint) => hint.message)].map(({ en }) => en).join('; ');
  if (!span) return `${severity}[${code}] ${words}`;
  const { line, column } = locate(span.source, span.start);
  const marks = '^'.repeat(Math.max(1, span.end - span.start));
  const text = lineText(span.source, line);
  return `${text}\n${' '.repeat(column - 1)}${marks} ${severity}[${code}] ${words}`;
}
