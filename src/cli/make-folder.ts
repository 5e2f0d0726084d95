/** Folders that outputs go into. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where the system says of a
 * folder that is there that it is not (`/proc`, a network drive that went away).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // A file of that name is refused here, in the words of the system.
    mkdirSync(folder, { recursive: true });
    return;
  }
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another build may have made it in the meantime.
    if (!existsSync(folder)) throw error;
  }
}
