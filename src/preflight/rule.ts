/**
 * What a preflight rule is, and how a rule says what it found. One rule a file under `rules/`;
 * everything about it stands in that one value: code, wording, severity, source, test.
 */
import type { Hint, Message, Rect, Severity } from '../base/index.ts';
import type { Art, ArtPage } from './art.ts';

/** One thing a rule objects to. */
export interface Offence {
  readonly message: Message;
  /** Where it stands; absent for the file as a whole. */
  readonly page?: ArtPage;
  /** In pt from the trim box's top left, y down. */
  readonly rect?: Rect | null;
  /** Full precision; only messages round. */
  readonly measured?: number;
  readonly limit?: number;
  readonly unit?: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly hints?: readonly Hint[];
}

export interface PreflightRule {
  /** `preflight/` and the file's name. */
  readonly code: string;
  /** What the rule demands, in one line. */
  readonly title: Message;
  readonly severity: Severity;
  /** The standard or house rule behind it. */
  readonly source: string;
  check(art: Art): readonly Offence[];
}

/** The same sentence in both languages. */
export function say(en: string, da: string): Message {
  return { en, da };
}
