/** Roles as people call them: `back` is «bagside», `inside2` is «inderside 2». */
import type { Message } from '../base/index.ts';

const stems: Readonly<Record<string, Message>> = {
  front: { en: 'front', da: 'forside' },
  back: { en: 'back', da: 'bagside' },
  flap: { en: 'flap', da: 'flap' },
  flapLeft: { en: 'left flap', da: 'venstre flap' },
  flapRight: { en: 'right flap', da: 'højre flap' },
  inside: { en: 'inside', da: 'inderside' },
  outside: { en: 'outside', da: 'yderside' },
  spread: { en: 'spread', da: 'opslag' },
  page: { en: 'page', da: 'side' },
};

/** A panel's name, with its number where the role has one; an unknown role is its own name. */
export function panelName(role: string): Message {
  const [, stem = '', number = ''] = /^([a-zA-Z]+?)-?(\d*)$/.exec(role) ?? [];
  const name = Object.hasOwn(stems, stem) ? stems[stem] : undefined;
  if (!name) return { en: role, da: role };
  const tail = number === '' ? '' : ` ${Number(number)}`;
  return { en: `${name.en}${tail}`, da: `${name.da}${tail}` };
}

/** A flat side of a folder. */
export const sideNames: Readonly<Record<'outside' | 'inside', Message>> = {
  outside: { en: 'outside', da: 'udvendig side' },
  inside: { en: 'inside', da: 'indvendig side' },
};
