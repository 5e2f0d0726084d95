/** A page with one of everything that lays ink down, as PDF text: 280 pt square with 10 pt bleed. */
import { deflateSync } from 'node:zlib';
import { makePdf, stream } from '../preflight/make-pdf.ts';

function packed(entries: string, bytes: Uint8Array): string {
  const data = Buffer.from(deflateSync(bytes)).toString('latin1');
  return stream(`${entries} /Filter /FlateDecode`, data);
}

const ramp = (size: number, value: (x: number, y: number) => readonly number[]) =>
  Uint8Array.from(
    Array.from({ length: size * size }, (_, at) => value(at % size, Math.floor(at / size))).flat(),
  );

const cmykPicture = ramp(24, (x, y) => [x * 10, y * 10, 120, x === y ? 255 : 0]);
const grayPicture = ramp(24, (x, y) => [(x * y) / 2.3]);
const stencil = Uint8Array.from(Array.from({ length: 16 }, (_, row) => (row % 2 ? 0xaa : 0x0f)));
const maskPicture = ramp(8, (x) => [x * 36]);
const indices = ramp(8, (x, y) => [(x + y) % 3]);

const image = (space: string, bits: number, size: number) =>
  `/Type /XObject /Subtype /Image /Width ${size} /Height ${size} /BitsPerComponent ${bits} ${space}`;

const spot = '[/Separation /Gold /DeviceCMYK 41 0 R]';
const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.2 0.6 0.2] /N 1 >>';
const duotone = '[/DeviceN [/Gold /Black] /DeviceCMYK 42 0 R]';
const twoTints = '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]';

const axial =
  '<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 60 0] /Extend [true true] /Function << /FunctionType 3 /Domain [0 1] /Bounds [0.4] /Encode [0 1 0 1] /Functions [<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0 0] /C1 [0 1 0 0] /N 1 >> << /FunctionType 2 /Domain [0 1] /C0 [0 1 0 0] /C1 [0 0 1 0.4] /N 1 >>] >> >>';
const radial =
  '<< /ShadingType 3 /ColorSpace /DeviceCMYK /Coords [20 20 5 30 30 30] /Extend [true false] /Function << /FunctionType 2 /Domain [0 1] /C0 [0.9 0.1 0 0] /C1 [0 0.3 0.9 0] /N 1.4 >> >>';
const spotShading = `<< /ShadingType 2 /ColorSpace ${spot} /Coords [0 0 0 40] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>`;
const grayShading =
  '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 50 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>';

const states = [
  '/Over << /OP true /op true /OPM 1 >>',
  '/Over0 << /OP true /op true /OPM 0 >>',
  '/Half << /ca 0.5 /CA 0.5 >>',
  '/Multiply << /BM /Multiply >>',
  '/Screen << /BM /Screen >>',
  '/Hue << /BM /Hue >>',
  '/Luminosity << /BM /Luminosity >>',
  '/Difference << /BM /Difference >>',
  '/Mask << /SMask << /Type /Mask /S /Luminosity /G 43 0 R >> >>',
].join(' ');

const group = (isolated: boolean) =>
  `/Type /XObject /Subtype /Form /BBox [0 0 60 60] /Group << /S /Transparency /CS /DeviceCMYK /I ${isolated} /K false >> /Resources << /ExtGState << ${states} >> >>`;

const resources = `/ExtGState << ${states} >> /ColorSpace << /Gold ${spot} /Duo ${duotone} >>
  /Shading << /Mesh 45 0 R /Axial ${axial} /Radial ${radial} /Spot ${spotShading} >>
  /Pattern << /Cells 44 0 R /Slope << /Type /Pattern /PatternType 2 /Matrix [1 0.2 0 1 200 10] /Shading ${axial} >> >>
  /XObject << /Cmyk 30 0 R /Gray 31 0 R /Stencil 32 0 R /Masked 33 0 R /Indexed 35 0 R /Isolated 36 0 R /Open 37 0 R /SpotImage 38 0 R
    /KnockIsolated 46 0 R /KnockOpen 47 0 R /Fax 48 0 R /FaxStencil 49 0 R >>`;

/** Rows of tests from the bottom of the page to its top; what stands beside each is what it tests. */
const content = `
0.2 0 0.1 0 k 0 0 283 325 re f
% overprint: black on all, cyan in both modes, white, a spot that keeps and one that knocks out
q 1 0 0 1 10 10 cm 0 0.6 0 0 k 0 0 250 20 re f
/Over gs 0 0 0 1 k 5 5 20 10 re f 0.7 0 0 0 k 30 5 20 10 re f
/Over0 gs 0.7 0 0 0 k 55 5 20 10 re f
/Over gs /Gold cs 0.8 scn 80 5 20 10 re f 0 0 0 0 k 105 5 20 10 re f Q
q 1 0 0 1 10 10 cm /Gold cs 0.8 scn 130 5 20 10 re f /Duo cs 0.4 0.7 scn 155 5 20 10 re f
0.5 g 180 5 20 10 re f Q
% strokes: caps, joins, dashes, a pen under an uneven matrix
q 1 0 0 1 10 45 cm 0 0 0 1 K 5 w 1 J 1 j 5 5 m 30 20 l 55 5 l S 2 J 0 j 70 5 m 95 20 l 120 5 l S
0 J 3 w [9 4 2 4] 3 d 130 5 m 180 20 l 240 6 l S Q
q 2 0.3 0 0.6 10 75 cm [] 0 d 4 w 1 0 0 0 K 5 5 m 30 5 60 25 90 5 c S Q
% clips: a star by both rules, in a clipped circle
q 1 0 0 1 210 80 cm 30 0 m 30 17 17 30 0 30 c -17 30 -30 17 -30 0 c -30 -17 -17 -30 0 -30 c 17 -30 30 -17 30 0 c W n
0 0.9 0.4 0 k 0 32 m 20 -28 l -32 10 l 32 10 l -20 -28 l h f* Q
% gradients
q 1 0 0 1 10 100 cm 0 0 60 25 re W n /Axial sh Q
q 1 0 0 1 80 95 cm 0 0 60 40 re W n /Radial sh Q
q 1 0 0 1 145 95 cm 0 0 30 40 re W n /Spot sh Q
q /Pattern cs /Slope scn 205 10 m 270 10 l 260 40 l 195 35 l f Q
q 1 0 0 1 90 262 cm /Mesh sh Q
q /Pattern cs /Cells scn 10 130 60 30 re f Q
% pictures
q 50 0 0 50 10 165 cm /Cmyk Do Q
q 40 10 -10 40 80 165 cm /Gray Do Q
q 0.1 0.8 0.8 0 k 40 0 0 40 130 165 cm /Stencil Do Q
q 40 0 0 -40 180 205 cm /Masked Do Q
q 30 0 0 30 230 165 cm /Indexed Do Q
q 30 0 0 30 230 200 cm /SpotImage Do Q
% transparency
q 1 0 0 1 10 225 cm /Half gs 0.8 0.4 0 0.2 k 0 0 40 20 re f 20 10 40 20 re f Q
q 1 0 0 1 70 220 cm 0.5 0.5 0 0 k 0 0 40 40 re f /Multiply gs 0.3 0 0.7 0.1 k 20 20 40 40 re f Q
q 1 0 0 1 135 220 cm /Screen gs 0.6 0.6 0 0 k 0 0 30 40 re f Q
q 1 0 0 1 170 220 cm /Half gs /Isolated Do Q
q 1 0 0 1 225 232 cm /Half gs /Open Do Q
q 1 0 0 1 150 264 cm 0.7 0.2 0.5 0.1 k 0 0 100 14 re f /Hue gs 0.1 0.8 0.2 0.2 k 5 2 20 10 re f
/Luminosity gs 30 2 20 10 re f /Difference gs 55 2 20 10 re f Q
q 1 0 0 1 10 262 cm /Mask gs 0 1 1 0 k 0 0 60 15 re f Q
% the same mask in another place, knockout groups, faxes
q 0.8 0 0 0.8 -2 284 cm 0 0.4 0 0 k 5 0 60 15 re f Q
q 0.8 0 0 0.8 10 284 cm /Mask gs 0 1 1 0 k 0 0 60 15 re f Q
q 1 0 0 1 70 280 cm 0.5 0 0 0 k 15 0 20 40 re f /KnockIsolated Do Q
q 1 0 0 1 130 280 cm 0.5 0 0 0 k 15 0 20 40 re f /KnockOpen Do Q
q 40 0 0 40 190 280 cm /Fax Do Q
q 0.9 0 0.4 0 k 40 0 0 40 235 280 cm /FaxStencil Do Q
`;

/** Two triangles, the second on the last side of the first: flag, x, y, four inks a vertex. */
const mesh = '00 00 00 ff000000 00 c8 05 00ff0000 00 64 46 0000ff80 01 fa 3c 40404000>';

const inGroup = `/Multiply gs 0 0.8 0.8 0 k 0 0 30 30 re f 0.8 0 0.2 0 k 15 15 30 30 re f /Over gs 0 0 0 0.6 k 10 10 10 30 re f`;

/** A ring and a bar as T.6 codes, 64 × 64. */
export const fax = Buffer.from(
  '3c0b3ff219f5c103c20f083d3c20f4f4f4f4f4ff4f4f91817a0837d3c5376f6f6ddf6f7df7df7df7df7df6b7c9a934bb5e3dafdafdadafdadadadadac30b6b0c2c30b060b1fe002002',
  'hex',
).toString('latin1');

/** A knockout group: what lies in it replaces what lay there, half opaque, soft and in a group. */
const knockout = (isolated: boolean) =>
  `/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Group << /S /Transparency /CS /DeviceCMYK /I ${isolated} /K true >> /Resources << /ExtGState << ${states} >> /XObject << /Open 37 0 R >> >>`;
const inKnockout = `0 0.8 0.8 0 k 0 0 30 30 re f q /Half gs 0.8 0 0.2 0 k 10 10 30 25 re f Q
q /Multiply gs 0.5 0.2 0 0 k 20 5 m 45 5 l 30 35 l f Q q 0.4 0 0 0.4 45 15 cm /Half gs /Open Do Q`;

export function testPage(): Uint8Array {
  const box = '[-10 -10 290 330]';
  return makePdf({
    // Upright clips are cut at whole pixels: here they lie on them.
    page: `/MediaBox ${box} /BleedBox ${box} /TrimBox [0 0 280 320]`,
    resources,
    content,
    more: [
      `30 ${packed(image('/ColorSpace /DeviceCMYK', 8, 24), cmykPicture)}`,
      `31 ${packed(image('/ColorSpace /DeviceGray', 8, 24), grayPicture)}`,
      `32 ${packed('/Type /XObject /Subtype /Image /Width 8 /Height 16 /ImageMask true /BitsPerComponent 1', stencil)}`,
      `33 ${packed(`${image('/ColorSpace /DeviceCMYK', 8, 24)} /SMask 34 0 R /Decode [1 0 0 1 0 1 0 1]`, cmykPicture)}`,
      `34 ${packed(image('/ColorSpace /DeviceGray', 8, 8), maskPicture)}`,
      `35 ${packed(image('/ColorSpace [/Indexed /DeviceCMYK 2 <ff000000 00ff0000 0000ff80>]', 8, 8), indices)}`,
      `36 ${stream(group(true), inGroup)}`,
      `37 ${stream(group(false), inGroup)}`,
      `38 ${packed(image(`/ColorSpace ${spot}`, 8, 24), grayPicture)}`,
      `41 ${tint}`,
      `42 ${stream(twoTints, '{ exch dup 0.2 mul exch 0.6 mul 0 4 1 roll 3 -1 roll }')}`,
      `43 ${stream(`/Type /XObject /Subtype /Form /BBox [0 0 70 20] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Shading << /Gray ${grayShading} >> >>`, '/Gray sh')}`,
      `46 ${stream(knockout(true), inKnockout)}`,
      `47 ${stream(knockout(false), inKnockout)}`,
      `48 ${stream(`${image('/ColorSpace /DeviceGray', 1, 64)} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 >>`, fax)}`,
      `49 ${stream('/Type /XObject /Subtype /Image /Width 64 /Height 64 /ImageMask true /BitsPerComponent 1 /Filter [/CCITTFaxDecode] /DecodeParms [<< /K -1 /Columns 64 /BlackIs1 true >>]', fax)}`,
      `45 ${stream('/ShadingType 4 /ColorSpace /DeviceCMYK /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 51 0 51 0 1 0 1 0 1 0 1] /Filter /ASCIIHexDecode', mesh)}`,
      `44 ${stream('/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 12 /YStep 11 /Resources << >>', '0.9 0 0.9 0 k 0 0 10 5 re f 0 1 0 0 k 2 5 5 5 re f')}`,
    ],
  });
}
