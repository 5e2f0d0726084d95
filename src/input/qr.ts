/**
 * A QR code (ISO/IEC 18004) as one vector outline: the only file that knows the `uqr` package. The
 * dark modules are traced as closed outlines, so that no hairline shows between them.
 */
import { encode } from 'uqr';
import type { Cache } from '../base/index.ts';

export const qrLevels = ['L', 'M', 'Q', 'H'] as const;
export type QrLevel = (typeof qrLevels)[number];

export interface QrCode {
  /** Modules on a side, quiet zone included. */
  readonly size: number;
  /** SVG path data in modules; fill with the non-zero rule. */
  readonly path: string;
}

type Modules = readonly (readonly boolean[])[];

const directions = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** Edges of dark modules with the dark side on the right, by start and direction: `x,y,d`. */
function collectEdges(modules: Modules): Set<string> {
  const isDark = (x: number, y: number) => modules[y]?.[x] === true;
  const edges = new Set<string>();
  for (const [y, row] of modules.entries())
    for (const x of row.keys()) {
      if (!isDark(x, y)) continue;
      if (!isDark(x, y - 1)) edges.add(`${x},${y},0`);
      if (!isDark(x + 1, y)) edges.add(`${x + 1},${y},1`);
      if (!isDark(x, y + 1)) edges.add(`${x + 1},${y + 1},2`);
      if (!isDark(x - 1, y)) edges.add(`${x},${y + 1},3`);
    }
  return edges;
}

/** Follows one outline from an edge, takes its edges out, and writes its corners. */
function traceOutline(edges: Set<string>, first: string): string {
  const [startX = 0, startY = 0, startDirection = 0] = first.split(',').map(Number);
  let x = startX;
  let y = startY;
  let direction = startDirection;
  let path = `M${x} ${y}`;
  while (edges.delete(`${x},${y},${direction}`)) {
    const step = directions[direction] ?? directions[0];
    x += step.x;
    y += step.y;
    // Right turns first: modules that touch at a corner stay apart.
    const turn = [1, 0, 3].find((by) => edges.has(`${x},${y},${(direction + by) % 4}`)) ?? 0;
    const next = (direction + turn) % 4;
    const isClosed = x === startX && y === startY && !edges.has(`${x},${y},${next}`);
    if (!isClosed && next !== direction) path += direction % 2 === 0 ? `H${x}` : `V${y}`;
    direction = next;
  }
  return `${path}Z`;
}

/** Raised whenever the same text would give another outline. */
const algorithmVersion = 1;

function traceCode(text: string, level: QrLevel, quiet: number): QrCode {
  const { data, size } = encode(text, { ecc: level, border: quiet });
  const edges = collectEdges(data);
  let path = '';
  for (const edge of edges) path += traceOutline(edges, edge);
  return { size, path };
}

/** The cache checks its entries' digests, so a text that parses is one of ours. */
function restore(stored: Uint8Array): QrCode | null {
  try {
    return JSON.parse(new TextDecoder().decode(stored));
  } catch {
    return null;
  }
}

/**
 * The code of a text, or null where the text is too long for one. `quiet` is in modules. Kept
 * between runs: the standard has eight codes tried for the one that scans best.
 */
export function createQrCode(
  text: string,
  level: QrLevel,
  quiet: number,
  cache: Cache,
): QrCode | null {
  const key = `qr ${algorithmVersion} ${level} ${quiet} ${text}`;
  const stored = cache.get(key);
  const restored = stored ? restore(stored) : null;
  if (restored) return restored;
  try {
    const code = traceCode(text, level, quiet);
    cache.set(key, new TextEncoder().encode(JSON.stringify(code)));
    return code;
  } catch {
    return null;
  }
}
