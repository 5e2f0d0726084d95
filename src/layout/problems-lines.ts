/** What is said of lines that could not be set within their paragraph's limits. */
import { type Finding, hint, problem, type Rect, type Span } from '../base/index.ts';

export interface LineProblem {
  readonly page: string;
  readonly field: string | undefined;
  readonly span: Span | undefined;
  readonly rect: Rect;
}

function at({ page, field, rect }: LineProblem) {
  return { page, rect, ...(field === undefined ? {} : { field }) };
}

const remedies = [
  hint(
    'reword it, allow `hyphens: auto`, widen the column, or set the text ragged (`text-align: left`); `trykklar explain` shows what else was possible',
    'skriv den om, tillad `hyphens: auto`, gør spalten bredere, eller sæt teksten med løs højrekant (`text-align: left`); `trykklar explain` viser, hvad der ellers var muligt',
  ),
];

export interface LooseLines extends LineProblem {
  /** Word space of the loosest, and the most allowed, as shares of the font's own. */
  readonly wordSpace: number;
  readonly limit: number;
  /** Lines of the same paragraph that are too loose besides. */
  readonly others: number;
  /** Slightly beyond the limit nobody sees it. */
  readonly severity: 'warning' | 'note';
}

/** The loosest line of a paragraph whose limits nothing could keep. */
export function looseLine(loose: LooseLines): Finding {
  const { wordSpace, limit, others, severity, span } = loose;
  const percent = Math.round(wordSpace * 100);
  const most = Math.round(limit * 100);
  const [moreEn, moreDa] =
    others === 0
      ? ['', '']
      : [
          `; ${others} more ${others === 1 ? 'line' : 'lines'} of its paragraph ${others === 1 ? 'is' : 'are'} too loose`,
          others === 1
            ? '; en anden linje i afsnittet er også for løs'
            : `; ${others} andre linjer i afsnittet er også for løse`,
        ];
  return {
    ...problem(
      severity,
      'layout/loose-line',
      {
        en: `the word spaces of this line are ${percent} % of the font's own; the limit is ${most} %${moreEn}`,
        da: `ordmellemrummene i denne linje er ${percent} % af skriftens eget; grænsen er ${most} %${moreDa}`,
      },
      { span, hints: remedies },
    ),
    ...at(loose),
    measured: percent,
    limit: most,
    unit: 'percent',
  };
}

/** A justified line of one word that does not reach the edge. */
export function shortLine(short: LineProblem, missingPt: number): Finding {
  return {
    ...problem(
      'note',
      'layout/short-line',
      {
        en: 'this line is one word, which does not reach the right edge',
        da: 'denne linje er ét ord, som ikke når ud til højrekanten',
      },
      { span: short.span, hints: remedies },
    ),
    ...at(short),
    measured: Math.round(missingPt * 100) / 100,
    limit: 0,
    unit: 'pt',
  };
}

/** More hyphens in a row than the style allows: the other way were gaps of an em. */
export function hyphenStack(stack: LineProblem, lines: number, limit: number): Finding {
  return {
    ...problem(
      'warning',
      'layout/hyphen-stack',
      {
        en: `${lines} lines in a row end with a hyphen; the style allows ${limit}`,
        da: `${lines} linjer i træk ender med bindestreg; typografien tillader ${limit}`,
      },
      { span: stack.span, hints: remedies },
    ),
    ...at(stack),
    measured: lines,
    limit,
    unit: 'lines',
  };
}

/** A paragraph's last line of a few letters; other breaks would leave gaps. */
export function runt(last: LineProblem, letters: number, limit: number): Finding {
  const [lettersEn, lettersDa] =
    letters === 1 ? ['1 letter', '1 bogstav'] : [`${letters} letters`, `${letters} bogstaver`];
  return {
    ...problem(
      'note',
      'layout/runt',
      {
        en: `the last line of this paragraph has ${lettersEn} only`,
        da: `sidste linje i dette afsnit er kun på ${lettersDa}`,
      },
      {
        span: last.span,
        hints: [
          hint(
            'add a word or take one away, so that the paragraph ends with a longer line; `trykklar explain` shows what else was possible',
            'føj et ord til eller stryg et, så afsnittet slutter med en længere linje; `trykklar explain` viser, hvad der ellers var muligt',
          ),
        ],
      },
    ),
    ...at(last),
    measured: letters,
    limit,
    unit: 'letters',
  };
}
