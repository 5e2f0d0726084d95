import { mmToPt, ptToMm } from '../../base/index.ts';
import { excerpt, figure, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const limitMm = 3;

export const foldSafety: PreflightRule = {
  code: 'preflight/fold-safety',
  title: say('text keeps its distance from folds', 'tekst holder afstand til false'),
  severity: 'warning',
  source: 'house rule: 3 mm',
  check(art) {
    const found = visible(art, 'text').flatMap(({ page, event }) => {
      const { rect } = event;
      const folds = page.expected?.foldsMm ?? [];
      if (!rect || folds.length === 0) return [];
      const gaps = folds.map((fold) =>
        Math.max(rect.x - mmToPt(fold), mmToPt(fold) - rect.x - rect.width),
      );
      const gap = ptToMm(Math.max(0, Math.min(...gaps)));
      return gap < limitMm - 1e-6 ? [{ page, event, gap }] : [];
    });
    return worstOfEachPage(
      found,
      ({ gap }) => -gap,
      ({ event, gap }) => ({
        message: say(
          `\`${excerpt(event)}\` stands ${figure(gap, 'en')} mm from a fold, expected ${limitMm} mm`,
          `\`${excerpt(event)}\` står ${figure(gap, 'da')} mm fra en fals; der skal være mindst ${limitMm} mm`,
        ),
        rect: event.rect,
        measured: gap,
        limit: limitMm,
        unit: 'mm',
      }),
    );
  },
};
