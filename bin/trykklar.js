#!/usr/bin/env node
// The version needs nothing of the program; everything else does. CommonJS, like all of this
// folder: Node's loader of ES modules would cost every run some 20 ms.
const { version } = require('../package.json');

/** What is still on its way to a slow reader goes through first. */
function drain(stream) {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', resolve);
  });
}

/** The memory is the system's to clear: taking it down piece by piece costs a run some 5 ms. */
async function leave() {
  await Promise.all([drain(process.stdout), drain(process.stderr)]);
  process.exit();
}

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  const use = argv[0] === 'render' ? 'render' : 'build';
  require('./load.js').loadBundle('main', use).exports.main(argv, version).then(leave);
}
