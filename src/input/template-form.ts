/** What a job must know of a template before the template is read: that it exists, and its form. */
import type { Context, Workspace } from '../base/index.ts';
import { decodeText } from './decode.ts';
import { readForm } from './form.ts';
import type { Form } from './job.ts';
import { parseYaml } from './yaml.ts';

/** Path of a template's definition. */
export function templatePath(name: string): string {
  return `templates/${name}/template.yaml`;
}

/** Names of the templates in the project, sorted. */
export function listTemplates(workspace: Workspace): readonly string[] {
  return workspace
    .list('templates')
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .filter((name) => workspace.list(`templates/${name}`).includes('template.yaml'));
}

/**
 * The form that a template is made for, null where it gives none. Silent: whatever is wrong with
 * the template is reported when the template itself is read.
 */
export function readTemplateForm(name: string, { workspace }: Context): Form | null {
  const silent: Context = { workspace, report: () => {} };
  const source = decodeText(workspace.read(templatePath(name)), silent);
  const tree = source && parseYaml(source, silent);
  if (tree?.kind !== 'map') return null;
  const entry = tree.entries.find(({ key }) => key === 'form');
  return entry ? readForm(entry.value, null, entry.keySpan, silent.report) : null;
}
