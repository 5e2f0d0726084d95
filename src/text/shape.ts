/** A character that none of a style's fonts has. */
export interface MissingCharacter {
  /** Index of the item. */
  readonly item: number;
  /** UTF-16 offset in the item's text. */
  readonly offset: number;
  readonly character: string;
}
