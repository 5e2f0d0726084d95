/** A project made of strings, and findings as lines: `error input/x file:1:2 ‹words›`. */
import {
  type Context,
  type FileRead,
  type Finding,
  locate,
  resolvePath,
  type Workspace,
} from '../../src/base/index.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

function listOf(files: Files, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`;
  const names = Object.keys(files)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .map((rest) => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest));
  return [...new Set(names)].sort();
}

export function createWorkspace(files: Files): Workspace {
  return {
    read(given): FileRead {
      const path = resolvePath('', given);
      if (path.startsWith('..')) return { kind: 'outside', path };
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return { kind: 'missing', path };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { kind: 'file', path, bytes };
    },
    list: (folder) => listOf(files, folder),
    cache: { get: () => undefined, set: () => undefined },
  };
}

export interface Project {
  readonly context: Context;
  readonly findings: Finding[];
  /** Findings as lines, in order. */
  lines(): readonly string[];
}

export function openProject(files: Files = {}): Project {
  const findings: Finding[] = [];
  const context: Context = {
    report: (finding) => void findings.push(finding),
    workspace: createWorkspace(files),
  };
  return { context, findings, lines: () => findings.map(lineOf) };
}

/** Place and words of a finding; the message is tested where its wording matters. */
export function lineOf({ severity, code, span }: Finding): string {
  if (!span) return `${severity} ${code}`;
  const { line, column } = locate(span.source, span.start);
  const words = span.source.text.slice(span.start, span.end).replaceAll('\n', '⏎');
  const short = words.length > 40 ? `${words.slice(0, 39)}…` : words;
  return `${severity} ${code} ${span.source.path}:${line}:${column} ‹${short}›`;
}

export const schemaYaml = `
title:
  label: {da: Titel, en: Title}
  max: {characters: 20, lines: 2}
letter:
  label: {da: Formandens brev, en: The chair's letter}
  fields:
    body: {type: paragraphs, label: {da: Brødtekst, en: Body}}
    portrait: {type: picture, label: {da: Portræt, en: Portrait}, required: false}
members: {type: number, label: Medlemmer, required: false}
day: {type: date, label: Dato, required: false}
web: {type: url, label: Webadresse, required: false}
open: {type: boolean, label: Åben, required: false}
lead: {type: rich, label: Indledning, required: false}
principles:
  label: {da: De ni bud, en: The nine principles}
  type: list
  required: false
  max: {items: 3}
  item: {type: rich, label: Bud}
`;

/** A project with one template `t` and one job `j`. */
export function projectFiles(files: Files): Files {
  return {
    'content/j/job.yaml': 'template: t\n',
    'content/j/copy.yaml': 'title: Hej\nletter:\n  body: Kære læser\n',
    'templates/t/template.yaml': 'form: {fold: roll6, format: A5}\nfields: ../shared/fields.yaml\n',
    'templates/shared/fields.yaml': schemaYaml,
    'templates/t/pages.hbs': '<p>{{title}}</p>',
    ...files,
  };
}
