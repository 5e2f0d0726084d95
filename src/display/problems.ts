/**
 * Every message of this folder, in English and Danish. A finding has the page it was made on, and
 * a rectangle in pt from the trim's top left where there is one.
 */
import {
  type Finding,
  hint,
  type Message,
  problem,
  ptToMm,
  type Rect,
  type Related,
  type Severity,
  type Span,
} from '../base/index.ts';
import type { CmykColor, PrintColor, SrgbColor } from '../color/index.ts';
import { cmykText, colorText, roundInk, srgbText } from './color-text.ts';
import { numberText } from './number-text.ts';

/** Where on the product a finding is made. */
export interface Place {
  /** Name of the page or panel; `''` when it has none. */
  readonly page: string;
  readonly span?: Span | undefined;
  readonly rect?: Rect | undefined;
  /** What shows the colour, where `span` is the declaration. */
  readonly shownAt?: Span | undefined;
}

export function shownHere({ shownAt }: Place): readonly Related[] {
  return shownAt ? [{ span: shownAt, label: { en: 'shown here', da: 'ses her' } }] : [];
}

export function placed(finding: Finding, { page, rect }: Place): Finding {
  return { ...finding, ...(page ? { page } : {}), ...(rect ? { rect } : {}) };
}

/** The four edges of a page, in both languages. */
const edgeNames: Readonly<Record<PageEdge, Message>> = {
  top: { en: 'top', da: 'øverste' },
  right: { en: 'right', da: 'højre' },
  bottom: { en: 'bottom', da: 'nederste' },
  left: { en: 'left', da: 'venstre' },
};

export type PageEdge = 'top' | 'right' | 'bottom' | 'left';

function mmText(pt: number): Message {
  const mm = numberText(ptToMm(pt), 1);
  return { en: `${mm} mm`, da: `${mm.replace('.', ',')} mm` };
}

function percentText(value: number): string {
  return `${numberText(value * 100, 0)} %`;
}

/** A box in perspective that is not parallel to the page. */
export function foreshortened(place: Place): Finding {
  const message: Message = {
    en: 'the box is seen at a slant, in perspective: it is drawn without foreshortening',
    da: 'boksen ses på skrå i perspektiv: den tegnes uden perspektivisk forkortning',
  };
  const { span } = place;
  const hints = [
    hint(
      'leave out `perspective`, or put a picture of the box on the page',
      'udelad `perspective`, eller sæt et billede af boksen på siden',
    ),
  ];
  return placed(problem('warning', 'display/foreshortened', message, { span, hints }), place);
}

/** An `<img>` that neither says what it shows nor that it is decoration. */
export function noAlternative(place: Place): Finding {
  const message: Message = {
    en: 'the picture has no `alt`: who has the screen edition read aloud is not told of it',
    da: 'billedet har ingen `alt`: den, der får skærmudgaven læst op, hører ikke om det',
  };
  const { span } = place;
  const hints = [
    hint(
      'write what the picture shows, `alt="…"`, or `alt=""` where it is decoration',
      'skriv, hvad billedet viser, `alt="…"`, eller `alt=""`, hvis det er pynt',
    ),
  ];
  return placed(problem('warning', 'display/no-alternative', message, { span, hints }), place);
}

/** A heading that leaves out a rank (ISO 14289-1 §7.4.2). */
export function headingGap(rank: number, wanted: number, place: Place): Finding {
  const isFirst = wanted === 1;
  const message: Message = isFirst
    ? {
        en: `the first heading is of rank ${rank}: readers of the screen edition look for the one above it`,
        da: `den første overskrift er på niveau ${rank}: læsere af skærmudgaven leder efter den over den`,
      }
    : {
        en: `a heading of rank ${rank} follows one of rank ${wanted - 1}: who goes from heading to heading misses one`,
        da: `en overskrift på niveau ${rank} følger efter en på niveau ${wanted - 1}: den, der går fra overskrift til overskrift, savner én`,
      };
  const { span } = place;
  const hints = [
    hint(
      `write \`h${wanted}\`; how large it is, is for CSS to say`,
      `skriv \`h${wanted}\`; hvor stor den er, siger CSS`,
    ),
  ];
  return placed(problem('warning', 'display/heading-gap', message, { span, hints }), place);
}

/** An sRGB colour in a job for print, with the inks it was converted to. */
export function rgbInPrint(
  color: SrgbColor,
  converted: CmykColor,
  severity: Severity,
  place: Place,
): Finding {
  const rgb = srgbText({ ...color, alpha: 1 });
  const inks = cmykText(roundInk({ ...converted, alpha: color.alpha }));
  const message = {
    en: `\`${rgb}\` is a screen colour; print needs inks`,
    da: `\`${rgb}\` er en skærmfarve; tryk kræver trykfarver`,
  };
  const hints = [
    hint(`write \`${inks}\`, the nearest in ink`, `skriv \`${inks}\`, den nærmeste i tryk`, inks),
  ];
  return placed(
    problem(severity, 'display/rgb-in-print', message, {
      span: place.span,
      related: shownHere(place),
      hints,
    }),
    place,
  );
}

/** A limit for the sum of inks (3 is 300 %), and how grave it is to break it. */
export interface InkLimit {
  readonly severity: 'error' | 'warning';
  readonly limit: number;
}

/** A flat colour of more ink than the paper takes. */
export function tooMuchInk(
  color: PrintColor,
  sum: number,
  { severity, limit }: InkLimit,
  place: Place,
): Finding {
  const name = colorText({ ...color, alpha: 1 });
  const message = {
    en: `\`${name}\` is ${percentText(sum)} ink in all; at most ${percentText(limit)} dries safely`,
    da: `\`${name}\` har ${percentText(sum)} farve i alt; mere end ${percentText(limit)} tørrer ikke sikkert`,
  };
  const hints = [
    hint(
      'take out cyan, magenta and yellow and let black do the work; `device-cmyk(50% 40% 40% 100%)` is a deep black',
      'tag cyan, magenta og gul ud, og lad sort gøre arbejdet; `device-cmyk(50% 40% 40% 100%)` er en dyb sort',
    ),
  ];
  const finding = problem(severity, 'display/total-ink', message, {
    span: place.span,
    related: shownHere(place),
    hints,
  });
  return placed(
    {
      ...finding,
      measured: Math.round(sum * 1000) / 10,
      limit: Math.round(limit * 1000) / 10,
      unit: 'percent',
    },
    place,
  );
}

/** Art that reaches the trim but not the end of the bleed. `missing` in pt. */
export function missingBleed(
  edge: PageEdge,
  missing: number,
  bleed: number,
  place: Place,
): Finding {
  const name = edgeNames[edge];
  const short = mmText(missing);
  const message = {
    en: `this runs to the ${name.en} trim but stops ${short.en} short of the bleed's edge: a white line may show when it is cut`,
    da: `dette når den ${name.da} skærekant, men mangler ${short.da} af beskæringen: der kan komme en hvid stribe, når der skæres`,
  };
  const full = mmText(bleed);
  const hints = [
    hint(
      `let it run ${full.en} past the trim: give the page the background (\`@page\`), or the box \`margin-${edge}: calc(-1 * var(--bleed))\``,
      `lad det gå ${full.da} ud over kanten: giv siden baggrunden (\`@page\`), eller boksen \`margin-${edge}: calc(-1 * var(--bleed))\``,
    ),
  ];
  const finding = problem('error', 'display/missing-bleed', message, { span: place.span, hints });
  return placed(
    { ...finding, measured: ptToMm(bleed - missing), limit: ptToMm(bleed), unit: 'mm' },
    place,
  );
}

/** Art whose edge lies so near the trim that it looks like a mistake in cutting. `gap` in pt. */
export function stopsShortOfTrim(edge: PageEdge, gap: number, place: Place): Finding {
  const name = edgeNames[edge];
  const distance = mmText(gap);
  const message = {
    en: `this ends ${distance.en} from the ${name.en} trim: it will look like a mistake in cutting`,
    da: `dette ender ${distance.da} fra den ${name.da} skærekant: det vil ligne en skærefejl`,
  };
  const hints = [
    hint(
      'let it run through the bleed, or keep it at least 2 mm inside the trim',
      'lad det gå helt ud i beskæringen, eller hold det mindst 2 mm inde på siden',
    ),
  ];
  const finding = problem('warning', 'display/stops-short-of-trim', message, {
    span: place.span,
    hints,
  });
  return placed({ ...finding, measured: ptToMm(gap), limit: 2, unit: 'mm' }, place);
}

/** Text too near an edge that is cut or folded. Distances in pt; `others` more stand as near. */
export function nearTrim(
  near: {
    readonly severity: 'error' | 'warning';
    readonly edge: PageEdge;
    readonly isFold: boolean;
    readonly distance: number;
    readonly limit: number;
    readonly words: string;
    readonly others: number;
  },
  place: Place,
): Finding {
  const { severity, edge, isFold, distance, limit, words, others } = near;
  const name = edgeNames[edge];
  const cut = isFold ? { en: 'fold', da: 'fals' } : { en: 'trim', da: 'skærekant' };
  const [gap, least] = [mmText(Math.abs(distance)), mmText(limit)];
  const where =
    distance < 0
      ? {
          en: `runs ${gap.en} over the ${name.en} ${cut.en}`,
          da: `går ${gap.da} over den ${name.da} ${cut.da}`,
        }
      : {
          en: `stands ${gap.en} from the ${name.en} ${cut.en}`,
          da: `står ${gap.da} fra den ${name.da} ${cut.da}`,
        };
  const more =
    others > 0
      ? { en: ` (and ${others} more on this edge)`, da: ` (og ${others} mere ved samme kant)` }
      : { en: '', da: '' };
  const message = {
    en: `the text "${words}" ${where.en}${more.en}; it needs ${least.en}`,
    da: `teksten »${words}« ${where.da}${more.da}; der skal være mindst ${least.da}`,
  };
  const hints = [
    hint(
      `${edge === 'bottom' ? 'shorten the text, or move it' : 'move it'} inwards: cutting and folding miss by up to 1 mm`,
      `${edge === 'bottom' ? 'gør teksten kortere, eller ryk' : 'ryk'} den indad: skæring og falsning rammer op til 1 mm ved siden af`,
    ),
  ];
  const finding = problem(severity, 'display/near-trim', message, { span: place.span, hints });
  return placed(
    { ...finding, measured: ptToMm(distance), limit: ptToMm(limit), unit: 'mm' },
    place,
  );
}

/** A background of more tiles than are drawn. */
export function tooManyTiles(tiles: number, limit: number, place: Place): Finding {
  const message = {
    en: `the background repeats ${tiles} times; at most ${limit} tiles are drawn, so it was left out`,
    da: `baggrunden gentages ${tiles} gange; højst ${limit} felter tegnes, så den er udeladt`,
  };
  const hints = [hint('make the tile larger', 'gør feltet større')];
  return placed(
    problem('error', 'display/too-many-tiles', message, { span: place.span, hints }),
    place,
  );
}

/** A background picture that was not read (its own reason has been reported where it was loaded). */
export function unknownPicture(path: string, place: Place): Finding {
  const message = {
    en: `the picture \`${path}\` was not found, so the background is left out`,
    da: `billedet \`${path}\` blev ikke fundet, så baggrunden er udeladt`,
  };
  return placed(problem('error', 'display/unknown-picture', message, { span: place.span }), place);
}
