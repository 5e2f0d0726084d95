/**
 * Printing conditions by the identifier that the output intent names (the ICC registry's name).
 * Each is one data file under `assets/conditions/`, with its source and the day it was noted.
 */
import fogra39 from '../../assets/conditions/fogra39.json' with { type: 'json' };
import fogra47 from '../../assets/conditions/fogra47.json' with { type: 'json' };
import fogra51 from '../../assets/conditions/fogra51.json' with { type: 'json' };
import fogra52 from '../../assets/conditions/fogra52.json' with { type: 'json' };

export interface KnownCondition {
  readonly identifier: string;
  /** What people call it. */
  readonly name: string;
  readonly paper: string;
  /** `Info` of the output intent. */
  readonly info: string;
  /** `OutputCondition` of the output intent: what is printed on what. */
  readonly outputCondition: string;
  /** Sum of inks that the profile is made for, in percent. */
  readonly totalInkPercent: number;
  /** What presses take of it, where that is less. */
  readonly pressTotalInkPercent: number | null;
  readonly maxBlackPercent: number | null;
  /** Where the profile lies in the project, and what its maker calls the file. */
  readonly profile: string;
  readonly profileFile: string;
  /** Whether the profile comes with the program. */
  readonly profileShips: boolean;
  readonly source: string;
  /** The day these figures were noted. */
  readonly noted: string;
}

const list: readonly KnownCondition[] = [fogra39, fogra47, fogra51, fogra52];

export const knownConditions: ReadonlyMap<string, KnownCondition> = new Map(
  list.map((condition) => [condition.identifier, condition]),
);

/** For a condition we do not know: the least that offset presses agree on. */
export const cautiousInkLimitPercent = 300;

/** GWG 2022 R0026: more than this over 15 mm is a warning whatever the condition. */
export const usualInkLimitPercent = 320;

/** The registry that the identifiers come from. */
export const registryName = 'http://www.color.org';
