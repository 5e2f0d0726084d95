/** A fault of ours, never of the user's. The command line answers it with exit code 70. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** Throws `InternalError` where something that must hold does not. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new InternalError(what);
}
