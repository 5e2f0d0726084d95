/**
 * Work that needs only what it is given, so that it can be done on any thread. Input and result are
 * made of plain values and typed arrays.
 */
export interface Task<Input, Result> {
  /** As threads know it. */
  readonly name: string;
  run(input: Input): Promise<Result>;
}

/** What a thread hands over without copying it: numbers in one buffer, and where they lie in it. */
export interface Handed {
  readonly buffer: ArrayBuffer;
}

/** Work of many pieces that have something in common, done in their order. */
export interface SeriesTask<Setup, Input, Result extends Handed> {
  /** As threads know it. */
  readonly name: string;
  /** What does one piece, at once. */
  open(setup: Setup): Promise<(input: Input) => Result>;
}

/** Pieces that a thread works out ahead of their use. */
export interface Series<Result extends Handed> {
  /**
   * The result of a piece. Null where the thread has not begun it: then it will not, and whoever asks
   * does it. Where the thread is still at it, `meanwhile` is called, again and again, as long as it finds
   * something to do. Pieces are asked for in their order, each once.
   */
  take(piece: number, meanwhile: () => boolean): Result | null;
  /** True of a piece that the thread has not begun: it will not, and whoever asks does it. */
  claim(piece: number): boolean;
  /** No more will be asked for. */
  close(): void;
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
  /** Has one thread begin with a series, at most `lead` pieces ahead of those that were asked for. */
  openSeries<Setup, Input, Result extends Handed>(
    task: SeriesTask<Setup, Input, Result>,
    work: { readonly setup: Setup; readonly inputs: readonly Input[]; readonly lead: number },
  ): Promise<Series<Result>>;
}
