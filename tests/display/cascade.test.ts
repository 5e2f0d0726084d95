/** Together with the real cascade: styles of inline drawings, and findings at the line of style. */
import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import {
  buildDisplayList,
  createColorFinder,
  describeItems,
  printDefaults,
  toPrint,
} from '../../src/display/index.ts';
import type { ElementNode } from '../../src/input/index.ts';
import { computeStyles } from '../../src/style/index.ts';
import { box, cmyk, element, noBleed, page, parseSvg, recorder, rect, vector } from './support.ts';

function styled(css: string, root: ElementNode) {
  const context = recorder();
  const sheet = createSource('a.css', css);
  const options = {
    sheets: [sheet],
    userAgentSheet: '',
    media: 'press',
    rootProperties: {},
    forgiving: false,
  } as const;
  const document = { root, language: 'da', title: '', sheets: [], path: 'a.html' };
  return { document: computeStyles(document, options, context), context };
}

describe('inline drawings', () => {
  const icon = parseSvg(
    '<svg viewBox="0 0 10 10" fill="none" stroke="currentColor"><rect class="a" x="2" y="2" width="4" height="4"/><g class="b"><circle cx="5" cy="5" r="1"/></g></svg>',
  );
  const root = element('html', {}, [icon]);

  it('take rules of the page, their own attributes, and its colour', () => {
    const css = `html { color: device-cmyk(1 0 0 0) } .a { fill: device-cmyk(0 1 1 0); transform: translate(1px, 1px) } .b { display: none }`;
    const { document, context } = styled(css, root);
    const picture = vector('<svg/>', { root: icon, path: 'a.html#svg-1' });
    const made = {
      ...box([0, 0, 10, 10], { element: icon }),
      style: document.styleOf(icon),
      picture: { picture, objectRect: rect(0, 0, 10, 10) },
    };
    const options = { pictures: new Map(), bleed: noBleed, styled: document };
    const [list] = buildDisplayList([page([made])], options, context);
    expect(describeItems(list?.items ?? [])).toEqual([
      'fill rect 3,3 4×4 device-cmyk(0% 100% 100% 0%)',
      'stroke rect 3,3 4×4 1pt device-cmyk(100% 0% 0% 0%)',
    ]);
    expect(context.codes()).toEqual([]);
  });
});

it('points a colour that has a name at what gives the name its value', () => {
  const css =
    ':root { --deep: #c00; --brand: var(--deep) } p { color: var(--brand) } b { color: var(--a) } i { --a: #00f } b { --a: #0f0 }';
  const [paragraph, bold] = [element('p'), element('b')];
  const { document } = styled(css, element('html', {}, [paragraph, bold]));
  const find = createColorFinder(document);
  const written = (node: ElementNode) => {
    const at = find(document.styleOf(node).color);
    return at?.source.text.slice(at.start, at.end);
  };
  expect(written(paragraph)).toBe('--deep: #c00');
  // The name has two values: the one in force is told by its use.
  expect(written(bold)).toBe('color: var(--a)');
});

it('points a finding about a colour at its declaration, and beside it at what shows it', () => {
  const css = 'p { color: #c00 }';
  const paragraph = element('p');
  const { document, context } = styled(css, element('html', {}, [paragraph]));
  const span = { source: createSource('a.html', '<p>'), start: 0, end: 3 };
  const list = [
    {
      name: '',
      widthPt: 10,
      heightPt: 10,
      items: [
        {
          kind: 'fill',
          path: [],
          rule: 'nonzero',
          paint: { kind: 'solid', color: document.styleOf(paragraph).color },
          span,
        } as const,
      ],
    },
  ];
  const options = { ...printDefaults, declarationOf: createColorFinder(document) };
  toPrint(list, { convertSrgb: () => cmyk(0.1, 1, 1, 0) }, options, context);
  const [finding] = context.findings;
  const at = finding?.span;
  expect(at?.source.text.slice(at.start, at.end)).toContain('#c00');
  expect(finding?.related).toEqual([{ span, label: { en: 'shown here', da: 'ses her' } }]);
});
