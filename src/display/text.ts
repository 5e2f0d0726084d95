/** Text fragments as runs of glyphs on their baselines. */
import type { Point } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { TextFragment } from '../layout/index.ts';
import type { DisplayItem } from './item.ts';
import { withOverprint } from './overprint.ts';

/** The glyphs of a fragment whose top left stands at `at`; nothing where no ink would show. */
export function paintText(fragment: TextFragment, at: Point): readonly DisplayItem<AuthorColor>[] {
  const { run, style, span, hyphenated } = fragment;
  if (style.visibility !== 'visible' || style.color.alpha === 0) return [];
  if (run.glyphs.length === 0) return [];
  const items: readonly DisplayItem<AuthorColor>[] = [
    {
      ...(span ? { span } : {}),
      kind: 'glyphs',
      font: run.font,
      sizePt: run.sizePt,
      x: at.x,
      y: at.y + fragment.baseline,
      glyphs: run.glyphs,
      scaleX: run.scaleX,
      color: style.color,
      hyphenated,
    },
  ];
  return withOverprint(items, style);
}
