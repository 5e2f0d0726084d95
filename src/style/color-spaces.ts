/**
 * Colour spaces of css-color-4 §10 as ways to and from linear sRGB, and the mapping of what the
 * screen cannot show into what it can (§13.2). Components are as CSS has them: hues in degrees,
 * lightness of Lab 0–100, of Oklab 0–1, everything else 0–1.
 */

export type Triple = readonly [number, number, number];

type Matrix = readonly [Triple, Triple, Triple];

const apply = ([a, b, c]: Matrix, [x, y, z]: Triple): Triple => [
  a[0] * x + a[1] * y + a[2] * z,
  b[0] * x + b[1] * y + b[2] * z,
  c[0] * x + c[1] * y + c[2] * z,
];

const each = ([x, y, z]: Triple, change: (value: number) => number): Triple => [
  change(x),
  change(y),
  change(z),
];

/** The sign is kept, so that colours out of range stay so (§10.2). */
const signed = (value: number, curve: (size: number) => number): number =>
  Math.sign(value) * curve(Math.abs(value));

const srgbToLinear = (value: number): number =>
  signed(value, (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
const linearToSrgb = (value: number): number =>
  signed(value, (v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));

const srgbToXyz: Matrix = [
  [0.41239079926595934, 0.357584339383878, 0.1804807884018343],
  [0.21263900587151027, 0.715168678767756, 0.07219231536073371],
  [0.01933081871559182, 0.11919477979462598, 0.9505321522496607],
];
const xyzToSrgb: Matrix = [
  [3.2409699419045226, -1.537383177570094, -0.4986107602930034],
  [-0.9692436362808796, 1.8759675015077202, 0.04155505740717559],
  [0.05563007969699366, -0.20397695888897652, 1.0569715142428786],
];
const p3ToXyz: Matrix = [
  [0.4865709486482162, 0.26566769316909306, 0.1982172852343625],
  [0.2289745640697488, 0.6917385218365064, 0.079286914093745],
  [0, 0.04511338185890264, 1.043944368900976],
];
const a98ToXyz: Matrix = [
  [0.5766690429101305, 0.1855582379065463, 0.1882286462349947],
  [0.29734497525053605, 0.6273635662554661, 0.07529145849399788],
  [0.02703136138641234, 0.07068885253582723, 0.9913375368376388],
];
const rec2020ToXyz: Matrix = [
  [0.6369580483012914, 0.14461690358620832, 0.1688809751641721],
  [0.2627002120112671, 0.6779980715188708, 0.05930171646986196],
  [0, 0.028072693049087428, 1.060985057710791],
];
const prophotoToXyzD50: Matrix = [
  [0.7977666449006423, 0.13518129740053308, 0.0313477341283922],
  [0.2880748288194013, 0.711835234241873, 0.00008993693872564],
  [0, 0, 0.8251046025104602],
];
const d50ToD65: Matrix = [
  [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
  [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
  [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
];
const d65ToD50: Matrix = [
  [1.0479297925449969, 0.022946870601609652, -0.05019226628920524],
  [0.02962780877005599, 0.9904344267538799, -0.017073799063418826],
  [-0.009243040646204504, 0.015055191490298152, 0.7518742814281371],
];
const xyzToLms: Matrix = [
  [0.819022437996703, 0.3619062600528904, -0.1288737815209879],
  [0.0329836539323885, 0.9292868615863434, 0.0361446663506424],
  [0.0481771893596242, 0.2642395317527308, 0.6335478284694309],
];
const lmsToXyz: Matrix = [
  [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
  [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
  [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
];
const lmsToOklab: Matrix = [
  [0.210454268309314, 0.7936177747023054, -0.0040720430116193],
  [1.9779985324311684, -2.4285922420485799, 0.450593709617411],
  [0.0259040424655478, 0.7827717124575296, -0.8086757549230774],
];
const oklabToLms: Matrix = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];

const whiteD50: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];
const epsilon = 216 / 24389;
const kappa = 24389 / 27;

function labToXyzD50([l, a, b]: Triple): Triple {
  const fy = (l + 16) / 116;
  const part = (f: number): number => (f ** 3 > epsilon ? f ** 3 : (116 * f - 16) / kappa);
  const y = l > kappa * epsilon ? fy ** 3 : l / kappa;
  return [part(a / 500 + fy) * whiteD50[0], y * whiteD50[1], part(fy - b / 200) * whiteD50[2]];
}

function xyzD50ToLab([x, y, z]: Triple): Triple {
  const part = (value: number): number =>
    value > epsilon ? Math.cbrt(value) : (kappa * value + 16) / 116;
  const [fx, fy, fz] = [part(x / whiteD50[0]), part(y / whiteD50[1]), part(z / whiteD50[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const fromPolar = ([l, chroma, hue]: Triple): Triple => {
  const radians = (hue * Math.PI) / 180;
  return [l, chroma * Math.cos(radians), chroma * Math.sin(radians)];
};

const toPolar = ([l, a, b]: Triple): Triple => {
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return [l, Math.hypot(a, b), hue < 0 ? hue + 360 : hue];
};

const xyzToOklab = (xyz: Triple): Triple =>
  apply(lmsToOklab, each(apply(xyzToLms, xyz), Math.cbrt));
const oklabToXyz = (lab: Triple): Triple =>
  apply(
    lmsToXyz,
    each(apply(oklabToLms, lab), (value) => value ** 3),
  );

/** §7.1; the hue in degrees. */
function hslToSrgb([hue, saturation, lightness]: Triple): Triple {
  const part = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [part(0), part(8), part(4)];
}

function srgbToHsl([r, g, b]: Triple): Triple {
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  const lightness = (most + least) / 2;
  const range = most - least;
  if (range < 1e-9) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [sixth * 60, saturation, lightness];
}

/** §8.1: so much white and black in the pure hue. */
function hwbToSrgb([hue, white, black]: Triple): Triple {
  if (white + black >= 1) {
    const gray = white / (white + black);
    return [gray, gray, gray];
  }
  return each(hslToSrgb([hue, 1, 0.5]), (value) => value * (1 - white - black) + white);
}

const srgbToHwb = (rgb: Triple): Triple => [
  srgbToHsl(rgb)[0],
  Math.min(...rgb),
  1 - Math.max(...rgb),
];

const gamma = (power: number) => (value: number) => signed(value, (v) => v ** power);
const prophotoToLinear = (value: number): number =>
  signed(value, (v) => (v <= 16 / 512 ? v / 16 : v ** 1.8));
const linearToProphoto = (value: number): number =>
  signed(value, (v) => (v >= 1 / 512 ? v ** (1 / 1.8) : 16 * v));
const rec2020ToLinear = (value: number): number =>
  signed(value, (v) =>
    v < 0.018053968510807 * 4.5
      ? v / 4.5
      : ((v + 0.09929682680944) / 1.09929682680944) ** (1 / 0.45),
  );
const linearToRec2020 = (value: number): number =>
  signed(value, (v) =>
    v > 0.018053968510807 ? 1.09929682680944 * v ** 0.45 - 0.09929682680944 : 4.5 * v,
  );

/** The matrix that undoes another. */
function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const minor = [e * i - f * h, f * g - d * i, d * h - e * g] as const;
  const scale = 1 / (a * minor[0] + b * minor[1] + c * minor[2]);
  return [
    [minor[0] * scale, (c * h - b * i) * scale, (b * f - c * e) * scale],
    [minor[1] * scale, (a * i - c * g) * scale, (c * d - a * f) * scale],
    [minor[2] * scale, (b * g - a * h) * scale, (a * e - b * d) * scale],
  ];
}

export const colorSpaces = [
  ...(['srgb', 'srgb-linear', 'display-p3', 'a98-rgb', 'prophoto-rgb', 'rec2020'] as const),
  ...(['xyz', 'xyz-d50', 'xyz-d65', 'lab', 'lch', 'oklab', 'oklch', 'hsl', 'hwb'] as const),
] as const;

export type ColorSpace = (typeof colorSpaces)[number];

/** Which component is a hue. */
export const hueIndex: Readonly<Partial<Record<ColorSpace, number>>> = {
  lch: 2,
  oklch: 2,
  hsl: 0,
  hwb: 0,
};

/** A colour of a space in XYZ with the white point D65. */
export function toXyz(space: ColorSpace, value: Triple): Triple {
  switch (space) {
    case 'srgb':
      return apply(srgbToXyz, each(value, srgbToLinear));
    case 'srgb-linear':
      return apply(srgbToXyz, value);
    case 'display-p3':
      return apply(p3ToXyz, each(value, srgbToLinear));
    case 'a98-rgb':
      return apply(a98ToXyz, each(value, gamma(563 / 256)));
    case 'prophoto-rgb':
      return apply(d50ToD65, apply(prophotoToXyzD50, each(value, prophotoToLinear)));
    case 'rec2020':
      return apply(rec2020ToXyz, each(value, rec2020ToLinear));
    case 'xyz':
    case 'xyz-d65':
      return value;
    case 'xyz-d50':
      return apply(d50ToD65, value);
    case 'lab':
      return apply(d50ToD65, labToXyzD50(value));
    case 'lch':
      return toXyz('lab', fromPolar(value));
    case 'oklab':
      return oklabToXyz(value);
    case 'oklch':
      return oklabToXyz(fromPolar(value));
    case 'hsl':
      return toXyz('srgb', hslToSrgb(value));
    case 'hwb':
      return toXyz('srgb', hwbToSrgb(value));
  }
}

/** A colour of XYZ (D65) in a space; possibly out of its range. */
export function fromXyz(space: ColorSpace, xyz: Triple): Triple {
  switch (space) {
    case 'srgb':
      return each(apply(xyzToSrgb, xyz), linearToSrgb);
    case 'srgb-linear':
      return apply(xyzToSrgb, xyz);
    case 'display-p3':
      return each(apply(inverse(p3ToXyz), xyz), linearToSrgb);
    case 'a98-rgb':
      return each(apply(inverse(a98ToXyz), xyz), gamma(256 / 563));
    case 'prophoto-rgb':
      return each(apply(inverse(prophotoToXyzD50), apply(d65ToD50, xyz)), linearToProphoto);
    case 'rec2020':
      return each(apply(inverse(rec2020ToXyz), xyz), linearToRec2020);
    case 'xyz':
    case 'xyz-d65':
      return xyz;
    case 'xyz-d50':
      return apply(d65ToD50, xyz);
    case 'lab':
      return xyzD50ToLab(apply(d65ToD50, xyz));
    case 'lch':
      return toPolar(fromXyz('lab', xyz));
    case 'oklab':
      return xyzToOklab(xyz);
    case 'oklch':
      return toPolar(xyzToOklab(xyz));
    case 'hsl':
      return srgbToHsl(fromXyz('srgb', xyz));
    case 'hwb':
      return srgbToHwb(fromXyz('srgb', xyz));
  }
}

/** A colour of sRGB in a space. Those that are only other names for it keep every digit. */
export function fromSrgb(space: ColorSpace, rgb: Triple): Triple {
  if (space === 'srgb') return rgb;
  if (space === 'hsl') return srgbToHsl(rgb);
  return space === 'hwb' ? srgbToHwb(rgb) : fromXyz(space, toXyz('srgb', rgb));
}

const clip = (rgb: Triple): Triple => each(rgb, (value) => Math.min(1, Math.max(0, value)));
const isShown = (rgb: Triple): boolean => rgb.every((value) => value >= -1e-6 && value <= 1 + 1e-6);

/** Distance in Oklab (§13.2.2). */
function distance(a: Triple, b: Triple): number {
  const [from, to] = [xyzToOklab(toXyz('srgb', a)), xyzToOklab(toXyz('srgb', b))];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

const noticeable = 0.02;

/** sRGB of a colour, its chroma reduced as far as the screen needs (§13.2.3). */
export function toSrgbInGamut(space: ColorSpace, value: Triple): Triple {
  if (space === 'srgb') return clip(value);
  if (space === 'hsl') return clip(hslToSrgb(value));
  if (space === 'hwb') return clip(hwbToSrgb(value));
  const xyz = toXyz(space, value);
  const direct = fromXyz('srgb', xyz);
  if (isShown(direct)) return clip(direct);
  const [lightness, chroma, hue] = fromXyz('oklch', xyz);
  if (lightness >= 1) return [1, 1, 1];
  if (lightness <= 0) return [0, 0, 0];
  const at = (c: number): Triple => fromXyz('srgb', toXyz('oklch', [lightness, c, hue]));
  let least = 0;
  let most = chroma;
  let isLeastShown = true;
  if (distance(direct, clip(direct)) < noticeable) return clip(direct);
  while (most - least > 0.0001) {
    const middle = (least + most) / 2;
    const candidate = at(middle);
    if (isLeastShown && isShown(candidate)) least = middle;
    else {
      const off = distance(candidate, clip(candidate));
      if (off >= noticeable) most = middle;
      else if (noticeable - off < 0.0001) return clip(candidate);
      else {
        isLeastShown = false;
        least = middle;
      }
    }
  }
  return clip(at(least));
}
