declare global {
  /** Set by the bundler: the digest of the program with all that its results depend on. */
  var trykklarProgramId: string | undefined;
}

/**
 * Tells one build of the program from another: what it kept of its own work serves the same program
 * alone. Null where the program runs from its sources, which change from run to run.
 */
export function programId(): string | null {
  return globalThis.trykklarProgramId ?? null;
}
