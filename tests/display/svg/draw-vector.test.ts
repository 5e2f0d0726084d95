/** SVG to display items: each case a drawing of 100 × 100 units into 100 × 100 pt, unless said. */
import { describe, expect, it } from 'vitest';
import { describeItems } from '../../../src/display/index.ts';
import { createVectorPainter } from '../../../src/display/svg/draw-vector.ts';
import type { ElementNode } from '../../../src/input/index.ts';
import { box, cmyk, element, parseSvg, recorder, rect, style, vector } from '../support.ts';

const svg = (content: string) => `<svg viewBox="0 0 100 100">${content}</svg>`;

const names: readonly (readonly [string, string])[] = [
  ['device-cmyk(0% 0% 0% 100%)', 'black'],
  ['device-cmyk(0% 100% 100% 0%)', 'red'],
  ['device-cmyk(100% 0% 0% 0%)', 'cyan'],
];
const red = 'device-cmyk(0 1 1 0)';
const cyan = 'device-cmyk(100% 0 0 0)';

function drawAll(markup: string, place = rect(0, 0, 100, 100), parts = {}) {
  const context = recorder();
  const draw = createVectorPainter(null, context).onPage('').draw;
  const items = describeItems(draw(vector(markup, parts), place, {}, null)).map((item) =>
    names.reduce((text, [long, short]) => text.replaceAll(long, short), item),
  );
  return { items, context };
}

function draw(content: string) {
  const { items, context } = drawAll(svg(content));
  expect(context.codes()).toEqual([]);
  return items;
}

describe('shapes', () => {
  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', 'rect 1,2 3×4'],
    ['<rect width="50%" height="10%"/>', 'rect 0,0 50×10'],
    ['<polygon points="0,0 10,0 10,10"/>', 'M0,0 L10,0 L10,10 Z'],
    ['<polyline points="0 0 10 0 10 10"/>', 'M0,0 L10,0 L10,10'],
    ['<path d="M0 0h10v10z"/>', 'M0,0 L10,0 L10,10 Z'],
  ])('%s', (content, expected) => {
    expect(draw(content)).toEqual([`fill ${expected} black`]);
  });

  it('draws circles and ellipses as four curves', () => {
    const circle =
      'M20,10 C20,15.52 15.52,20 10,20 C4.48,20 0,15.52 0,10 ' +
      'C0,4.48 4.48,0 10,0 C15.52,0 20,4.48 20,10 Z';
    expect(draw('<circle cx="10" cy="10" r="10"/>')).toEqual([`fill ${circle} black`]);
    expect(draw('<ellipse cx="10" cy="10" rx="10"/>')).toEqual([`fill ${circle} black`]);
  });

  it('rounds a rectangle with the one radius that is given, at most half its side', () => {
    expect(draw('<rect width="20" height="10" rx="40"/>')[0]).toMatch(/^fill M10,0 .* C20,/);
  });

  it('does not fill a line', () => {
    expect(draw(`<line x1="1" y1="5" x2="10" y2="5" stroke="${red}"/>`)).toEqual([
      'stroke M1,5 L10,5 1pt red',
    ]);
  });
});

describe('presentation', () => {
  it('inherits, and lets style win over attributes', () => {
    expect(
      draw(
        `<g fill="${red}"><rect width="1" height="1"/><rect width="1" height="1" fill="#000" style="fill: ${cyan}"/></g>`,
      ),
    ).toEqual(['fill rect 0,0 1×1 red', 'fill rect 0,0 1×1 cyan']);
  });

  it('strokes over the fill, with dashes, caps and joins in user units', () => {
    expect(
      draw(
        `<path d="M5 5h10" fill="none" stroke="${red}" stroke-width="2" stroke-dasharray="3" stroke-dashoffset="1" stroke-linecap="round" stroke-linejoin="bevel"/>`,
      ),
    ).toEqual(['stroke M5,5 L15,5 2pt red cap round join bevel dash 3 3 from 1']);
    expect(draw(`<rect width="9" height="9" stroke="${red}"/>`)).toEqual([
      'group clip rect 0,0 100×100',
      '  fill rect 0,0 9×9 black',
      '  stroke rect 0,0 9×9 1pt red',
    ]);
  });

  it('takes opacities into the colour where one item is painted', () => {
    expect(draw('<rect width="1" height="1" fill-opacity="0.5" opacity="0.5"/>')).toEqual([
      'fill rect 0,0 1×1 device-cmyk(0% 0% 0% 100% / 0.25)',
    ]);
  });

  it('makes a group for the opacity of several', () => {
    expect(
      draw('<g opacity="0.5"><rect width="1" height="1"/><rect width="2" height="2"/></g>'),
    ).toEqual(['group opacity 0.5', '  fill rect 0,0 1×1 black', '  fill rect 0,0 2×2 black']);
  });

  it('draws nothing hidden, but the visible within', () => {
    expect(
      draw(
        '<g visibility="hidden"><rect width="1" height="1"/><rect width="2" height="2" visibility="visible"/></g><rect width="3" height="3" display="none"/>',
      ),
    ).toEqual(['fill rect 0,0 2×2 black']);
  });

  it('says which value cannot be read, once', () => {
    const { items, context } = drawAll(
      svg(
        '<rect width="1" height="1" fill="colourful"/><rect width="1" height="1" fill="colourful"/>',
      ),
    );
    expect(items).toHaveLength(2);
    expect(context.findings.map(({ message }) => message.en)).toEqual([
      '`colourful` is not a value that `fill` takes',
    ]);
  });

  it('takes currentColor and fill from the page when it is inline', () => {
    const root = parseSvg(svg('<rect width="1" height="1" stroke="currentColor"/>'));
    const context = recorder();
    const painter = createVectorPainter(null, context).onPage('').draw;
    const color = cmyk(1, 0, 0, 0);
    const inline = {
      ...box([0, 0, 100, 100], { element: root }),
      style: style({ color, fill: 'none' }),
    };
    const items = painter(vector('<svg/>', { root }), rect(0, 0, 100, 100), {}, inline);
    expect(describeItems(items)[1]).toBe('  stroke rect 0,0 1×1 1pt device-cmyk(100% 0% 0% 0%)');
  });
});

describe('style sheets of a file', () => {
  const withSheet = (css: string, content: string) => {
    const sheet: ElementNode = {
      ...element('style', {}, [], 'svg'),
      children: [{ kind: 'text', pieces: [{ text: css }] }],
    };
    const drawn = parseSvg(svg(content));
    const root = { ...drawn, children: [sheet, ...drawn.children] };
    const context = recorder();
    const painter = createVectorPainter(null, context).onPage('').draw;
    const items = painter(vector('<svg/>', { root }), rect(0, 0, 100, 100), {}, null);
    return { items: describeItems(items), codes: context.codes() };
  };

  it('apply by class, over attributes', () => {
    const { items, codes } = withSheet(
      `.a { fill: ${cyan}; isolation: isolate; enable-background: new }`,
      `<rect class="a" fill="${red}" width="1" height="1"/>`,
    );
    expect(items).toEqual(['fill rect 0,0 1×1 device-cmyk(100% 0% 0% 0%)']);
    expect(codes).toEqual([]);
  });

  it('are reported where they do what we cannot', () => {
    const { codes } = withSheet(
      '.a { filter: blur(1px) }',
      '<rect class="a" width="1" height="1"/>',
    );
    expect(codes).toEqual(['error css/unsupported-property']);
  });
});

describe('coordinates', () => {
  it('multiplies transforms, the last one innermost', () => {
    expect(
      draw(
        '<g transform="translate(10 20)"><rect width="1" height="1" transform="scale(2,3) translate(1)"/></g>',
      ),
    ).toEqual(['fill rect 12,20 2×3 black']);
  });

  it('scales strokes with the drawing, and keeps a skew pen in a group', () => {
    expect(draw(`<path d="M1 1h1" transform="scale(2)" stroke="${red}"/>`)).toEqual([
      'stroke M2,2 L4,2 2pt red',
    ]);
    expect(draw(`<path d="M1 1h1" transform="scale(2 1)" stroke="${red}"/>`)).toEqual([
      'group matrix(2 0 0 1 0 0)',
      '  stroke M1,1 L2,1 1pt red',
    ]);
  });

  const boxes: readonly [string, string][] = [
    ['', '50,0 100×100'],
    ['preserveAspectRatio="xMinYMin"', '0,0 100×100'],
    ['preserveAspectRatio="xMaxYMax meet"', '100,0 100×100'],
    ['preserveAspectRatio="none"', '0,0 200×100'],
  ];
  it.each(boxes)('fits the view box: %s', (aspect, expected) => {
    const markup = `<svg viewBox="5 5 10 10" ${aspect}><rect x="5" y="5" width="10" height="10"/></svg>`;
    expect(drawAll(markup, rect(0, 0, 200, 100)).items).toEqual([`fill rect ${expected} black`]);
  });

  it('cuts what slice puts outside', () => {
    const markup =
      '<svg viewBox="0 0 10 10" preserveAspectRatio="xMidYMid slice"><rect width="10" height="10"/></svg>';
    expect(drawAll(markup, rect(0, 0, 200, 100)).items).toEqual([
      'group clip rect 0,0 200×100',
      '  fill rect 0,-50 200×200 black',
    ]);
  });

  it('takes a file without a view box as one picture of its size', () => {
    const markup = '<svg width="10" height="10"><rect width="10" height="10"/></svg>';
    const { items } = drawAll(markup, rect(0, 0, 50, 50), { widthPx: 10, heightPx: 10 });
    expect(items).toEqual(['fill rect 0,0 50×50 black']);
  });

  it('gives a nested svg a viewport of its own', () => {
    expect(
      draw(
        '<svg x="10" y="10" width="20" height="20" viewBox="0 0 2 2"><rect width="3" height="1"/></svg>',
      ),
    ).toEqual(['group clip rect 10,10 20×20', '  fill rect 10,10 30×10 black']);
  });
});

describe('use', () => {
  it('draws what is defined, moved and styled', () => {
    expect(
      draw(
        `<defs><rect id="a" width="1" height="1"/></defs><use href="#a" x="5" y="6" fill="${red}"/>`,
      ),
    ).toEqual(['fill rect 5,6 1×1 red']);
  });

  it('fits a symbol into its size', () => {
    expect(
      draw(
        '<symbol id="a" viewBox="0 0 1 1"><rect width="1" height="1"/></symbol><use xlink:href="#a" width="10" height="10"/>',
      )[1],
    ).toBe('  fill rect 0,0 10×10 black');
  });

  it('reports a circle and what is missing', () => {
    const { items, context } = drawAll(
      svg('<g id="a"><rect width="1" height="1"/><use href="#a"/></g><use href="#b"/>'),
    );
    expect(items.length).toBeGreaterThan(0);
    expect(context.findings.map(({ message }) => message.en)).toEqual([
      '`#a` in an SVG drawing contains itself (`drawing.svg`)',
      '`#b` is referred to in an SVG drawing but does not exist in it (`drawing.svg`)',
    ]);
  });

  it('stops a bomb of ten times ten times …', () => {
    const level = (index: number) =>
      `<g id="a${index}">${`<use href="#a${index - 1}"/>`.repeat(10)}</g>`;
    const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('');
    const { context } = drawAll(
      svg(`<defs><rect id="a0" width="1" height="1"/>${levels}</defs><use href="#a9"/>`),
    );
    expect(context.codes()).toEqual(['error display/svg-too-complex']);
  });

  it('stops at a hundred levels', () => {
    const { context } = drawAll(
      svg(`${'<g>'.repeat(500)}<rect width="1" height="1"/>${'</g>'.repeat(500)}`),
    );
    expect(context.codes()).toEqual(['error display/svg-too-complex']);
  });
});

describe('gradients', () => {
  const stops = `<stop offset="0" stop-color="${red}"/><stop offset="100%" stop-color="${cyan}"/>`;
  const filled = (
    gradient: string,
    shape = '<rect x="10" y="10" width="40" height="20" fill="url(#a)"/>',
  ) => draw(`<defs>${gradient}</defs>${shape}`);

  it('runs across the shape by default', () => {
    expect(filled(`<linearGradient id="a">${stops}</linearGradient>`)).toEqual([
      'fill rect 10,10 40×20 linear 10,10 → 50,10 (0 red, 1 cyan)',
    ]);
  });

  it('keeps lines of equal colour where the box stretches them', () => {
    // Towards the far corner of a unit square: equal colours run along the other diagonal.
    const [item] = filled(`<linearGradient id="a" x2="1" y2="1">${stops}</linearGradient>`);
    expect(item).toBe('fill rect 10,10 40×20 linear 10,10 → 26,42 (0 red, 1 cyan)');
  });

  it('takes user units, a transform, and stops from elsewhere', () => {
    expect(
      filled(
        `<linearGradient id="b">${stops}</linearGradient><linearGradient id="a" href="#b" gradientUnits="userSpaceOnUse" x1="0" x2="10" gradientTransform="translate(5) rotate(90)"/>`,
      ),
    ).toEqual(['fill rect 10,10 40×20 linear 5,0 → 5,10 (0 red, 1 cyan)']);
  });

  it('mixes colours straight, whatever their opacity', () => {
    const markup = svg(
      `<linearGradient id="a">${stops}</linearGradient><radialGradient id="b">${stops}</radialGradient>
       <rect width="9" height="9" fill="url(#a)"/><rect width="9" height="9" fill="url(#b)"/>`,
    );
    const painter = createVectorPainter(null, recorder()).onPage('');
    const items = painter.draw(vector(markup), rect(0, 0, 100, 100), {}, null);
    expect(items).toMatchObject([
      { paint: { kind: 'linear', mixing: 'straight' } },
      { paint: { kind: 'radial', mixing: 'straight' } },
    ]);
  });

  it('draws a radial gradient as an upright ellipse', () => {
    expect(filled(`<radialGradient id="a">${stops}</radialGradient>`)).toEqual([
      'fill rect 10,10 40×20 radial 30,20 20×10 (0 red, 1 cyan)',
    ]);
  });

  it('puts a slanted ellipse into a group', () => {
    const slanted =
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="rotate(45) scale(2 1)">';
    const items = filled(`${slanted}${stops}</radialGradient>`);
    expect(items[0]).toBe('group matrix(1.4142 1.4142 -0.7071 0.7071 0 0)');
    expect(items[1]).toContain('radial 0,0 1×1 (0 red, 1 cyan)');
  });

  it('carries end colours outwards, and orders stops', () => {
    expect(
      filled(
        `<linearGradient id="a"><stop offset=".4" stop-color="${red}"/><stop offset=".2" stop-color="${cyan}" stop-opacity=".5"/></linearGradient>`,
      ),
    ).toEqual([
      'fill rect 10,10 40×20 linear 10,10 → 50,10 (0 red, 0.4 red, ' +
        '0.4 device-cmyk(100% 0% 0% 0% / 0.5), 1 device-cmyk(100% 0% 0% 0% / 0.5))',
    ]);
  });

  it('uses the fallback colour where the id leads nowhere', () => {
    const { items, context } = drawAll(svg(`<rect width="1" height="1" fill="url(#x) ${red}"/>`));
    expect(items).toEqual(['fill rect 0,0 1×1 red']);
    expect(context.codes()).toEqual(['error display/svg-reference']);
  });
});

describe('clipPath', () => {
  it('clips in user units or in those of the bounds', () => {
    const clip = (units: string, size: number) =>
      `<clipPath id="c" ${units}><rect width="${size}" height="${size}"/></clipPath><rect x="10" y="10" width="20" height="20" clip-path="url(#c)"/>`;
    expect(draw(clip('', 15))).toEqual([
      'group clip rect 0,0 15×15',
      '  fill rect 10,10 20×20 black',
    ]);
    expect(draw(clip('clipPathUnits="objectBoundingBox"', 0.5))).toEqual([
      'group clip rect 10,10 10×10',
      '  fill rect 10,10 20×20 black',
    ]);
  });

  it('adds shapes that run in opposite directions', () => {
    expect(
      draw(
        '<clipPath id="c"><path d="M0 0v10h10v-10z"/><rect x="5" width="10" height="10"/></clipPath><rect width="20" height="20" clip-path="url(#c)"/>',
      )[0],
    ).toBe('group clip M10,0 L10,10 L0,10 L0,0 Z M5,0 L15,0 L15,10 L5,10 Z');
  });

  it('keeps the holes of the even-odd rule', () => {
    expect(
      draw(
        '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h9v9h-9zM3 3h3v3h-3z"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
      )[0],
    ).toBe('group clip M0,0 L9,0 L9,9 L0,9 Z M3,6 L6,6 L6,3 L3,3 Z');
  });

  it('hides everything where it is empty', () => {
    expect(draw('<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>')).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['<text x="1"/>', 'text'],
    ['<foreignObject width="1" height="1"/>', 'foreignObject'],
    ['<rect width="1" height="1" filter="url(#f)"/>', 'filter'],
  ])('%s', (content, what) => {
    const { context } = drawAll(svg(content));
    expect(context.findings.map(({ code, message }) => [code, message.en])).toEqual([
      [
        'display/svg-unsupported',
        `\`${what}\` in an SVG drawing is not supported and was left out (\`drawing.svg\`)`,
      ],
    ]);
  });

  it('but not what drawing programs note for themselves', () => {
    expect(
      draw('<title/><metadata/><sodipodi:namedview/><rect width="1" height="1"/>'),
    ).toHaveLength(1);
  });
});
