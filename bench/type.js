// Sets four texts with this program and with its peers where they are installed, and prints what is
// measured on the finished PDFs: word spaces in em, hyphenated lines, the longest stack of hyphens.
// `node bench/type.js file.pdf …` measures files instead.
import { readFileSync } from 'node:fs';
import { measure } from './type/measure.js';
import { programs } from './type/programs.js';
import { readLines } from './type/read-lines.js';
import { texts } from './type/texts.js';

const head = '                              lines   mean     sd    max   hyphens  stack  last line';
const number = (value, width) => value.toFixed(3).padStart(width);

async function row(name, bytes) {
  const figures = await measure(await readLines(bytes));
  const { lines, mean, sd, max, hyphenated, longestStack, shortestLast } = figures;
  const cells = [
    name.padEnd(28),
    String(lines).padStart(6),
    number(mean, 7),
    number(sd, 7),
    number(max, 7),
    `${Math.round(hyphenated * 100)} %`.padStart(8),
    String(longestStack).padStart(6),
    `${shortestLast} letters`.padStart(11),
  ];
  console.log(cells.join(''));
  if (process.env.WORST) console.log(`    ${figures.worst}`);
}

const files = process.argv.slice(2);
if (files.length > 0) {
  console.log(head);
  for (const file of files) await row(file.slice(-28), readFileSync(file));
} else {
  for (const text of texts) {
    console.log(`\n${text.name}\n${head}`);
    for (const { name, set } of programs) {
      const bytes = set(text);
      if (bytes) await row(name, bytes);
      else console.log(`${name.padEnd(28)}  not installed`);
    }
  }
}
