import { mmToPt, ptToMm } from '../../base/index.ts';
import type { ArtPage } from '../art.ts';
import type { PaintEvent } from '../content/events.ts';
import { figure, hasInk, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const nearPt = mmToPt(0.1);
const farPt = mmToPt(2);

/** The smallest distance at which an object ends inside the trim, pt. */
function margin({ widthPt, heightPt }: ArtPage, { rect }: PaintEvent): number {
  if (!rect) return Number.POSITIVE_INFINITY;
  const sides = [rect.x, rect.y, widthPt - rect.x - rect.width, heightPt - rect.y - rect.height];
  return Math.min(...sides.filter((inside) => inside > nearPt), Number.POSITIVE_INFINITY);
}

export const nearTrim: PreflightRule = {
  code: 'preflight/near-trim',
  title: say(
    'nothing ends so close to the trim that it looks like a cutting error',
    'intet slutter så tæt på skærekanten, at det ligner en skærefejl',
  ),
  severity: 'warning',
  source: 'house rule: 0.1–2 mm inside the trim',
  check(art) {
    const found = visible(art, 'fill', 'stroke', 'picture', 'shading')
      .filter(({ event }) => hasInk(event))
      .map(({ page, event }) => ({ page, event, gap: margin(page, event) }))
      .filter(({ gap }) => gap < farPt);
    return worstOfEachPage(
      found,
      ({ gap }) => -gap,
      ({ event, gap }) => ({
        message: say(
          `an object ends ${figure(ptToMm(gap), 'en')} mm inside the trim; it looks like a cutting error`,
          `et objekt slutter ${figure(ptToMm(gap), 'da')} mm inden for skærekanten; det ligner en skærefejl`,
        ),
        rect: event.rect,
        measured: ptToMm(gap),
        limit: 2,
        unit: 'mm',
      }),
    );
  },
};
