/** Whether what margin boxes repeat of pages (css-gcpm-3 §1–2) is there to be repeated. */
import { nearest } from '../base/index.ts';
import type { MarginBoxStyle } from '../style/index.ts';
import type { PageNames } from './page-strings.ts';
import { unsetName } from './problems-margins.ts';
import type { LayoutContext } from './space.ts';

/** Reports `layout/unset-name` once for each name that is asked for in vain. */
export function checkMarginNames(
  boxes: Iterable<MarginBoxStyle>,
  names: PageNames,
  { report }: LayoutContext,
): void {
  const told = new Set<string>();
  for (const { style, span } of boxes) {
    if (typeof style.content === 'string') continue;
    for (const item of style.content) {
      if (item.kind !== 'string' && item.kind !== 'element') continue;
      const { kind, name } = item;
      if (names[kind].has(name) || told.has(`${kind} ${name}`)) continue;
      told.add(`${kind} ${name}`);
      report(unsetName(kind, name, nearest(name, [...names[kind]]), span));
    }
  }
}
