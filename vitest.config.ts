/**
 * The program is bundled once before the tests, so that those that start it see today's code. The
 * timeout only tells work that explodes from work that is slow: no test measures time, since
 * machines differ (`bench/` does). Files share their worker's modules: the rooms are pure, and to
 * load them anew for every file would take as long as the tests themselves.
 */
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: { globalSetup: ['tests/support/bundle.ts'], isolate: false, testTimeout: 20_000 },
});
