/** What is said about a mistake, and where: the sheet with `^^^ error[code] message` below. */
import { describe, expect, it } from 'vitest';
import { element, show, style } from './support.ts';

const root = element('html', element('p'));

/** Expected text: lines of CSS, each fault below its line. */
function check(expected: string): void {
  const lines = expected
    .split('\n')
    .map((line) => line.slice(6))
    .slice(1, -1);
  const isFault = (line: string) => /^ *\^+ /.test(line);
  const css = lines.filter((line) => !isFault(line)).join('\n');
  const found = style(css, root)
    .findings.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .map(show);
  const wanted: string[] = [];
  lines.forEach((line, index) => {
    if (!isFault(line)) return;
    const above = lines.slice(0, index).findLast((before) => !isFault(before));
    wanted.push(`${above}\n${line}`);
  });
  expect(found).toEqual(wanted);
}

describe('properties', () => {
  it('unknown, unsupported, without effect', () => {
    check(`
      p { marign: 1pt; font-palette: none; cursor: pointer; foo: bar }
          ^^^^^^ error[css/unknown-property] unknown property \`marign\`; did you mean \`margin\`?
                       ^^^^^^^^^^^^ error[css/unsupported-property] \`font-palette\` is CSS, but not supported here
                                           ^^^^^^ warning[css/no-effect] \`cursor\` has no effect on paper; remove the declaration
                                                            ^^^ error[css/unknown-property] unknown property \`foo\`
    `);
  });

  it('are warnings where a foreign file is rendered', () => {
    const { findings } = style('p { marign: 1pt; color: rd }', root, { forgiving: true });
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('values', () => {
  it('keywords', () => {
    check(`
      p { text-align: centre }
                      ^^^^^^ error[css/invalid-value] \`centre\` is not a value that \`text-align\` takes; did you mean \`center\`?; \`text-align\` takes \`start | end | left | right | center | justify | justify-all | match-parent\`
      p { display: ruby }
                   ^^^^ error[css/unsupported-value] \`display: ruby\` is CSS, but not supported here
      p { margin: 1pt 2pt 3pt 4pt 5pt }
                                  ^^^ error[css/invalid-value] \`5pt\` is not a value that \`margin\` takes; \`margin\` takes \`[auto | <length-percentage>]{1,4}\`
    `);
  });

  it('units', () => {
    check(`
      p { width: 10 }
                 ^^ error[css/unit-missing] the length \`10\` has no unit; write \`10mm\` or \`10pt\`
      p { width: 10milimeters; height: 3rme }
                 ^^^^^^^^^^^^ error[css/unknown-unit] unknown unit \`milimeters\`
                                       ^^^^ error[css/unknown-unit] unknown unit \`rme\`; did you mean \`rem\`?
      p { padding: -1pt }
                   ^^^^ error[css/out-of-range] \`-1pt\` is out of range (0–∞)
    `);
  });

  it('colours: inks above 100 % are refused', () => {
    check(`
      p { color: device-cmyk(0 100 80 0) }
                 ^^^^^^^^^^^^^^^^^^^^^^^ error[css/out-of-range] \`device-cmyk(0 100 80 0)\` is out of range (m: 0–1, 0–100%)
      p { color: device-cmyk(0 1 0) }
                 ^^^^^^^^^^^^^^^^^^ error[css/invalid-value] \`device-cmyk(0 1 0)\` is not a value that \`color\` takes; \`color\` takes \`device-cmyk(<c> <m> <y> <k> [ / <alpha> ]?)\`
      p { color: oklch(50% 0.1) }
                 ^^^^^^^^^^^^^^ error[css/invalid-value] \`oklch(50% 0.1)\` is not a value that \`color\` takes; \`color\` takes \`oklch([from <color>]? <l> <c> <h> [ / <alpha> ]?)\`
      p { color: color-mix(in srgb, device-cmyk(0 1 1 0), blue) }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[css/invalid-value] \`color-mix(in srgb, device-cmyk(0 1 1 0), blue)\` is not a value that \`color\` takes; \`color\` takes \`color-mix(in <space>, <color> <percentage>?, <color> <percentage>?)\`
    `);
  });

  it('calculations', () => {
    check(`
      p { width: calc(1em+2pt) }
                 ^^^^^^^^^^^^^ error[css/wrong-calculation] \`calc(1em+2pt)\` cannot be calculated; add like to like, with spaces around \`+\` and \`-\`; multiply and divide by numbers
      p { width: min(50%, 20mm, 3) }
                 ^^^^^^^^^^^^^^^^^ error[css/wrong-calculation] \`min(50%, 20mm, 3)\` cannot be calculated; add like to like, with spaces around \`+\` and \`-\`; multiply and divide by numbers
      p { width: calc(1em / 0) }
                 ^^^^^^^^^^^^^ error[css/wrong-calculation] \`calc(1em / 0)\` cannot be calculated; add like to like, with spaces around \`+\` and \`-\`; multiply and divide by numbers
    `);
  });

  it('addresses outside the project', () => {
    check(`
      p { background: url(https://example.com/a.png) }
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[css/foreign-address] \`https://example.com/a.png\` is not a file of the project; save it as a file in the project and name its path
    `);
  });
});

describe('syntax', () => {
  it('a missing semicolon is found where it is missing', () => {
    check(`
      p { color: red
        margin: 1pt }
        ^^^^^^ error[css/syntax] the value of \`color\` runs on into the next declaration; add a \`;\` before this
    `);
  });

  it('goes on after each fault', () => {
    check(`
      p { color red; margin: 1pt; ; orphans: }
          ^^^^^^^^^ error[css/syntax] \`color red\` is neither a declaration nor a rule; write \`property: value;\`
                                    ^^^^^^^ error[css/syntax] \`orphans\` has no value
      p { color: red !importnat }
                     ^^^^^^^^^^ error[css/syntax] unknown \`!importnat\`; did you mean \`!important\`?
      .a..b { marign: 0 }
         ^ error[css/syntax] unexpected \`.\` in a selector
              ^^^^^^ error[css/unknown-property] unknown property \`marign\`; did you mean \`margin\`?
    `);
  });

  it('blocks, brackets, quotes and comments that never close', () => {
    check(`
      } p { color: red }
      ^ error[css/syntax] unexpected \`}\`; look for a bracket too many, or one missing before
      p { color: red
        ^ error[css/syntax] the block is never closed; add the missing \`}\`
    `);
    check(`
      /* p { color: red }
      ^^^^^^^^^^^^^^^^^^^ error[css/syntax] the comment is never closed; add the missing \`*/\`
    `);
    check(`
      p { color: red }
      q
      ^ error[css/syntax] \`q\` is not followed by a block; write \`selector { property: value; }\`
    `);
  });
});

describe('selectors', () => {
  it('unknown and unsupported', () => {
    check(`
      p:fist-child { color: red }
       ^^^^^^^^^^^ error[css/unknown-selector] unknown selector \`:fist-child\`; did you mean \`:first-child\`?
      a:hover, p { color: red }
       ^^^^^^ warning[css/no-effect] \`:hover\` never matches anything on paper; paper has no states: the rule is never used
      p::part(x) { color: red }
       ^^^^^^^^^ warning[css/no-effect] \`::part\` never matches anything on paper; no script makes a shadow tree here; other selectors of the list count
      p:nth-col(2) { color: red }
       ^^^^^^^^^^^ error[css/unsupported-selector] \`:nth-col\` is a selector of CSS, but not supported here
    `);
  });
});

describe('at-rules', () => {
  it('unknown and unsupported', () => {
    check(`
      @pgae { margin: 0 }
      ^^^^^ error[css/unknown-at-rule] unknown rule \`@pgae\`; did you mean \`@page\`?
      @keyframes x { from { color: red } }
      ^^^^^^^^^^^^ error[css/unsupported-at-rule] \`@keyframes\` is CSS, but not supported here; paper does not move: remove it
    `);
  });

  it('in pages and fonts', () => {
    check(`
      @page :frist { margin: 0 }
      ^^^^^^^^^^^^ error[css/unknown-selector] \`@page :frist\` names no page; write a name, \`:first\`, \`:left\`, \`:right\` or \`:blank\`
      @page { display: grid; sise: A4; size: A9; bleed: 3mm }
              ^^^^^^^ error[css/unsupported-property] \`display\` is not supported in \`@page\`; use size, margin, padding, border and background here; set everything else on elements
                             ^^^^ error[css/unknown-descriptor] \`@page\` has no \`sise\`; did you mean \`size\`?
                                             ^^ error[css/invalid-value] \`A9\` is not a value that \`size\` takes; \`size\` takes \`auto | <length>{1,2} | [a6 | a5 | a4 | a3 | a2 | b5 | b4 | letter | legal | ledger] || [landscape | portrait]\`
                                                 ^^^^^ error[css/unsupported-property] \`bleed\` is CSS, but not supported here; set it in \`job.yaml\`
      @page { @top-leftt { content: "x" } }
              ^^^^^^^^^^ error[css/unknown-at-rule] unknown rule \`@top-leftt\`
      @font-face { font-family: A; src: url(a.ttf); font-wieght: 400 }
                                                    ^^^^^^^^^^^ error[css/unknown-descriptor] \`@font-face\` has no \`font-wieght\`; did you mean \`font-weight\`?
    `);
  });
});

it('every message is said in both languages', () => {
  const css = 'p { marign: 1pt; color: rd; width: 10; cursor: x } p:foo {} @foo; } .a..b {}';
  const { findings } = style(css, root);
  expect(findings.length).toBeGreaterThan(6);
  for (const { message, hints } of findings)
    for (const { en, da } of [message, ...hints.map((hint) => hint.message)]) {
      expect(da).not.toBe('');
      if (!en.startsWith('did you')) expect(da).not.toBe(en);
    }
});
