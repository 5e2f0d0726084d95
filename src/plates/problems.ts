/** What the plates say of a file, in English and in Danish. */
import {
  type Diagnostic,
  type Finding,
  type Hint,
  hint,
  listed,
  type Message,
  problem,
} from '../base/index.ts';
import { damageWords, pagesText } from '../impose/index.ts';
import type { PaintEvent } from '../preflight/index.ts';
import type { PictureFile } from './judge-ink.ts';
import type { InkSpot } from './measure-ink.ts';
import type { Omission } from './plate-work.ts';

function whole(value: number): number {
  return Math.round(value);
}

function millimetres(pt: number): number {
  return Math.round((pt * 25.4) / 72);
}

function excerpt(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words;
}

/** A mark in words; `source` is the picture's file where it is known. */
function markWords(event: PaintEvent | undefined, source: PictureFile | null): Message {
  if (!event) return { en: 'the page', da: 'siden' };
  switch (event.kind) {
    case 'picture':
      return source
        ? { en: `the picture \`${source.path}\``, da: `billedet \`${source.path}\`` }
        : {
            en: `a picture of ${event.widthPx} × ${event.heightPx} pixels`,
            da: `et billede på ${event.widthPx} × ${event.heightPx} pixels`,
          };
    case 'text':
      return {
        en: `the text \`${excerpt(event.text)}\``,
        da: `teksten \`${excerpt(event.text)}\``,
      };
    case 'stroke':
      return { en: 'a line', da: 'en streg' };
    case 'shading':
      return { en: 'a gradient', da: 'en farveovergang' };
    case 'fill':
      return { en: 'an area of colour', da: 'en farveflade' };
  }
}

function hintsFor(event: PaintEvent | undefined): readonly Hint[] {
  if (event?.kind === 'picture')
    return [
      hint(
        'bring the picture under the limit: `tac: fit` in the job, or convert it anew from RGB',
        'bring billedet under grænsen: `tac: fit` i jobbet, eller konvertér det igen fra RGB',
      ),
    ];
  return [hint('use less ink in the colours there', 'brug mindre farve i farverne dér')];
}

/** A place with more ink than the printing condition takes. */
export interface TooMuchInk {
  readonly page: string;
  readonly spot: InkSpot;
  readonly limit: number;
  readonly event: PaintEvent | undefined;
  /** The picture's file, where the mark is a picture and it is known. */
  readonly source: PictureFile | null;
}

function place({ rect }: InkSpot): Message {
  const [x, y] = [millimetres(rect.x + rect.width / 2), millimetres(rect.y + rect.height / 2)];
  return {
    en: `${x} mm from the left and ${y} mm from the top of the trim`,
    da: `${x} mm fra venstre og ${y} mm fra toppen af det beskårne format`,
  };
}

function withPlace({ page, spot, limit }: TooMuchInk, diagnostic: Diagnostic): Finding {
  return { ...diagnostic, page, rect: spot.rect, measured: spot.percent, limit, unit: 'percent' };
}

/** `plates/ink-mean`: more than the limit over a square of 15 mm. */
export function inkMean(found: TooMuchInk, severity: 'error' | 'warning'): Finding {
  const { spot, limit, event, source } = found;
  const [mark, at] = [markWords(event, source), place(spot)];
  const takes =
    severity === 'error'
      ? { en: `the paper takes ${limit} %`, da: `papiret kan tage ${limit} %` }
      : {
          en: `presses usually take ${limit} % on such paper: ask the printer`,
          da: `på sådan papir trykkes som regel med højst ${limit} %: spørg trykkeriet`,
        };
  return withPlace(
    found,
    problem(
      severity,
      'plates/ink-mean',
      {
        en: `${mark.en} lays down ${whole(spot.percent)} % ink over a square of 15 mm, ${at.en}; ${takes.en}`,
        da: `${mark.da} har ${whole(spot.percent)} % farvedækning over 15 × 15 mm, ${at.da}; ${takes.da}`,
      },
      { hints: hintsFor(event), span: source?.span },
    ),
  );
}

/** `plates/ink-peak`: far more than the limit on one millimetre. */
export function inkPeak(found: TooMuchInk): Finding {
  const { spot, limit, event, source } = found;
  const [mark, at] = [markWords(event, source), place(spot)];
  return withPlace(
    found,
    problem(
      'warning',
      'plates/ink-peak',
      {
        en: `${mark.en} has a peak of ${whole(spot.percent)} % ink, ${at.en}; peaks should stay under ${limit} %`,
        da: `${mark.da} når op på ${whole(spot.percent)} % farvedækning, ${at.da}; det bør højst være ${limit} %`,
      },
      { hints: hintsFor(event), span: source?.span },
    ),
  );
}

const omissionWords: Readonly<Record<Omission, Message>> = {
  color: {
    en: 'colours that are not inks (RGB, Lab) are shown as plain complements',
    da: 'farver, der ikke er trykfarver (RGB, Lab), er vist forenklet',
  },
  font: {
    en: 'text in a font that is not in the file is shown in another one',
    da: 'tekst i en skrift, der ikke er i filen, er vist med en anden',
  },
  image: {
    en: 'a picture that could not be decoded is missing',
    da: 'et billede, der ikke kunne læses, mangler',
  },
  shading: {
    en: 'a gradient of a kind that is not painted here is missing',
    da: 'en farveovergang af en slags, der ikke males her, mangler',
  },
  blend: {
    en: 'a blend mode that mixes the channels of a colour is painted as Normal',
    da: 'en blandingstilstand, der blander farvens kanaler, er malet som Normal',
  },
  pattern: {
    en: 'a pattern with more than 20000 cells is missing',
    da: 'et mønster med mere end 20000 felter mangler',
  },
};

/** `plates/not-shown`: the file has something that the plates do not show as it will print. */
export function notShown(omission: Omission): Diagnostic {
  const { en, da } = omissionWords[omission];
  return problem('warning', 'plates/not-shown', {
    en: `the plates are not exact: ${en}`,
    da: `trykpladerne er ikke nøjagtige: ${da}`,
  });
}

/** `plates/spot-names`: names that mean one ink, each with a plate of its own. */
export function spotNames(names: readonly string[]): Diagnostic {
  const all = listed(names);
  return problem(
    'warning',
    'plates/spot-names',
    {
      en: `${all} are names of one ink, on ${names.length} plates`,
      da: `${all} er navne på den samme farve, på ${names.length} trykplader`,
    },
    {
      hints: [
        hint(
          'have the file exported again with one name, or the plates merged by the printer',
          'få filen eksporteret igen med ét navn, eller pladerne lagt sammen af trykkeriet',
        ),
      ],
    },
  );
}

/** `plates/encrypted`: contents cannot be read. */
export function encryptedPlates(): Diagnostic {
  return problem(
    'error',
    'plates/encrypted',
    { en: 'the PDF is encrypted', da: 'PDF-filen er krypteret' },
    {
      hints: [
        hint(
          'save it without password and restrictions; PDF/X allows neither',
          'gem den uden adgangskode og begrænsninger; PDF/X tillader ingen af delene',
        ),
      ],
    },
  );
}

/** `plates/no-pages`. */
export function platesWithoutPages(): Diagnostic {
  return problem('error', 'plates/no-pages', {
    en: 'the PDF has no pages',
    da: 'PDF-filen har ingen sider',
  });
}

/** `plates/page-size`: no MediaBox, or an empty one. */
export function pagesWithoutSize(pages: readonly number[]): Diagnostic {
  const { en, da } = pagesText(pages);
  const verb = pages.length === 1 ? 'has' : 'have';
  return problem('error', 'plates/page-size', {
    en: `${en} ${verb} no size`,
    da: `${da} har intet mål`,
  });
}

/** `plates/too-large`: more pixels than can be held. */
export function platesTooLarge(page: string, megapixels: number, limit: number): Diagnostic {
  return problem(
    'error',
    'plates/too-large',
    {
      en: `the plates of page ${page} would have ${megapixels} megapixels; ${limit} are the most`,
      da: `trykpladerne til side ${page} ville få ${megapixels} megapixels; der må højst være ${limit}`,
    },
    { hints: [hint('use a lower `--dpi`', 'brug en lavere `--dpi`')] },
  );
}

/** `plates/damaged-file`: no pages can be read. */
export function damagedPlates(reason: string): Diagnostic {
  const { en, da } = damageWords(reason);
  return problem('error', 'plates/damaged-file', {
    en: `the PDF is damaged: ${en}`,
    da: `PDF-filen er beskadiget: ${da}`,
  });
}
