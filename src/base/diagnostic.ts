/**
 * What goes wrong, as values. A mistake of the user's is a `Diagnostic`; nothing is thrown for it.
 * A phase reports through `Context.report` and goes on with a stated fallback, so that one run
 * shows every problem.
 */
import type { Rect } from './geometry.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'note';
export type Language = 'en' | 'da';

/** The same sentence in English and in Danish. Lower case, no full stop, things in backticks. */
export interface Message {
  readonly en: string;
  readonly da: string;
}

/** An instruction: what to do about it. */
export interface Hint {
  readonly message: Message;
  /** What to write instead, where that is certain. */
  readonly replacement?: string;
}

/** Another place that explains how we got here. */
export interface Related {
  readonly span: Span;
  readonly label: Message;
}

export interface Diagnostic {
  readonly severity: Severity;
  /** `folder/what-is-wrong`, kebab-case: `css/unknown-property`. */
  readonly code: string;
  readonly message: Message;
  readonly span?: Span;
  readonly related: readonly Related[];
  readonly hints: readonly Hint[];
  /** Where the documentation speaks of it: `docs/css.md#width`. */
  readonly reference?: string;
}

/** A diagnostic with its place on a page and the figures that led to it. */
export interface Finding extends Diagnostic {
  /** Name of the page or panel. */
  readonly page?: string;
  /** In pt from the trim box's top left, y down. */
  readonly rect?: Rect;
  readonly measured?: number;
  readonly limit?: number;
  /** Unit of `measured` and `limit`: `lines`, `characters`, `ppi`, `percent`, `pt`, `mm`. */
  readonly unit?: string;
  /** Dotted path of the copy's field it concerns: `letter.body`. */
  readonly field?: string;
}

export type Report = (finding: Finding) => void;

/** What may be left out when a problem is written down. */
export interface ProblemDetails {
  readonly span?: Span | undefined;
  readonly related?: readonly Related[];
  readonly hints?: readonly Hint[];
  readonly reference?: string;
}

/** A diagnostic with empty lists where nothing is given. Every folder's `problems.ts` uses it. */
export function problem(
  severity: Severity,
  code: string,
  message: Message,
  details: ProblemDetails = {},
): Diagnostic {
  const { span, related = [], hints = [], reference } = details;
  const plain = { severity, code, message, related, hints };
  if (!span) return reference ? { ...plain, reference } : plain;
  return reference
    ? { severity, code, message, related, hints, span, reference }
    : { severity, code, message, related, hints, span };
}

/** Names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The name that may have been meant; `otherwise` where none is near. */
export function didYouMean(near: string | undefined, ...otherwise: readonly Hint[]) {
  return near === undefined
    ? otherwise
    : [hint(`did you mean \`${near}\`?`, `mente du \`${near}\`?`, near)];
}

/** A hint from its two wordings. */
export function hint(en: string, da: string, replacement?: string): Hint {
  return replacement === undefined ? { message: { en, da } } : { message: { en, da }, replacement };
}
