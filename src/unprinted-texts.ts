/**
 * Words of the copy that stand nowhere on the pages: the template left the field out, or its style
 * hides it. Words that serve as an attribute (a picture's description) or as the title are in use.
 */
import { type Context, hint, problem } from './base/index.ts';
import {
  type Copy,
  type DocumentNode,
  fieldAt,
  type HtmlDocument,
  labelOf,
  type Schema,
  type SourcedText,
  textKinds,
  textsOf,
} from './input/index.ts';
import type { FieldReport } from './layout/index.ts';

function attributeValues(node: DocumentNode): readonly string[] {
  if (node.kind === 'text') return [];
  return [...node.attributes.values(), ...node.children.flatMap(attributeValues)];
}

function unprinted({ field, span }: SourcedText, schema: Schema) {
  const label = labelOf(schema, field);
  const finding = problem(
    'warning',
    'layout/text-not-printed',
    {
      en: `${label.en} stands nowhere on the pages`,
      da: `${label.da} står ikke nogen steder på siderne`,
    },
    {
      span,
      hints: [
        hint(
          `print it in the template (\`{{${field}}}\`), or take the field out of the copy`,
          `sæt det i skabelonen (\`{{${field}}}\`), eller fjern feltet fra teksten`,
        ),
      ],
    },
  );
  return { ...finding, field };
}

/** Reports `layout/text-not-printed` once for each text field of the copy that nobody can read. */
export function checkUnprintedTexts(
  fields: readonly FieldReport[],
  { schema, copy, document }: { schema: Schema; copy: Copy; document: HtmlDocument },
  { report }: Context,
): void {
  const printed = new Set(fields.map(({ field }) => field));
  const elsewhere = [...attributeValues(document.root), document.title].join('\n');
  const isText = (field: string) => textKinds.some((kind) => kind === fieldAt(schema, field)?.kind);
  for (const text of textsOf(copy)) {
    if (printed.has(text.field) || !isText(text.field) || elsewhere.includes(text.text)) continue;
    printed.add(text.field);
    report(unprinted(text, schema));
  }
}
