/** Wording: what YAML can do and copy may not: references, tags, keys that are no words, files without end. */
import { type Diagnostic, hint, problem, type Span } from '../base/index.ts';
import { quoteHint } from './problems-yaml.ts';

export function yamlUnknownAlias(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-alias',
    {
      en: `a text cannot begin with \`*\` without quotes: YAML takes \`*${name}\` as a reference, and nothing has that name`,
      da: `en tekst kan ikke begynde med \`*\` uden anførselstegn: YAML læser \`*${name}\` som en henvisning, og intet har det navn`,
    },
    { span, hints: [quoteHint] },
  );
}

export function yamlAliasBomb(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-alias-bomb',
    {
      en: 'references to references make this file grow beyond measure',
      da: 'henvisninger til henvisninger får filen til at vokse over alle grænser',
    },
    {
      span,
      hints: [
        hint('write the text out instead of `*name`', 'skriv teksten ud i stedet for `*navn`'),
      ],
    },
  );
}

export function yamlTooDeep(span: Span, limit: number): Diagnostic {
  return problem(
    'error',
    'input/yaml-too-deep',
    {
      en: `more than ${limit} levels inside each other`,
      da: `mere end ${limit} niveauer inden i hinanden`,
    },
    { span },
  );
}

export function yamlTooLarge(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-too-large',
    {
      en: 'the file has far more entries than a brochure can',
      da: 'filen har langt flere linjer og punkter, end en brochure kan have',
    },
    { span },
  );
}

export function yamlKeyNotText(span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-key',
    { en: 'a key must be one word of text', da: 'et feltnavn skal være ét ord' },
    { span },
  );
}

export function yamlTag(tag: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-tag',
    { en: `\`${tag}\` is not used here`, da: `\`${tag}\` bruges ikke her` },
    {
      span,
      hints: [
        hint(
          'put a text that begins with `!` in single quotes',
          'sæt en tekst, der begynder med `!`, i enkelte anførselstegn',
        ),
      ],
    },
  );
}

/** Words that YAML takes for the name of a piece that nothing refers to: they would not be printed. */
export function yamlAnchor(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/yaml-anchor',
    {
      en: `a text cannot begin with \`&\` without quotes: YAML takes \`&${name}\` as a name, and it would not be printed`,
      da: `en tekst kan ikke begynde med \`&\` uden anførselstegn: YAML læser \`&${name}\` som et navn, og det ville ikke blive trykt`,
    },
    { span, hints: [quoteHint] },
  );
}
