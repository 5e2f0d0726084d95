/** Messages about SVG drawings, in English and Danish. All are made where the picture stands. */
import {
  type Finding,
  hint,
  type Message,
  problem,
  type Severity,
  type Span,
} from '../base/index.ts';

/** The drawing a message is about, and the most precise place known. */
export interface SvgPlace {
  /** Path of the file; '' for an inline drawing. */
  readonly path: string;
  readonly page: string;
  readonly span: Span | undefined;
}

function finding(
  severity: Severity,
  code: string,
  message: Message,
  place: SvgPlace,
  hints: Finding['hints'] = [],
): Finding {
  const where = place.path === '' ? '' : ` (\`${place.path}\`)`;
  const located = { en: `${message.en}${where}`, da: `${message.da}${where}` };
  const made = problem(severity, code, located, { span: place.span, hints });
  return place.page ? { ...made, page: place.page } : made;
}

const outlines = hint(
  'convert the text to outlines in the drawing program',
  'omdan teksten til konturer i tegneprogrammet',
);

const flatten = hint(
  'expand or flatten the effect in the drawing program, or place the picture in the page instead',
  'udvid effekten eller samkopier gennemsigtigheden i tegneprogrammet, eller læg billedet direkte på siden',
);

/** A part of SVG that is not drawn: `text`, `filter`, `mask` and the like. */
export function unsupportedSvg(what: string, place: SvgPlace): Finding {
  const message = {
    en: `\`${what}\` in an SVG drawing is not supported and was left out`,
    da: `\`${what}\` i en SVG-tegning understøttes ikke og er udeladt`,
  };
  const hints = [what === 'text' ? outlines : flatten];
  return finding('error', 'display/svg-unsupported', message, place, hints);
}

/** A value that cannot be read. */
export function invalidSvgValue(attribute: string, value: string, place: SvgPlace): Finding {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const message = {
    en: `\`${attribute}="${shown}"\` in an SVG drawing cannot be read`,
    da: `\`${attribute}="${shown}"\` i en SVG-tegning kan ikke læses`,
  };
  return finding('error', 'display/svg-invalid', message, place);
}

/** `url(#id)` or `href="#id"` that leads nowhere, or back to itself. */
export function badSvgReference(id: string, reason: 'missing' | 'cycle', place: SvgPlace): Finding {
  const message =
    reason === 'missing'
      ? {
          en: `\`${id}\` is referred to in an SVG drawing but does not exist in it`,
          da: `\`${id}\` henvises der til i en SVG-tegning, men det findes ikke i den`,
        }
      : {
          en: `\`${id}\` in an SVG drawing contains itself`,
          da: `\`${id}\` i en SVG-tegning indeholder sig selv`,
        };
  return finding('error', 'display/svg-reference', message, place);
}

/** A drawing with more parts than are drawn. */
export function svgTooComplex(limit: Message, place: SvgPlace): Finding {
  const message = {
    en: `the SVG drawing is too large: more than ${limit.en}; the rest was left out`,
    da: `SVG-tegningen er for stor: mere end ${limit.da}; resten er udeladt`,
  };
  const hints = [
    hint(
      'simplify the drawing, or place it as a bitmap',
      'forenkl tegningen, eller læg den ind som et billede',
    ),
  ];
  return finding('error', 'display/svg-too-complex', message, place, hints);
}
