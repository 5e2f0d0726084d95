/** The four process inks in both languages; a spot ink is called what it is called. */
import type { Message } from '../base/index.ts';

const names: Readonly<Record<string, Message>> = {
  cyan: { en: 'cyan', da: 'cyan' },
  magenta: { en: 'magenta', da: 'magenta' },
  yellow: { en: 'yellow', da: 'gul' },
  black: { en: 'black', da: 'sort' },
};

export function inkName(ink: string): Message {
  const key = ink.toLowerCase();
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? { en: ink, da: ink };
}
