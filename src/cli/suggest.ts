/** What may have been meant by a name that nothing has: the nearest one, else all there are. */
import { type Message, nearest } from '../base/index.ts';

export function suggest(name: string, known: readonly string[]): Message {
  const near = nearest(name, known);
  if (near !== undefined) return { en: `did you mean \`${near}\`?`, da: `mente du \`${near}\`?` };
  const list = known.map((each) => `\`${each}\``).join(', ');
  return { en: `there are ${list}`, da: `der er ${list}` };
}
