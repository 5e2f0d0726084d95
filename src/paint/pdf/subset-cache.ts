/**
 * Font subsets kept between runs: a rebuild with other words but the same letters cuts nothing.
 * An entry is a line of JSON with kind and glyph map, then the subset's bytes.
 */
import type { Cache } from '../../base/index.ts';
import { type Font, type FontSubset, fontDigest, subsetFont } from '../../text/index.ts';

/** Raised whenever the same font and glyphs would give other bytes. */
const algorithmVersion = 2;

interface StoredFacts {
  readonly kind: FontSubset['kind'];
  readonly glyphMap: readonly (readonly [number, number])[];
}

function store({ kind, bytes, glyphMap }: FontSubset): Uint8Array {
  const facts: StoredFacts = { kind, glyphMap: [...glyphMap] };
  const header = new TextEncoder().encode(`${JSON.stringify(facts)}\n`);
  const stored = new Uint8Array(header.length + bytes.length);
  stored.set(header);
  stored.set(bytes, header.length);
  return stored;
}

/** The cache checks its entries' digests, so a line that parses is one of ours. */
function restore(stored: Uint8Array): FontSubset | null {
  const end = stored.indexOf(0x0a);
  if (end < 0) return null;
  try {
    const { kind, glyphMap }: StoredFacts = JSON.parse(
      new TextDecoder().decode(stored.subarray(0, end)),
    );
    return { kind, glyphMap: new Map(glyphMap), bytes: stored.slice(end + 1) };
  } catch {
    return null;
  }
}

/** `subsetFont`, or what it answered before. `glyphs` in ascending order. */
export async function cachedSubset(
  font: Font,
  glyphs: readonly number[],
  cache: Cache,
): Promise<FontSubset> {
  const key = `font-subset ${algorithmVersion} ${fontDigest(font)} ${glyphs.join(' ')}`;
  const found = cache.get(key);
  const restored = found ? restore(found) : null;
  if (restored) return restored;
  const subset = await subsetFont(font, glyphs);
  cache.set(key, store(subset));
  return subset;
}
