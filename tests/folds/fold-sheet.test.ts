/**
 * Schemes are proved by folding: a strip of numbered panels is folded as the scheme says, and what
 * lies where is compared with what the scheme states.
 */
import { describe, expect, it } from 'vitest';
import {
  drawFold,
  type FoldedSheet,
  type FolderForm,
  type FoldScheme,
  foldSchemes,
  foldSheet,
  type Leaf,
  meetingFaces,
  outsideWidthsUm,
  turnOver,
  visibleFaces,
} from '../../src/folds/index.ts';

const compensationMm = 2;
const paper = { weightGsm: 170, stock: 'silk', caliperUm: null } as const;

function widthsMm({ id }: FoldScheme): readonly number[] {
  const panelMm = { width: 100, height: 210 };
  const form: FolderForm = {
    kind: 'folder',
    scheme: id,
    panelMm,
    flatMm: null,
    compensationMm,
    isCreased: true,
  };
  return outsideWidthsUm(form, paper).map((um) => um / 1000);
}

function frontUp(scheme: FoldScheme, folded: FoldedSheet): FoldedSheet {
  const { top } = visibleFaces(folded);
  return top.every((number) => scheme.front.includes(number)) ? folded : turnOver(folded);
}

const sorted = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([a, b]) => `${a}–${b}`).sort();

describe.each([...foldSchemes.values()])('$id, folded', (scheme) => {
  const folded = foldSheet(scheme, widthsMm(scheme));

  it('numbers the panels by the sheet and names each role once', () => {
    const count = scheme.outside.length * 2;
    const half = count / 2;
    const outside = Array.from({ length: half }, (_, index) => half + 2 + index);
    outside[half - 1] = 1;
    expect(scheme.outside.map(({ number }) => number)).toEqual(outside);
    const inside = Array.from({ length: half }, (_, index) => 2 + index);
    expect(scheme.inside.map(({ number }) => number)).toEqual(inside);
    const roles = [...scheme.outside, ...scheme.inside].map(({ role }) => role);
    expect(new Set(roles).size).toBe(count);
    expect([...scheme.readingOrder].sort()).toEqual([...roles].sort());
  });

  it('shows its front and its back, and nothing else', () => {
    const { top, bottom } = visibleFaces(frontUp(scheme, folded));
    expect(top).toEqual(scheme.front);
    expect(bottom).toEqual(scheme.back);
  });

  it('brings the stated faces together', () => {
    expect(sorted(meetingFaces(folded))).toEqual(sorted(scheme.meets));
  });

  it('opens first the faces that are named first', () => {
    const before = { ...scheme, folds: scheme.folds.slice(0, -1) };
    const stillMet = sorted(meetingFaces(foldSheet(before, widthsMm(scheme))));
    const [first] = scheme.meets;
    expect(stillMet).not.toContain(`${first?.[0]}–${first?.[1]}`);
  });

  it('keeps a compensation between what is folded in and the fold around it', () => {
    const place = (leaf: Leaf) => folded.leaves.findIndex(({ index }) => index === leaf.index);
    for (const { upper, lower, x, side } of folded.joints)
      for (const leaf of folded.leaves.slice(place(upper) + 1, place(lower)))
        expect(side === 'right' ? x - leaf.right : leaf.left - x).toBeGreaterThanOrEqual(
          compensationMm,
        );
  });

  it('leaves no panel to stand out beyond the cover', () => {
    const cover = folded.leaves.filter(
      ({ top, bottom }) =>
        scheme.back.includes(top) || scheme.back.includes(bottom) || scheme.front.includes(top),
    );
    const left = Math.min(...cover.map((leaf) => leaf.left));
    const right = Math.max(...cover.map((leaf) => leaf.right));
    for (const leaf of folded.leaves) {
      expect(leaf.left).toBeGreaterThanOrEqual(left);
      expect(leaf.right).toBeLessThanOrEqual(right);
    }
  });
});

it('lets the flaps of a gate meet with one compensation between them', () => {
  const gate = foldSchemes.get('gate6');
  const flaps = gate ? foldSheet(gate, widthsMm(gate)).leaves.slice(1) : [];
  const [a, b] = flaps.toSorted((one, other) => one.left - other.left);
  expect((b?.left ?? 0) - (a?.right ?? 0)).toBeCloseTo(compensationMm, 9);
});

it('draws a folded sheet from its end', () => {
  const drawing = (id: string) => {
    const scheme = foldSchemes.get(id);
    return scheme ? drawFold(scheme).map((line) => line.trimEnd()) : [];
  };
  expect(drawing('roll6')).toEqual(['╭──── 1·2 ───╴', '│╶─── 5·4 ────╮', '╰──── 3·6 ────╯']);
  expect(drawing('parallel8')).toEqual([
    '╭───── 1·2 ───╴',
    '│╭──── 5·6 ───╴',
    '│╰──── 7·4 ────╮',
    '╰───── 3·8 ────╯',
  ]);
  expect(drawing('gate6')).toEqual(['╭─ 1·2 ╴ 5·4 ─╮', '╰──── 3·6 ────╯']);
});
