/** Messages about what page-margin boxes take from pages. */
import { didYouMean, type Finding, problem, type Span } from '../base/index.ts';

/** `layout/unset-name`: a margin box asks for a named string, or a running element, that no element gives. */
export function unsetName(
  kind: 'string' | 'element',
  name: string,
  near: string | undefined,
  span: Span | undefined,
): Finding {
  const message =
    kind === 'string'
      ? {
          en: `no element on the pages sets the string \`${name}\`, so the margin box stays without it`,
          da: `intet element på siderne sætter strengen \`${name}\`, så margenfeltet står uden den`,
        }
      : {
          en: `no element on the pages is \`position: running(${name})\`, so the margin box stays without it`,
          da: `intet element på siderne er \`position: running(${name})\`, så margenfeltet står uden det`,
        };
  return problem('warning', 'layout/unset-name', message, {
    ...(span ? { span } : {}),
    hints: didYouMean(near),
    reference: 'docs/css.md#content',
  });
}
