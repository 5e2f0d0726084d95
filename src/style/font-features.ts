/** OpenType features of a style (css-fonts-4 §7.2): the variants first, then the author's own. */
import type { Feature } from '../text/index.ts';
import type { ComputedStyle } from './properties/index.ts';

const on = (tag: string): Feature => ({ tag, value: 1 });
const off = (tag: string): Feature => ({ tag, value: 0 });

/** css-fonts-4 §6: what each keyword switches. */
const variants: ReadonlyMap<string, readonly Feature[]> = new Map([
  ['lining-nums', [on('lnum')]],
  ['oldstyle-nums', [on('onum')]],
  ['proportional-nums', [on('pnum')]],
  ['tabular-nums', [on('tnum')]],
  ['diagonal-fractions', [on('frac')]],
  ['stacked-fractions', [on('afrc')]],
  ['ordinal', [on('ordn')]],
  ['slashed-zero', [on('zero')]],
  ['none', [off('liga'), off('clig'), off('dlig'), off('hlig'), off('calt')]],
  ['common-ligatures', [on('liga'), on('clig')]],
  ['no-common-ligatures', [off('liga'), off('clig')]],
  ['discretionary-ligatures', [on('dlig')]],
  ['no-discretionary-ligatures', [off('dlig')]],
  ['historical-ligatures', [on('hlig')]],
  ['no-historical-ligatures', [off('hlig')]],
  ['contextual', [on('calt')]],
  ['no-contextual', [off('calt')]],
  ['small-caps', [on('smcp')]],
  ['all-small-caps', [on('smcp'), on('c2sc')]],
  ['petite-caps', [on('pcap')]],
  ['all-petite-caps', [on('pcap'), on('c2pc')]],
  ['unicase', [on('unic')]],
  ['titling-caps', [on('titl')]],
  ['sub', [on('subs')]],
  ['super', [on('sups')]],
]);

/**
 * Each tag once, in the order of first mention; `font-feature-settings` overrides the variants.
 * Kerning is not among them: `fontKerning` says it.
 */
export function fontFeatures(style: ComputedStyle): readonly Feature[] {
  const { fontVariantNumeric, fontVariantCaps, fontVariantLigatures, fontVariantPosition } = style;
  const words = [
    ...fontVariantLigatures,
    ...fontVariantNumeric,
    fontVariantCaps,
    fontVariantPosition,
  ];
  const features = new Map<string, Feature>();
  for (const word of words)
    for (const feature of variants.get(word) ?? []) features.set(feature.tag, feature);
  for (const feature of style.fontFeatureSettings) features.set(feature.tag, feature);
  return [...features.values()];
}
