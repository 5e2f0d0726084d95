import { mmToPt, ptToMm } from '../../base/index.ts';
import type { ArtPage } from '../art.ts';
import type { PaintEvent } from '../content/events.ts';
import { figure, hasInk, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const tolerancePt = mmToPt(0.1);

/** By how much an object that reaches the trim falls short of the bleed's edge, pt. */
function shortfall(page: ArtPage, { rect }: PaintEvent): number {
  if (!rect) return 0;
  const { bleedRect: bleed, widthPt, heightPt } = page;
  const sides: readonly (readonly [inside: number, short: number])[] = [
    [rect.x, rect.x - bleed.x],
    [rect.y, rect.y - bleed.y],
    [widthPt - rect.x - rect.width, bleed.x + bleed.width - rect.x - rect.width],
    [heightPt - rect.y - rect.height, bleed.y + bleed.height - rect.y - rect.height],
  ];
  const reaching = sides.filter(([inside]) => inside <= tolerancePt).map(([, short]) => short);
  return Math.max(0, ...reaching);
}

/** Marks in the slug lie wholly outside the trim. */
function touchesTrim({ widthPt, heightPt }: ArtPage, { rect }: PaintEvent): boolean {
  if (!rect) return false;
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  return right > 0 && bottom > 0 && rect.x < widthPt && rect.y < heightPt;
}

export const bleedReach: PreflightRule = {
  code: 'preflight/bleed-reach',
  title: say(
    'what reaches the trim goes on to the edge of the bleed',
    'det, der når skærekanten, fortsætter til beskæringens yderkant',
  ),
  severity: 'error',
  source: 'house rule: short by more than 0.1 mm',
  check(art) {
    const found = visible(art, 'fill', 'stroke', 'picture', 'shading').flatMap(
      ({ page, event }) => {
        const short = hasInk(event) && touchesTrim(page, event) ? shortfall(page, event) : 0;
        return short > tolerancePt ? [{ page, event, short }] : [];
      },
    );
    return worstOfEachPage(
      found,
      ({ short }) => short,
      ({ event, short }) => ({
        message: say(
          `an object reaches the trim but ends ${figure(ptToMm(short), 'en')} mm before the edge of the bleed`,
          `et objekt når skærekanten, men slutter ${figure(ptToMm(short), 'da')} mm før beskæringens yderkant`,
        ),
        rect: event.rect,
        measured: ptToMm(short),
        limit: 0.1,
        unit: 'mm',
      }),
    );
  },
};
