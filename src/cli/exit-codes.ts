/** What the program tells the shell. */
export const exitCodes = {
  ok: 0,
  /** The job has errors (or warnings, with `--strict`). */
  findings: 1,
  /** Wrong use of the command line, no such job, a folder that cannot be written. */
  usage: 2,
  /** A fault of ours. */
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A mistake in how the program was called or in what surrounds it: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly wording: { readonly en: string; readonly da: string };
  constructor(en: string, da: string) {
    super(en);
    this.wording = { en, da };
  }
}
