import { visible } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const errorPpi = 149;
const warningPpi = 224;
/** Pictures no larger than this on both sides are specks of a larger drawing. */
const speckPx = 16;

export const pictureResolution: PreflightRule = {
  code: 'preflight/picture-resolution',
  title: say(
    'pictures have more than 224 ppi at their printed size',
    'billeder har mere end 224 ppi i trykt størrelse',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0031',
  check: (art) =>
    visible(art, 'picture').flatMap(({ page, event }) => {
      const { ppi, widthPx, heightPx } = event;
      const isSpeck = widthPx <= speckPx && heightPx <= speckPx;
      if (event.bitsPerComponent === 1 || isSpeck || ppi > warningPpi) return [];
      const isError = ppi <= errorPpi;
      const limit = isError ? errorPpi : warningPpi;
      const message = say(
        `a picture of ${widthPx} × ${heightPx} pixels has ${Math.round(ppi)} ppi, expected more than ${limit}`,
        `et billede på ${widthPx} × ${heightPx} pixel har ${Math.round(ppi)} ppi; det skal have mere end ${limit}`,
      );
      const severity = isError ? 'error' : 'warning';
      return [{ message, severity, page, rect: event.rect, measured: ppi, limit, unit: 'ppi' }];
    }),
};
