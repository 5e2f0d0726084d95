/** Files of an earlier build that lie beside new ones and may no longer say the same. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const files = ['press.pdf', 'screen.pdf', 'sheets.pdf'];
const picturesFolder = 'pages/';

function hasPictures(folder: string): boolean {
  const place = join(folder, picturesFolder);
  return existsSync(place) && readdirSync(place).some((name) => name.endsWith('.png'));
}

/** Of a job's folder, what this program has made before and did not make this time: `made` are its paths. */
export function earlierFiles(folder: string, made: readonly string[]): readonly string[] {
  const old = files.filter((name) => !made.includes(name) && existsSync(join(folder, name)));
  const isNew = made.some((path) => path.startsWith(picturesFolder));
  return !isNew && hasPictures(folder) ? [...old, picturesFolder] : old;
}
