/**
 * Work that needs only what it is given, so that it can be done on any thread. Input and result are
 * made of plain values and typed arrays.
 */
export interface Task<Input, Result> {
  /** As threads know it. */
  readonly name: string;
  run(input: Input): Promise<Result>;
}

/** Threads beside the main one. The result is the same on each. */
export interface Helpers {
  /** How many there are at most. */
  readonly count: number;
  /** Work is sure to come: one begins to make itself ready for it. */
  expectWork(): Promise<void>;
  /**
   * Tasks of one `subject` go to the thread that had its first, which may find there what that one
   * has made ready.
   */
  run<Input, Result>(task: Task<Input, Result>, input: Input, subject?: string): Promise<Result>;
}
