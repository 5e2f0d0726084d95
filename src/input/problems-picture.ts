/** Wording: the pictures that the copy names. */
import {
  type Diagnostic,
  didYouMean,
  hint,
  listed,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';

export function focusWrong(label: Message, span: Span): Diagnostic {
  return problem(
    'error',
    'input/wrong-focus',
    {
      en: `the focus of ${label.en} must be two percentages, from the left and from the top`,
      da: `fokus for ${label.da} skal være to procenttal, fra venstre og fra oven`,
    },
    { span, hints: [hint('write `focus: [50%, 30%]`', 'skriv `focus: [50%, 30%]`', '[50%, 30%]')] },
  );
}

export function placeholderInUse(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/placeholder-picture',
    {
      en: `the picture ${label.en} is a placeholder`,
      da: `billedet ${label.da} er en pladsholder`,
    },
    {
      span,
      hints: [
        hint(
          'put the real picture in, and take `placeholder: true` away',
          'sæt det rigtige billede ind, og fjern `placeholder: true`',
        ),
      ],
    },
  );
}

export function altMissing(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/missing-alt',
    {
      en: `the picture ${label.en} has no alternative text for those who cannot see it`,
      da: `billedet ${label.da} har ingen alternativ tekst til dem, der ikke kan se det`,
    },
    {
      span,
      hints: [
        hint('write `alt:` and what the picture shows', 'skriv `alt:` og hvad billedet viser'),
      ],
    },
  );
}

/** `alt:` with nothing after it: to who listens, the picture is decoration. */
export function altEmpty(label: Message, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/missing-alt',
    {
      en: `the picture ${label.en} has an empty \`alt\`: who has the screen edition read aloud is not told of it`,
      da: `billedet ${label.da} har en tom \`alt\`: den, der får skærmudgaven læst op, hører ikke om det`,
    },
    {
      span,
      hints: [
        hint(
          'write after `alt:` what the picture shows; a picture that is decoration has `alt=""` in the template',
          'skriv efter `alt:`, hvad billedet viser; et billede, der er pynt, har `alt=""` i skabelonen',
        ),
      ],
    },
  );
}

/** As many names as a hint lists. */
const namesShown = 6;

/** `near` is a path that exists and may be meant; `others` are the pictures in `folder`. */
export function pictureFileMissing(
  path: string,
  near: string | undefined,
  { folder, others }: { readonly folder: string; readonly others: readonly string[] },
  span: Span,
): Diagnostic {
  const more = others.length > namesShown ? ', …' : '';
  const names = listed(others.slice(0, namesShown));
  const otherwise =
    names === ''
      ? hint(
          `put the picture in \`${folder}\`, or write where it is: \`/assets/…\``,
          `læg billedet i mappen \`${folder}\`, eller skriv, hvor det ligger: \`/assets/…\``,
        )
      : hint(
          `the folder \`${folder}\` has ${names}${more}`,
          `i mappen \`${folder}\` ligger ${names}${more}`,
        );
  return problem(
    'error',
    'input/missing-picture',
    { en: `there is no picture \`${path}\``, da: `billedet \`${path}\` findes ikke` },
    { span, hints: didYouMean(near, otherwise) },
  );
}

/** `others` are the pictures in the folder that stands where a picture should. */
export function pictureIsFolder(path: string, others: readonly string[], span: Span): Diagnostic {
  const first = `${path.replace(/\/+$/, '')}/${others[0] ?? '…'}`;
  return problem(
    'error',
    'input/missing-picture',
    {
      en: `\`${path}\` is a folder, not a picture`,
      da: `\`${path}\` er en mappe, ikke et billede`,
    },
    {
      span,
      hints: [
        hint(`name a picture in it: \`${first}\``, `skriv et billede i mappen: \`${first}\``),
      ],
    },
  );
}

/** A path that only this machine has: `C:\\Users\\…`. */
export function machinePath(path: string, span: Span): Diagnostic {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return problem(
    'error',
    'input/machine-path',
    {
      en: `\`${path}\` is a place on one machine; pictures must be in the project`,
      da: `\`${path}\` er et sted på én bestemt maskine; billeder skal ligge i projektet`,
    },
    {
      span,
      hints: [
        hint(
          `copy the picture into \`assets\`, and write \`/assets/${name}\``,
          `kopiér billedet til mappen \`assets\`, og skriv \`/assets/${name}\``,
        ),
      ],
    },
  );
}
