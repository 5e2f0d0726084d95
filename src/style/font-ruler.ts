/**
 * Measures of the font a style would be set in, for `ex`, `ch`, `cap` and `ic`.
 *
 * Deviation: fonts packed for the web are unpacked after the cascade, so they have the usual shares.
 */
import type { Workspace } from '../base/index.ts';
import { advanceEm, type Font, isFontFault, openFont } from '../text/index.ts';
import { facesOfFamily, nearestFace } from './family-faces.ts';
import type { ComputedStyle } from './properties/index.ts';
import type { FontFace } from './styled-document.ts';
import type { FontShares } from './unit-measures.ts';

type FontStyle = Pick<ComputedStyle, 'fontFamily' | 'fontWeight' | 'fontStyle'>;

/** The first font of a style that can be opened; null without one. Faults are told by layout. */
export function createFontRuler(
  faces: readonly FontFace[],
  workspace: Workspace,
): (style: FontStyle) => FontShares | null {
  const byFace = new Map<FontFace, FontShares | null>();
  return (style) => {
    for (const family of style.fontFamily) {
      const face = nearestFace(facesOfFamily(family, faces, workspace), style);
      if (!face) continue;
      const known = byFace.get(face);
      const shares = known === undefined ? measure(face, workspace) : known;
      byFace.set(face, shares);
      if (shares) return shares;
    }
    return null;
  };
}

function measure({ sources }: FontFace, workspace: Workspace): FontShares | null {
  for (const { path } of sources) {
    const file = workspace.read(path);
    const font = file.kind === 'file' ? openFont(path, file.bytes) : null;
    if (font && !isFontFault(font)) return sharesOf(font);
  }
  return null;
}

function sharesOf(font: Font): FontShares {
  const { xHeightEm, capHeightEm, averageWidthEm, boundsWidthEm } = font.metrics;
  const ch = advanceEm(font, '0') ?? 0.5;
  const average = averageWidthEm > 0 ? averageWidthEm : ch;
  return {
    ex: xHeightEm,
    cap: capHeightEm,
    ch,
    ic: advanceEm(font, '水') ?? 1,
    average,
    widest: Math.max(average, boundsWidthEm),
  };
}
