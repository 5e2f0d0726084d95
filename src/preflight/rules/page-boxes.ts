import type { Rect } from '../../base/index.ts';
import type { ArtPage } from '../art.ts';
import { contains } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Rounding of numbers in the file, pt. */
const tolerancePt = 0.001;

function fault({ boxes }: ArtPage): readonly [en: string, da: string] | null {
  const { media, bleed, trim, art } = boxes;
  const lies = (outer: Rect | null, inner: Rect | null) =>
    !outer || !inner || contains(outer, inner, tolerancePt);
  if (!media) return ['the page has no MediaBox', 'siden har ingen MediaBox'];
  if (trim && art)
    return ['the page has a TrimBox and an ArtBox', 'siden har både TrimBox og ArtBox'];
  if (!trim) return ['the page has no TrimBox', 'siden har ingen TrimBox'];
  if (!lies(bleed ?? media, trim))
    return ['the TrimBox reaches beyond the BleedBox', 'TrimBox rækker ud over BleedBox'];
  if (!lies(media, bleed))
    return ['the BleedBox reaches beyond the MediaBox', 'BleedBox rækker ud over MediaBox'];
  return null;
}

export const pageBoxes: PreflightRule = {
  code: 'preflight/page-boxes',
  title: say(
    'each page has a TrimBox, no ArtBox, and its boxes lie in each other',
    'hver side har en TrimBox og ingen ArtBox, og boksene ligger i hinanden',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, page boxes; ISO 32000-1 §14.11.2',
  check: ({ pages }) =>
    pages.flatMap((page) => {
      const words = fault(page);
      return words ? [{ message: say(...words), page }] : [];
    }),
};
