import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSource, type Finding } from '../../src/base/index.ts';
import { computeStyles } from '../../src/style/index.ts';
import { documentOf, element, plainSheet, workspaceOf } from './support.ts';

const p = element('p');
const root = element('html', element('body', p));

/** One project whose sheets are read again and again; `entries` counts what was made anew. */
function openProject() {
  const kept = new Map<string, Uint8Array>();
  const made = { entries: 0 };
  const cache = {
    get: (key: string) => kept.get(key),
    set: (key: string, bytes: Uint8Array) => {
      made.entries += 1;
      kept.set(key, bytes);
    },
  };
  const run = (css: string, files: Readonly<Record<string, string>> = {}, width = 100) => {
    const findings: Finding[] = [];
    const styled = computeStyles(
      documentOf(root),
      {
        ...{ sheets: [createSource('templates/t/page.css', css)], userAgentSheet: plainSheet },
        ...{ media: 'press', rootProperties: {}, forgiving: true, keepsSheets: true },
        page: { size: { width, height: 100 }, isGiven: true },
      },
      {
        report: (finding) => findings.push(finding),
        workspace: { ...workspaceOf(files), cache },
      },
    );
    const codes = findings.map(({ code }) => code);
    return { style: styled.styleOf(p), codes, entries: made.entries };
  };
  return run;
}

describe('sheets that are kept between runs', () => {
  beforeEach(() => {
    globalThis.trykklarProgramId = 'a program';
  });
  afterEach(() => {
    globalThis.trykklarProgramId = undefined;
  });

  it('style as those that were just read', () => {
    const run = openProject();
    const css =
      '@layer a { p { color: device-cmyk(0 1 0 0); width: calc(50% - 3pt) } } p:not(.x) { margin: 1em 50vw; --y: 2pt; padding: var(--y) }';
    const fresh = run(css);
    const kept = run(css);
    expect(kept.entries).toBe(1);
    expect(kept.style).toEqual(fresh.style);
  });

  it('tell again what was wrong with them', () => {
    const run = openProject();
    const css = 'p { colour: device-cmyk(0 0 0 1) }';
    expect(run(css)).toMatchObject({ codes: ['css/unknown-property'], entries: 1 });
    expect(run(css)).toMatchObject({ codes: ['css/unknown-property'], entries: 1 });
  });

  it('are read anew when a sheet they import has changed', () => {
    const run = openProject();
    const css = "@import 'more.css';";
    const more = (text: string) => ({ 'templates/t/more.css': text });
    expect(run(css, more('p { font-size: 1pt }')).style.fontSize).toBe(1);
    expect(run(css, more('p { font-size: 2pt }'))).toMatchObject({
      style: { fontSize: 2 },
      entries: 2,
    });
  });

  it('are read anew for a page of another size', () => {
    const run = openProject();
    const css = 'p { font-size: 1pt } @media (width > 150pt) { p { font-size: 2pt } }';
    expect(run(css).style.fontSize).toBe(1);
    expect(run(css, {}, 200).style.fontSize).toBe(2);
  });
});
