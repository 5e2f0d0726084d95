/** The help in Danish: loaded when a Danish reader asks for it. A test holds it to the commands. */
import type { ProgramCommand, ProgramOption } from './program.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Sådan skrives det:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Tilvalg:',
  'Commands:': 'Kommandoer:',
};

const commands: Readonly<Record<string, string>> = {
  trykklar: 'fra brochurens tekst til filer, som et trykkeri tager imod',
  build: 'laver trykfilen, skærmudgaven og billeder af siderne',
  check: 'viser alt, hvad der er at bemærke, og skriver ingenting',
  watch: 'bygger igen, hver gang du gemmer',
  explain: 'hvorfor linjerne i et felt slutter, hvor de gør, og hvor meget plads der er tilbage',
  plates:
    'trykfiler, eller en hvilken som helst PDF, som de plader, de bliver til, med farven på dem',
  profile: 'projektets farveprofiler',
  add: 'lægger en trykprofil, hvor jobbene finder den, sammen med dens licens',
  init: 'begynder en ny brochure, der kan bygges med det samme',
  schema: 'skriver copy.schema.json ved siden af teksten, så editoren kan foreslå felterne',
  render: 'én HTML-fil med sin CSS til PDF, uden job',
  pack: 'alt, hvad trykkeriet skal have, i én zip-fil: filer, jobkort, rapport, kontrolsummer',
  dummy: 'falsning og sider til at printe på kontoret, klippe ud og false',
  impose: 'siderne fra en hvilken som helst PDF på trykark, med mærker; intet bliver til pixels',
  folds: 'falsemåderne med deres sider, tegnet fladt ud og falset',
  hyphenate: 'deler ord, ét på hver linje: `|` ved en samling, `-` ellers (`-`: standardinput)',
  help: 'viser hjælp til en kommando',
};

/** By the option's long name; `command --name` where a command has a meaning of its own. */
const options: Readonly<Record<string, string>> = {
  '--help': 'viser denne hjælp',
  '--version': 'viser programmets version',
  '--lang': 'meddelelsernes sprog',
  '--format': 'hvordan meddelelserne skrives',
  '--quiet': 'sig kun, hvad der er galt',
  '--out': 'mappe til filerne (ellers: out)',
  '--only': 'nogle af press,screen,pages,sheets',
  '--overlay': 'nogle af grid,boxes,lines,safety på billederne af siderne',
  '--strict': 'tag advarsler som fejl',
  '--explain': 'vis, hvad i teksten der sættes anderledes, end det er skrevet',
  '--dpi': 'pixels pr. tomme',
  '--condition': 'hvad job skal kalde den (ellers: hvad dens ophavsmand kalder den)',
  '--ink': 'den samlede farvemængde i procent, som papiret kan tage',
  '--output': 'PDF-filen, der skal skrives',
  '--css': 'et stilark efter dokumentets egne',
  '--media': 'stilark til',
  '--dump-layout': 'skriv, hvor elementer med id står, som JSON',
  '--root': 'mappen, hvis filer siden må bruge',
  '--server': 'tag imod opgaver som JSON-linjer på stdin: {"in","out","json"}',
  '--folder': 'en mappe i stedet for en zip-fil',
  '--sheets': 'med trykark, også når jobbet ikke beder om dem',
  '--paper': 'printerens papir',
  'impose --paper': 'vægt og overflade, til at regne udskydning med: "130 silk"',
  '--full-size': 'ikke formindsket: over så mange ark, det kræver',
  '--scheme': 'saddle, perfect8, perfect16, nup, step, stack, turn eller tumble',
  '--sheet': 'A3, SRA3, 50x70 … eller bredde x højde i mm',
  '--cover': 'papiret til et omslag, der trykkes for sig: "250 silk"',
  '--creep': 'udskydning i papirtykkelser for hvert ark (ellers: 1)',
  '--bleed': 'hvor meget af sidernes beskæring der bruges, i mm (ellers: 3)',
  '--gap': 'mellem sider, der skæres fra hinanden, i mm (ellers: begges beskæring)',
  '--gripper': 'forkant, der ikke kan trykkes, i mm (ellers: 10, på digitale ark 5)',
  '--one-sided': 'tryk kun på den ene side',
  '--repeat': 'så mange eksemplarer af hæftet eller arket, som der er plads til',
  '--no-marks': 'uden mærker, farvestribe og tekstlinje',
  '--proof': 'skriv også sidernes rækkefølge, som JSON og som billede',
  'hyphenate --lang': 'ordenes sprog',
  'hyphenate --format': 'hvordan svaret skrives',
};

function describeOption(command: ProgramCommand, option: ProgramOption): string {
  const { long, argChoices, defaultValue } = option;
  const name = long ?? '';
  const text = options[`${command.name()} ${name}`] ?? options[name] ?? '';
  const extras = [
    ...(argChoices ? [`vælg mellem ${argChoices.join(', ')}`] : []),
    ...(defaultValue === undefined ? [] : [`ellers: ${String(defaultValue)}`]),
  ];
  return extras.length === 0 ? text : `${text} (${extras.join('; ')})`;
}

/** Gives a command and all below it their Danish words. */
export function translateHelp(command: ProgramCommand): void {
  command.helpOption('-h, --help', options['--help']);
  if (command.commands.length > 0) command.helpCommand('help [command]', commands.help);
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    commandDescription: (shown) => commands[shown.name()] ?? '',
    subcommandDescription: (below) => commands[below.name()] ?? '',
    optionDescription: (option) => describeOption(command, option),
  });
  for (const below of command.commands) translateHelp(below);
}
