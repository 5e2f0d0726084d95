/** Findings of layout name a field by its path in the copy; its writer knows it by its label. */
import type { Context, Finding, Message } from './base/index.ts';
import { labelOf, type Schema } from './input/index.ts';

function nameField(finding: Finding, schema: Schema): Finding {
  const { field, message } = finding;
  if (field === undefined) return finding;
  const label = labelOf(schema, field);
  const named = (language: keyof Message, of: string) =>
    message[language].replace(` ${of} \`${field}\``, () => ` ${of} ${label[language]}`);
  return { ...finding, message: { en: named('en', 'of'), da: named('da', 'af') } };
}

/** `context` whose findings name the fields of a schema as people do. */
export function namingFields(context: Context, schema: Schema): Context {
  return { ...context, report: (finding) => context.report(nameField(finding, schema)) };
}
