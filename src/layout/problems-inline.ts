/** Messages of boxes in lines. */
import { type Finding, hint, problem, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import { nameOf } from './problems.ts';

/** `layout/clone-in-lines`: `span` is the declaration of `box-decoration-break`. */
export function cloneInLines(element: ElementNode, span: Span | undefined): Finding {
  const name = `\`${nameOf(element)}\``;
  return problem(
    'warning',
    'layout/clone-in-lines',
    {
      en: `${name} goes over several lines, and gets no padding or border where a line breaks it, though \`box-decoration-break: clone\` asks for them`,
      da: `${name} går over flere linjer og får ikke luft eller ramme dér, hvor en linje brydes, selv om \`box-decoration-break: clone\` beder om det`,
    },
    {
      span: span ?? element.span,
      hints: [
        hint(
          'leave the sides without padding and give the words `box-shadow: 0.3em 0 0 COLOUR, -0.3em 0 0 COLOUR` instead',
          'lad siderne være uden luft, og giv i stedet ordene `box-shadow: 0.3em 0 0 FARVE, -0.3em 0 0 FARVE`',
        ),
      ],
      reference: 'docs/css.md#box-decoration-break',
    },
  );
}
