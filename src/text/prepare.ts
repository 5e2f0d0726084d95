/** Loads what shaping and hyphenation need. */
export async function prepareShaping(_languages: readonly string[]): Promise<void> {}
