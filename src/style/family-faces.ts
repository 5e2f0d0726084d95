/** The faces of a family: those that sheets declare, else the machine's where a page may use them. */
import { createSource, type Workspace, wholeOf } from '../base/index.ts';
import { matchFace } from './match-face.ts';
import type { ComputedStyle } from './properties/index.ts';
import type { FontFace } from './styled-document.ts';

/** The same objects for the same question. */
const localFaces = new WeakMap<Workspace, Map<string, readonly FontFace[]>>();

function facesOfMachine(family: string, workspace: Workspace): readonly FontFace[] {
  if (!workspace.localFaces) return [];
  const byFamily = localFaces.get(workspace) ?? new Map<string, readonly FontFace[]>();
  localFaces.set(workspace, byFamily);
  const known = byFamily.get(family);
  if (known) return known;
  const faces = workspace.localFaces(family).map((face): FontFace => {
    const span = wholeOf(createSource(face.path, ''));
    return {
      family: face.family,
      weight: face.weight,
      style: face.italic ? 'italic' : 'normal',
      sources: [{ path: face.path, span }],
      unicodeRange: null,
      span,
    };
  });
  byFamily.set(family, faces);
  return faces;
}

/** Faces by any spelling of the family's name, in the order of their rules. */
export function facesOfFamily(
  family: string,
  declared: readonly FontFace[],
  workspace: Workspace,
): readonly FontFace[] {
  const name = family.toLowerCase();
  const own = declared.filter((face) => face.family.toLowerCase() === name);
  return own.length > 0 ? own : facesOfMachine(name, workspace);
}

/** The face nearest to a style (css-fonts-4 §5.2); a range of weights counts as its nearest end. */
export function nearestFace(
  faces: readonly FontFace[],
  { fontWeight, fontStyle }: Pick<ComputedStyle, 'fontWeight' | 'fontStyle'>,
): FontFace | undefined {
  const traits = faces.map((face) => ({
    face,
    weight: Math.min(Math.max(fontWeight, face.weight.min), face.weight.max),
    italic: face.style === 'italic',
  }));
  return matchFace(traits, { weight: fontWeight, italic: fontStyle === 'italic' })?.face;
}
