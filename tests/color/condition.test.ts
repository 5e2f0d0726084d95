import { expect, test } from 'vitest';
import { type CmykColor, openCondition, unusableProfile } from '../../src/color/index.ts';
import { fogra39, profileBytes } from './support.ts';

const names = { identifier: 'FOGRA39', info: 'Coated FOGRA39' };

function altered(change: (bytes: Uint8Array) => void): Uint8Array {
  const copy = profileBytes.slice();
  change(copy);
  return copy;
}

function write(text: string, at: number) {
  return (bytes: Uint8Array) => bytes.set(new TextEncoder().encode(text), at);
}

async function conversion() {
  const prepared = await fogra39().prepare();
  if (prepared.kind === 'fault') throw new Error(prepared.reason);
  return prepared;
}

function percent({ c, m, y, k }: CmykColor): string {
  return [c, m, y, k].map((ink) => (ink * 100).toFixed(1)).join(' ');
}

test.each([
  ['an empty file', new Uint8Array(), 'not-icc', '0'],
  ['text', new TextEncoder().encode('x'.repeat(400)), 'not-icc', '400'],
  ['a file cut off', profileBytes.subarray(0, 5000), 'truncated', '5000/121368'],
  ['a device link', altered(write('link', 12)), 'class', 'link'],
  ['an RGB printer', altered(write('RGB ', 16)), 'space', 'RGB'],
  ['version 5', altered((bytes) => bytes.set([5], 8)), 'version', '5'],
  ['a lost table', altered((b) => write('xxxx', findTag(b, 'B2A0'))(b)), 'tables', 'B2A0'],
  ['too many tags', altered((bytes) => bytes.set([1], 128)), 'truncated', 'tags'],
] as const)('%s is no printing condition', (_, bytes, reason, found) => {
  expect(openCondition(bytes, names)).toEqual({ kind: 'fault', reason, found });
});

function findTag(bytes: Uint8Array, tag: string): number {
  for (let at = 132; at < 1000; at += 12)
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return at;
  throw new Error(tag);
}

test('tables that the engine rejects are a fault, not a crash', async () => {
  const at = findTag(profileBytes, 'B2A0');
  const offset = new DataView(profileBytes.buffer, profileBytes.byteOffset).getUint32(at + 4);
  const opened = openCondition(altered(write('junk', offset)), names);
  expect(opened.kind).toBe('condition');
  if (opened.kind === 'fault') return;
  expect(await opened.prepare()).toEqual({ kind: 'fault', reason: 'unusable', found: '' });
});

test('every fault has its words', () => {
  const fault = { kind: 'fault', reason: 'space', found: 'RGB' } as const;
  const { code, message } = unusableProfile('assets/icc/a.icc', fault, undefined);
  expect(code).toBe('color/unusable-profile');
  expect(message.da).toBe(
    'farveprofilen `assets/icc/a.icc` kan ikke bruges: dens farverum er `RGB`; der skal bruges `CMYK`',
  );
});

test('the condition states what the press takes', () => {
  expect(fogra39()).toMatchObject({
    identifier: 'FOGRA39',
    registryName: 'http://www.color.org',
    totalInkLimitPercent: 330,
    profileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const unknown = openCondition(profileBytes, { identifier: 'HOUSE', info: '' });
  expect(unknown).toMatchObject({ totalInkLimitPercent: 300, outputCondition: null });
});

test.each([
  ['paper', [1, 1, 1], '0.0 0.0 0.0 0.0'],
  ['black', [0, 0, 0], '0.0 0.0 0.0 100.0'],
  ['middle gray', [0.5, 0.5, 0.5], '0.0 0.0 0.0 50.0'],
  ['red', [1, 0, 0], '0.0 96.8 98.6 0.0'],
] as const)('sRGB %s becomes the condition’s inks', async (_, [r, g, b], expected) => {
  expect(percent((await conversion()).convertSrgb(r, g, b))).toBe(expected);
});

// Fogra39 characterisation data, relative to paper with the black point at zero, as sRGB.
test.each([
  ['paper', [0, 0, 0, 0], [255, 255, 255]],
  ['black ink alone is a dark gray', [0, 0, 0, 1], [31, 31, 29]],
  ['cyan lies outside sRGB', [1, 0, 0, 0], [0, 158, 225]],
  ['yellow', [0, 0, 1, 0], [255, 236, 0]],
] as const)('proof: %s', async (_, [c, m, y, k], expected) => {
  const { proof } = await conversion();
  const shown = proof({ space: 'cmyk', c, m, y, k, alpha: 0.5 });
  expect(shown.alpha).toBe(0.5);
  const rgb = [shown.r, shown.g, shown.b].map((part) => Math.round(part * 255));
  rgb.forEach((part, index) => {
    expect(Math.abs(part - (expected[index] ?? 0)), rgb.join(' ')).toBeLessThanOrEqual(3);
  });
});

test('a saturated colour within the press’s gamut survives there and back', async () => {
  const { convertSrgb, proof } = await conversion();
  const shown = proof(convertSrgb(0.6, 0.35, 0.3));
  expect(Math.abs(shown.r - 0.6)).toBeLessThan(0.015);
  expect(Math.abs(shown.g - 0.35)).toBeLessThan(0.015);
  expect(Math.abs(shown.b - 0.3)).toBeLessThan(0.015);
});
