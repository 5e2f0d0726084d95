import { as, numberOf, type PdfDictionary } from '../../pdf/index.ts';
import { type Art, nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

const intents: ReadonlySet<string> = new Set([
  'AbsoluteColorimetric',
  'RelativeColorimetric',
  'Perceptual',
  'Saturation',
]);

/** The entry of a graphics state dictionary (ISO 32000-1 table 58) that is not allowed. */
function wrongEntry({ file }: Art, state: PdfDictionary): string | null {
  const { entries } = state;
  if (entries.has('TR') || entries.has('HTP')) return entries.has('TR') ? 'TR' : 'HTP';
  if (entries.has('TR2') && nameEntry(file, state, 'TR2') !== 'Default') return 'TR2';
  const halftone = file.entry(state, 'HT', 'dictionary');
  const type = halftone && numberOf(file.resolve(halftone.entries.get('HalftoneType')));
  if (type !== null && type !== 1 && type !== 5) return 'HT';
  const intent = nameEntry(file, state, 'RI');
  return intent !== null && !intents.has(intent) ? 'RI' : null;
}

export const graphicsState: PreflightRule = {
  code: 'preflight/graphics-state',
  title: say(
    'no transfer curves, special halftones or unknown rendering intents',
    'ingen overføringskurver, særlige rastre eller ukendte gengivelseshensigter',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, graphics state',
  check(art) {
    const { file } = art;
    const states = new Set<PdfDictionary>();
    for (const { dictionary } of art.dictionaries) {
      const list = file.entry(dictionary, 'ExtGState', 'dictionary');
      for (const value of list?.entries.values() ?? []) {
        const state = as(file.resolve(value), 'dictionary');
        if (state) states.add(state);
      }
    }
    return [...states].flatMap((state) => {
      const key = wrongEntry(art, state);
      if (key === null) return [];
      const message = say(
        `a graphics state sets \`/${key}\`, which belongs to the press`,
        `en grafiktilstand sætter \`/${key}\`, som er trykkeriets sag`,
      );
      return [{ message }];
    });
  },
};
