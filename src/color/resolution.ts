/**
 * How many pixels meet an inch of paper: the measure, its limits (GWG 2022 R0031 and R0032, sheetfed
 * offset) and the size a picture is resampled to. Only ever down.
 */
import type { Finding, Size, Span } from '../base/index.ts';
import { lowResolution } from './problems.ts';

export interface ResolutionLimits {
  /** At or below: the picture is visibly coarse, an error. */
  readonly errorPpi: number;
  /** At or below: a warning. */
  readonly warningPpi: number;
  /** What an original should have. */
  readonly wantedPpi: number;
}

export const photographLimits: ResolutionLimits = {
  errorPpi: 149,
  warningPpi: 224,
  wantedPpi: 300,
};
/** One bit a pixel. */
export const lineArtLimits: ResolutionLimits = { errorPpi: 549, warningPpi: 799, wantedPpi: 1200 };

/** A picture above the first figure is brought down to the second. */
export interface ResampleRule {
  readonly above: number;
  readonly to: number;
}

/** Offset print: more than 450 ppi cannot be seen through any screen ruling in use. */
export const pressResampling: ResampleRule = { above: 450, to: 300 };
/** Line art, one bit a pixel: edges are seen far beyond a screen's ruling. */
export const lineArtResampling: ResampleRule = { above: 1800, to: 1200 };
/** Screen edition: sharp at 200 % on a common display, and small enough to send by mail. */
export const screenResampling: ResampleRule = { above: 250, to: 200 };

/** Pixels per inch of a picture drawn `size` pt large: the smaller of both axes. */
export function effectivePpi(
  pixels: { readonly widthPx: number; readonly heightPx: number },
  size: { readonly widthPt: number; readonly heightPt: number },
): number {
  return Math.min((pixels.widthPx * 72) / size.widthPt, (pixels.heightPx * 72) / size.heightPt);
}

/** Pixels to keep: all of them, or as many as leave `rule.to` ppi on both axes. */
export function resampledSize(
  pixels: { readonly widthPx: number; readonly heightPx: number },
  size: { readonly widthPt: number; readonly heightPt: number },
  rule: ResampleRule,
): Size {
  const ppi = effectivePpi(pixels, size);
  const scale = ppi > rule.above && Number.isFinite(ppi) ? rule.to / ppi : 1;
  return {
    width: Math.max(1, Math.ceil(pixels.widthPx * scale - 1e-9)),
    height: Math.max(1, Math.ceil(pixels.heightPx * scale - 1e-9)),
  };
}

/** `color/low-resolution`, or null where there are pixels enough. */
export function findLowResolution(
  {
    path,
    ...pixels
  }: { readonly path: string; readonly widthPx: number; readonly heightPx: number },
  size: { readonly widthPt: number; readonly heightPt: number },
  limits: ResolutionLimits,
  span: Span | undefined,
): Finding | null {
  const ppi = effectivePpi(pixels, size);
  if (!(ppi <= limits.warningPpi)) return null;
  const severity = ppi <= limits.errorPpi ? 'error' : 'warning';
  const limit = severity === 'error' ? limits.errorPpi : limits.warningPpi;
  const { wantedPpi } = limits;
  const needed = (pt: number) => Math.ceil((pt * wantedPpi) / 72 - 1e-6);
  const found = {
    path,
    ppi: Math.round(ppi),
    limit,
    isLineArt: limits === lineArtLimits,
    pixels: [pixels.widthPx, pixels.heightPx] as const,
    neededPixels: [needed(size.widthPt), needed(size.heightPt)] as const,
  };
  const diagnostic = lowResolution(found, wantedPpi, severity, span);
  return { ...diagnostic, measured: ppi, limit, unit: 'ppi' };
}
