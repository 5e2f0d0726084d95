/** The claims of ARCHITECTURE.md that can be checked: who imports whom, and no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Left may be imported by right, never the other way. */
const order = [
  'base',
  'color',
  'text',
  'folds',
  'input',
  'style',
  'layout',
  'display',
  'pdf',
  'impose',
  'paint',
  'preflight',
  'plates',
  'build',
  'handover',
  'cli',
];

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

const roomOf = (file: string) => (file.includes('/') ? file.split('/')[0] : 'build') ?? '';

function importsOf(file: string): { target: string; isTypeOnly: boolean; isPackage: boolean }[] {
  const text = readFileSync(join(src, file), 'utf8');
  const pattern = /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? specifier : normalize(join(dirname(file), specifier));
    return { target: target.replaceAll('\\', '/'), isTypeOnly: match[1] !== undefined, isPackage };
  });
}

describe('imports', () => {
  it.each(files)('%s imports only from the left, and other folders by their title page', (file) => {
    const wrong = importsOf(file)
      .filter(({ isPackage, target }) => !isPackage && roomOf(target) !== roomOf(file))
      // Data that comes with the program.
      .filter(({ target }) => !/^\.\.\/assets\/.*\.json$/.test(target))
      .filter(({ target }) => {
        const isLeft = order.indexOf(roomOf(target)) < order.indexOf(roomOf(file));
        // What threads run has a title page of its own, so that they load nothing else.
        const pages = ['index', ...(file === 'cli/helper-thread.ts' ? ['tasks'] : [])];
        const isTitlePage =
          !target.includes('/') || pages.some((page) => target === `${roomOf(target)}/${page}.ts`);
        return !isLeft || !isTitlePage;
      });
    expect(wrong.map(({ target }) => target)).toEqual([]);
  });

  it('have no cycles', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const { target, isPackage, isTypeOnly } of importsOf(file))
        if (!isPackage && !isTypeOnly) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('name each wrapped package in one file', () => {
    const wrapped = [
      'handlebars',
      'yaml',
      'parse5',
      'harfbuzzjs',
      'hyphen',
      'lcms-wasm',
      'sharp',
      'pdfkit',
      '@hyzyla/pdfium',
      'image-size',
      'uqr',
      'commander',
      'chokidar',
    ];
    const users = wrapped.map((name) => [
      name,
      files.filter((file) =>
        importsOf(file).some(({ target }) => target === name || target.startsWith(`${name}/`)),
      ).length,
    ]);
    expect(users.filter(([, count]) => count !== 1)).toEqual([]);
  });
});
