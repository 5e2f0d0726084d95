/** Every message of this folder, in English and in Danish. */
import { type Finding, type Hint, hint, problem, ptToMm, type Related, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { StyledDocument } from '../style/index.ts';

/** A length as people measure it, with at most one decimal. */
function mm(pt: number): { readonly en: string; readonly da: string } {
  const rounded = (Math.round(ptToMm(pt) * 10) / 10).toString();
  return { en: `${rounded} mm`, da: `${rounded.replace('.', ',')} mm` };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** An element as its author knows it: `.letter`, `#top`, `<p>`. */
export function nameOf(element: ElementNode | null): string {
  if (!element) return 'page';
  const id = element.attributes.get('id');
  if (id) return `#${id}`;
  const name = element.attributes.get('class')?.trim().split(/\s+/)[0];
  return name ? `.${name}` : `<${element.tag}>`;
}

export function unsupportedFloat(element: ElementNode, styled: StyledDocument): Finding {
  const name = nameOf(element);
  return problem(
    'warning',
    'layout/unsupported-float',
    {
      en: `\`float\` is not supported: \`${name}\` is set as a block of its own`,
      da: `\`float\` er ikke understøttet: \`${name}\` sættes som en blok for sig`,
    },
    {
      span: styled.declarationOf(element, 'float') ?? element.span,
      hints: [
        hint(
          'put the picture and the text side by side with `display: flex` or `grid`',
          'sæt billede og tekst ved siden af hinanden med `display: flex` eller `grid`',
        ),
      ],
    },
  );
}
