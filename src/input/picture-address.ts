/** Addresses in HTML and CSS, as paths in the project. */
import { resolvePath } from '../base/index.ts';

/** Whether an address is a path of this machine only: `C:\\Users\\…`, `\\\\server\\…`. */
export function isMachinePath(address: string): boolean {
  return /^\s*(?:[a-z]:[\\/]|\\\\|~\/|\/(?:Users|home|Volumes)\/)/i.test(address);
}

/** Whether an address leads to the network, or anywhere that is not a file or a `data:` address. */
export function isRemote(address: string): boolean {
  return /^(\/\/|(?!data:)[a-z][a-z0-9+.-]+:)/i.test(address.trim());
}

/** Whether an address holds its file itself (RFC 2397). */
export function isDataUrl(address: string): boolean {
  return /^data:/i.test(address);
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What an `img` shows: its `src`, or the candidate of `srcset` with the most pixels (html §4.8.4). */
export function sourceOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const own = attributes.get('src');
  if (own?.trim()) return own;
  let best: { readonly address: string; readonly size: number } | undefined;
  for (const [, address, size] of (attributes.get('srcset') ?? '').matchAll(
    /([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,|$)/g,
  )) {
    const candidate = { address: address ?? '', size: Number(size ?? 1) };
    if (!best || candidate.size > best.size) best = candidate;
  }
  return best?.address ?? own;
}

/**
 * The key of an address in `Pictures`: its path in the project, resolved against the file at
 * `path`; a `data:` or remote address itself.
 */
export function addressKey(path: string, address: string): string {
  const trimmed = address.trim();
  if (isRemote(trimmed) || isDataUrl(trimmed)) return trimmed;
  return resolvePath(path, decodePercent(trimmed.replace(/[?#].*$/, '')));
}
