/** The program's version, part of the bytes of every file it makes; a test holds it to package.json. */
export const version = '0.1.0';

/** The program's name as files carry it. */
export const programName = `trykklar ${version}`;
