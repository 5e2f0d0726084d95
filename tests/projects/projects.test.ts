/**
 * Brochures that have nothing in common with the one that ships, each a folder of YAML, a template
 * and pictures: other language, other size, other fold. Built from disk, read by other programs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltJob, buildOnDisk, toldAs } from '../support/build-on-disk.ts';
import {
  pageBoxes,
  pdfFonts,
  pictureSpaces,
  qpdfComplaints,
  runningText,
  sizeMm,
  textOf,
} from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';

interface Panel {
  readonly role: string;
  readonly text: string;
}

interface ProjectCase {
  readonly folder: string;
  readonly job: string;
  /** Left to right as the flat side is seen. */
  readonly sides: readonly (readonly Panel[])[];
  readonly panelMm: { readonly width: number; readonly height: number };
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
}

const cases: readonly ProjectCase[] = [
  {
    folder: 'harbour-walk',
    job: 'harbour-walk',
    panelMm: { width: 99, height: 210 },
    fonts: [
      'HankenGrotesk-Bold',
      'HankenGrotesk-Medium',
      'HankenGrotesk-MediumItalic',
      'SourceSerif4-SemiBold',
      'SourceSerif4-SemiBoldItalic',
    ],
    pictures: ['cmyk'],
    sides: [
      [
        {
          role: 'outside5',
          text:
            'Harbour words Bollard A post to make a ship fast to. Fairway The deep water that ships ' +
            'keep to. Lee The side away from the wind. Mole A wall of stone that breaks the waves. ' +
            'Neap The tide that rises least.',
        },
        {
          role: 'outside6',
          text:
            'How to get here Bus 12 stops at the pilots’ steps. There is room for bicycles behind ' +
            'the weigh-house, and none for cars. https://example.org/harbour-walk',
        },
        {
          role: 'front',
          text: 'Along the Old Harbour A walk of three kilometres, with seven places to stop',
        },
      ],
      [
        {
          role: 'inside2',
          text:
            'Before you set out The walk follows the water from the pilots’ steps to the outer ' +
            'mole. Allow an hour and a half, or a whole afternoon if the herring stall is open. ' +
            'The cobbles are slippery after rain. Everything but the lighthouse gallery can be ' +
            'reached with a pram or a wheelchair. LENGTH 3 km TIME 90 minutes STEPS none, but 94 ' +
            'at stop 7 SEASON all year',
        },
        {
          role: 'inside3',
          text:
            'Seven stops 1. The pilots’ steps. Worn hollow by three centuries of boots. 2. The ' +
            'weigh-house. Its scales were said to favour the town. 3. The ropewalk. Three hundred ' +
            'metres long, so that a cable could be laid in one piece. 4. The dry dock. Filled and ' +
            'emptied by the tide alone. 5. The net lofts. Black, because tar keeps out the ' +
            'weather. 6. The fish market. Mornings only; the gulls know the hours. 7. The ' +
            'lighthouse. Ninety-four steps, and on a clear day the far shore.',
        },
        {
          role: 'back',
          text:
            'The way goes from south to north; every stop is within sight of the next. Mind the ' +
            'tide At spring tides the lower quay between stops 4 and 5 is under water for about ' +
            'an hour. Look at the board by the weigh-house, and take the upper path when the flag ' +
            'is red.',
        },
      ],
    ],
  },
  {
    folder: 'allotment',
    job: 'kolonin',
    panelMm: { width: 105, height: 148 },
    fonts: ['SourceSerif4-Italic', 'SourceSerif4-Regular'],
    pictures: [],
    sides: [
      [
        { role: 'back', text: '9 maj 2026' },
        { role: 'front', text: 'Kolonin öppnar' },
      ],
      [
        { role: 'inside1', text: 'Kom och se vad som växer mellan järnvägen och ån.' },
        {
          role: 'inside2',
          text:
            'Trädgårdskolonin har åttiofyra lotter och en gemensam växthusbyggnad. ' +
            'Odlingsrådgivningen är öppen varje lördagsförmiddag under sommarhalvåret, och ' +
            'grönsaksmarknaden hålls den första söndagen i månaden. Sticklingar, fröer och ' +
            'perenner byts fritt. Ta med en påse.',
        },
      ],
    ],
  },
];

const bleedMm = 3;
const ptOf = (mm: number) => (mm * 72) / 25.4;

describe.each(cases)('the project $folder', ({ folder, job, sides, panelMm, fonts, pictures }) => {
  const out = temporaryFolder();
  let built: BuiltJob;
  let press = '';
  beforeAll(async () => {
    const project = join(repository, 'tests/projects', folder);
    built = await buildOnDisk(project, job, ['press', 'pages'], out.path);
    press = built.file('press.pdf');
  }, 30_000);
  afterAll(() => out.remove());

  it('builds, and there is nothing to say against it', () => {
    expect(toldAs(built.findings)).toEqual([]);
    expect(qpdfComplaints(press)).toBe('');
  });

  it('has two flat pages of the panels’ size with bleed around', () => {
    const boxes = pageBoxes(press);
    expect(boxes).toHaveLength(2);
    const width = panelMm.width * (sides[0]?.length ?? 0);
    for (const { media, bleed, trim } of boxes) {
      expect(sizeMm(trim).width).toBeCloseTo(width, 3);
      expect(sizeMm(trim).height).toBeCloseTo(panelMm.height, 3);
      expect(sizeMm(bleed).width).toBeCloseTo(width + 2 * bleedMm, 3);
      expect(sizeMm(bleed).height).toBeCloseTo(panelMm.height + 2 * bleedMm, 3);
      expect(media).toEqual(bleed);
    }
  });

  it.each(
    sides.flatMap((panels, side) => panels.map((panel, index) => ({ ...panel, side, index }))),
  )('has the words of $role where the fold puts it, in reading order', (panel) => {
    const area = {
      page: panel.side + 1,
      x: ptOf(bleedMm + panel.index * panelMm.width),
      y: 0,
      width: ptOf(panelMm.width),
      height: ptOf(panelMm.height + 2 * bleedMm),
    };
    expect(runningText(textOf(press, area))).toBe(panel.text);
  });

  it('brings its fonts along, and no screen colour', () => {
    const found = pdfFonts(press);
    expect(found.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual(fonts);
    for (const font of found)
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
    expect(pictureSpaces(press)).toEqual(pictures);
  });

  it('makes a picture of every panel and of both sides', () => {
    const names = [...sides.flat().map(({ role }) => role), 'outside', 'inside'];
    const pixels = (mm: number) => Math.round((mm / 25.4) * 144);
    for (const name of names) {
      const png = readFileSync(built.file(`pages/${name}.png`));
      const across = name === 'outside' || name === 'inside' ? (sides[0]?.length ?? 0) : 1;
      expect(png.readUInt32BE(16)).toBe(pixels(panelMm.width * across));
      expect(png.readUInt32BE(20)).toBe(pixels(panelMm.height));
    }
  });
});
