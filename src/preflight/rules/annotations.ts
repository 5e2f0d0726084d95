import type { Rect } from '../../base/index.ts';
import { as, readRectangle } from '../../pdf/index.ts';
import { nameEntry } from '../art.ts';
import { intersect } from '../content/state.ts';
import { type PreflightRule, say } from '../rule.ts';

function meets(a: Rect | null, b: Rect | null): boolean {
  const shared = intersect(a, b);
  return shared !== null && shared.width > 0 && shared.height > 0;
}

export const annotations: PreflightRule = {
  code: 'preflight/annotations',
  title: say(
    'annotations stand outside the bleed only',
    'annotationer står kun uden for beskæringen',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, annotations',
  check({ file, pages }) {
    return pages.flatMap((page) => {
      const annots = file.entry(page.dictionary, 'Annots', 'array')?.items ?? [];
      const area = page.boxes.bleed ?? page.boxes.trim ?? page.boxes.media;
      return annots.flatMap((item) => {
        const annotation = as(file.resolve(item), 'dictionary');
        if (!annotation) return [];
        if (!meets(readRectangle(file, annotation.entries.get('Rect')), area)) return [];
        const kind = nameEntry(file, annotation, 'Subtype') ?? '';
        const message = say(
          `an annotation (\`${kind}\`) lies inside the bleed`,
          `en annotation (\`${kind}\`) ligger inden for beskæringen`,
        );
        return [{ message, page }];
      });
    });
  },
};
