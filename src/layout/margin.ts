/**
 * Collapsing margins (CSS 2 §8.3.1): of adjoining margins the largest positive and the most
 * negative count, and their sum is the used margin.
 */
export interface MarginStrut {
  readonly positive: number;
  readonly negative: number;
}

export const noMargin: MarginStrut = { positive: 0, negative: 0 };

export function strutOf(margin: number): MarginStrut {
  return margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };
}

/** Adjoining margins as one. */
export function joinStruts(one: MarginStrut, other: MarginStrut): MarginStrut {
  return {
    positive: Math.max(one.positive, other.positive),
    negative: Math.min(one.negative, other.negative),
  };
}

/** The used margin in pt. */
export function strutSize(strut: MarginStrut): number {
  return strut.positive + strut.negative;
}
