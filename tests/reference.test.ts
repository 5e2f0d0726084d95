/**
 * `docs/reference.md` and `docs/css.md` are written from the tables in the code. When one changes,
 * this test fails; `npm test -- -u` writes the pages anew.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldSchemes } from '../src/folds/index.ts';
import { templateFunctions } from '../src/input/functions.ts';
import { preflightRules } from '../src/preflight/index.ts';
import { knownCssNames } from '../src/style/properties/index.ts';
import { cssAnchors, cssReference, table } from './support/css-reference.ts';

function panels(slots: readonly { readonly role: string; readonly number: number }[]): string {
  return slots.map(({ role, number }) => `\`${role}\` (${number})`).join(' · ');
}

const page = `# Reference

Written from the tables in the code.

CSS and HTML have a page of their own: [css.md](css.md).

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

it('of CSS is the page in docs/', async () => {
  await expect(cssReference).toMatchFileSnapshot(join(import.meta.dirname, '../docs/css.md'));
});

it('has a place for every property that a message may point to', () => {
  expect(knownCssNames.filter((name) => !cssAnchors.has(name))).toEqual([]);
});
