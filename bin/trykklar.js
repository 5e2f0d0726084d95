#!/usr/bin/env node
// The version needs nothing of the program; everything else does.
import { readFileSync } from 'node:fs';

const argv = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  const { loadProgram } = await import('./load.js');
  await loadProgram().program.main(argv, version);
}
