/** Whether a page speaks of inks: what decides, where nobody said, if it is for a press. */
import type { Span } from '../base/index.ts';
import { type AuthorColor, processInks } from '../color/index.ts';
import { type StyledDocument, userAgentPath } from '../style/index.ts';
import { createColorFinder } from './color-declarations.ts';
import type { DisplayList } from './item.ts';
import { mapColors } from './map-colors.ts';

/** A declaration that speaks of an ink, and not only of a line or a shade that is black by itself. */
function isWritten({ source, start, end }: Span): boolean {
  const text = source.text.slice(start, end);
  return source.path !== userAgentPath && /device-cmyk\(|var\(|color\(\s*--/i.test(text);
}

/** Black alone is what text has where nothing is said; it counts where its author has written it. */
export function namesInks(list: DisplayList<AuthorColor>, styled: StyledDocument): boolean {
  const declarationOf = createColorFinder(styled);
  const isNamed = (color: AuthorColor): boolean => {
    if (color.space === 'srgb') return false;
    const { c, m, y } = processInks(color);
    if (color.space === 'spot' || c + m + y > 0) return true;
    const declared = declarationOf(color);
    return declared !== undefined && isWritten(declared);
  };
  const known = new Set<AuthorColor>();
  let found = false;
  mapColors(list, (color) => {
    if (!found && !known.has(color)) {
      known.add(color);
      found = isNamed(color);
    }
    return color;
  });
  return found;
}
