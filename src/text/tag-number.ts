/** A four-letter OpenType tag as the number HarfBuzz uses. */
export function tagNumber(tag: string): number {
  let value = 0;
  for (let i = 0; i < 4; i++) value = (value << 8) | (tag.charCodeAt(i) & 0xff);
  return value >>> 0;
}
