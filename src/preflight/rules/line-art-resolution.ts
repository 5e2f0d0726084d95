import { visible } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const errorPpi = 549;
const warningPpi = 799;

export const lineArtResolution: PreflightRule = {
  code: 'preflight/line-art-resolution',
  title: say(
    'one-bit pictures have more than 799 ppi at their printed size',
    'billeder i ren sort/hvid har mere end 799 ppi i trykt størrelse',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0032',
  check: (art) =>
    visible(art, 'picture').flatMap(({ page, event }) => {
      const { ppi } = event;
      if (event.bitsPerComponent !== 1 || ppi > warningPpi) return [];
      const isError = ppi <= errorPpi;
      const limit = isError ? errorPpi : warningPpi;
      const message = say(
        `a one-bit picture has ${Math.round(ppi)} ppi, expected more than ${limit}`,
        `et billede i ren sort/hvid har ${Math.round(ppi)} ppi; det skal have mere end ${limit}`,
      );
      const severity = isError ? 'error' : 'warning';
      return [{ message, severity, page, rect: event.rect, measured: ppi, limit, unit: 'ppi' }];
    }),
};
