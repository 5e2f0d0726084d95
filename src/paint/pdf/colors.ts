/**
 * Colours as PDF colour spaces (ISO 32000-1 §8.6): inks as DeviceCMYK, spot inks as Separation
 * with their process fallback, screen colours as DeviceRGB. Never ICCBased: overprinting needs
 * device colours, and the output intent says which device.
 */
import type { CmykColor, PrintColor, ScreenColor, SpotColor } from '../../color/index.ts';
import { formatShare } from './number.ts';
import { type PdfValue, pdfName } from './pdfkit.ts';
import type { ResourceList, ResourcePool } from './resources.ts';

/** Either edition's colours. The doors (`paintPress`, `paintScreen`) let in one kind each. */
export type Color = PrintColor | ScreenColor;

/** The colour space that transparency is computed in: the edition's own, or that of a soft mask. */
export type BlendingSpace = 'DeviceCMYK' | 'DeviceRGB' | 'DeviceGray';

/** The colour's components, 0–1, in its space's order. */
export function componentsOf(color: Color): readonly number[] {
  switch (color.space) {
    case 'cmyk':
      return [color.c, color.m, color.y, color.k];
    case 'srgb':
      return [color.r, color.g, color.b];
    case 'spot':
      return [color.tint];
  }
}

function processComponents({ c, m, y, k }: CmykColor): readonly number[] {
  return [c, m, y, k];
}

/** `[/Separation /name /DeviceCMYK tintTransform]`: from no ink to the alternate (§8.6.6.4). */
export function separation({ name, alternate }: SpotColor): PdfValue {
  const tintTransform = {
    FunctionType: 2,
    Domain: [0, 1],
    Range: [0, 1, 0, 1, 0, 1, 0, 1],
    C0: [0, 0, 0, 0],
    C1: processComponents(alternate),
    N: 1,
  };
  return ['Separation', pdfName(name), 'DeviceCMYK', tintTransform];
}

function spotSpace(color: SpotColor, pool: ResourcePool) {
  const key = JSON.stringify([color.name, processComponents(color.alternate)]);
  return pool.share('ColorSpace', key, () => separation(color));
}

/** The colour's space as a value in a dictionary (of a shading, of a picture). */
export function colorSpaceValue(color: Color, pool: ResourcePool): PdfValue {
  if (color.space === 'cmyk') return 'DeviceCMYK';
  if (color.space === 'srgb') return 'DeviceRGB';
  return spotSpace(color, pool).reference;
}

/** Where colours are written: masks take tones of gray, whatever ink they are told in. */
export interface ColorTarget {
  readonly pool: ResourcePool;
  readonly list: ResourceList;
  readonly blending: BlendingSpace;
}

/** Operators that make it the colour of fills or of strokes (§8.6.8). */
export function colorOperators(
  color: Color,
  use: 'fill' | 'stroke',
  { pool, list, blending }: ColorTarget,
): string {
  const components = componentsOf(color).map(formatShare).join(' ');
  const isFill = use === 'fill';
  if (blending === 'DeviceGray') {
    const tone = color.space === 'cmyk' ? 1 - color.k : 1;
    return `${formatShare(tone)} ${isFill ? 'g' : 'G'}`;
  }
  switch (color.space) {
    case 'cmyk':
      return `${components} ${isFill ? 'k' : 'K'}`;
    case 'srgb':
      return `${components} ${isFill ? 'rg' : 'RG'}`;
    case 'spot': {
      const name = list.use(spotSpace(color, pool));
      return `${name} ${isFill ? 'cs' : 'CS'} ${components} ${isFill ? 'scn' : 'SCN'}`;
    }
  }
}
