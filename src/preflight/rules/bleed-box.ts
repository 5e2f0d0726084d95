import { ptToMm } from '../../base/index.ts';
import { bleedPt } from '../art.ts';
import { figure } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const toleranceMm = 0.01;

export const bleedBox: PreflightRule = {
  code: 'preflight/bleed-box',
  title: say(
    'each page has a BleedBox as large as the job’s bleed',
    'hver side har en BleedBox så stor som jobbets beskæring',
  ),
  severity: 'error',
  source: 'house rule; ISO 32000-1 §14.11.2',
  check(art) {
    const wanted = bleedPt(art);
    return art.pages.flatMap((page) => {
      const { bleedRect: rect, widthPt, heightPt } = page;
      if (!page.boxes.bleed)
        return [{ message: say('the page has no BleedBox', 'siden har ingen BleedBox'), page }];
      const short = Math.max(
        wanted.top + rect.y,
        wanted.left + rect.x,
        wanted.right - (rect.x + rect.width - widthPt),
        wanted.bottom - (rect.y + rect.height - heightPt),
      );
      if (ptToMm(short) <= toleranceMm) return [];
      const message = say(
        `the BleedBox is ${figure(ptToMm(short), 'en')} mm smaller than the job’s bleed`,
        `BleedBox er ${figure(ptToMm(short), 'da')} mm mindre end jobbets beskæring`,
      );
      return [{ message, page, measured: ptToMm(short), limit: 0, unit: 'mm' }];
    });
  },
};
