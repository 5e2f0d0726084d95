/** `attr()` in any property, and `env()`: what is put in, and what happens without. */
import { describe, expect, it } from 'vitest';
import { element, show, style } from './support.ts';

describe('attr()', () => {
  const p = element('p[data-w=7][data-c=#0f0][data-l=2em][data-t=words][data-bad=x y]');
  const other = element('p[data-w=9]');
  const root = element('html', element('body', p, other));
  const of = (declarations: string) => {
    const styled = style(`p { font-size: 10pt; ${declarations} }`, root);
    return { style: styled.styleOf(p), other: styled.styleOf(other), findings: styled.findings };
  };

  it.each<[string, number]>([
    ['attr(data-w pt)', 7],
    ['attr(data-w em)', 70],
    ['attr(data-l type(<length>), 0pt)', 20],
    ['attr(data-w type(<number>), 3pt)', -1],
    ['attr(data-none pt, 3pt)', 3],
    ['attr(data-bad pt, 4pt)', 4],
    ['attr(data-none pt, attr(data-w pt))', 7],
    ['calc(attr(data-w pt) * 2)', 14],
    ['env(safe-area-inset-top)', 0],
    ['env(unknown, 5pt)', 5],
  ])('letter-spacing: %s → %d pt', (value, expected) => {
    const { style: computed, findings } = of(`letter-spacing: ${value}`);
    if (expected < 0) expect(findings.map(({ code }) => code)).toEqual(['css/unit-missing']);
    else {
      expect(computed.letterSpacing).toBe(expected);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('is another for each element', () => {
    const { style: computed, other: second } = of('letter-spacing: attr(data-w pt)');
    expect([computed.letterSpacing, second.letterSpacing]).toEqual([7, 9]);
  });

  it('may be a colour, a string, a custom property', () => {
    const { style: computed } = of(
      '--w: attr(data-w pt); color: attr(data-c type(<color>), red); word-spacing: var(--w)',
    );
    expect(computed.color).toMatchObject({ space: 'srgb', r: 0, g: 1, b: 0 });
    expect(computed.wordSpacing).toBe(7);
  });

  it('in `content` is words', () => {
    const styled = style('p::before { content: attr(data-t) attr(data-none, "none") }', root);
    expect(styled.styleOf(p, 'before')?.content).toEqual([
      { kind: 'text', text: 'words' },
      { kind: 'text', text: 'none' },
    ]);
  });

  it('without a value and a fallback it is told', () => {
    const { findings } = of('letter-spacing: attr(data-none pt)');
    expect(findings.map(show).join()).toContain('asks for something that is not there');
  });
});
