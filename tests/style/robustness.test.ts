/** Whatever stands in a sheet: it is read to the end, nothing throws, every finding has a place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, style } from './support.ts';

const root = element('html', element('p.a#b[style=color: var(--x)]', element('b')));

const plain = element('html', element('p'));

const pieces = [
  ...['p', '.a', '#b', ':not(', ':nth-child(2n+1)', '::before', ' > ', '+', '~', '&', '*', '[x=y]'],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ';',
    ':',
    ',',
    '/',
    '!important',
    '@media press',
    '@page front',
  ],
  ...['@import "x.css"', '@layer a', '@supports (a:b)', '@font-face', '@x', '--x', 'var(--x)', ' '],
  ...[
    'color',
    'margin',
    'grid-template',
    'background',
    'font',
    'transform',
    'content',
    'red',
    '\n',
  ],
  ...[
    '1px',
    '50%',
    '1e99mm',
    '-0',
    '1fr',
    'calc(1px + ',
    'min(1%,',
    'url(',
    '"',
    "'",
    '\\',
    '/*',
    '*/',
  ],
  ...[
    'linear-gradient(',
    'device-cmyk(0 0 0 1)',
    'repeat(9999999, 1fr)',
    '<!--',
    '-->',
    '\u0000',
    'é',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'inherit',
    'revert',
    'U+0-10',
    'attr(x)',
    'counter(n)',
  ],
];

describe('any sheet', () => {
  it('made of pieces of CSS is read to the end', () => {
    const sheet = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(sheet, (css) => {
        const { findings } = style(`${css}\n`, root);
        for (const finding of findings) {
          expect(finding.message.da).not.toBe('');
          const { start = 0, end = 0, source } = finding.span ?? {};
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source?.text.length ?? 0);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('of any text is read to the end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (css) => {
        style(css, root);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('with names of object parts is no danger', () => {
    const css =
      'p { __proto__: 1; constructor: x; hasOwnProperty: y } @page __proto__ { margin: 1pt }';
    const styled = style(css, plain);
    expect(styled.findings.map(({ code }) => code)).toEqual([
      'css/unknown-property',
      'css/unknown-property',
      'css/unknown-property',
    ]);
    expect(styled.pageStyleOf('__proto__').style.marginTop).toEqual({ pt: 1, percent: 0 });
    expect(styled.pageStyleOf('constructor').style.marginTop).toEqual({ pt: 0, percent: 0 });
  });

  it('is deep or long without harm', () => {
    const nested = (depth: number) => `${'p {'.repeat(depth)}color: red${'}'.repeat(depth)}`;
    const brackets = `p { width: ${'calc('.repeat(500)}1pt${')'.repeat(500)} }`;
    const codes = (css: string) => style(css, plain).findings.map(({ code }) => code);
    const long = 'p { margin: 1pt }\n'.repeat(3000);
    expect(codes(nested(90))).toEqual([]);
    expect(codes(nested(200))).toEqual(['css/too-deep']);
    expect(codes(brackets)).toEqual(['css/too-deep']);
    expect(codes(long)).toEqual([]);
  });
});
