/** Messages of the baseline grid. */
import { type Finding, hint, problem } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import { nameOf } from './problems.ts';

/**
 * `layout/off-grid-line`: `away` in pt, downwards positive; `more` elements of the same place in
 * the template are off it, too, by no more than that.
 */
export function offGridLine(
  page: string,
  element: ElementNode | null,
  away: number,
  more: number,
): Finding {
  const also = more > 0 && {
    en: `; ${more} more from this place are off it`,
    da: `; ${more} mere herfra følger det heller ikke`,
  };
  const name = `\`${nameOf(element)}\``;
  const far = Math.round(Math.abs(away) * 100) / 100;
  return {
    ...problem(
      'warning',
      'layout/off-grid-line',
      {
        en: `a line of ${name} is ${far} pt ${away > 0 ? 'below' : 'above'} the baseline grid${also ? also.en : ''}`,
        da: `en linje i ${name} står ${String(far).replace('.', ',')} pt ${away > 0 ? 'under' : 'over'} grundlinjenettet${also ? also.da : ''}`,
      },
      {
        span: element?.span,
        hints: [
          hint(
            'give its heights and margins multiples of the grid, or take it off the grid with `line-snap: none`',
            'lad højder og margener være hele trin i nettet, eller tag det ud af nettet med `line-snap: none`',
          ),
        ],
      },
    ),
    page,
    measured: far,
    limit: 0.01,
    unit: 'pt',
  };
}
