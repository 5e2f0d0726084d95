/** The program is bundled once before the tests, so that those that start it see today's code. */
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: { globalSetup: ['tests/support/bundle.ts'] },
});
