/** Whether a profile's own words go with the printing condition that it stands for. */

/** The number of a FOGRA condition that a text names. */
const fograNumber = (text: string) => /fogra\s*(\d{2})/i.exec(text)?.[1];

/** Characterisations of other parts of the world, which no FOGRA condition is. */
const foreignFamily = /\b(?:swop|gracol|snap|japan\s?color|jmpa|euroscale|crpc\d)\b/i;

/**
 * True for a profile that says of itself (`description`) that it is for another condition than
 * `identifier`; of most names nobody can tell.
 */
export function isForAnother(description: string, identifier: string): boolean {
  const [said, meant] = [fograNumber(description), fograNumber(identifier)];
  if (meant === undefined) return false;
  return said === undefined ? foreignFamily.test(description) : said !== meant;
}
