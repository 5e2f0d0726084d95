/** What `::first-line` and `::first-letter` may be given (css-pseudo-4 §2.1.2, §2.2.2). */
import type { PropertyName } from './properties/index.ts';

const ofLine =
  /^(?:font|color$|background|wordSpacing$|letterSpacing$|capitalSpacing$|textDecoration|textEmphasis|textFill|textStroke|textTransform$|lineHeight$|verticalAlign$|textShadow$|opacity$|overprint|hyphen|fill|stroke)/;

const ofLetter =
  /^(?:margin|padding|border|boxShadow$|float$|initialLetter|textIndent$|boxDecorationBreak$)/;

/** Whether a property set on the pseudo-element has an effect. */
export function appliesToPseudo(
  pseudo: 'first-line' | 'first-letter',
  name: PropertyName,
): boolean {
  return ofLine.test(name) || (pseudo === 'first-letter' && ofLetter.test(name));
}
