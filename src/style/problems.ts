/**
 * Every sentence that style says, in English and Danish: declarations and their values here, the
 * sheet's rules and selectors in `problems-sheet.ts`, at-rules in `problems-at-rules.ts`. The severity comes from the caller: a press
 * job stops at CSS it does not know, a foreign HTML file is rendered with warnings.
 */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  problem,
  type Severity,
  type Span,
  shorten,
} from '../base/index.ts';

export * from './problems-at-rules.ts';
export * from './problems-sheet.ts';

type At = Span | undefined;

/** The part of the reference that speaks of a property. */
const referenceOf = (name: string): string => `docs/css.md#${name}`;

export function unknownProperty(
  severity: Severity,
  name: string,
  near: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-property',
    { en: `unknown property \`${name}\``, da: `ukendt egenskab \`${name}\`` },
    { reference: 'docs/css.md#properties', span, hints: didYouMean(near) },
  );
}

export function unsupportedProperty(
  severity: Severity,
  name: string,
  hints: readonly Hint[],
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unsupported-property',
    {
      en: `\`${name}\` is CSS, but not supported here`,
      da: `\`${name}\` er CSS, men understøttes ikke her`,
    },
    { reference: 'docs/css.md#not-supported', span, hints },
  );
}

export function noEffect(name: string, span: At): Diagnostic {
  return problem(
    'warning',
    'css/no-effect',
    {
      en: `\`${name}\` has no effect on paper`,
      da: `\`${name}\` har ingen virkning på papir`,
    },
    {
      reference: 'docs/css.md#not-supported',
      span,
      hints: [hint('remove the declaration', 'fjern erklæringen')],
    },
  );
}

export function propertyNotInPage(severity: Severity, name: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/unsupported-property',
    {
      en: `\`${name}\` is not supported in \`@page\``,
      da: `\`${name}\` understøttes ikke i \`@page\``,
    },
    {
      reference: 'docs/css.md#at-rules',
      span,
      hints: [
        hint(
          'use size, margin, padding, border and background here; set everything else on elements',
          'brug size, margin, padding, border og background her, og sæt alt andet på elementer',
        ),
      ],
    },
  );
}

/** `expected` is the value's grammar, as css-values-4 §2 writes it. */
export function invalidValue(
  severity: Severity,
  name: string,
  found: string,
  expected: string,
  near: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/invalid-value',
    {
      en: `\`${shorten(found)}\` is not a value that \`${name}\` takes`,
      da: `\`${shorten(found)}\` er ikke en værdi, som \`${name}\` kan have`,
    },
    {
      reference: referenceOf(name),
      span,
      hints: [
        ...didYouMean(near),
        hint(`\`${name}\` takes \`${expected}\``, `\`${name}\` kan være \`${expected}\``),
      ],
    },
  );
}

export function incompleteValue(
  severity: Severity,
  name: string,
  expected: string,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/invalid-value',
    {
      en: `the value of \`${name}\` is incomplete`,
      da: `værdien af \`${name}\` er ufuldstændig`,
    },
    {
      reference: referenceOf(name),
      span,
      hints: [hint(`\`${name}\` takes \`${expected}\``, `\`${name}\` kan være \`${expected}\``)],
    },
  );
}

export function unsupportedValue(
  severity: Severity,
  name: string,
  found: string,
  hints: readonly Hint[],
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unsupported-value',
    {
      en: `\`${name}: ${shorten(found)}\` is CSS, but not supported here`,
      da: `\`${name}: ${shorten(found)}\` er CSS, men understøttes ikke her`,
    },
    { reference: referenceOf(name), span, hints },
  );
}

export function unknownUnit(
  severity: Severity,
  unit: string,
  near: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-unit',
    { en: `unknown unit \`${unit}\``, da: `ukendt enhed \`${unit}\`` },
    { reference: 'docs/css.md#values', span, hints: didYouMean(near) },
  );
}

export function unitMissing(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/unit-missing',
    { en: `the length \`${found}\` has no unit`, da: `længden \`${found}\` mangler en enhed` },
    {
      span,
      hints: [
        hint(`write \`${found}mm\` or \`${found}pt\``, `skriv \`${found}mm\` eller \`${found}pt\``),
      ],
    },
  );
}

export function outOfRange(severity: Severity, found: string, range: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/out-of-range',
    {
      en: `\`${shorten(found)}\` is out of range (${range})`,
      da: `\`${shorten(found)}\` er uden for det tilladte (${range})`,
    },
    { span },
  );
}

export function wrongCalculation(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/wrong-calculation',
    {
      en: `\`${shorten(found)}\` cannot be calculated`,
      da: `\`${shorten(found)}\` kan ikke beregnes`,
    },
    {
      reference: 'docs/css.md#values',
      span,
      hints: [
        hint(
          'add like to like, with spaces around `+` and `-`; multiply and divide by numbers',
          'læg ens ting sammen, med mellemrum om `+` og `-`; gang og divider med tal',
        ),
      ],
    },
  );
}

export function unsupportedFunction(severity: Severity, name: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/unsupported-function',
    {
      en: `the function \`${name}()\` is not supported`,
      da: `funktionen \`${name}()\` understøttes ikke`,
    },
    { reference: 'docs/css.md#values', span },
  );
}

export function unknownVariable(
  severity: Severity,
  name: string,
  near: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-variable',
    {
      en: `the custom property \`${name}\` has no value here`,
      da: `CSS-variablen \`${name}\` har ingen værdi her`,
    },
    {
      span,
      hints: didYouMean(near, hint(`set \`${name}\` on \`:root\``, `sæt \`${name}\` på \`:root\``)),
    },
  );
}

/** An `attr()` or `env()` with neither a value of its type nor a fallback. */
export function nothingToPutIn(severity: Severity, name: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/unknown-variable',
    {
      en: `the value of \`${name}\` asks for something that is not there`,
      da: `værdien af \`${name}\` spørger efter noget, der ikke findes`,
    },
    {
      span,
      hints: [
        hint(
          'give a fallback after a comma: `attr(data-size px, 10px)`',
          'angiv en reserve efter et komma: `attr(data-size px, 10px)`',
        ),
      ],
    },
  );
}

export function variableCycle(severity: Severity, names: readonly string[], span: At): Diagnostic {
  const list = names.map((name) => `\`${name}\``).join(' → ');
  return problem(
    severity,
    'css/variable-cycle',
    {
      en: `custom properties refer to each other in a circle: ${list}`,
      da: `CSS-variabler henviser til hinanden i ring: ${list}`,
    },
    { span },
  );
}

export function variableTooLong(severity: Severity, name: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/variable-too-long',
    {
      en: `\`${name}\` grows beyond all measure when its \`var()\` are put in`,
      da: `\`${name}\` vokser over alle grænser, når dens \`var()\` sættes ind`,
    },
    { span },
  );
}

export function foreignAddress(severity: Severity, address: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/foreign-address',
    {
      en: `\`${shorten(address)}\` is not a file of the project`,
      da: `\`${shorten(address)}\` er ikke en fil i projektet`,
    },
    {
      span,
      hints: [
        hint(
          'save it as a file in the project and name its path',
          'gem den som en fil i projektet, og angiv stien',
        ),
      ],
    },
  );
}
