/** What style says of spot inks, in English and Danish. */
import { type Diagnostic, didYouMean, hint, problem, type Span } from '../base/index.ts';

/** As much of an ink as messages tell. */
interface NamedInk {
  readonly name: string;
  readonly span: Span;
}

function declaredFirst({ span }: NamedInk) {
  return [{ span, label: { en: 'declared first here', da: 'først angivet her' } }];
}

/** `color(--name)` without a rule that declares it. */
export function unknownSpot(ident: string, near: string | undefined, span: Span): Diagnostic {
  const rule = `@spot-color ${ident} { name: "PANTONE 286 C"; alternate: device-cmyk(100% 75% 0% 2%) }`;
  return problem(
    'error',
    'css/unknown-spot',
    {
      en: `no \`@spot-color\` declares \`${ident}\``,
      da: `ingen \`@spot-color\` angiver \`${ident}\``,
    },
    {
      span,
      hints: didYouMean(near, hint(`declare it: \`${rule}\``, `angiv den: \`${rule}\``, rule)),
    },
  );
}

/** A rule whose prelude is no dashed name. */
export function spotWithoutIdent(span: Span): Diagnostic {
  return problem(
    'error',
    'css/spot-without-name',
    {
      en: '`@spot-color` needs a name with two dashes for the style sheets: `@spot-color --brand { … }`',
      da: '`@spot-color` mangler et navn med to bindestreger til stilarkene: `@spot-color --brand { … }`',
    },
    { span },
  );
}

/** `All`, `Cyan` and the like. */
export function spotNameReserved(name: string, span: Span): Diagnostic {
  const isAll = name.toLowerCase() === 'all';
  return problem(
    'error',
    'css/spot-name',
    {
      en: `\`${name}\` cannot be the name of a spot ink`,
      da: `\`${name}\` kan ikke være navn på en spotfarve`,
    },
    {
      span,
      hints: isAll
        ? [
            hint(
              'registration ink is for printer’s marks alone: `marks: true` in `job.yaml` draws them',
              'passerfarve er kun til trykmærker: `marks: true` i `job.yaml` tegner dem',
            ),
          ]
        : [
            hint(
              'process inks are written `device-cmyk(…)`; a spot ink has the name on its tin',
              'procesfarver skrives `device-cmyk(…)`; en spotfarve hedder det, der står på dåsen',
            ),
          ],
    },
  );
}

/** One ink told with two recipes: the plate would be one, the proofs two. */
export function spotTwoAlternates(first: NamedInk, second: NamedInk): Diagnostic {
  return problem(
    'error',
    'css/spot-two-alternates',
    {
      en: `the spot ink \`${second.name}\` has two different alternates or processing steps`,
      da: `spotfarven \`${second.name}\` har to forskellige erstatninger eller forarbejdningstrin`,
    },
    {
      span: second.span,
      related: declaredFirst(first),
      hints: [
        hint(
          'declare the ink once and use it by its name in the sheets',
          'angiv farven én gang, og brug den ved dens navn i stilarkene',
        ),
      ],
    },
  );
}

/** Two spellings that a press would print with two plates. */
export function spotTwoNames(first: NamedInk, second: NamedInk): Diagnostic {
  return problem(
    'error',
    'css/spot-two-names',
    {
      en: `\`${second.name}\` and \`${first.name}\` are two plates to a press`,
      da: `\`${second.name}\` og \`${first.name}\` er to plader for et trykkeri`,
    },
    {
      span: second.span,
      related: declaredFirst(first),
      hints: [hint(`write \`${first.name}\``, `skriv \`${first.name}\``, first.name)],
    },
  );
}

/** One name in the sheets for two inks. */
export function spotRedefined(ident: string, first: NamedInk, second: NamedInk): Diagnostic {
  return problem(
    'error',
    'css/spot-redefined',
    {
      en: `\`${ident}\` already stands for the ink \`${first.name}\``,
      da: `\`${ident}\` står allerede for farven \`${first.name}\``,
    },
    { span: second.span, related: declaredFirst(first) },
  );
}
