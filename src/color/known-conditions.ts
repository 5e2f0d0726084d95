/**
 * Printing conditions by the identifier that the output intent names (the ICC registry's name).
 * Limits from the profiles' makers (ECI, FOGRA); a printer's answer changes one line here.
 */
export interface KnownCondition {
  /** Sum of inks that the press takes, in percent. */
  readonly totalInkLimitPercent: number;
  /** `OutputCondition` of the output intent: what is printed on what. */
  readonly outputCondition: string;
}

const offset = 'Offset printing, according to ISO';

export const knownConditions: ReadonlyMap<string, KnownCondition> = new Map([
  [
    'FOGRA39',
    {
      totalInkLimitPercent: 330,
      outputCondition: `${offset} 12647-2:2004/Amd 1, OFCOM, paper type 1 or 2 = coated art, 115 g/m2, tone value increase curves A (CMY) and B (K)`,
    },
  ],
  [
    'FOGRA47',
    {
      totalInkLimitPercent: 300,
      outputCondition: `${offset} 12647-2:2004/Amd 1, OFCOM, paper type 4 = uncoated white, 115 g/m2, tone value increase curves C (CMY) and D (K)`,
    },
  ],
  [
    'FOGRA51',
    {
      totalInkLimitPercent: 300,
      outputCondition: `${offset} 12647-2:2013, 115 g/m2, tone value increase curves A (CMYK)`,
    },
  ],
  [
    'FOGRA52',
    {
      totalInkLimitPercent: 300,
      outputCondition: `${offset} 12647-2:2013, wood-free uncoated, 120 g/m2, tone value increase curves C (CMYK)`,
    },
  ],
]);

/** For a condition we do not know: the least that offset presses agree on. */
export const cautiousInkLimitPercent = 300;

/** The registry that the identifiers come from. */
export const registryName = 'http://www.color.org';
