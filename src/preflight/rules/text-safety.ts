import { ptToMm, type Rect } from '../../base/index.ts';
import type { ArtPage } from '../art.ts';
import { excerpt, figure, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Distance from a text's box to the nearest trim edge, pt; negative where it crosses. */
function toTrim({ widthPt, heightPt }: ArtPage, rect: Rect): number {
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  // Text in the slug belongs to the marks.
  if (right <= 0 || bottom <= 0 || rect.x >= widthPt || rect.y >= heightPt)
    return Number.POSITIVE_INFINITY;
  return Math.min(rect.x, rect.y, widthPt - right, heightPt - bottom);
}

export const textSafety: PreflightRule = {
  code: 'preflight/text-safety',
  title: say('text keeps its distance from the trim', 'tekst holder afstand til skærekanten'),
  severity: 'warning',
  source: 'house rule: 3 mm error, 5 mm warning, where the printing house does not say otherwise',
  check(art) {
    const { error: errorMm, warning: warningMm } = art.expected.safetyMm;
    const found = visible(art, 'text')
      .map(({ page, event }) => ({
        page,
        event,
        gap: event.rect ? ptToMm(toTrim(page, event.rect)) : Number.POSITIVE_INFINITY,
      }))
      .filter(({ gap }) => gap < warningMm - 1e-6);
    return worstOfEachPage(
      found,
      ({ gap }) => -gap,
      ({ event, gap }) => {
        const isError = gap < errorMm - 1e-6;
        const limit = isError ? errorMm : warningMm;
        return {
          message: say(
            `\`${excerpt(event)}\` stands ${figure(gap, 'en')} mm from the trim, expected ${limit} mm`,
            `\`${excerpt(event)}\` står ${figure(gap, 'da')} mm fra skærekanten; der skal være mindst ${limit} mm`,
          ),
          severity: isError ? 'error' : 'warning',
          rect: event.rect,
          measured: gap,
          limit,
          unit: 'mm',
        };
      },
    );
  },
};
