/** A folded sheet as a job asks for it. */
interface SizeMm {
  readonly width: number;
  readonly height: number;
}

export interface FolderForm {
  readonly kind: 'folder';
  /** Id of a fold scheme: `roll6`. */
  readonly scheme: string;
  /** Size of a full panel when folded. */
  readonly panelMm: SizeMm;
  /** Size of the flat sheet, where the job says that one; the panel's width then follows. */
  readonly flatMm: SizeMm | null;
  /** What a panel that folds in gives up; null: by the scheme's preset or the paper's weight. */
  readonly compensationMm: number | null;
  /** Folds are creased before folding. */
  readonly isCreased: boolean;
}
