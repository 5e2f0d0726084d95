/** Messages about inks and flavours, in English and Danish. */
import { type Finding, hint, listed, type Message, problem, type Span } from '../base/index.ts';
import { type Place, placed, shownHere } from './problems.ts';

/** A spot ink that the job does not print with. */
export function spotNotOrdered(name: string, ordered: readonly string[], place: Place): Finding {
  const all = [...ordered, name].join(', ');
  const message = {
    en: `the spot ink \`${name}\` is used, but the job does not order it`,
    da: `spotfarven \`${name}\` bruges, men jobbet bestiller den ikke`,
  };
  const hints = [
    hint(
      `each spot is a plate of its own; order it in \`job.yaml\`: \`spots: [${all}]\``,
      `hver spotfarve er en plade for sig; bestil den i \`job.yaml\`: \`spots: [${all}]\``,
    ),
  ];
  const related = shownHere(place);
  return placed(
    problem('error', 'display/spot-not-ordered', message, { span: place.span, related, hints }),
    place,
  );
}

/** A plate that would stay empty. */
export function spotNotUsed(name: string, place: Place): Finding {
  const message = {
    en: `the job orders the spot ink \`${name}\`, but no page uses it`,
    da: `jobbet bestiller spotfarven \`${name}\`, men ingen side bruger den`,
  };
  return placed(problem('warning', 'display/spot-not-used', message, { span: place.span }), place);
}

/** Names that mean one ink: a plate for each. */
export function oneInkTwice(
  names: readonly string[],
  severity: 'error' | 'warning',
  place: Place,
): Finding {
  const message = {
    en: `${listed(names)} are names of one ink, and would be ${names.length} plates`,
    da: `${listed(names)} er navne på den samme farve og ville blive ${names.length} trykplader`,
  };
  const hints = [
    hint(
      'use one name everywhere; the letter at its end follows the paper (C coated, U uncoated), but the ink in the can is the same',
      'brug ét navn overalt; bogstavet til sidst følger papiret (C bestrøget, U ubestrøget), men farven i dåsen er den samme',
    ),
  ];
  const related = shownHere(place);
  return placed(
    problem(severity, 'display/spot-names', message, { span: place.span, related, hints }),
    place,
  );
}

/** Several rich blacks in one job. */
export function richBlacks(recipes: readonly string[], first: Place, second: Place): Finding {
  const { length } = recipes;
  const message = {
    en: `the job has ${length} rich blacks, which look different side by side: ${listed(recipes)}`,
    da: `jobbet har ${length} dybsorte farver, som ser forskellige ud ved siden af hinanden: ${listed(recipes)}`,
  };
  const hints = [hint('keep to one recipe', 'hold dig til én opskrift', recipes[0])];
  const related = first.span
    ? [{ span: first.span, label: { en: 'the first is here', da: 'den første står her' } }]
    : [];
  return placed(
    problem('warning', 'display/rich-blacks', message, { span: second.span, related, hints }),
    second,
  );
}

/** What makes an item transparent. */
export type Transparency = 'opacity' | 'blending' | 'mask' | 'shadow' | 'picture';

const reasons: Readonly<Record<Transparency, Message>> = {
  opacity: {
    en: 'a colour or group that is not opaque',
    da: 'en farve eller gruppe, der ikke dækker',
  },
  blending: { en: 'a blend mode', da: 'en blandingstilstand' },
  mask: { en: 'a mask', da: 'en maske' },
  shadow: { en: 'a soft shadow', da: 'en blød skygge' },
  picture: { en: 'a picture with transparent parts', da: 'et billede med gennemsigtige dele' },
};

/** Transparency where the flavour has none. */
export function transparencyInFlavour(
  kind: Transparency,
  flavour: string,
  place: Place,
  flavourSpan: Span | undefined,
): Finding {
  const { en, da } = reasons[kind];
  const message = {
    en: `${flavour} has no transparency, but this is ${en}`,
    da: `${flavour} har ingen gennemsigtighed, men dette er ${da}`,
  };
  const hints = [
    hint(
      'use opaque inks (a tint is lighter without being transparent), or `flavour: PDF/X-4` if the printer takes it',
      'brug dækkende farver (en tone er lysere uden at være gennemsigtig), eller `flavour: PDF/X-4`, hvis trykkeriet tager imod det',
    ),
  ];
  const related = flavourSpan
    ? [{ span: flavourSpan, label: { en: 'asked for here', da: 'ønsket her' } }]
    : [];
  return placed(
    problem('error', 'display/transparency', message, { span: place.span, related, hints }),
    place,
  );
}

interface MeetingColor {
  /** Null: the bare paper. */
  readonly color: string | null;
  readonly span: Span | undefined;
}

/** Two colours whose edge is on a fold; `strong` is the one with more ink. */
export function colorsMeetOnFold(strong: MeetingColor, weak: MeetingColor, place: Place): Finding {
  const nameOf = ({ color }: MeetingColor): Message =>
    color === null
      ? { en: 'bare paper', da: 'det blanke papir' }
      : { en: `\`${color}\``, da: `\`${color}\`` };
  const [one, other] = [nameOf(strong), nameOf(weak)];
  const message = {
    en: `${one.en} and ${other.en} meet on a fold, and a fold misses by up to 1 mm`,
    da: `${one.da} og ${other.da} mødes lige på en fals, og den rammer op til 1 mm ved siden af`,
  };
  const hints = [
    hint(
      'let one of the colours run 2 mm or more past the fold',
      'lad en af farverne gå 2 mm eller mere hen over falsen',
    ),
  ];
  const { span } = strong;
  const label = { en: 'the other colour', da: 'den anden farve' };
  const related = weak.span ? [{ span: weak.span, label }] : [];
  return placed(
    problem('warning', 'display/colors-meet-on-fold', message, { span, related, hints }),
    place,
  );
}
