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

const picture = 'content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›';

testCases([
  {
    name: 'a picture of one pixel',
    change: { [paths.photo]: await png(1, 1) },
    findings: [`error color/low-resolution ${picture}`],
    says: ['has 1 ppi', 'larger original'],
    more: true,
  },
  {
    name: 'a picture 30,000 pixels wide and as high as a line',
    change: { [paths.photo]: await png(30_000, 20) },
    findings: [`error color/low-resolution ${picture}`],
    more: true,
  },
  {
    name: 'a picture of 30,000 by 4,000 pixels',
    change: { [paths.photo]: await png(30_000, 4000) },
    findings: [`error color/oversized-picture ${picture}`],
    says: ['120 megapixels', 'export it smaller'],
  },
]);
