/** Text fragments as runs of glyphs on their baselines. */
import type { Point } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { TextFragment } from '../layout/index.ts';
import type { DisplayItem, GlyphsItem } from './item.ts';
import { withOverprint } from './overprint.ts';
import { paintTextShadows } from './shadows.ts';

/** The glyphs of a fragment whose top left stands at `at`; nothing where no ink would show. */
export function paintText(fragment: TextFragment, at: Point): readonly DisplayItem<AuthorColor>[] {
  const { run, style, span, hyphenated } = fragment;
  if (style.visibility !== 'visible' || run.glyphs.length === 0) return [];
  const item: GlyphsItem<AuthorColor> = {
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
  };
  const shadows = style.textShadow.length > 0 ? paintTextShadows(item, style) : [];
  return withOverprint(style.color.alpha === 0 ? shadows : [...shadows, item], style);
}
