/** `@container`: whose size and style is asked, and what is said of questions that nobody can answer. */
import { describe, expect, it } from 'vitest';
import { element, show, style } from './support.ts';

const inner = element('b');
const card = element('p.card', inner);
const root = element('html', card);

/** The inner element's `orphans`, which a matched rule makes 7; else they are 2. */
function orphansOf(css: string, size?: { readonly width: number; readonly height: number }) {
  const styled = style(`${css.replace('$', 'b { orphans: 7 }')}`, root);
  const sizes = new Map(
    [...styled.sizesAsked].map((one) => [one, size ?? { width: 0, height: 0 }]),
  );
  return (size ? styled.withSizes(sizes) : styled).styleOf(inner).orphans;
}

const wide = { width: 300, height: 50 };

describe('sizes', () => {
  it.each([
    ['.card { container-type: inline-size } @container (width > 200pt) { $ }', wide, 7],
    ['.card { container-type: inline-size } @container (width > 400pt) { $ }', wide, 2],
    ['.card { container-type: inline-size } @container (height > 20pt) { $ }', wide, 2],
    ['.card { container-type: size } @container (height > 20pt) { $ }', wide, 7],
    ['.card { container: a / size } @container a (orientation: landscape) { $ }', wide, 7],
    ['.card { container: a / size } @container b (orientation: landscape) { $ }', wide, 2],
    ['.card { container-type: size; font-size: 90pt } @container (width > 4em) { $ }', wide, 2],
    ['.card { container-type: size } @container (width > 4pt), (width < 4pt) { $ }', wide, 7],
    ['.card { container-type: size } @container not (width < 4pt) { $ }', wide, 7],
    ['@container not (width < 4pt) { $ }', wide, 2],
  ] as const)('%s', (css, size, orphans) => {
    expect(orphansOf(css, size)).toBe(orphans);
  });

  it('are true of nothing before layout', () => {
    expect(orphansOf('.card { container-type: size } @container not (width > 9pt) { $ }')).toBe(2);
  });

  it('are asked of those elements alone that something depends on', () => {
    const asked = (css: string) => [...style(css, root).sizesAsked];
    expect(asked('.card { container-type: size } b { width: 5vw }')).toEqual([]);
    expect(asked('.card { container-type: size } b { width: 5cqw }')).toEqual([card]);
    expect(asked('@container (width > 1pt) { b { width: 5cqw } }')).toEqual([]);
  });
});

describe('styles', () => {
  it.each([
    ['.card { --x: 1 } @container style(--x: 1) { $ }', 7],
    ['b { --x: 1 } @container style(--x: 1) { $ }', 2],
    ['.card { --x: 1; --y: 1 } @container style(--x: var(--y)) { $ }', 7],
    ['.card { --x: initial } @container style(--x) { $ }', 2],
    ['html { --x: 1 } @container style(--x: inherit) { $ }', 7],
    ['.card { --x: 5pt } @container style(4pt < --x < 6pt) { $ }', 7],
    ['.card { --x: 5pt } @container style(--x > 4) { $ }', 2],
    ['.card { --x: 1 } @container style(not ((--x: 1) and (--y: 1))) { $ }', 7],
    ['.card { container-name: a; --x: 1 } @container a style(--x: 1) { $ }', 7],
    ['.card { container-name: a } @container a { $ }', 7],
    ['.card { --x: 1 } @container style(--x: 1) { @container style(--x: 2) { $ } }', 2],
    [
      '@property --c { syntax: "<length>"; inherits: true; initial-value: 0pt } .card { --c: 1in } @container style(--c: 72pt) { $ }',
      7,
    ],
  ] as const)('%s', (css, orphans) => {
    expect(orphansOf(css)).toBe(orphans);
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['@container (widht > 10pt) { b { orphans: 7 } }', 'width'],
    ['@container (width > red) { b { orphans: 7 } }', 'cannot be answered'],
    ['@container style(color: red) { b { orphans: 7 } }', 'cannot be answered'],
    ['@container { b { orphans: 7 } }', 'cannot be answered'],
  ])('%s', (css, words) => {
    const styled = style(css, root);
    const { findings } = styled;
    expect(findings.map(show).join()).toContain('css/unknown-container-query');
    expect(findings.map(show).join()).toContain(words);
    expect(styled.styleOf(inner).orphans).toBe(2);
  });

  it('is told once, however often the document is styled', () => {
    const styled = style(
      '.card { container-type: size } b { width: 5cqw; height: var(--no) }',
      root,
    );
    styled.withSizes(new Map());
    expect(styled.findings.map(({ code }) => code)).toEqual(['css/unknown-variable']);
  });
});
