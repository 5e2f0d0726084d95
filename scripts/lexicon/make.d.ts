/** SHA-256 of all that the word list is made of, as eight words. */
export function digestOfSources(): Uint32Array;
