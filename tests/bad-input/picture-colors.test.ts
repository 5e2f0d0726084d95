/**
 * CMYK pictures keep their inks, whichever way round the file stores them: what another program
 * reads from the press file is the colour that was put in.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/write-outputs.ts';
import { temporaryFolder } from '../support/program.ts';
import { buildLeaflet, paths } from './project.ts';

type Inks = readonly [number, number, number, number];

/** A JPEG of one colour, as sharp writes it: inverted, with Adobe's marker. */
async function adobeJpeg(inks: Inks): Promise<Uint8Array> {
  const [width, height] = [600, 400];
  const header = Buffer.from(
    'II*\0\b\0\0\0\x0a\0' +
      [
        [256, 4, 1, width],
        [257, 4, 1, height],
        [258, 3, 4, 134],
        [259, 3, 1, 1],
        [262, 3, 1, 5],
        [273, 4, 1, 142],
        [277, 3, 1, 4],
        [278, 4, 1, height],
        [279, 4, 1, width * height * 4],
        [284, 3, 1, 1],
      ]
        .map(([tag = 0, type = 0, count = 0, value = 0]) => {
          const entry = Buffer.alloc(12);
          entry.writeUInt16LE(tag, 0);
          entry.writeUInt16LE(type, 2);
          entry.writeUInt32LE(count, 4);
          entry.writeUInt32LE(value, 8);
          return entry.toString('latin1');
        })
        .join('') +
      '\0\0\0\0\x08\0\x08\0\x08\0\x08\0',
    'latin1',
  );
  const samples = Buffer.alloc(width * height * 4, Buffer.from(inks.map((ink) => ink * 255)));
  const tiff = Buffer.concat([header, samples]);
  return new Uint8Array(
    await sharp(tiff)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer(),
  );
}

/** The same file without Adobe's segment (APP14): the samples then are the inks themselves. */
function withoutMarker(jpeg: Uint8Array): Uint8Array {
  for (let at = 2; at < jpeg.length; ) {
    const length = 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    if (jpeg[at + 1] === 0xee)
      return new Uint8Array([...jpeg.subarray(0, at), ...jpeg.subarray(at + length)]);
    at += length;
  }
  throw new Error('the JPEG has no Adobe segment');
}

const cyan: Inks = [1, 0, 0, 0];
const allButCyan: Inks = [0, 1, 1, 1];

describe('a JPEG in CMYK', () => {
  const folder = temporaryFolder();
  let files: Readonly<Record<string, Uint8Array>> = {};
  beforeAll(async () => {
    // Without the marker, what was stored as the inverse of the other three inks is cyan.
    files = {
      'with Adobe’s marker': await adobeJpeg(cyan),
      'without Adobe’s marker': withoutMarker(await adobeJpeg(allButCyan)),
    };
  });
  afterAll(() => folder.remove());

  it.each(['with Adobe’s marker', 'without Adobe’s marker'])('%s is printed cyan', async (name) => {
    const { findings, artifacts } = await buildLeaflet({ [paths.photo]: files[name] ?? '' });
    expect(findings).toEqual([]);
    writeOutputs(folder.path, artifacts);
    const press = join(folder.path, 'press.pdf');
    const picture = join(folder.path, 'outside');
    execFileSync('pdftoppm', [
      '-f',
      '1',
      '-l',
      '1',
      '-r',
      '36',
      '-png',
      '-singlefile',
      press,
      picture,
    ]);
    // The picture stands 10 mm from the left and the top trim of the back, left on the outside.
    const { data, info } = await sharp(`${picture}.png`)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (20 * info.width + 40) * info.channels;
    const [red = 255, green = 0, blue = 0] = data.subarray(at, at + 3);
    expect(red).toBeLessThan(60);
    expect(green).toBeGreaterThan(120);
    expect(blue).toBeGreaterThan(180);
  });
});
