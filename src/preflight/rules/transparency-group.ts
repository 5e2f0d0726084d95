import { as, nameOf, type PdfDictionary } from '../../pdf/index.ts';
import { type Art, type ArtPage, nameEntry } from '../art.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

const isMask = new Set<string | null>(['Luminosity', 'Alpha']);

/** Groups that only make a soft mask, and those drawn inside them: no ink is blended in these. */
function maskGroups({ file, dictionaries }: Art): ReadonlySet<PdfDictionary> {
  const groups = new Set<PdfDictionary>();
  const seen = new Set<PdfDictionary>();
  const addForm = (form: PdfDictionary) => {
    if (seen.has(form)) return;
    seen.add(form);
    const group = file.entry(form, 'Group', 'dictionary');
    if (group) groups.add(group);
    const resources = file.entry(form, 'Resources', 'dictionary');
    const drawn = resources && file.entry(resources, 'XObject', 'dictionary');
    for (const key of drawn?.entries.keys() ?? []) {
      const inner = drawn && file.entry(drawn, key, 'dictionary');
      if (inner) addForm(inner);
    }
  };
  for (const { dictionary } of dictionaries) {
    if (!isMask.has(nameEntry(file, dictionary, 'S'))) continue;
    const form = file.entry(dictionary, 'G', 'dictionary');
    if (form) addForm(form);
  }
  return groups;
}

function wrongSpaces(art: Art): readonly Offence[] {
  const { file } = art;
  const masks = maskGroups(art);
  return art.dictionaries.flatMap(({ number, dictionary }) => {
    if (nameEntry(file, dictionary, 'S') !== 'Transparency') return [];
    const object = file.resolve(dictionary.entries.get('CS'));
    const space = nameOf(object) ?? nameOf(as(object, 'array')?.items[0]);
    if (space === null || space === 'DeviceCMYK') return [];
    if (space === 'DeviceGray' && masks.has(dictionary)) return [];
    const message = say(
      `a transparency group (object ${number}) blends in \`${space}\`, expected \`DeviceCMYK\``,
      `en gennemsigtighedsgruppe (objekt ${number}) blander i \`${space}\`; der skal være \`DeviceCMYK\``,
    );
    return [{ message }];
  });
}

function isTransparent({ file }: Art, { events }: ArtPage): boolean {
  return events.some((event) => {
    if (event.alpha < 1 || (event.blend !== 'Normal' && event.blend !== 'Compatible')) return true;
    const image = event.kind === 'picture' && event.object !== null && file.object(event.object);
    return image ? (as(image, 'stream')?.dictionary.entries.has('SMask') ?? false) : false;
  });
}

export const transparencyGroup: PreflightRule = {
  code: 'preflight/transparency-group',
  title: say('transparency is blended in DeviceCMYK', 'gennemsigtighed blandes i DeviceCMYK'),
  severity: 'error',
  source: 'GWG 2022 R0030',
  check(art) {
    const { file, pages } = art;
    const open = pages.filter((page) => {
      const group = file.entry(page.dictionary, 'Group', 'dictionary');
      const hasSpace = group !== null && file.resolve(group.entries.get('CS')) !== null;
      return !hasSpace && isTransparent(art, page);
    });
    return [
      ...wrongSpaces(art),
      ...open.map((page) => ({
        message: say(
          'the page has transparency but does not say that it is blended in `DeviceCMYK`',
          'siden har gennemsigtighed, men siger ikke, at den blandes i `DeviceCMYK`',
        ),
        page,
      })),
    ];
  },
};
