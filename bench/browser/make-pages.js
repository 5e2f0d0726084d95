/**
 * Composite pages for a look beside a browser: each mixes a few painted features. Written as data,
 * so that a feature is one line.
 */
const gradient = 'linear-gradient(135deg, #e33, #33e)';
const photo =
  'radial-gradient(circle at 30% 30%, #fff8, transparent 40%), conic-gradient(#c63, #fc6, #396, #36c, #c63)';

/** Style of a box, and what is in it, a page of boxes a line. */
const pages = {
  'several-backgrounds': [
    [`background: radial-gradient(circle, #fff 30%, transparent 30%) 0 0 / 20px 20px, ${gradient}`],
    [`background: ${gradient} no-repeat center / 50% 50%, #ddd`],
    [
      'background: linear-gradient(#08c, #08c) content-box, #fc6; padding: 15px; width: 50px; height: 40px',
    ],
    ['background: repeating-linear-gradient(45deg, #222 0 6px, #fc6 6px 12px)'],
    ['background: repeating-radial-gradient(circle at 0 0, #fff 0 5px, #c36 5px 10px)'],
    ['background: linear-gradient(to top right, #fff, #000)'],
  ],
  'background-places': [
    ['background: linear-gradient(#c00, #c00) right 5px bottom 10px / 20px 20px no-repeat #eee'],
    ['background: linear-gradient(#c00, #c00) 0 0 / 18px 14px space, #eee'],
    ['background: linear-gradient(45deg, #c00 50%, #fff 50%) 0 0 / 18px 14px round'],
    ['background: linear-gradient(45deg, #00c 50%, #fff 50%) 50% / 30px repeat-x #ddd'],
    [
      'background: #396; background-clip: padding-box; border: 8px dashed #c63; width: 64px; height: 54px',
    ],
    ['background: radial-gradient(closest-side at 40px 30px, #fc0, #c00 90%, #eee)'],
  ],
  borders: [
    ['border: 6px solid; border-color: #c00 #0a0 #00c #fc0; width: 68px; height: 58px'],
    ['border: 9px double #36c; width: 62px; height: 52px'],
    ['border: 8px ridge #c96; width: 64px; height: 54px'],
    ['border: 8px groove #6c9; width: 64px; height: 54px'],
    [
      'border-style: solid; border-width: 20px 40px; border-color: #c00 #0a0 #00c #fc0; width: 0; height: 30px',
    ],
    ['border: 5px dotted #c06; width: 70px; height: 60px'],
  ],
  radii: [
    [`border-radius: 20px; background: ${gradient}`],
    [
      `border-radius: 50% / 20%; background: ${gradient}; border: 5px solid #222; width: 70px; height: 60px`,
    ],
    [
      'border-radius: 40px 0 20px 5px; background: #fc6; border: 10px solid #c63; width: 60px; height: 50px',
    ],
    ['border-radius: 30px; border: 8px double #36c; width: 64px; height: 54px'],
    [
      'border-radius: 999px; overflow: hidden',
      `<i style="width: 80px; height: 30px; background: #c06"></i>`,
    ],
    [
      'border-radius: 25px; border-top: 12px solid #c00; border-left: 3px solid #00c; width: 77px; height: 58px',
    ],
  ],
  'outer-shadows': [
    ['box-shadow: 4px 4px 8px #0008; background: #fff'],
    ['box-shadow: 0 0 0 5px #c00, 0 0 0 10px #fc0; background: #fff'],
    ['box-shadow: -6px 8px 12px -4px #036; background: #9cf; border-radius: 15px'],
    ['box-shadow: 0 10px 20px #c063; background: none; border: 1px solid #c06'],
    ['box-shadow: 3px 3px #000; background: #fc6; rotate: 10deg'],
    ['box-shadow: 0 0 15px 5px #6c6; border-radius: 50%; background: #fff'],
  ],
  'inner-shadows': [
    ['box-shadow: inset 0 0 10px #000; background: #fff'],
    ['box-shadow: inset 10px 0 #c00, inset -10px 0 #00c; background: #eee'],
    ['box-shadow: inset 0 5px 10px -2px #0009; background: #fc6; border-radius: 20px'],
    [
      'box-shadow: inset 0 0 0 6px #396; background: #fff; border: 4px dashed #000; width: 72px; height: 62px',
    ],
    ['box-shadow: inset 0 -20px 20px -10px #c06; background: #fff; border-radius: 50%'],
    ['box-shadow: inset 0 0 20px #36c, 0 0 10px #36c; background: #fff'],
  ],
  shapes: [
    [`background: ${photo}; clip-path: circle(35px at 40px 35px)`],
    [
      `background: ${photo}; clip-path: polygon(evenodd, 50% 0, 80% 100%, 0 35%, 100% 35%, 20% 100%)`,
    ],
    [`background: ${photo}; clip-path: inset(5px round 30px 0)`],
    [`background: ${photo}; clip-path: ellipse(closest-side farthest-side)`],
    [`background: ${photo}; clip-path: path("M40 70 C-40 20 20 -20 40 20 C60 -20 120 20 40 70Z")`],
    [`background: ${photo}; clip-path: xywh(10px 5px 50px 50px round 50%)`],
  ],
  masks: [
    [`background: ${photo}; mask: linear-gradient(#000, transparent)`],
    [`background: ${photo}; mask: radial-gradient(circle, #000 60%, transparent 61%)`],
    [
      `background: ${photo}; mask: repeating-linear-gradient(90deg, #000 0 8px, transparent 8px 14px)`,
    ],
    [`background: ${photo}; mask: linear-gradient(#000 0 0) 50% / 40px 30px no-repeat`],
    [`background: ${photo}; mask-image: linear-gradient(white, black); mask-mode: luminance`],
    [`background: ${photo}; mask: conic-gradient(#000, transparent); opacity: .8`],
  ],
  opacity: [
    ['background: #c00; opacity: .5', '<i style="background: #00c; left: 20px; top: 20px"></i>'],
    ['background: rgb(0 128 0 / .5); box-shadow: 5px 5px rgb(0 0 0 / .3)'],
    ['background: #fc0; opacity: .7', '<i style="background: #036; left: 30px; opacity: .5"></i>'],
    ['border: 15px solid rgb(200 0 0 / .5); background: #9cf; width: 50px; height: 40px'],
    [`background: ${gradient}; opacity: .3; border-radius: 20px`],
    [
      'background: #ccc',
      '<i style="background: #c06; opacity: .4; scale: 1.5; left: 20px; top: 20px"></i>',
    ],
  ],
  transforms: [
    [`background: ${gradient}; transform: rotate(20deg)`],
    [`background: ${gradient}; transform: skew(15deg, 5deg)`],
    [`background: ${gradient}; transform: scale(.5) translate(40px, 20px)`],
    [`background: ${gradient}; transform-origin: 0 0; rotate: 15deg`],
    [
      'background: #fc6; transform: rotate(-10deg)',
      '<i style="background: #036; transform: rotate(30deg); left: 20px; top: 20px"></i>',
    ],
    [`background: ${gradient}; transform: matrix(.8, .2, -.3, .9, 5, 5)`],
  ],
  stacking: [
    [
      'background: #ddd',
      '<i style="background: #c00; z-index: 1"></i><i style="background: #00c; left: 15px; top: 15px"></i>',
    ],
    [
      'background: #ddd; z-index: 0',
      '<i style="background: #c00; z-index: -1; left: -8px; top: -8px"></i>',
    ],
    ['background: none', '<i style="background: #c00; z-index: -1; left: -8px"></i>Bag'],
    [
      'background: #9c6',
      '<i style="background: #c00; left: 20px"></i><b style="background: #fc0">Tekst</b>',
    ],
    [
      'background: #ddd; overflow: hidden',
      '<i style="background: #c00; left: 50px; top: 40px"></i>',
    ],
    [
      'background: #ddd; overflow: clip; border-radius: 30px',
      '<i style="background: #06c; left: -10px; top: -10px"></i>',
    ],
  ],
  outlines: [
    ['outline: 4px solid #c00; background: #fff'],
    ['outline: 3px solid #06c; outline-offset: 5px; background: #fc6; border-radius: 10px'],
    ['outline: 6px double #080; background: #fff; outline-offset: -10px'],
    ['outline: 8px ridge #c96; background: #fff'],
    [
      'background: #ddd',
      '<b style="outline: 2px solid #c06">Ord</b> og <b style="outline: 2px solid #06c">ord</b>',
    ],
    ['outline: 4px solid #0006; background: #fff; rotate: 8deg'],
  ],
};

for (const [name, list] of Object.entries({
  'blends-1': ['multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge'],
  'blends-2': ['color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue'],
  'blends-3': ['saturation', 'color', 'luminosity', 'multiply', 'screen', 'difference'],
}))
  pages[name] = list.map((mode) => [
    `background: ${gradient}`,
    `<i style="background: linear-gradient(#fc3, #396); left: 20px; top: 20px; mix-blend-mode: ${mode}"></i>`,
  ]);
pages['background-blends'] = [
  'multiply',
  'screen',
  'difference',
  'overlay',
  'color',
  'exclusion',
].map((mode) => [
  `background: linear-gradient(90deg, #f63, #36f), linear-gradient(#fff, #000) #6c6; background-blend-mode: ${mode}`,
]);
pages.isolation = ['auto', 'isolate', 'auto', 'isolate', 'auto', 'isolate'].map((value, index) => [
  `background: #fc6; ${index > 1 ? 'border-radius: 20px; overflow: hidden;' : ''} ${index > 3 ? 'opacity: .8' : ''}`,
  `<i style="isolation: ${value}"><i style="background: #06c; left: 10px; top: 10px; mix-blend-mode: multiply"></i></i>`,
]);
const text = (style) => [
  `background: none; font: bold 26px/34px "DejaVu Sans"; width: 120px; ${style}`,
  'Skrift gjy',
];
pages.decorations = [
  'underline',
  'overline',
  'line-through',
  'underline wavy #c00',
  'underline dotted 4px',
  'underline double #06c',
].map((value) =>
  text(`text-decoration: ${value}; text-decoration-skip-ink: none; font-weight: normal`),
);
pages['text-shadows'] = [
  '2px 2px #f90',
  '0 0 6px #06c',
  '1px 1px #fff, 2px 2px #000',
  '0 4px 4px #0008',
  '-3px 0 #f00a, 3px 0 #0ffa',
  '0 0 2px #c00, 0 0 10px #fc0',
].map((value) => text(`text-shadow: ${value}; color: #036`));
pages['letters-of-paint'] = [
  gradient,
  'repeating-linear-gradient(45deg, #c00 0 4px, #fc0 4px 8px)',
  photo,
  '#396',
  'linear-gradient(90deg, #c06, #06c)',
  'conic-gradient(red, lime, blue, red)',
].map((value) => text(`background: ${value}; background-clip: text; color: transparent`));
const conic = (value) => [`background: ${value}`];
pages.conics = [
  conic('conic-gradient(from 45deg at 30% 70%, #c00, #fc0, #396, #c00)'),
  conic('repeating-conic-gradient(#222 0 15deg, #fc6 0 30deg)'),
  conic('conic-gradient(#0000, #06c)'),
  conic('conic-gradient(#c00 90deg, #fc0 0 180deg, #396 0 270deg, #06c 0)'),
  [`background: conic-gradient(red, yellow, lime, aqua, blue, magenta, red); border-radius: 50%`],
  conic('conic-gradient(at 100% 100%, #fff, #036)'),
];
const svg = (content) => [
  'background: none',
  `<svg width="80" height="70" viewBox="0 0 80 70">${content}</svg>`,
];
pages['svg-strokes'] = [
  svg(
    '<path d="M10 60 L40 10 L70 60" fill="none" stroke="#c00" stroke-width="10" stroke-linejoin="round" stroke-linecap="round"/>',
  ),
  svg(
    '<path d="M10 60 L40 10 L70 60" fill="none" stroke="#06c" stroke-width="10" stroke-linejoin="bevel" stroke-dasharray="20 8"/>',
  ),
  svg(
    '<rect x="10" y="10" width="60" height="50" rx="15" fill="#fc6" stroke="#000" stroke-width="4" transform="rotate(10 40 35)"/>',
  ),
  svg(
    '<path d="M10 35 A30 20 0 1 1 70 35 A30 20 0 0 1 10 35 Z M25 35 a15 10 0 1 0 30 0 a15 10 0 1 0 -30 0" fill="#396" fill-rule="evenodd"/>',
  ),
  svg(
    '<g opacity=".5"><circle cx="30" cy="35" r="25" fill="#c00"/><circle cx="50" cy="35" r="25" fill="#00c"/></g>',
  ),
  svg(
    '<path d="M5 5 q30 60 60 0 t10 50" fill="none" stroke="#c06" stroke-width="3" stroke-opacity=".6"/>',
  ),
];
pages['svg-paints'] = [
  svg(
    '<linearGradient id="a" gradientTransform="rotate(30)"><stop stop-color="#c00"/><stop offset="1" stop-color="#fc0" stop-opacity=".3"/></linearGradient><rect width="80" height="70" fill="url(#a)"/>',
  ),
  svg(
    '<radialGradient id="b" fx=".2" fy=".3"><stop stop-color="#fff"/><stop offset="1" stop-color="#036"/></radialGradient><circle cx="40" cy="35" r="32" fill="url(#b)"/>',
  ),
  svg(
    '<pattern id="c" width="12" height="12" patternUnits="userSpaceOnUse"><circle cx="6" cy="6" r="4" fill="#c06"/></pattern><ellipse cx="40" cy="35" rx="38" ry="30" fill="url(#c)" stroke="#000"/>',
  ),
  svg(
    '<clipPath id="d"><circle cx="30" cy="35" r="25"/><rect x="40" y="20" width="35" height="30"/></clipPath><rect width="80" height="70" fill="#06c" clip-path="url(#d)"/>',
  ),
  svg(
    '<mask id="e"><rect width="80" height="70" fill="url(#f)"/></mask><linearGradient id="f"><stop stop-color="#fff"/><stop offset="1"/></linearGradient><rect width="80" height="70" fill="#080" mask="url(#e)"/>',
  ),
  svg(
    '<marker id="g" orient="auto" markerWidth="5" markerHeight="5" refX="2.5" refY="2.5"><path d="M0 0L5 2.5L0 5Z" fill="#c00"/></marker><path d="M10 60 L40 20 L70 60" fill="none" stroke="#222" stroke-width="2" marker-mid="url(#g)" marker-end="url(#g)"/>',
  ),
];
pages['svg-structure'] = [
  svg(
    '<defs><g id="h"><rect width="20" height="20" fill="inherit"/></g></defs><use href="#h" x="5" y="5" fill="#c00"/><use href="#h" x="35" y="30" fill="#06c" transform="rotate(15 45 40)"/>',
  ),
  svg(
    '<symbol id="i" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol><use href="#i" width="60" height="30" fill="#396"/><use href="#i" x="40" y="30" width="40" height="40" fill="#fc0"/>',
  ),
  svg(
    '<svg x="10" y="10" width="60" height="50" viewBox="0 0 10 10" preserveAspectRatio="none"><circle cx="5" cy="5" r="5" fill="#c06"/></svg>',
  ),
  svg(
    '<style>.j { fill: #06c; stroke: #c00; stroke-width: 3 }</style><polygon class="j" points="40,5 75,60 5,60"/>',
  ),
  svg(
    '<text x="40" y="40" text-anchor="middle" font-family="DejaVu Sans" font-size="22" fill="#036">Tegn</text>',
  ),
  svg(
    '<switch><rect width="30" height="60" fill="#999"/></switch><line x1="40" y1="5" x2="75" y2="65" stroke="#000" stroke-width="5"/>',
  ),
];

const line = 'width: 60px; height: 50px; border: 10px solid #c63;';
pages['border-images'] = [
  [`${line} border-image: linear-gradient(135deg, #c00, #06c) 1`],
  [`${line} border-image: repeating-linear-gradient(45deg, #222 0 4px, #fc6 4px 8px) 10`],
  [`${line} border-image: conic-gradient(#c00, #fc0, #396, #c00) 20 / 10px / 5px`],
  [`${line} border-image: linear-gradient(90deg, #c00 50%, #06c 0) 10 fill`],
  [`${line} border-image: radial-gradient(#fff, #036) 15 / 20px round`],
  [`${line} border-image: linear-gradient(#396, #fc0) 30% / 1 2 space`],
];
pages['gradient-mixing'] = [
  ['background: linear-gradient(90deg, #c00, 20%, #06c)'],
  ['background: linear-gradient(90deg in oklab, #c00, #06c)'],
  ['background: linear-gradient(90deg in hsl longer hue, #c00, #06c)'],
  ['background: radial-gradient(circle in oklch, #fc0, #06c)'],
  ['background: conic-gradient(in hsl, #c00, 70%, #06c)'],
  ['background: linear-gradient(45deg, #396 20%, #fc0 20% 40%, #c06 40% 60%, #06c 60%)'],
];
pages['mask-composites'] = ['add', 'subtract', 'intersect', 'exclude', 'add', 'exclude'].map(
  (way, index) => [
    `background: ${photo}; mask: ${index < 4 ? 'linear-gradient(#000 0 0)' : 'radial-gradient(#000, transparent)'} 0 0 / 55px 50px no-repeat, linear-gradient(#000 0 0) 25px 20px / 55px 50px no-repeat; mask-composite: ${way}`,
  ],
);
pages['turns-in-space'] = [
  'rotateX(60deg)',
  'rotateY(40deg) rotate(10deg)',
  'rotate3d(1, 1, 0, 50deg)',
  'rotateY(180deg)',
  'matrix3d(.8, .2, 0, 0, -.2, .7, 0, 0, 0, 0, 1, 0, 5, 5, 3, 1)',
  'translateZ(10px) rotateX(30deg) scale3d(.8, 1.2, 2)',
].map((value) => [`background: ${gradient}; transform: ${value}`]);
pages['dashed-lines'] = [
  ['border: 4px dashed #c00; width: 72px; height: 62px'],
  ['border: 1px dashed #036; width: 78px; height: 68px'],
  ['border: 10px dashed #396; width: 60px; height: 50px'],
  ['border: 6px dotted #c06; border-radius: 20px; width: 68px; height: 58px'],
  ['border-top: 8px dashed #06c; border-bottom: 3px dotted #000'],
  ['outline: 3px dashed #c63; outline-offset: 4px; background: #eee'],
];
pages.clips = [
  [`background: ${photo}; clip: rect(10px, 70px, 50px, 20px)`],
  [
    `background: ${photo}; clip-path: polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, 25% 25%, 75% 25%, 75% 75%, 25% 75%, 25% 25%)`,
  ],
  [`background: ${photo}; clip-path: path(evenodd, 'M0 0H80V70H0ZM20 20H60V50H20Z')`],
  [
    `background: ${photo}; clip-path: circle(40%) content-box; padding: 10px; width: 60px; height: 50px`,
  ],
  [`background: ${photo}; clip: rect(auto, 60px, auto, auto)`],
  [`background: ${photo}; clip-path: inset(10% 20% round 10px / 20px); rotate: 10deg`],
];

const size = { width: 400, height: 240 };

/** Each page as a document of its own. */
export function browserPages() {
  return Object.entries(pages).map(([name, boxes]) => {
    const body = boxes.map(([style, content = ''], index) => {
      const place = `left: ${25 + 130 * (index % 3)}px; top: ${20 + 110 * Math.floor(index / 3)}px`;
      return `<div style="${place}; ${style.replaceAll('"', "'")}">${content}</div>`;
    });
    const css = `@page { size: ${size.width}px ${size.height}px; margin: 0 }
      body { margin: 0; font: 16px/20px "DejaVu Sans" }
      div { position: absolute; width: 80px; height: 70px }
      i { position: absolute; display: block; width: 60px; height: 50px }`;
    const html = `<!DOCTYPE html><html lang="da"><head><title>${name}</title><style>${css}</style></head><body>${body.join('\n')}</body></html>`;
    return { name, html, ...size };
  });
}
