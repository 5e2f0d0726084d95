/**
 * The fixtures of `fixtures/`: small HTML files whose boxes were measured in Chromium
 * (`npm run measure`), laid out by the whole way that `trykklar render` takes. A file agrees where
 * every fragment of every element with an id lies within 0.02 pt of Chromium's. Chromium counts in
 * 1/64 px; fixtures keep away from sums of more than two rounded lengths.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/cli/disk-workspace.ts';
import { renderHtml } from '../../src/render.ts';
import deviations from './fixtures/deviations.json' with { type: 'json' };

/** Id, then x, y, width, height in CSS px. */
type MeasuredBox = readonly [string, number, number, number, number];

const tolerancePx = 0.02 / 0.75 + 1e-9;

const folder = join(import.meta.dirname, 'fixtures');
const workspace = openWorkspace(folder, { get: () => undefined, set: () => {} });

function readExpected(group: string): Readonly<Record<string, readonly MeasuredBox[]>> {
  return JSON.parse(readFileSync(join(folder, group, 'expected.json'), 'utf8'));
}

const groups = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const fixtures = groups.flatMap((group) =>
  readdirSync(join(folder, group))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${group}/${name.slice(0, -'.html'.length)}`),
);

async function boxesOf(fixture: string): Promise<readonly MeasuredBox[]> {
  const { layout } = await renderHtml(
    {
      path: `${fixture}.html`,
      extraSheet: null,
      media: 'press',
      strict: false,
      fileName: null,
      wantsLayout: true,
    },
    workspace,
  );
  return layout?.boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h] as const) ?? [];
}

/** By id, in the order of fragments: a float or a positioned box may be painted out of turn. */
function byId(boxes: readonly MeasuredBox[]): ReadonlyMap<string, readonly MeasuredBox[]> {
  const map = new Map<string, MeasuredBox[]>();
  for (const box of boxes) map.set(box[0], [...(map.get(box[0]) ?? []), box]);
  return map;
}

function describeBox([id, ...place]: MeasuredBox): string {
  return `${id} ${place.map((length) => Math.round(length * 1000) / 1000).join(' ')}`;
}

function differs(one: MeasuredBox | undefined, other: MeasuredBox | undefined): boolean {
  if (!one || !other) return true;
  return [1, 2, 3, 4].some((at) => Math.abs(Number(one[at]) - Number(other[at])) > tolerancePx);
}

/** `expected … found …` for each box that is not where Chromium has it. */
function compare(expected: readonly MeasuredBox[], found: readonly MeasuredBox[]) {
  const wanted = byId(expected);
  const made = byId(found);
  const ids = new Set([...wanted.keys(), ...made.keys()]);
  return [...ids].flatMap((id) => {
    const one = wanted.get(id) ?? [];
    const other = made.get(id) ?? [];
    const length = Math.max(one.length, other.length);
    return Array.from({ length }, (_, at) => at)
      .filter((at) => differs(one[at], other[at]))
      .map((at) => {
        const [want, have] = [one[at], other[at]];
        return `expected ${want ? describeBox(want) : 'nothing'}, found ${have ? describeBox(have) : 'nothing'}`;
      });
  });
}

const known: Readonly<Record<string, string>> = deviations;
const expectedOf = new Map(groups.map((group) => [group, readExpected(group)]));

describe('boxes agree with those of Chromium', () => {
  it.each(fixtures)('%s', async (fixture) => {
    const [group = '', name = ''] = fixture.split('/');
    const expected = expectedOf.get(group)?.[name];
    expect(expected, 'not measured yet: run `npm run measure`').toBeDefined();
    const wrong = compare(expected ?? [], await boxesOf(fixture));
    // A deviation that is written down has to be one.
    if (known[fixture] === undefined) expect(wrong, wrong.join('\n')).toEqual([]);
    else expect(wrong).not.toEqual([]);
  });

  it('but for deviations that are written down, of fixtures that exist', () => {
    expect(Object.keys(known).filter((name) => !fixtures.includes(name))).toEqual([]);
  });
});
