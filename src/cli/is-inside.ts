import { isAbsolute, relative, sep } from 'node:path';

/** True for a folder itself, a file in it, and a file in a folder below it. */
export function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
