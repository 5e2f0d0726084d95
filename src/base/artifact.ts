/** An output, not yet on disk. Only `cli` writes it. */
export interface Artifact {
  /** File name under `out/<job>/`, with `/`: `press.pdf`, `pages/front.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
