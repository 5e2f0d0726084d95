/** Wording: at-rules: unknown, misplaced or incomplete ones, and what stands in them. */
import {
  type Diagnostic,
  type Hint,
  hint,
  problem,
  type Severity,
  type Span,
} from '../base/index.ts';
import { excerpt, near } from './problems-sheet.ts';

type At = Span | undefined;

export function unknownAtRule(
  severity: Severity,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-at-rule',
    { en: `unknown rule \`@${name}\``, da: `ukendt regel \`@${name}\`` },
    {
      reference: 'docs/css.md#at-rules',
      span,
      hints: near(word === undefined ? undefined : `@${word}`),
    },
  );
}

export function unsupportedAtRule(
  severity: Severity,
  name: string,
  hints: readonly Hint[],
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unsupported-at-rule',
    {
      en: `\`@${name}\` is CSS, but not supported here`,
      da: `\`@${name}\` er CSS, men understøttes ikke her`,
    },
    { reference: 'docs/css.md#at-rules', span, hints },
  );
}

export function misplacedAtRule(severity: Severity, name: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/misplaced-at-rule',
    {
      en: `\`@${name}\` has no effect here`,
      da: `\`@${name}\` har ingen virkning her`,
    },
    {
      span,
      hints: [
        name === 'import'
          ? hint('put `@import` before all other rules', 'sæt `@import` før alle andre regler')
          : hint(`put \`@${name}\` outside other rules`, `sæt \`@${name}\` uden for andre regler`),
      ],
    },
  );
}

export function unknownMedia(
  severity: Severity,
  query: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-media',
    {
      en: `\`@media ${query}\` cannot be answered here`,
      da: `\`@media ${query}\` kan ikke besvares her`,
    },
    {
      reference: 'docs/css.md#at-rules',
      span,
      hints: [
        ...near(word),
        hint(
          'use `press`, `print`, `screen` or `all`',
          'brug `press`, `print`, `screen` eller `all`',
        ),
      ],
    },
  );
}

export function wrongCondition(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/wrong-condition',
    {
      en: `\`${found}\` is not a condition of \`@supports\``,
      da: `\`${found}\` er ikke en betingelse for \`@supports\``,
    },
    { span, hints: [hint('write `(property: value)`', 'skriv `(egenskab: værdi)`')] },
  );
}

export function wrongPageSelector(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/unknown-selector',
    {
      en: `\`@page ${found}\` names no page`,
      da: `\`@page ${found}\` nævner ingen side`,
    },
    {
      reference: 'docs/css.md#at-rules',
      span,
      hints: [
        hint(
          'write a name, `:first`, `:left`, `:right` or `:blank`',
          'skriv et navn, `:first`, `:left`, `:right` eller `:blank`',
        ),
      ],
    },
  );
}

export function unknownDescriptor(
  severity: Severity,
  rule: string,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-descriptor',
    {
      en: `\`@${rule}\` has no \`${name}\``,
      da: `\`@${rule}\` har ingen \`${name}\``,
    },
    { reference: 'docs/css.md#at-rules', span, hints: near(word) },
  );
}

/** A list's or counter's style that no rule and no standard defines. */
export function unknownCounterStyle(
  severity: Severity,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-counter-style',
    {
      en: `no \`@counter-style\` declares \`${name}\`; numbers are written as \`decimal\``,
      da: `ingen \`@counter-style\` angiver \`${name}\`; tal skrives som \`decimal\``,
    },
    { reference: 'docs/css.md#at-rules', span, hints: near(word) },
  );
}

export function wrongScope(severity: Severity, span: At): Diagnostic {
  return problem(
    severity,
    'css/wrong-scope',
    {
      en: '`@scope` takes selectors in brackets',
      da: '`@scope` tager selektorer i parentes',
    },
    { span, hints: [hint('`@scope (.card) to (.text)`', '`@scope (.card) to (.text)`')] },
  );
}

export function descriptorMissing(
  severity: Severity,
  rule: string,
  name: string,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/descriptor-missing',
    {
      en: `\`@${rule}\` needs \`${name}\``,
      da: `\`@${rule}\` mangler \`${name}\``,
    },
    { span },
  );
}

export function localFont(name: string, span: At): Diagnostic {
  return problem(
    'note',
    'css/local-font',
    {
      en: `\`local(${name})\` is ignored: only the project’s own fonts are used`,
      da: `\`local(${name})\` bruges ikke: kun projektets egne skrifter bruges`,
    },
    { span },
  );
}

export function importCircle(severity: Severity, path: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/import-circle',
    {
      en: `\`${path}\` imports itself`,
      da: `\`${path}\` importerer sig selv`,
    },
    { span },
  );
}

/** `css/too-many-imports`: the sheets beyond are left out. */
export function tooManyImports(limit: number, span: At): Diagnostic {
  return problem(
    'error',
    'css/too-many-imports',
    {
      en: `the style sheets import more than ${limit} others`,
      da: `stilarkene importerer mere end ${limit} andre`,
    },
    { span, hints: [hint('import each sheet once', 'importér hvert stilark én gang')] },
  );
}

export function wrongImport(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/wrong-import',
    {
      en: `\`@import ${found}\` names no file`,
      da: `\`@import ${found}\` nævner ingen fil`,
    },
    { span, hints: [hint('write `@import "file.css";`', 'skriv `@import "fil.css";`')] },
  );
}

export function wrongNamespace(severity: Severity, found: string, span: At): Diagnostic {
  return problem(
    severity,
    'css/wrong-namespace',
    {
      en: `\`@namespace ${excerpt(found)}\` names no namespace`,
      da: `\`@namespace ${excerpt(found)}\` nævner intet navnerum`,
    },
    {
      span,
      hints: [
        hint(
          'write `@namespace svg "http://www.w3.org/2000/svg";`',
          'skriv `@namespace svg "http://www.w3.org/2000/svg";`',
        ),
      ],
    },
  );
}
