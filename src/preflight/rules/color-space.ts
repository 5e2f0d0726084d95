import { as, nameOf, type PdfObject } from '../../pdf/index.ts';
import type { Art } from '../art.ts';
import type { ColorSpace } from '../content/color-space.ts';
import type { PaintEvent } from '../content/events.ts';
import { worstOfEachPage } from '../judge.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

const forbidden: ReadonlySet<string> = new Set([
  'DeviceRGB',
  'CalRGB',
  'CalGray',
  'Lab',
  'ICCBased',
]);

/** The forbidden space that a space is or is built on. */
function forbiddenSpace(space: ColorSpace | null): string | null {
  if (!space) return null;
  return forbidden.has(space.family) ? space.family : forbiddenSpace(space.base);
}

function spaceOf(event: PaintEvent): ColorSpace | null {
  return event.kind === 'picture' || event.kind === 'shading' ? event.space : event.color.space;
}

/** A colour space that stands somewhere in the file, painted with or not. */
function forbiddenObject(art: Art, object: PdfObject): string | null {
  const name = nameOf(object);
  if (name === 'DeviceRGB') return name;
  const items = as(object, 'array')?.items ?? [];
  const family = nameOf(items[0]);
  const second = art.file.resolve(items[1]);
  if (family && forbidden.has(family) && (as(second, 'dictionary') ?? as(second, 'stream')))
    return family;
  return items.map((item) => forbiddenObject(art, item)).find((found) => found !== null) ?? null;
}

function unusedSpaces(art: Art): readonly Offence[] {
  const found = new Map<string, number>();
  const look = (number: number, object: PdfObject) => {
    const family = forbiddenObject(art, object);
    if (family !== null && !found.has(family)) found.set(family, number);
  };
  for (const { number, object } of art.objects) look(number, object);
  for (const { number, dictionary } of art.dictionaries)
    for (const value of dictionary.entries.values()) look(number, value);
  return [...found].map(([family, number]) => ({
    message: say(
      `object ${number} has colours in \`${family}\`, expected inks (DeviceCMYK, gray, spots)`,
      `objekt ${number} har farver i \`${family}\`; det skal være trykfarver (DeviceCMYK, grå, spotfarver)`,
    ),
  }));
}

export const colorSpace: PreflightRule = {
  code: 'preflight/color-space',
  title: say(
    'all colours are inks: no RGB, Lab or profile-based colour anywhere',
    'alle farver er trykfarver: ingen RGB-, Lab- eller profilbaserede farver nogen steder',
  ),
  severity: 'error',
  source: 'GWG 2022 R0027; ISO 15930-7:2010, colour spaces',
  check(art) {
    const painted = art.pages.flatMap((page) =>
      page.events.flatMap((event) => {
        const family = forbiddenSpace(spaceOf(event));
        return family === null ? [] : [{ page, event, family }];
      }),
    );
    if (painted.length === 0) return unusedSpaces(art);
    return worstOfEachPage(
      painted,
      () => 0,
      ({ event, family }) => ({
        message: say(
          `something is painted in \`${family}\`, expected inks (DeviceCMYK, gray, spots)`,
          `noget er tegnet i \`${family}\`; det skal være trykfarver (DeviceCMYK, grå, spotfarver)`,
        ),
        rect: event.rect,
      }),
    );
  },
};
