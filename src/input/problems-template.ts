/** Wording: templates. */
import {
  type Diagnostic,
  didYouMean,
  hint,
  listed,
  type Message,
  problem,
  type Span,
} from '../base/index.ts';

/** The nearest name, or all of them. */
function known(near: string | undefined, names: readonly string[]) {
  const all = hint(`known here: ${listed(names)}`, `kendte her: ${listed(names)}`);
  return didYouMean(near, ...(names.length === 0 ? [] : [all]));
}

/** What Handlebars' parser stumbled on, by the name of its token. */
const tokenWording: Readonly<Record<string, Message>> = {
  EOF: { en: 'the file ends too early', da: 'filen slutter for tidligt' },
  INVALID: { en: 'this character cannot stand here', da: 'dette tegn kan ikke stå her' },
  OPEN_ENDBLOCK: {
    en: 'this closes a block that is not open',
    da: 'dette lukker en blok, der ikke er åben',
  },
  CLOSE: {
    en: '`}}` comes too early, or a brace is missing',
    da: '`}}` kommer for tidligt, eller en klamme mangler',
  },
  CLOSE_UNESCAPED: { en: '`}}}` closes what `{{` opened', da: '`}}}` lukker det, som `{{` åbnede' },
};

const anyToken: Message = {
  en: 'this does not belong here',
  da: 'dette hører ikke til her',
};

export function templateEmpty(path: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/empty-template',
    { en: `\`${path}\` is empty`, da: `\`${path}\` er tom` },
    {
      span,
      hints: [
        hint(
          'write the pages, one element each, or look for an earlier version of the file',
          'skriv siderne, ét element til hver, eller find en tidligere udgave af filen',
        ),
      ],
    },
  );
}

/** `token` is the name that Handlebars' parser has for what it found. */
export function templateSyntax(token: string, span: Span): Diagnostic {
  const detail = tokenWording[token] ?? anyToken;
  return problem(
    'error',
    'input/template-syntax',
    {
      en: `the template cannot be understood: ${detail.en}`,
      da: `skabelonen kan ikke forstås: ${detail.da}`,
    },
    {
      span,
      hints: [
        hint(
          'a field is written `{{name}}`, a block `{{#each list}} … {{/each}}`',
          'et felt skrives `{{navn}}`, en blok `{{#each liste}} … {{/each}}`',
        ),
      ],
    },
  );
}

export function blockMismatch(opened: string, closed: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/template-syntax',
    {
      en: `\`{{/${closed}}}\` closes what \`{{#${opened}}}\` opened`,
      da: `\`{{/${closed}}}\` lukker det, som \`{{#${opened}}}\` åbnede`,
    },
    { span, hints: [hint(`write \`{{/${opened}}}\``, `skriv \`{{/${opened}}}\``)] },
  );
}

export function blockUnclosed(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/template-syntax',
    { en: `\`{{#${name}}}\` is never closed`, da: `\`{{#${name}}}\` bliver aldrig lukket` },
    { span, hints: [hint(`write \`{{/${name}}}\``, `skriv \`{{/${name}}}\``)] },
  );
}

export function templateFieldUnknown(
  path: string,
  span: Span,
  near: string | undefined,
  names: readonly string[],
): Diagnostic {
  return problem(
    'error',
    'input/unknown-template-field',
    { en: `the copy has no \`${path}\` here`, da: `teksten har intet \`${path}\` her` },
    { span, hints: known(near, names) },
  );
}

export function notPrintable(path: string, names: readonly string[], span: Span): Diagnostic {
  return problem(
    'error',
    'input/not-printable',
    {
      en: `\`${path}\` is several fields, not one that can be printed`,
      da: `\`${path}\` er flere felter, ikke ét, der kan trykkes`,
    },
    { span, hints: known(undefined, names) },
  );
}

export function functionUnknown(
  name: string,
  span: Span,
  near: string | undefined,
  names: readonly string[],
): Diagnostic {
  return problem(
    'error',
    'input/unknown-function',
    { en: `there is no function \`${name}\``, da: `der er ingen funktion \`${name}\`` },
    { span, hints: known(near, names) },
  );
}

export function functionMisused(name: string, usage: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/function-arguments',
    {
      en: `\`${name}\` is called with the wrong number of arguments or an unknown option`,
      da: `\`${name}\` kaldes med et forkert antal argumenter eller en ukendt indstilling`,
    },
    { span, hints: [hint(`write \`${usage}\``, `skriv \`${usage}\``)] },
  );
}

/** `wanted` follows after "needs". */
export function functionArgument(
  name: string,
  wanted: Message,
  found: string,
  span: Span,
): Diagnostic {
  return problem(
    'error',
    'input/function-value',
    {
      en: `\`${name}\` needs ${wanted.en}, not \`${found}\``,
      da: `\`${name}\` skal have ${wanted.da}, ikke \`${found}\``,
    },
    { span },
  );
}

export function panelUnknown(
  role: string,
  roles: readonly string[],
  near: string | undefined,
  span: Span,
): Diagnostic {
  return problem(
    'error',
    'input/unknown-panel',
    { en: `there is no panel \`${role}\``, da: `der er ingen side \`${role}\`` },
    { span, hints: known(near, roles) },
  );
}

export function qrTooLong(length: number, span: Span): Diagnostic {
  return problem(
    'error',
    'input/qr-too-long',
    {
      en: `${length} characters do not fit in a QR code`,
      da: `${length} tegn kan ikke være i en QR-kode`,
    },
    { span },
  );
}

export function partialMissing(
  name: string,
  span: Span,
  near: string | undefined,
  names: readonly string[],
): Diagnostic {
  return problem(
    'error',
    'input/unknown-partial',
    {
      en: `there is no partial \`${name}\` (looked for \`partials/${name}.hbs\` in the template and in \`templates/shared\`)`,
      da: `der er ingen delskabelon \`${name}\` (ledte efter \`partials/${name}.hbs\` i skabelonen og i \`templates/shared\`)`,
    },
    { span, hints: known(near, names) },
  );
}

export function partialDynamic(span: Span): Diagnostic {
  return problem(
    'error',
    'input/dynamic-partial',
    {
      en: 'the name of a partial must be written out',
      da: 'navnet på en delskabelon skal skrives ud',
    },
    { span },
  );
}

export function partialRecursion(name: string, depth: number, span: Span | undefined): Diagnostic {
  return problem(
    'error',
    'input/partial-recursion',
    {
      en: `the partial \`${name}\` calls itself without end (stopped after ${depth} times)`,
      da: `delskabelonen \`${name}\` kalder sig selv uden ende (stoppet efter ${depth} gange)`,
    },
    { span },
  );
}

export function templateTooLarge(span: Span): Diagnostic {
  return problem(
    'error',
    'input/template-too-large',
    {
      en: 'the template writes far more than a brochure can hold',
      da: 'skabelonen skriver langt mere, end en brochure kan rumme',
    },
    { span, hints: [hint('look for loops inside loops', 'se efter løkker inden i løkker')] },
  );
}

export function templateTooDeep(limit: number, span: Span): Diagnostic {
  return problem(
    'error',
    'input/template-too-deep',
    {
      en: `more than ${limit} blocks or brackets stand inside each other`,
      da: `mere end ${limit} blokke eller parenteser står inden i hinanden`,
    },
    { span },
  );
}

export function templateFailed(detail: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/template-failed',
    { en: `the template stopped: ${detail}`, da: `skabelonen gik i stå: ${detail}` },
    { span },
  );
}

export function rawMustache(span: Span): Diagnostic {
  return problem(
    'warning',
    'input/raw-output',
    {
      en: 'three braces are not needed: words are printed with their emphasis by `{{…}}`, and never as HTML',
      da: 'tre klammer er ikke nødvendige: `{{…}}` trykker ordene med fremhævning, og aldrig som HTML',
    },
    { span, hints: [hint('write two braces', 'skriv to klammer')] },
  );
}

export function blockUnsupported(name: string, span: Span): Diagnostic {
  return problem(
    'error',
    'input/unknown-block',
    { en: `there is no block \`{{#${name}}}\``, da: `der er ingen blok \`{{#${name}}}\`` },
    {
      span,
      hints: [
        hint(
          'the blocks are `#if`, `#unless`, `#each`, `#with` and `#> partial`',
          'blokkene er `#if`, `#unless`, `#each`, `#with` og `#> delskabelon`',
        ),
      ],
    },
  );
}

export function decoratorUnsupported(span: Span): Diagnostic {
  return problem(
    'error',
    'input/decorator',
    {
      en: 'partials inside a template (`{{#*inline}}`) are not used',
      da: 'delskabeloner inde i en skabelon (`{{#*inline}}`) bruges ikke',
    },
    {
      span,
      hints: [hint('make it a file in `partials/`', 'gør den til en fil i `partials/`')],
    },
  );
}

export function attributeUnquoted(span: Span): Diagnostic {
  return problem(
    'error',
    'input/unquoted-attribute',
    {
      en: 'words from the copy stand in a value without quotes',
      da: 'ord fra teksten står i en værdi uden anførselstegn',
    },
    { span, hints: [hint('write `name="{{…}}"`', 'skriv `navn="{{…}}"`')] },
  );
}

export function copyInTag(span: Span): Diagnostic {
  return problem(
    'error',
    'input/copy-in-tag',
    {
      en: 'words from the copy cannot be part of a tag',
      da: 'ord fra teksten kan ikke være en del af et mærke (tag)',
    },
    { span },
  );
}

export function copyInStyle(span: Span): Diagnostic {
  return problem(
    'error',
    'input/copy-in-style',
    {
      en: 'words from the copy cannot be part of a style sheet',
      da: 'ord fra teksten kan ikke være en del af et stilark',
    },
    { span },
  );
}
