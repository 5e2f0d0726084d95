/** Everything that imposing tells the user, in English and Danish. */
import {
  type Diagnostic,
  didYouMean,
  type Hint,
  hint,
  listed,
  problem,
  type Span,
} from '../base/index.ts';
import { damageWords } from './damage-words.ts';
import { pagesText } from './pages-text.ts';
import type { BandSide } from './sheets/bands.ts';
import type { MarksLeftOut } from './sheets/sheet-marks.ts';

const number = (value: number, language: 'en' | 'da') => {
  const text = String(Math.round(value * 10) / 10);
  return language === 'da' ? text.replace('.', ',') : text;
};

const sizeText = ({ width, height }: SizeMm, language: 'en' | 'da') =>
  `${number(width, language)} × ${number(height, language)} mm`;

interface SizeMm {
  readonly width: number;
  readonly height: number;
}

function error(code: string, en: string, da: string, hints: readonly Hint[], span?: Span) {
  return problem('error', `impose/${code}`, { en, da }, { hints, span });
}

export function fileDamaged(file: string, reason: string): Diagnostic {
  const words = damageWords(reason);
  return error(
    'damaged-file',
    `\`${file}\` is no whole PDF file: ${words.en}`,
    `\`${file}\` er ikke en hel PDF-fil: ${words.da}`,
    [
      hint(
        'export it again from the program that made it; a mail or a download may have cut it off',
        'eksportér den igen fra det program, der lavede den; en mail eller en hentning kan have afkortet den',
      ),
    ],
  );
}

export function fileRepaired(file: string): Diagnostic {
  return problem('warning', 'impose/repaired', {
    en: `the table of objects in \`${file}\` is wrong; all objects were found without it`,
    da: `objekttabellen i \`${file}\` er forkert; alle objekter blev fundet uden den`,
  });
}

export function fileEncrypted(file: string): Diagnostic {
  return error('encrypted', `\`${file}\` is encrypted`, `\`${file}\` er krypteret`, [
    hint(
      'save it without password and restrictions; PDF/X allows neither',
      'gem den uden adgangskode og begrænsninger; PDF/X tillader ingen af delene',
    ),
  ]);
}

export function fileWithoutPages(file: string): Diagnostic {
  return error('no-pages', `\`${file}\` has no pages`, `\`${file}\` har ingen sider`, [
    hint('export it again', 'eksportér den igen'),
  ]);
}

export function fileWithForm(file: string, fields: number): Diagnostic {
  return error(
    'form-fields',
    `\`${file}\` is a form to fill in (${fields} ${fields === 1 ? 'field' : 'fields'}): what they show is not part of its pages`,
    `\`${file}\` er en formular, der kan udfyldes (${fields} ${fields === 1 ? 'felt' : 'felter'}): det, de viser, er ikke en del af siderne`,
    [flattenHint],
  );
}

const flattenHint = hint(
  'flatten it first: print it to PDF, or flatten fields in the program that made it',
  'gør felterne faste først: udskriv til PDF, eller fladgør dem i det program, der lavede filen',
);

/** A form of Adobe's XML kind: its pages hold at best a note that another program is needed. */
export function fileWithXfa(file: string): Diagnostic {
  return error(
    'form-fields',
    `\`${file}\` is an XFA form: its pages are made by the program that shows it`,
    `\`${file}\` er en XFA-formular: dens sider laves først af det program, der viser den`,
    [flattenHint],
  );
}

export function fileSigned(file: string): Diagnostic {
  return error(
    'signed',
    `\`${file}\` is signed or has a place for a signature: on sheets the signature would be lost`,
    `\`${file}\` er underskrevet digitalt eller har plads til en underskrift: på ark ville den gå tabt`,
    [
      hint(
        'send the file without signature, or print it to PDF first',
        'brug filen uden underskrift, eller udskriv den til PDF først',
      ),
    ],
  );
}

/** `impose/fonts-missing`: fonts that are not embedded. */
export function fontsMissing(names: readonly string[]): Diagnostic {
  const list = listed(names);
  return problem(
    'warning',
    'impose/fonts-missing',
    {
      en: `fonts are not embedded: ${list}; the press may set others in their place`,
      da: `skrifter er ikke indlejret: ${list}; trykkeriet kan komme til at bruge andre i stedet`,
    },
    { hints: [hint('export with all fonts embedded', 'eksportér med alle skrifter indlejret')] },
  );
}

export function annotationsLeftOut(pages: readonly number[], count: number): Diagnostic {
  const where = pagesText(pages);
  const [verb, what, hvad] =
    count === 1
      ? ['has', 'a comment or stamp', 'en kommentar eller et stempel']
      : [
          pages.length === 1 ? 'has' : 'have',
          `${count} comments or stamps`,
          `${count} kommentarer eller stempler`,
        ];
  return problem(
    'warning',
    'impose/annotations-left-out',
    {
      en: `${where.en} ${verb} ${what}: sheets leave out what is not part of the pages`,
      da: `${where.da} har ${hvad}: på arkene kommer kun det, der er en del af siderne`,
    },
    {
      hints: [
        hint('flatten them if they are to be printed', 'gør dem faste, hvis de skal trykkes'),
      ],
    },
  );
}

export function pageUnreadable(page: number, filters: readonly string[]): Diagnostic {
  const list = filters.join(', ') || '?';
  return error(
    'page-contents',
    `the contents of page ${page} cannot be read (${list})`,
    `indholdet af side ${page} kan ikke læses (${list})`,
    [hint('export the file again', 'eksportér filen igen')],
  );
}

export function pagesWithoutSize(pages: readonly number[]): Diagnostic {
  const { en, da } = pagesText(pages);
  const verb = pages.length === 1 ? 'has' : 'have';
  return error('page-size', `${en} ${verb} no size`, `${da} har intet mål`, [
    hint('export the file again', 'eksportér filen igen'),
  ]);
}

export function pageSizesDiffer(page: number, found: SizeMm, wanted: SizeMm): Diagnostic {
  return error(
    'page-size',
    `page ${page} is ${sizeText(found, 'en')}, page 1 is ${sizeText(wanted, 'en')}: all pages of a sheet must be of one size`,
    `side ${page} er ${sizeText(found, 'da')}, side 1 er ${sizeText(wanted, 'da')}: alle sider på et ark skal have samme mål`,
    [
      hint(
        'impose pages of another size (a cover, a fold-out) on their own',
        'læg sider med andet mål (omslag, fold-ud) på ark for sig',
      ),
    ],
  );
}

/** `pages` is not a multiple of what the scheme takes. */
export function pageCountWrong(
  scheme: string,
  pages: number,
  multipleOf: number,
  span?: Span,
): Diagnostic {
  const more = multipleOf - (pages % multipleOf);
  const less = pages % multipleOf;
  const first = pages + 1;
  const list = more === 1 ? `${first}` : `${first}–${first + more - 1}`;
  const hints = [
    hint(
      `add ${more} (${more === 1 ? 'page' : 'pages'} ${list}), or take ${less} out; blank pages are never added on their own`,
      `læg ${more} til (side ${list}), eller tag ${less} ud; der lægges aldrig blanke sider ind af sig selv`,
    ),
    ...(multipleOf === 2
      ? [hint('or print one side: `--one-sided`', 'eller tryk kun den ene side: `--one-sided`')]
      : []),
  ];
  return error(
    'page-count',
    `\`${scheme}\` takes a multiple of ${multipleOf} pages, and there are ${pages}`,
    `\`${scheme}\` skal have et sidetal, der er deleligt med ${multipleOf}, og der er ${pages}`,
    hints,
    span,
  );
}

export function sheetTooSmall(
  sheet: string,
  needs: SizeMm,
  room: SizeMm,
  smallest: string | null,
  span?: Span,
): Diagnostic {
  return error(
    'does-not-fit',
    `the pages need ${sizeText(needs, 'en')} with their bleed, and ${sheet} prints ${sizeText(room, 'en')}`,
    `siderne fylder ${sizeText(needs, 'da')} med beskæring, og ${sheet} kan trykke ${sizeText(room, 'da')}`,
    [
      smallest === null
        ? hint('no sheet is large enough', 'intet ark er stort nok')
        : hint(
            `the smallest sheet that holds them is ${smallest}`,
            `det mindste ark, der rummer dem, er ${smallest}`,
          ),
    ],
    span,
  );
}

export function schemeUnknown(
  id: string,
  near: string | undefined,
  known: readonly string[],
  span: Span,
): Diagnostic {
  const list = listed(known);
  return error(
    'unknown-scheme',
    `\`${id}\` is no way to impose`,
    `\`${id}\` er ikke en udskydning`,
    didYouMean(near, hint(`choose from ${list}`, `vælg mellem ${list}`)),
    span,
  );
}

export function sheetUnknown(name: string, known: readonly string[], span: Span): Diagnostic {
  const list = known.join(', ');
  return error(
    'unknown-sheet',
    `\`${name}\` is no sheet`,
    `\`${name}\` er ikke et ark`,
    [
      hint(
        `choose from ${list}, or write \`450 x 320 mm\``,
        `vælg mellem ${list}, eller skriv \`450 x 320 mm\``,
      ),
    ],
    span,
  );
}

/** `impose/cover`: only stitched pages lie inside a cover that pushes them out. */
export function coverUnstitched(scheme: string, span?: Span): Diagnostic {
  return error(
    'cover',
    `a cover moves no pages with \`${scheme}\``,
    `et omslag flytter ingen sider med \`${scheme}\``,
    [hint('leave `cover` out, or use `saddle`', 'udelad `cover`, eller brug `saddle`')],
    span,
  );
}

export function creepLarge(totalMm: number): Diagnostic {
  const round = (mm: number) => Math.round(mm * 100) / 100;
  return problem('warning', 'impose/creep', {
    en: `creep adds up to ${round(totalMm)} mm: the innermost pages move that far towards the spine`,
    da: `fremspringet er i alt ${String(round(totalMm)).replace('.', ',')} mm: de inderste sider flyttes så langt mod ryggen`,
  });
}

export function bleedMissing(): Diagnostic {
  return problem(
    'warning',
    'impose/no-bleed',
    {
      en: 'the pages have no bleed: art that runs to the edge may show a white rim when it is cut',
      da: 'siderne har ingen beskæring: farve, der går til kant, kan få en hvid rand, når der skæres',
    },
    {
      hints: [
        hint(
          'export with 3 mm bleed and a BleedBox',
          'eksportér med 3 mm til beskæring og en BleedBox',
        ),
      ],
    },
  );
}

export function placesEmpty(count: number): Diagnostic {
  return problem('note', 'impose/empty-places', {
    en:
      count === 1
        ? 'one place on the sheets stays empty'
        : `${count} places on the sheets stay empty`,
    da: count === 1 ? 'én plads på arkene er tom' : `${count} pladser på arkene er tomme`,
  });
}

const bandNames: Readonly<Record<BandSide, { readonly en: string; readonly da: string }>> = {
  top: { en: 'top', da: 'foroven' },
  bottom: { en: 'bottom', da: 'forneden' },
  left: { en: 'left', da: 'til venstre' },
  right: { en: 'right', da: 'til højre' },
};

/** Marks that no sheet has room for: a warning where they are to be cut by, else a note. */
export function marksLeftOut(sheets: readonly MarksLeftOut[]): Diagnostic | null {
  const sides = (['top', 'bottom', 'left', 'right'] as const).filter((side) =>
    sheets.some(({ crops }) => crops.includes(side)),
  );
  const lacksBar = sheets.some(({ colorBar }) => colorBar);
  if (sides.length === 0 && !lacksBar) return null;
  const list = (language: 'en' | 'da') => sides.map((side) => bandNames[side][language]).join(', ');
  const left = [
    ...(sides.length > 0
      ? [{ en: `crop marks (${list('en')})`, da: `skæremærker (${list('da')})` }]
      : []),
    ...(lacksBar ? [{ en: 'the colour bar', da: 'farvebjælken' }] : []),
  ];
  return problem(
    sides.length > 0 ? 'warning' : 'note',
    'impose/marks-left-out',
    {
      en: `the sheets have no room for ${left.map(({ en }) => en).join(' and ')}`,
      da: `arkene har ikke plads til ${left.map(({ da }) => da).join(' og ')}`,
    },
    { hints: [hint('choose a larger sheet', 'vælg et større ark')] },
  );
}
