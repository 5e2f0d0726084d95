/** Messages about elements that generated content refers to. */
import { type Finding, hint, problem } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';

const giveId = (id: string) =>
  hint(
    `give the element that is meant \`id="${id}"\``,
    `giv det element, der menes, \`id="${id}"\``,
  );

/** `layout/unknown-target`: a page number is asked of an id that no element has. */
export function unknownTarget(id: string, element: ElementNode): Finding {
  return problem(
    'error',
    'layout/unknown-target',
    {
      en: `no page has an element with the id \`${id}\`, so its page number is unknown`,
      da: `intet element på siderne har id’et \`${id}\`, så dets sidetal er ukendt`,
    },
    { span: element.span, hints: [giveId(id)] },
  );
}

/** `layout/unknown-target`: words are asked of an id that no element has. */
export function unknownText(id: string, element: ElementNode): Finding {
  return problem(
    'error',
    'layout/unknown-target',
    {
      en: `no element has the id \`${id}\`, so its words are unknown`,
      da: `intet element har id’et \`${id}\`, så dets ord er ukendte`,
    },
    { span: element.span, hints: [giveId(id)] },
  );
}
