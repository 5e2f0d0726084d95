/** What the colour phases tell the reader, in English and in Danish. */
import { type Diagnostic, hint, type Message, problem, type Span } from '../base/index.ts';
import type { ProfileFault } from './icc-header.ts';

type Wording = (found: string) => Message;

const profileWordings: Readonly<Record<ProfileFault['reason'], Wording>> = {
  'not-icc': () => ({
    en: 'it is not an ICC profile',
    da: 'den er ikke en ICC-profil',
  }),
  truncated: (found) => ({
    en: `it is cut off (\`${found}\` bytes)`,
    da: `den er skåret over (\`${found}\` bytes)`,
  }),
  size: (found) => ({
    en: `its header states another length than the file has (\`${found}\` bytes)`,
    da: `dens hoved angiver en anden længde, end filen har (\`${found}\` bytes)`,
  }),
  class: (found) =>
    found === 'link'
      ? {
          en: 'it is a device link, which leads from one printing condition to another',
          da: 'den er et device link, som fører fra én trykbetingelse til en anden',
        }
      : {
          en: `it is of class \`${found}\`, expected an output profile (\`prtr\`)`,
          da: `den er af klassen \`${found}\`; der skal bruges en trykprofil (\`prtr\`)`,
        },
  space: (found) => ({
    en: `its colour space is \`${found}\`, expected \`CMYK\``,
    da: `dens farverum er \`${found}\`; der skal bruges \`CMYK\``,
  }),
  version: (found) => ({
    en: `it is an ICC profile of version ${found}, expected 2 or 4`,
    da: `den er en ICC-profil i version ${found}; der skal bruges 2 eller 4`,
  }),
  tables: (found) => ({
    en: `its \`${found}\` table is missing`,
    da: `dens tabel \`${found}\` mangler`,
  }),
  unusable: () => ({
    en: 'its conversion tables cannot be read',
    da: 'dens omregningstabeller kan ikke læses',
  }),
};

/** The file named as the job's printing condition is none. */
export function unusableProfile(
  path: string,
  fault: ProfileFault,
  span: Span | undefined,
): Diagnostic {
  const why = profileWordings[fault.reason](fault.found);
  return problem(
    'error',
    'color/unusable-profile',
    {
      en: `the colour profile \`${path}\` cannot be used: ${why.en}`,
      da: `farveprofilen \`${path}\` kan ikke bruges: ${why.da}`,
    },
    {
      span,
      hints: [
        hint(
          'name a CMYK output profile, as the printer publishes it',
          'angiv en CMYK-trykprofil, som trykkeriet stiller den til rådighed',
        ),
      ],
    },
  );
}

/** A picture file that does not decode to its end. */
export function damagedPicture(path: string, reason: string, span: Span | undefined): Diagnostic {
  return problem(
    'error',
    'color/damaged-picture',
    {
      en: `the picture \`${path}\` is damaged and cannot be read to its end (\`${reason}\`)`,
      da: `billedet \`${path}\` er beskadiget og kan ikke læses til ende`,
    },
    {
      span,
      hints: [
        hint('open the original and export it again', 'åbn originalen, og eksportér billedet igen'),
      ],
    },
  );
}

/** A picture of more pixels than a build takes on. */
export function oversizedPicture(
  path: string,
  megapixels: number,
  limit: number,
  span: Span | undefined,
): Diagnostic {
  return problem(
    'error',
    'color/oversized-picture',
    {
      en: `the picture \`${path}\` has ${megapixels} megapixels, more than the ${limit} that are read`,
      da: `billedet \`${path}\` har ${megapixels} megapixel, mere end de ${limit}, der kan læses`,
    },
    { span, hints: [hint('export it smaller', 'gem det i en mindre størrelse')] },
  );
}

/** A file that is no picture of the kinds that are read. */
export function unknownPictureFormat(path: string, span: Span | undefined): Diagnostic {
  return problem(
    'error',
    'color/unknown-picture-format',
    {
      en: `\`${path}\` is not a JPEG, PNG, TIFF, WebP, GIF or AVIF picture`,
      da: `\`${path}\` er ikke et billede i JPEG, PNG, TIFF, WebP, GIF eller AVIF`,
    },
    { span },
  );
}

/** Too few pixels for the size it is printed at. `ppi` rounded for reading. */
export function lowResolution(
  found: {
    readonly path: string;
    readonly ppi: number;
    readonly limit: number;
    readonly isLineArt: boolean;
    /** Width and height. */
    readonly pixels: readonly [number, number];
    /** As many as give `wantedPpi` at the printed size. */
    readonly neededPixels: readonly [number, number];
  },
  wantedPpi: number,
  severity: 'error' | 'warning',
  span: Span | undefined,
): Diagnostic {
  const { path, ppi, limit, isLineArt } = found;
  const [has, needs] = [found.pixels, found.neededPixels].map((size) => size.join(' × '));
  const [what, hvad] = isLineArt
    ? ['the black-and-white picture', 'sort/hvid-billedet']
    : ['the picture', 'billedet'];
  return problem(
    severity,
    'color/low-resolution',
    {
      en: `${what} \`${path}\` has ${ppi} ppi at its printed size, expected more than ${limit}`,
      da: `${hvad} \`${path}\` har ${ppi} ppi i trykt størrelse; det skal have mere end ${limit}`,
    },
    {
      span,
      hints: [
        hint(
          `it has ${has} pixels; at this size it needs ${needs} (${wantedPpi} ppi): use a larger original, or print it smaller`,
          `det har ${has} pixel; i denne størrelse skal det have ${needs} (${wantedPpi} ppi): brug en større original, eller tryk det mindre`,
        ),
      ],
    },
  );
}

/** A picture that was brought under the limit, as the job asks (`tac: fit`). Percent of ink. */
export function inkFitted(
  path: string,
  { before, after }: { readonly before: number; readonly after: number },
  span: Span | undefined,
): Diagnostic {
  const [from, to] = [Math.round(before), Math.round(after)];
  return problem(
    'note',
    'color/ink-fitted',
    {
      en: `the picture \`${path}\` had up to ${from} % ink; it is printed with ${to} %`,
      da: `billedet \`${path}\` havde op til ${from} % farvedækning; det trykkes med ${to} %`,
    },
    { span },
  );
}

/** A CMYK picture made for another printing condition; its inks are left as they are. */
export function foreignProfile(
  path: string,
  identifier: string,
  span: Span | undefined,
): Diagnostic {
  return problem(
    'warning',
    'color/foreign-profile',
    {
      en: `the picture \`${path}\` has inks for another printing condition than \`${identifier}\`; they are printed as they are`,
      da: `billedet \`${path}\` har farver til en anden trykbetingelse end \`${identifier}\`; de trykkes, som de er`,
    },
    {
      span,
      hints: [
        hint(
          'deliver the picture in RGB, or converted to the condition',
          'gem billedet i RGB, eller konvertér det til trykbetingelsen',
        ),
      ],
    },
  );
}

/** A picture that says of itself that it only holds the place of the real one. */
export function placeholderPicture(path: string, span: Span | undefined): Diagnostic {
  return problem(
    'warning',
    'color/placeholder-picture',
    {
      en: `the picture \`${path}\` is a placeholder`,
      da: `billedet \`${path}\` er en pladsholder`,
    },
    {
      span,
      hints: [
        hint(
          'put the final picture in its place before the job goes to print',
          'læg det endelige billede i stedet, før jobbet går i trykken',
        ),
      ],
    },
  );
}

/** `color/other-condition`: a profile's own words against what it shall stand for. */
export function otherCondition(
  description: string,
  identifier: string,
  span: Span | undefined,
): Diagnostic {
  return problem(
    'warning',
    'color/other-condition',
    {
      en: `the profile calls itself \`${description}\`: that is another printing condition than ${identifier}`,
      da: `profilen kalder sig \`${description}\`: det er en anden trykbetingelse end ${identifier}`,
    },
    {
      span,
      hints: [
        hint(
          'ask the printer for the profile of the condition that the job is printed to',
          'bed trykkeriet om profilen til den betingelse, jobbet trykkes efter',
        ),
      ],
    },
  );
}

/** `color/profile-exists`: the project has something else under that name. */
export function profileExists(path: string): Diagnostic {
  return problem(
    'error',
    'color/profile-exists',
    {
      en: `the project has another \`${path}\` already; jobs that use it would change`,
      da: `projektet har allerede en anden \`${path}\`; job, der bruger den, ville blive ændret`,
    },
    {
      hints: [
        hint(
          'give the file and its condition (`--condition`) another name, or take the old one away',
          'giv filen og dens betingelse (`--condition`) et andet navn, eller fjern den gamle',
        ),
      ],
    },
  );
}
