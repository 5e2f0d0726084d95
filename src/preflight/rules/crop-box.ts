import { contains } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const cropBox: PreflightRule = {
  code: 'preflight/crop-box',
  title: say('a CropBox, if any, equals the MediaBox', 'en eventuel CropBox er lig med MediaBox'),
  severity: 'error',
  source: 'GWG 2022 R0003',
  check: ({ pages }) =>
    pages.flatMap((page) => {
      const { crop, media } = page.boxes;
      if (!crop || !media) return [];
      if (contains(crop, media, 0.001) && contains(media, crop, 0.001)) return [];
      return [
        {
          message: say(
            'the CropBox differs from the MediaBox',
            'CropBox er forskellig fra MediaBox',
          ),
          page,
        },
      ];
    }),
};
