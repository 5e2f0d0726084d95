import { describe, expect, it } from 'vitest';
import { createSource, type Finding, wholeOf } from '../../src/base/index.ts';
import { checkFolds, type FolderForm } from '../../src/folds/index.ts';

const span = wholeOf(createSource('job.yaml', 'x'));

function found(weightGsm: number, form: Partial<FolderForm> = {}): readonly string[] {
  const findings: Finding[] = [];
  const whole: FolderForm = {
    kind: 'folder',
    scheme: 'roll6',
    panelMm: { width: 100, height: 210 },
    flatMm: null,
    compensationMm: null,
    isCreased: false,
    ...form,
  };
  const paper = { weightGsm, stock: 'silk', caliperUm: null } as const;
  const bleedMm = { top: 3, right: 3, bottom: 3, left: 3 };
  checkFolds({ form: whole, paper, bleedMm, spanOf: () => span }, (one) => findings.push(one));
  return findings.map(({ severity, code }) => `${severity} ${code}`);
}

describe('a folded sheet', () => {
  it.each([
    [130, {}, []],
    [150, {}, ['warning folds/crease']],
    [200, {}, ['error folds/crease']],
    [200, { isCreased: true }, []],
    [300, { isCreased: true }, ['warning folds/heavy-paper']],
    [130, { panelMm: { width: 210, height: 297 } }, ['note folds/larger-than-sra3']],
    // 442.5 + 6 mm, and 297 across: just fits.
    [130, { panelMm: { width: 148, height: 297 } }, []],
    [130, { panelMm: { width: 20, height: 210 }, compensationMm: 20 }, ['error folds/no-panel']],
  ] as const)('of %i g/m², %j: %j', (weight, form, expected) => {
    expect(found(weight, form)).toEqual(expected);
  });
});
