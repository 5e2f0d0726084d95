/** The words on a dummy, in both languages. */
import type { Language } from '../../base/index.ts';

export interface DummyWords {
  readonly faces: Readonly<Record<'outside' | 'inside' | 'front' | 'back', string>>;
  readonly sheet: string;
  readonly tile: string;
  readonly head: string;
  readonly towards: string;
  readonly away: string;
  readonly fold: string;
  readonly ruler: string;
  scaled(percent: number): string;
  readonly fullSize: string;
  howTo(paper: string, isTiled: boolean, isBooklet: boolean, edge: 'short' | 'long'): string;
}

const en: DummyWords = {
  faces: { outside: 'outside', inside: 'inside', front: 'front', back: 'back' },
  sheet: 'sheet',
  tile: 'part',
  head: 'head',
  towards: 'towards you',
  away: 'away from you',
  fold: 'fold',
  ruler: '50 mm when printed at 100 %',
  scaled: (percent) => `reduced to ${percent} % of its size`,
  fullSize: 'full size',
  howTo: (paper, isTiled, isBooklet, edge) =>
    [
      `Print on ${paper}, both sides, turned on the ${edge} edge, at 100 % (“actual size”).`,
      ...(isTiled ? ['Cut the parts at the corner marks and glue them edge to edge.'] : []),
      'Cut along the outline,',
      isBooklet
        ? 'fold each sheet in the middle, sheet 1 outermost, and staple the spine.'
        : 'then fold the dashed lines in the order of their numbers.',
    ].join(' '),
};

const da: DummyWords = {
  faces: { outside: 'udvendig side', inside: 'indvendig side', front: 'forside', back: 'bagside' },
  sheet: 'ark',
  tile: 'del',
  head: 'top',
  towards: 'mod dig',
  away: 'væk fra dig',
  fold: 'fals',
  ruler: '50 mm, når der udskrives i 100 %',
  scaled: (percent) => `formindsket til ${percent} %`,
  fullSize: 'fuld størrelse',
  howTo: (paper, isTiled, isBooklet, edge) =>
    [
      `Udskriv på ${paper}, på begge sider, vendt om den ${edge === 'short' ? 'korte' : 'lange'} kant, i 100 % (»faktisk størrelse«).`,
      ...(isTiled ? ['Skær delene ved hjørnemærkerne, og lim dem kant mod kant.'] : []),
      'Skær langs omridset,',
      isBooklet
        ? 'fals hvert ark på midten, ark 1 yderst, og hæft i ryggen.'
        : 'og fals de stiplede linjer i numrenes rækkefølge.',
    ].join(' '),
};

export const dummyWords: Readonly<Record<Language, DummyWords>> = { en, da };
