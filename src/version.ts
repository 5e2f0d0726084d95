/** The program's name as files carry it. The version is part of the bytes of every PDF. */
import packageJson from '../package.json' with { type: 'json' };

export const programName = `trykklar ${packageJson.version}`;
