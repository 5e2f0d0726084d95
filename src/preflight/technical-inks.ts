/**
 * Spot inks of a file that print nothing: where to cut, to crease, to varnish. They count as no ink,
 * no registration mark falls on their plates, and a patch of one on a sheet's colour bar would be cut
 * out of it.
 */
import { identity } from '../base/index.ts';
import { as, type PdfDictionary, type PdfFile } from '../pdf/index.ts';
import { type ContentColor, plateNames } from './content/color-space.ts';
import type { Device } from './content/device.ts';
import { readPageContent } from './content/interpret.ts';
import type { Run } from './content/run.ts';

/** What cutting plotters and their users call such inks in files without layers for them. */
const usualNames =
  /^(?:(?:perf|crease)?cut ?contour|crease ?contour|(?:thru|through|kiss|die|perf|flexi?)[- ]?cut|die ?line|dies?|crease|perforation|stans(?:e|ning)?|big(?:ning|ge)?|perforering)$/i;

/** Notes which inks are used inside processing steps (ISO 19593-1), and which outside of them. */
class StepReader implements Device {
  readonly inSteps = new Set<string>();
  readonly printing = new Set<string>();
  readonly #contents: boolean[] = [];

  #note({ space }: ContentColor): void {
    const names = this.#contents.includes(true) ? this.inSteps : this.printing;
    for (const name of plateNames(space)) names.add(name);
  }

  path({ state }: Run, _outline: unknown, painting: { fills: boolean; strokes: boolean }): void {
    if (painting.fills) this.#note(state.fill);
    if (painting.strokes) this.#note(state.stroke);
  }

  glyph({ state }: Run): void {
    this.#note(state.fill);
  }

  picture({ state }: Run): void {
    this.#note(state.fill);
  }

  beginContent({ file }: Run, properties: PdfDictionary | null): void {
    const metadata = properties && file.entry(properties, 'GTS_Metadata', 'dictionary');
    this.#contents.push(metadata?.entries.has('GTS_ProcStepsGroup') ?? false);
  }

  endContent(): void {
    this.#contents.pop();
  }

  endText(): void {}
  shading(): void {}
  beginGroup(): void {}
  endGroup(): void {}
}

/** Whether the file has layers of processing steps: else its pages need not be read. */
function hasSteps(file: PdfFile): boolean {
  const layers = file.entry(file.catalog, 'OCProperties', 'dictionary');
  const groups = (layers && file.entry(layers, 'OCGs', 'array')?.items) ?? [];
  return groups.some((group) => {
    const dictionary = as(file.resolve(group), 'dictionary');
    const metadata = dictionary && file.entry(dictionary, 'GTS_Metadata', 'dictionary');
    return metadata?.entries.has('GTS_ProcStepsGroup') ?? false;
  });
}

/** Of `spots`, those that are instructions: by the file's layers, else by their names. */
export function technicalInks(
  file: PdfFile,
  pages: readonly PdfDictionary[],
  spots: readonly string[],
): ReadonlySet<string> {
  const technical = new Set(spots.filter((name) => usualNames.test(name)));
  if (!hasSteps(file)) return technical;
  const steps = new StepReader();
  const everything = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
  for (const page of pages) {
    const resources = file.entry(page, 'Resources', 'dictionary');
    readPageContent({ file, fonts: new Map() }, page, resources, identity, everything, steps);
  }
  for (const name of steps.inSteps) if (!steps.printing.has(name)) technical.add(name);
  return technical;
}
