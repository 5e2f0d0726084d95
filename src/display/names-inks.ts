/** Whether a page speaks of inks: what decides, where nobody said, if it is for a press. */
import type { Source, Span } from '../base/index.ts';
import { type AuthorColor, processInks } from '../color/index.ts';
import { type StyledDocument, userAgentPath } from '../style/index.ts';
import { createColorFinder } from './color-declarations.ts';
import type { DisplayList } from './item.ts';
import { colorsOf } from './map-colors.ts';

const ink = /device-cmyk\(|color\(\s*--/i;

function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/var\(\s*(--[^\s,)]+)/gi)].flatMap(([, name]) => name ?? []);
}

/** What sheets give a custom property; null where none of them does. */
function valuesOf(name: string, sheets: readonly string[]): readonly string[] | null {
  const escaped = name.replace(/[^\w-]/g, '\\$&');
  const given = new RegExp(
    `(?:^|[\\s;{"'])${escaped}\\s*:([^;}]*)|@property\\s+${escaped}\\s*\\{([^}]*)`,
    'g',
  );
  const values = sheets.flatMap((sheet) =>
    [...sheet.matchAll(given)].map(([, value, rule]) => value ?? rule ?? ''),
  );
  return values.length > 0 ? values : null;
}

/**
 * Whether a text speaks of an ink, itself or by custom properties as the sheets give them. A property
 * that none gives has no value, and its user what it would have without, unless it is imported.
 */
function speaksOfInk(text: string, sheets: readonly string[], seen = new Set<string>()): boolean {
  if (ink.test(text)) return true;
  return variablesIn(text).some((name) => {
    if (seen.has(name)) return false;
    seen.add(name);
    const values = valuesOf(name, sheets);
    if (!values) return sheets.some((sheet) => /@import\b/i.test(sheet));
    return values.some((value) => speaksOfInk(value, sheets, seen));
  });
}

/** A declaration of an author's that speaks of an ink, and not only of a line that is black by itself. */
function isWritten({ source, start, end }: Span, sheets: readonly Source[]): boolean {
  if (source.path === userAgentPath) return false;
  const texts = [...new Set([source, ...sheets])].map(({ text }) => text);
  return speaksOfInk(source.text.slice(start, end), texts);
}

/** Black alone is what text has where nothing is said; it counts where its author has written it. */
export function namesInks(list: DisplayList<AuthorColor>, styled: StyledDocument): boolean {
  const declarationOf = createColorFinder(styled);
  const isNamed = (color: AuthorColor): boolean => {
    if (color.space === 'srgb') return false;
    const { c, m, y } = processInks(color);
    if (color.space === 'spot' || c + m + y > 0) return true;
    const declared = declarationOf(color);
    return declared !== undefined && isWritten(declared, styled.document.sheets);
  };
  const known = new Set<AuthorColor>();
  for (const { color } of colorsOf(list)) {
    if (known.has(color)) continue;
    known.add(color);
    if (isNamed(color)) return true;
  }
  return false;
}
