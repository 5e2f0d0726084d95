/** Wording: the syntax of sheets and selectors. */
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

type At = Span | undefined;

function syntax(en: string, da: string, span: At, hints: readonly Hint[]): Diagnostic {
  return problem('error', 'css/syntax', { en, da }, { span, hints });
}

/** At most 40 characters of one line. */
export function excerpt(text: string): string {
  return shorten(text, 40);
}

export function unexpected(found: string, span: At): Diagnostic {
  return syntax(`unexpected \`${found}\``, `uventet \`${found}\``, span, [
    hint(
      'look for a bracket too many, or one missing before',
      'se efter en parentes for meget, eller en der mangler før',
    ),
  ]);
}

export function unclosedBlock(span: At): Diagnostic {
  return syntax('the block is never closed', 'blokken bliver aldrig lukket', span, [
    hint('add the missing `}`', 'tilføj den manglende `}`'),
  ]);
}

export function unclosedComment(span: At): Diagnostic {
  return syntax('the comment is never closed', 'kommentaren bliver aldrig lukket', span, [
    hint('add the missing `*/`', 'tilføj den manglende `*/`'),
  ]);
}

export function unclosedString(span: At): Diagnostic {
  return syntax(
    'the text in quotes does not end on its line',
    'teksten i anførselstegn slutter ikke på sin linje',
    span,
    [hint('add the missing quote', 'tilføj det manglende anførselstegn')],
  );
}

/** `css/too-deep`: more levels of brackets than are read; the sheet is left out. */
export function tooDeep(limit: number, span: At): Diagnostic {
  return problem(
    'error',
    'css/too-deep',
    {
      en: `more than ${limit} brackets stand inside each other; nothing of this sheet is used`,
      da: `mere end ${limit} parenteser står inden i hinanden; intet af stilarket bruges`,
    },
    { span },
  );
}

export function badUrl(found: string, span: At): Diagnostic {
  return syntax(
    `\`${excerpt(found)}\` is not an address`,
    `\`${excerpt(found)}\` er ikke en adresse`,
    span,
    [hint('put the address in quotes', 'sæt adressen i anførselstegn')],
  );
}

export function notADeclaration(found: string, span: At): Diagnostic {
  return syntax(
    `\`${excerpt(found)}\` is neither a declaration nor a rule`,
    `\`${excerpt(found)}\` er hverken en erklæring eller en regel`,
    span,
    [hint('write `property: value;`', 'skriv `egenskab: værdi;`')],
  );
}

export function notARule(found: string, span: At): Diagnostic {
  return syntax(
    `\`${excerpt(found)}\` is not followed by a block`,
    `\`${excerpt(found)}\` følges ikke af en blok`,
    span,
    [hint('write `selector { property: value; }`', 'skriv `selektor { egenskab: værdi; }`')],
  );
}

export function missingSemicolon(name: string, span: At): Diagnostic {
  return syntax(
    `the value of \`${name}\` runs on into the next declaration`,
    `værdien af \`${name}\` fortsætter ind i den næste erklæring`,
    span,
    [hint('add a `;` before this', 'tilføj et `;` før dette')],
  );
}

export function valueMissing(name: string, span: At): Diagnostic {
  return syntax(`\`${name}\` has no value`, `\`${name}\` har ingen værdi`, span, []);
}

export function unknownImportant(word: string, span: At): Diagnostic {
  return syntax(`unknown \`!${word}\``, `ukendt \`!${word}\``, span, didYouMean('!important'));
}

export function wrongSelector(found: string, span: At): Diagnostic {
  const what = found === '' ? 'the end of the selector' : `\`${excerpt(found)}\``;
  const hvad = found === '' ? 'selektorens slutning' : `\`${excerpt(found)}\``;
  return syntax(`unexpected ${what} in a selector`, `uventet ${hvad} i en selektor`, span, []);
}

export function unknownSelector(
  severity: Severity,
  selector: string,
  word: string | undefined,
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unknown-selector',
    { en: `unknown selector \`${selector}\``, da: `ukendt selektor \`${selector}\`` },
    { reference: 'docs/css.md#selectors', span, hints: didYouMean(word) },
  );
}

export function unsupportedSelector(
  severity: Severity,
  selector: string,
  hints: readonly Hint[],
  span: At,
): Diagnostic {
  return problem(
    severity,
    'css/unsupported-selector',
    {
      en: `\`${selector}\` is a selector of CSS, but not supported here`,
      da: `\`${selector}\` er en selektor i CSS, men understøttes ikke her`,
    },
    { reference: 'docs/css.md#selectors', span, hints },
  );
}

/** A state or box of the screen: a warning, since leaving it out changes nothing on paper. */
export function neverMatches(selector: string, hints: readonly Hint[], span: At): Diagnostic {
  return problem(
    'warning',
    'css/no-effect',
    {
      en: `\`${selector}\` never matches anything on paper`,
      da: `\`${selector}\` rammer aldrig noget på papir`,
    },
    { reference: 'docs/css.md#selectors', span, hints },
  );
}
