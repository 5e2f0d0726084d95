/** `trykklar folds`: every fold scheme with its panels, drawn flat and folded. */
import type { Language } from '../../base/index.ts';
import { drawFold, type FoldScheme, foldSchemes, type Panel } from '../../folds/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { suggest } from '../suggest.ts';
import { print, type Terminal } from '../terminal.ts';

const words = {
  outside: { en: 'outside', da: 'udvendig' },
  inside: { en: 'inside', da: 'indvendig' },
  folded: { en: 'folded', da: 'falset' },
  read: { en: 'read', da: 'læses' },
  narrower: { en: 'narrower', da: 'smallere' },
} as const;

const legend = {
  en: 'c: the compensation, what a panel that folds in gives up; by the weight of the paper',
  da: 'c: kompensationen, det et panel afgiver, når det falses ind; efter papirets vægt',
};

function selectSchemes(asked: readonly string[]): readonly FoldScheme[] {
  if (asked.length === 0) return [...foldSchemes.values()];
  return asked.map((id) => {
    const scheme = foldSchemes.get(id);
    if (scheme) return scheme;
    const { en, da } = suggest(id, [...foldSchemes.keys()]);
    throw new UsageError(
      `no fold scheme named \`${id}\`; ${en}`,
      `der er ingen fals med navnet \`${id}\`; ${da}`,
    );
  });
}

/** Widths of the outside's cells in characters: in proportion, and wide enough for both sides. */
function cellWidths({ outside, inside }: FoldScheme): readonly number[] {
  return outside.map((panel, index) => {
    const texts = [panel, inside[inside.length - 1 - index] ?? panel].map(cellText);
    const longest = Math.max(...texts.map((text) => text.length));
    return Math.max(longest + 2, Math.round((panel.share ?? 1) * 14));
  });
}

const cellText = ({ role, number }: Panel) => `${number} ${role}`;

function drawSide(panels: readonly Panel[], widths: readonly number[]): string {
  const cells = panels.map((panel, index) => {
    const text = cellText(panel);
    const width = widths[index] ?? 0;
    const before = Math.floor((width - text.length) / 2);
    return text.padStart(before + text.length).padEnd(width);
  });
  return `│${cells.join('┊')}│`;
}

/** `flap2 −2c`: what each panel gives up, c being the compensation. */
function narrowerPanels({ outside }: FoldScheme): readonly string[] {
  return outside.flatMap(({ role, compensations = 0 }) => {
    if (compensations === 0) return [];
    const times = compensations === 1 ? '' : compensations === 0.5 ? '½' : String(compensations);
    return [`${role} −${times}c`];
  });
}

function describe(scheme: FoldScheme, language: Language): string {
  const { outside, inside, readingOrder } = scheme;
  const widths = cellWidths(scheme);
  const narrower = narrowerPanels(scheme);
  const label = (key: keyof typeof words) => words[key][language].padEnd(11);
  const indent = ' '.repeat(11);
  const [firstLine = '', ...otherLines] = drawFold(scheme);
  const rows = [
    `${label('outside')}${drawSide(outside, widths)}`,
    `${label('inside')}${drawSide(inside, widths.toReversed())}`,
    '',
    `${label('folded')}${firstLine}`,
    ...otherLines.map((line) => `${indent}${line}`),
    '',
    `${label('read')}${readingOrder.join(' · ')}`,
    ...(narrower.length > 0 ? [`${label('narrower')}${narrower.join(', ')}`] : []),
  ];
  const lines = rows.map((row) => `  ${row}`.trimEnd());
  return [`${scheme.id}: ${scheme.name[language]}`, '', ...lines, ''].join('\n');
}

function schemeJson(scheme: FoldScheme) {
  const { id, name, outside, inside, folds, front, back, meets, readingOrder, presets } = scheme;
  const panels = outside.map(({ role, number, share, compensations }) => ({
    role,
    number,
    share: share ?? 1,
    compensations: compensations ?? 0,
  }));
  const drawing = drawFold(scheme);
  const { source } = scheme;
  return {
    id,
    name,
    outside: panels,
    inside,
    folds,
    front,
    back,
    meets,
    readingOrder,
    presets,
    source,
    drawing,
  };
}

export function runFolds(asked: readonly string[], terminal: Terminal): ExitCode {
  const schemes = selectSchemes(asked);
  if (terminal.format === 'json') print(JSON.stringify(schemes.map(schemeJson), null, 2));
  else {
    print(schemes.map((scheme) => describe(scheme, terminal.language)).join('\n'));
    if (schemes.some((scheme) => narrowerPanels(scheme).length > 0))
      print(legend[terminal.language]);
  }
  return exitCodes.ok;
}
