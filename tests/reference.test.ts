/**
 * `docs/reference.md` is written from the tables in the code. When one changes, this test fails;
 * `npm test -- -u` writes the page anew.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldSchemes } from '../src/folds/index.ts';
import { templateFunctions } from '../src/input/functions.ts';
import { preflightRules } from '../src/preflight/index.ts';
import { propertyByCssName, propertyOf, shorthands } from '../src/style/properties/index.ts';

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cssName = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function propertyRows(): readonly Row[] {
  return [...propertyByCssName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, key]) => {
      const { inherited, spec } = propertyOf(key);
      const link = spec.startsWith('trykklar')
        ? `designers.md#${spec.endsWith('#overprint') ? 'overprint' : 'type'}`
        : `https://www.w3.org/TR/${spec.replace('#', '/#')}`;
      return [`\`${name}\``, inherited ? 'yes' : 'no', `[${spec}](${link})`];
    });
}

function panels(slots: readonly { readonly role: string; readonly number: number }[]): string {
  return slots.map(({ role, number }) => `\`${role}\` (${number})`).join(' · ');
}

const page = `# Reference

Written from the tables in the code.

## CSS properties

Shorthands: ${Object.keys(shorthands)
  .map((key) => `\`${cssName(key)}\``)
  .sort()
  .join(', ')}.

${table(['Property', 'Inherited', 'Standard'], propertyRows())}

## Template functions

${table(
  ['Function', 'Used as', 'Options'],
  [...templateFunctions].map(([name, { usage, options }]) => [
    `\`${name}\``,
    `\`${usage}\``,
    options.map((option) => `\`${option}\``).join(', '),
  ]),
)}

## Fold schemes

Roles are the names that templates give their pages; numbers are the panels' in reading the sheet.

${table(
  ['Id', 'Name', 'Outside, left to right', 'Inside, left to right', 'Reading order'],
  [...foldSchemes.values()].map(({ id, name, outside, inside, readingOrder }) => [
    `\`${id}\``,
    `${name.en}; ${name.da}`,
    panels(outside),
    panels(inside),
    readingOrder.join(', '),
  ]),
)}

## Preflight rules

Every press file is read back from its bytes and judged by these.

${table(
  ['Code', 'Demands', 'Severity', 'Source'],
  preflightRules.map(({ code, title, severity, source }) => [
    `\`${code}\``,
    title.en,
    severity,
    source,
  ]),
)}
`;

it('is the page in docs/', async () => {
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../docs/reference.md'));
});
