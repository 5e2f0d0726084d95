/** What preflight says outside of its rules, in English and in Danish. */
import { type Diagnostic, problem } from '../base/index.ts';

/** A file, or an object of it, that does not hold together. */
export function damagedFile(reason: string): Diagnostic {
  return problem('error', 'preflight/damaged-file', {
    en: `the PDF is damaged: \`${reason}\``,
    da: `PDF-filen er beskadiget: \`${reason}\``,
  });
}
