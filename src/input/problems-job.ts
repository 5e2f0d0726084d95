/** Wording: `job.yaml`, `template.yaml` and the fields' definitions. */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  listed,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';

export function keyUnknown(
  key: string,
  span: Span,
  near: string | undefined,
  known: readonly string[],
): Diagnostic {
  return problem(
    'error',
    'input/unknown-key',
    { en: `\`${key}\` is not a key here`, da: `\`${key}\` kan ikke stå her` },
    {
      span,
      hints: didYouMean(
        near,
        hint(`the keys are ${listed(known)}`, `her kan stå ${listed(known)}`),
      ),
    },
  );
}

/** Edges that differ are somebody's intention; hardly any bleed at all is mostly a slip. */
export function littleBleed(mostMm: number, span: Span): Diagnostic {
  return problem(
    'warning',
    'input/little-bleed',
    {
      en: `a bleed of ${mostMm} mm is less than cutting needs: colour that runs off the page may get a white edge`,
      da: `en beskæring på ${String(mostMm).replace('.', ',')} mm er for lidt, når der skæres: farve, der går til kant, kan få en hvid stribe`,
    },
    {
      span,
      hints: [
        hint(
          'write `bleed: 3 mm`, or ask the printer',
          'skriv `bleed: 3 mm`, eller spørg trykkeriet',
        ),
      ],
    },
  );
}

export function keyMissing(key: string, example: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/missing-key',
    { en: `\`${key}\` is missing`, da: `\`${key}\` mangler` },
    { span, hints: [hint(`write \`${example}\``, `skriv \`${example}\``)] },
  );
}

export function jobEmpty(path: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/empty-job',
    { en: `there is nothing in \`${path}\``, da: `der står intet i \`${path}\`` },
    {
      span,
      hints: [
        hint(
          'go back to an older copy of the file (OneDrive: Version history), or write `template:` and the name of a template',
          'find en tidligere udgave af filen (OneDrive: Versionshistorik), eller skriv `template:` og navnet på en skabelon',
        ),
      ],
    },
  );
}

/** A job that does not say which of several templates it is for. */
export function templateUnnamed(known: readonly string[], span: Span): Diagnostic {
  const names = known.length > 0 ? known : ['…'];
  return problem(
    'error',
    'input/missing-key',
    { en: '`template` is missing', da: '`template` mangler' },
    {
      span,
      hints: [
        hint(
          `write ${names.map((name) => `\`template: ${name}\``).join(' or ')}`,
          `skriv ${names.map((name) => `\`template: ${name}\``).join(' eller ')}`,
        ),
      ],
    },
  );
}

/** A swatch whose name cannot be that of a custom property. */
export function swatchName(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/swatch-name',
    {
      en: `\`${name}\` cannot be the name of a swatch`,
      da: `\`${name}\` kan ikke være navn på en farveprøve`,
    },
    {
      span,
      hints: [
        hint(
          'a name begins with a letter and has letters, digits and hyphens; `bleed` is taken: the style sheet writes `var(--name)`',
          'et navn begynder med et bogstav og har bogstaver, tal og bindestreger; `bleed` er optaget: stilarket skriver `var(--navn)`',
        ),
      ],
    },
  );
}

/** A known printing condition whose profile must be fetched from its maker. */
export function profileNotHere(name: string, profileFile: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/missing-profile',
    {
      en: `the colour profile of \`${name}\` is not in the project: its maker's licence keeps it from coming along`,
      da: `farveprofilen til \`${name}\` er ikke i projektet: dens licens gør, at den ikke kan følge med`,
    },
    {
      span,
      hints: [
        hint(
          `get \`${profileFile}\` from eci.org or your printer, then run \`trykklar profile add ${profileFile}\``,
          `hent \`${profileFile}\` hos eci.org eller trykkeriet, og kør \`trykklar profile add ${profileFile}\``,
        ),
      ],
    },
  );
}

/** A hint that shows a key with a value that it may have. */
export function exampleHint(key: string, value: string): Hint {
  return hint(`write for example \`${key}: ${value}\``, `skriv fx \`${key}: ${value}\``);
}

/**
 * `found` is the text as written, empty for a list or a group; `help` what it may stand for, or
 * what to do.
 */
export function valueWrong(
  key: string,
  wanted: Message,
  { found, help }: { readonly found: string; readonly help?: string | Hint | undefined },
  span: Span,
): Diagnostic {
  const tail =
    found === '' ? { en: '', da: '' } : { en: `, not \`${found}\``, da: `, ikke \`${found}\`` };
  return problem(
    'error',
    'input/wrong-value',
    {
      en: `\`${key}\` must be ${wanted.en}${tail.en}`,
      da: `\`${key}\` skal være ${wanted.da}${tail.da}`,
    },
    {
      span,
      hints:
        typeof help === 'string'
          ? [hint(`write \`${help}\``, `skriv \`${help}\``, help)]
          : help === undefined
            ? []
            : [help],
    },
  );
}

export function choiceWrong(
  key: string,
  found: string,
  choices: readonly string[],
  near: string | undefined,
  span: Span,
): Diagnostic {
  return problem(
    'error',
    'input/wrong-value',
    {
      en: `\`${found}\` is not a value of \`${key}\`; choose from ${listed(choices)}`,
      da: `\`${found}\` kan ikke bruges ved \`${key}\`; vælg mellem ${listed(choices)}`,
    },
    { span, hints: didYouMean(near) },
  );
}

export function notAMap(path: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/not-keys',
    {
      en: `\`${path}\` must consist of keys and values: \`key: value\``,
      da: `\`${path}\` skal bestå af linjer som \`navn: værdi\``,
    },
    { span },
  );
}

type FormKind = 'folder' | 'booklet' | 'leaf';

const formWords: Readonly<Record<FormKind, Message>> = {
  folder: { en: 'a folded sheet', da: 'et falset ark' },
  booklet: { en: 'a booklet', da: 'et hæfte' },
  leaf: { en: 'a single leaf', da: 'et løst ark' },
};

/** A key of other kinds of form than this one. */
export function formKeyStray(
  key: string,
  kind: FormKind,
  others: readonly FormKind[],
  span: Span,
): Diagnostic {
  const own = formWords[kind];
  const other: Message = {
    en: others.map((one) => formWords[one].en).join(' or '),
    da: others.map((one) => formWords[one].da).join(' eller '),
  };
  return problem(
    'error',
    'input/stray-form-key',
    {
      en: `\`${key}\` belongs to ${other.en}, and this is ${own.en}`,
      da: `\`${key}\` hører til ${other.da}, og det her er ${own.da}`,
    },
    {
      span,
      hints: [
        hint(
          `take it away, or choose a template for ${other.en}`,
          `fjern den, eller vælg en skabelon til ${other.da}`,
        ),
      ],
    },
  );
}

export function formKindMissing(span: Span): Diagnostic {
  return problem(
    'error',
    'input/missing-key',
    {
      en: 'the form does not say what it is: `fold`, `booklet` or `leaf` is missing',
      da: 'formen siger ikke, hvad den er: `fold`, `booklet` eller `leaf` mangler',
    },
    {
      span,
      hints: [
        hint(
          'write `fold: roll6` for a folded sheet, `booklet: A5` for a stitched one, `leaf: A2` for a poster or a card',
          'skriv `fold: roll6` til et falset ark, `booklet: A5` til et hæfte, `leaf: A2` til en plakat eller et kort',
        ),
      ],
    },
  );
}

export function formMismatch(wanted: string, found: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/form-mismatch',
    {
      en: `the template is made for \`${wanted}\`, the job asks for \`${found}\``,
      da: `skabelonen er lavet til \`${wanted}\`, men jobbet beder om \`${found}\``,
    },
    {
      span,
      hints: [
        hint(
          'choose another template, or leave the form out: sizes may be changed, the fold may not',
          'vælg en anden skabelon, eller udelad formen: mål kan ændres, falsen kan ikke',
        ),
      ],
    },
  );
}

export function templateMissing(
  name: string,
  span: Span | undefined,
  near: string | undefined,
  known: readonly string[],
): Diagnostic {
  return problem(
    'error',
    'input/unknown-template',
    {
      en: `there is no template \`${name}\` (no file \`templates/${name}/template.yaml\`)`,
      da: `der er ingen skabelon \`${name}\` (filen \`templates/${name}/template.yaml\` findes ikke)`,
    },
    {
      span,
      hints: didYouMean(
        near,
        hint(
          `templates here: ${listed(known) || 'none'}`,
          `skabeloner her: ${listed(known) || 'ingen'}`,
        ),
      ),
    },
  );
}

export function silenceWithoutReason(code: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/silence-without-reason',
    {
      en: `\`${code}\` is silenced without a reason`,
      da: `\`${code}\` er slået fra uden en begrundelse`,
    },
    {
      span,
      hints: [
        hint(
          'write `reason:` and why it is right here',
          'skriv `reason:` og hvorfor det er i orden her',
        ),
      ],
    },
  );
}

export function fieldReserved(key: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/reserved-field',
    {
      en: `a field cannot be named \`${key}\`: it begins with a lower case letter and has only letters, digits and \`_\``,
      da: `et felt kan ikke hedde \`${key}\`: det begynder med et lille bogstav og har kun bogstaver, tal og \`_\``,
    },
    { span },
  );
}

export function limitsUnknownField(path: string, span: Span, near: string | undefined): Diagnostic {
  return problem(
    'error',
    'input/unknown-field',
    { en: `there is no field \`${path}\``, da: `der er intet felt \`${path}\`` },
    { span, hints: didYouMean(near) },
  );
}
