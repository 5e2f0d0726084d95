import { ptToMm } from '../../base/index.ts';
import { figure } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Rounding in the file, far below what any knife keeps to. */
const toleranceMm = 0.01;

export const pageSize: PreflightRule = {
  code: 'preflight/page-size',
  title: say(
    'each page’s trim box has the size the job asks for',
    'hver sides trimboks har den størrelse, jobbet beder om',
  ),
  severity: 'error',
  source: 'GWG 2022 R0004; house rule',
  check({ pages }) {
    return pages.flatMap((page) => {
      if (!page.expected) return [];
      const { widthMm, heightMm } = page.expected;
      const width = ptToMm(page.widthPt);
      const height = ptToMm(page.heightPt);
      const off = Math.max(Math.abs(width - widthMm), Math.abs(height - heightMm));
      if (off <= toleranceMm) return [];
      const size = (w: number, h: number, language: 'en' | 'da') =>
        `${figure(w, language)} × ${figure(h, language)} mm`;
      const message = say(
        `the trim box is ${size(width, height, 'en')}, expected ${size(widthMm, heightMm, 'en')}`,
        `trimboksen er ${size(width, height, 'da')}; den skal være ${size(widthMm, heightMm, 'da')}`,
      );
      return [{ message, page, measured: off, limit: toleranceMm, unit: 'mm' }];
    });
  },
};
