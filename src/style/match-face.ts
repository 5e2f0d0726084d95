/** The choice among the faces of a family (css-fonts-4 §5.2). */

/** What is compared when a face is chosen. */
export interface FaceTraits {
  readonly weight: number;
  readonly italic: boolean;
}

/** Order in which weights stand in for the wanted one (css-fonts-4 §5.2, step 4.3); smaller is better. */
function weightDistance(wanted: number, weight: number): number {
  const far = 10_000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return weight - wanted;
    if (weight < wanted) return far + wanted - weight;
    return 2 * far + weight - wanted;
  }
  if (wanted < 400) return weight <= wanted ? wanted - weight : far + weight - wanted;
  return weight >= wanted ? weight - wanted : far + wanted - weight;
}

/** The face nearest to what is wanted: slope first, then weight; the later of two equals wins. */
export function matchFace<F extends FaceTraits>(
  faces: readonly F[],
  wanted: FaceTraits,
): F | undefined {
  const sloped = faces.filter(({ italic }) => italic === wanted.italic);
  let best: F | undefined;
  for (const face of sloped.length > 0 ? sloped : faces) {
    const isNearer =
      !best ||
      weightDistance(wanted.weight, face.weight) <= weightDistance(wanted.weight, best.weight);
    if (isNearer) best = face;
  }
  return best;
}
