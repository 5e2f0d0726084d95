/** Words of the user's in a message: one line, cut after `most` characters. */
export function shorten(text: string, most = 60): string {
  const characters = [...text.slice(0, most * 2 + 2).replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
