import { vi } from 'vitest';

vi.mock('../../../src/style/index.ts', async (original) => {
  const { color } = await import('../../../src/style/colors.ts');
  const { createReader, readAll } = await import('../../../src/style/reader.ts');
  const { parseComponentValues } = await import('../../../src/style/component-values.ts');
  return {
    ...(await original<object>()),
    parseColor: (t: string) =>
      readAll(
        createReader(parseComponentValues(t, 0), (a) => a),
        color,
      ),
  };
});
await import('./draw-vector.test.ts');
