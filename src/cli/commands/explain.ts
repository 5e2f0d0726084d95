/** `trykklar explain`: why each line of a field ends where it does, and what was the next best. */
import type { Language } from '../../base/index.ts';
import { type Explanation, explain } from '../../explain.ts';
import { readOnlyCache } from '../disk-cache.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { openProjectWorkspace } from '../open-project.ts';
import { findProject, jobPath, selectJobs } from '../project.ts';
import { describeFinding } from '../show-findings.ts';
import { print, type Terminal } from '../terminal.ts';

type Field = Explanation['fields'][number];
type Line = Field['explained'][number];

const breakWords: Readonly<Record<Line['ends'], { readonly en: string; readonly da: string }>> = {
  space: { en: 'space', da: 'mellemrum' },
  joint: { en: 'joint of a compound', da: 'sammensætningsfuge' },
  syllable: { en: 'syllable', da: 'stavelse' },
  hyphen: { en: 'its own hyphen', da: 'egen bindestreg' },
  address: { en: 'in an address', da: 'i en adresse' },
  emergency: { en: 'in a word too long for the line', da: 'i et ord, der er for langt til linjen' },
  end: { en: 'end', da: 'slut' },
};

const fitnessWords: readonly { readonly en: string; readonly da: string }[] = [
  { en: 'tight', da: 'stram' },
  { en: 'even', da: 'jævn' },
  { en: 'loose', da: 'løs' },
  { en: 'very loose', da: 'meget løs' },
];

function costText(demerits: number, language: Language): string {
  const rounded = Math.round(demerits);
  return rounded < 1e9
    ? rounded.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
    : rounded.toExponential(1);
}

function lineText(line: Line, number: number, language: Language): string {
  const stretch = line.overfull ? '!' : `${line.ratio >= 0 ? '+' : ''}${line.ratio.toFixed(2)}`;
  const cells = [
    String(number).padStart(4),
    stretch.padStart(7),
    (fitnessWords[line.fitness]?.[language] ?? '').padEnd(11),
    costText(line.demerits, language).padStart(13),
    ` ${breakWords[line.ends][language].padEnd(20)}`,
    line.text,
  ];
  if (!line.runnerUp) return cells.join(' ');
  const { text, more } = line.runnerUp;
  const cost = costText(more, language);
  const next =
    language === 'da'
      ? `ellers: … ${text} (hele afsnittet ${cost} dyrere)`
      : `else: … ${text} (the paragraph ${cost} dearer)`;
  return `${cells.join(' ')}\n${' '.repeat(61)}${next}`;
}

function roomText(field: Field, language: Language): string {
  const { characters, oversetLines, roomLinesLeft, charactersLeft } = field;
  if (language === 'da') {
    const lines = (count: number) => `${count} ${count === 1 ? 'linje' : 'linjer'}`;
    const taken = `${lines(field.lines)}, ${characters} tegn`;
    return oversetLines > 0
      ? `${taken}; ${lines(oversetLines)}, cirka ${-charactersLeft} tegn for meget`
      : `${taken}; plads til ${lines(roomLinesLeft)}, cirka ${charactersLeft} tegn mere`;
  }
  const lines = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`;
  const taken = `${lines(field.lines)}, ${characters} characters`;
  return oversetLines > 0
    ? `${taken}; ${lines(oversetLines)}, about ${-charactersLeft} characters too many`
    : `${taken}; room for ${lines(roomLinesLeft)}, about ${charactersLeft} characters more`;
}

function head(language: Language): string {
  return language === 'da'
    ? 'linje   stræk             omkostning  deles ved'
    : ' line stretch                   cost  ends at';
}

function tell(explanation: Explanation, { language }: Terminal): void {
  for (const field of explanation.fields) {
    print(`${field.field} · ${field.page}\n${roomText(field, language)}\n${head(language)}`);
    field.explained.forEach((line, index) => {
      print(lineText(line, index + 1, language));
    });
    print('');
  }
}

function unknownField(field: string, job: string, { meant }: Explanation): UsageError {
  const [en, da] = meant ? [`; did you mean \`${meant}\`?`, `; mente du \`${meant}\`?`] : ['', ''];
  return new UsageError(
    `no page of ${job} shows a field \`${field}\`${en}`,
    `ingen side i ${job} viser et felt \`${field}\`${da}`,
  );
}

/** `field` is a path in the copy (`letter.body`), or the beginning of several (`letter`). */
export async function runExplain(
  field: string,
  asked: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const project = findProject(process.cwd());
  const workspace = openProjectWorkspace(project, readOnlyCache(`${project}/out/.cache`));
  const jobs: unknown[] = [];
  let hasErrors = false;
  for (const name of selectJobs(project, asked)) {
    const explanation = await explain(jobPath(name), field, workspace);
    const errors = explanation.findings.filter(({ severity }) => severity === 'error');
    for (const finding of errors) process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
    hasErrors ||= errors.length > 0;
    if (explanation.fields.length === 0 && errors.length === 0)
      throw unknownField(field, name, explanation);
    if (terminal.format === 'json') jobs.push({ job: name, fields: explanation.fields });
    else tell(explanation, terminal);
  }
  if (terminal.format === 'json') print(JSON.stringify({ jobs }, null, 2));
  return hasErrors ? exitCodes.findings : exitCodes.ok;
}
