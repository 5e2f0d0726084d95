#!/usr/bin/env node
// The version needs nothing of the program; everything else does. CommonJS, like all of this
// folder: Node's loader of ES modules would cost every run some 20 ms.
const { version } = require('../package.json');

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  require('./load.js').loadBundle('main').exports.main(argv, version);
}
