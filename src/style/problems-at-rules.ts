/** Wording: at-rules: unknown, misplaced or incomplete ones, and what stands in them. */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  type Message,
  problem,
  type Severity,
  type Span,
} from '../base/index.ts';
import { excerpt } from './problems-sheet.ts';

type At = Span | undefined;

const reference = 'docs/css.md#at-rules';

/** All of them are of one shape: what is wrong, where, and what to write. */
function atRule(
  severity: Severity,
  code: string,
  message: Message,
  span: At,
  hints: readonly Hint[] = [],
): Diagnostic {
  return problem(severity, `css/${code}`, message, { reference, span, hints });
}

export function unknownAtRule(
  severity: Severity,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  const message = { en: `unknown rule \`@${name}\``, da: `ukendt regel \`@${name}\`` };
  return atRule(severity, 'unknown-at-rule', message, span, didYouMean(word && `@${word}`));
}

export function unsupportedAtRule(
  severity: Severity,
  name: string,
  hints: readonly Hint[],
  span: At,
): Diagnostic {
  const message = {
    en: `\`@${name}\` is CSS, but not supported here`,
    da: `\`@${name}\` er CSS, men understøttes ikke her`,
  };
  return atRule(severity, 'unsupported-at-rule', message, span, hints);
}

export function misplacedAtRule(severity: Severity, name: string, span: At): Diagnostic {
  const message = {
    en: `\`@${name}\` has no effect here`,
    da: `\`@${name}\` har ingen virkning her`,
  };
  const where =
    name === 'import'
      ? hint('put `@import` before all other rules', 'sæt `@import` før alle andre regler')
      : hint(`put \`@${name}\` outside other rules`, `sæt \`@${name}\` uden for andre regler`);
  return atRule(severity, 'misplaced-at-rule', message, span, [where]);
}

export function unknownMedia(
  severity: Severity,
  query: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  const message = {
    en: `\`@media ${query}\` cannot be answered here`,
    da: `\`@media ${query}\` kan ikke besvares her`,
  };
  return atRule(severity, 'unknown-media', message, span, [
    ...didYouMean(word),
    hint('use `press`, `print`, `screen` or `all`', 'brug `press`, `print`, `screen` eller `all`'),
  ]);
}

export function unknownContainerQuery(
  severity: Severity,
  query: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  const message = {
    en: `\`@container ${query}\` cannot be answered here`,
    da: `\`@container ${query}\` kan ikke besvares her`,
  };
  return atRule(severity, 'unknown-container-query', message, span, [
    ...didYouMean(word),
    hint(
      'ask for `(width > 80mm)`, `(orientation: portrait)` and the like, or `style(--name: value)`',
      'spørg om `(width > 80mm)`, `(orientation: portrait)` og lignende, eller `style(--navn: værdi)`',
    ),
  ]);
}

export function wrongCondition(severity: Severity, found: string, span: At): Diagnostic {
  const message = {
    en: `\`${found}\` is not a condition of \`@supports\``,
    da: `\`${found}\` er ikke en betingelse for \`@supports\``,
  };
  const right = hint('write `(property: value)`', 'skriv `(egenskab: værdi)`');
  return atRule(severity, 'wrong-condition', message, span, [right]);
}

export function wrongPageSelector(severity: Severity, found: string, span: At): Diagnostic {
  const message = {
    en: `\`@page ${found}\` names no page`,
    da: `\`@page ${found}\` nævner ingen side`,
  };
  const right = hint(
    'write a name, `:first`, `:left`, `:right` or `:blank`',
    'skriv et navn, `:first`, `:left`, `:right` eller `:blank`',
  );
  return atRule(severity, 'unknown-selector', message, span, [right]);
}

export function unknownDescriptor(
  severity: Severity,
  rule: string,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  const message = {
    en: `\`@${rule}\` has no \`${name}\``,
    da: `\`@${rule}\` har ingen \`${name}\``,
  };
  return atRule(severity, 'unknown-descriptor', message, span, didYouMean(word));
}

/** A list's or counter's style that no rule and no standard defines. */
export function unknownCounterStyle(
  severity: Severity,
  name: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  const message = {
    en: `no \`@counter-style\` declares \`${name}\`; numbers are written as \`decimal\``,
    da: `ingen \`@counter-style\` angiver \`${name}\`; tal skrives som \`decimal\``,
  };
  return atRule(severity, 'unknown-counter-style', message, span, didYouMean(word));
}

export function wrongScope(severity: Severity, span: At): Diagnostic {
  const message = {
    en: '`@scope` takes selectors in brackets',
    da: '`@scope` tager selektorer i parentes',
  };
  const example = '`@scope (.card) to (.text)`';
  return atRule(severity, 'wrong-scope', message, span, [hint(example, example)]);
}

export function descriptorMissing(
  severity: Severity,
  rule: string,
  name: string,
  span: At,
): Diagnostic {
  const message = { en: `\`@${rule}\` needs \`${name}\``, da: `\`@${rule}\` mangler \`${name}\`` };
  return atRule(severity, 'descriptor-missing', message, span);
}

export function localFont(name: string, span: At): Diagnostic {
  const message = {
    en: `\`local(${name})\` is ignored: only the project’s own fonts are used`,
    da: `\`local(${name})\` bruges ikke: kun projektets egne skrifter bruges`,
  };
  return atRule('note', 'local-font', message, span);
}

export function importCircle(severity: Severity, path: string, span: At): Diagnostic {
  const message = { en: `\`${path}\` imports itself`, da: `\`${path}\` importerer sig selv` };
  const out = hint('take the `@import` away', 'fjern `@import`');
  return atRule(severity, 'import-circle', message, span, [out]);
}

/** `css/too-many-imports`: the sheets beyond are left out. */
export function tooManyImports(limit: number, span: At): Diagnostic {
  const message = {
    en: `the style sheets import more than ${limit} others`,
    da: `stilarkene importerer mere end ${limit} andre`,
  };
  const once = hint('import each sheet once', 'importér hvert stilark én gang');
  return atRule('error', 'too-many-imports', message, span, [once]);
}

export function wrongImport(severity: Severity, found: string, span: At): Diagnostic {
  const message = {
    en: `\`@import ${found}\` names no file`,
    da: `\`@import ${found}\` nævner ingen fil`,
  };
  const right = hint('write `@import "file.css";`', 'skriv `@import "fil.css";`');
  return atRule(severity, 'wrong-import', message, span, [right]);
}

export function wrongNamespace(severity: Severity, found: string, span: At): Diagnostic {
  const message = {
    en: `\`@namespace ${excerpt(found)}\` names no namespace`,
    da: `\`@namespace ${excerpt(found)}\` nævner intet navnerum`,
  };
  const example = '`@namespace svg "http://www.w3.org/2000/svg";`';
  const right = hint(`write ${example}`, `skriv ${example}`);
  return atRule(severity, 'wrong-namespace', message, span, [right]);
}
