/** The program's words about itself: help in Danish, and what it says when it cannot go on. */
import { expect, it } from 'vitest';
import { translateHelp } from '../../src/cli/danish-help.ts';
import { explainCall, explainSystem } from '../../src/cli/explain-failure.ts';
import { createProgram, type ProgramCommand } from '../../src/cli/program.ts';

const nothing = async () => undefined;

function withBelow(command: ProgramCommand): readonly ProgramCommand[] {
  return [command, ...command.commands.flatMap(withBelow)];
}

/** What help says of a command and its options. */
function wordsOf(command: ProgramCommand): readonly string[] {
  const help = command.createHelp();
  return [
    help.commandDescription(command),
    ...help.visibleOptions(command).map((option) => help.optionDescription(option)),
    ...help.visibleCommands(command).map((below) => help.subcommandDescription(below)),
  ];
}

it('every command and option has its help in Danish', () => {
  const english = withBelow(createProgram('1.0.0', nothing));
  const program = createProgram('1.0.0', nothing);
  translateHelp(program);
  const danish = withBelow(program);
  expect(danish.map((command) => command.name())).toEqual(english.map((command) => command.name()));
  for (const [at, command] of danish.entries()) {
    const before = english[at] ? wordsOf(english[at]) : [];
    for (const [index, words] of wordsOf(command).entries()) {
      expect(words, `${command.name()}: ${before[index]}`).not.toBe('');
      expect(words).not.toBe(before[index]);
    }
    expect(command.helpInformation()).toMatch(/^Sådan skrives det: trykklar/);
  }
});

it.each([
  [['bild'], 'der er ingen kommando `bild`\n(mente du build?)'],
  [['build', '--stict'], 'der er intet tilvalg `--stict`\n(mente du --strict?)'],
  [
    ['build', '--format', 'xml'],
    '`xml` kan ikke bruges ved `--format <format>`: vælg mellem pretty, json',
  ],
  [
    ['build', '--only', 'x'],
    '`x` kan ikke bruges ved `--only <outputs>`: vælg mellem press, screen, pages, sheets',
  ],
  [
    ['build', '--out', '--strict'],
    '`--strict` kan ikke bruges ved `--out <folder>`: der mangler en mappe',
  ],
  [['plates', '--dpi', '9'], '`9` kan ikke bruges ved `--dpi <dpi>`: vælg fra 18 til 600'],
  [['init'], 'her mangler `folder`'],
  [['init', 'a', 'b'], '`init` tager 1, men fik 2'],
  [['impose', 'x'], 'tilvalget `-o, --output <file>` skal være der'],
])('%j is answered in Danish', async (argv, expected) => {
  const thrown = await createProgram('1.0.0', nothing)
    .parseAsync(argv, { from: 'user' })
    .catch((error: unknown) => error);
  expect(thrown instanceof Error && explainCall(thrown.message).da).toBe(expected);
});

it.each([
  [
    'EACCES',
    '/p/out/job/.staging-42/press.pdf',
    '`/p/out/job/press.pdf`: du har ikke lov til at skrive dér; vælg en anden mappe med `--out`, eller bed om adgang hos den, der ejer mappen',
  ],
  ['ENOSPC', undefined, 'disken er fuld; skaf plads, og prøv igen'],
  [
    'ENOTDIR',
    '/p/out/.staging-1',
    '`/p/out`: der ligger en fil, hvor der skulle være en mappe; omdøb eller slet den',
  ],
  ['EXYZ', undefined, 'systemet siger nej (EXYZ): no, no'],
])('the system refuses with %s', (code, path, expected) => {
  const error = Object.assign(new Error('no, no'), {
    code,
    syscall: 'open',
    ...(path ? { path } : {}),
  });
  expect(explainSystem(error).da).toBe(expected);
});
