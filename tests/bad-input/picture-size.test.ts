/** Pictures of sizes that nobody prints: told, and nothing written. */
import sharp from 'sharp';
import { paths, testCases } from './project.ts';

const png = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({
      create: { width, height, channels: 3, background: '#b03030' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );

const stripes = (width: number, height: number) =>
  sharp(
    Buffer.from(
      Array.from({ length: width * height }, (_, at) => ((at % width) % 9 < 4 ? 0 : 255)),
    ),
    { raw: { width, height, channels: 1 } },
  )
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();

const picture = 'content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›';

testCases([
  {
    name: 'a picture of one pixel',
    change: { [paths.photo]: await png(1, 1) },
    findings: [`error color/low-resolution ${picture}`],
    says: ['has 1 ppi', 'it has 1 × 1 pixels; at this size it needs', 'larger original'],
    more: true,
  },
  {
    name: 'a picture 30,000 pixels wide and as high as a line',
    change: { [paths.photo]: await png(30_000, 20) },
    findings: [`error color/low-resolution ${picture}`],
    more: true,
  },
  {
    name: 'a picture of black and white alone, with pixels enough for a photograph',
    change: { [paths.photo]: new Uint8Array(await stripes(500, 500)) },
    findings: [`error color/low-resolution ${picture}`],
    says: ['black-and-white', 'more than 549', '1200 ppi'],
    more: true,
  },
  {
    name: 'a picture of 30,000 by 4,000 pixels',
    change: { [paths.photo]: await png(30_000, 4000) },
    findings: [`error color/oversized-picture ${picture}`],
    says: ['120 megapixels', 'export it smaller'],
  },
]);
