/**
 * Zlib streams (RFC 1950, RFC 1951) of pictures that are mostly flat: filtered rows, where long runs of
 * one byte stand between bytes that no search finds again. Only such runs are looked for, so that a
 * picture is packed in a fraction of the time that a search for all repetitions takes.
 */

/** What one block holds at most: bytes, or runs of them. */
const tokensPerBlock = 1 << 15;
const shortestRun = 3;
const longestRun = 258;
const endOfBlock = 256;
const literalCodes = 286;
/** RFC 1951 §3.2.7: the order in which lengths of the code of code lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The symbol of each run's length, and the bits after it (§3.2.5). */
function runCodes() {
  const symbols = new Uint16Array(longestRun + 1);
  const extraBits = new Uint8Array(longestRun + 1);
  const extra = new Uint8Array(longestRun + 1);
  let [length, symbol] = [shortestRun, 257];
  for (; symbol < 285; symbol += 1) {
    const bits = symbol < 265 ? 0 : (symbol - 261) >> 2;
    for (let value = 0; value < 1 << bits; value += 1, length += 1) {
      symbols[length] = symbol;
      extraBits[length] = bits;
      extra[length] = value;
    }
  }
  symbols[longestRun] = 285;
  extraBits[longestRun] = 0;
  extra[longestRun] = 0;
  return { symbols, extraBits, extra };
}

/** Depths in the tree that Huffman's method makes of some counts; 0 where a symbol never occurs. */
function treeDepths(counts: Uint32Array): Uint8Array {
  const depths = new Uint8Array(counts.length);
  const leaves = [...counts.keys()].filter((symbol) => counts[symbol] !== 0);
  leaves.sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) depths[only] = 1;
  if (leaves.length < 2) return depths;
  const nodes = 2 * leaves.length - 1;
  const weights = new Float64Array(nodes);
  const parents = new Uint16Array(nodes);
  leaves.forEach((symbol, index) => {
    weights[index] = counts[symbol] as number;
  });
  let [leaf, inner] = [0, leaves.length];
  for (let node = leaves.length; node < nodes; node += 1) {
    const lightest = () => {
      const isLeaf =
        leaf < leaves.length &&
        (inner >= node || (weights[leaf] as number) <= (weights[inner] as number));
      const child = isLeaf ? leaf : inner;
      if (isLeaf) leaf += 1;
      else inner += 1;
      parents[child] = node;
      return weights[child] as number;
    };
    weights[node] = lightest() + lightest();
  }
  const depthOf = new Uint16Array(nodes);
  for (let node = nodes - 2; node >= 0; node -= 1) {
    depthOf[node] = (depthOf[parents[node] as number] as number) + 1;
    const symbol = leaves[node];
    if (symbol !== undefined) depths[symbol] = Math.min(255, depthOf[node] as number);
  }
  return depths;
}

/** Code lengths of no more than `most` bits: counts are made more alike until they fit. */
export function codeLengths(counts: Uint32Array, most: number): Uint8Array {
  for (let alike = counts; ; alike = alike.map((count) => (count === 0 ? 0 : (count >> 1) | 1))) {
    const depths = treeDepths(alike);
    if (depths.every((depth) => depth <= most)) return depths;
  }
}

/** The codes of some lengths (§3.2.2), their first bit lowest, as they are written. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(17);
  for (const length of lengths) if (length > 0) perLength[length] = (perLength[length] ?? 0) + 1;
  const next = new Uint16Array(17);
  for (let length = 1; length < 16; length += 1)
    next[length + 1] = ((next[length] as number) + (perLength[length] as number)) << 1;
  return Uint16Array.from(lengths, (length) => {
    let code = next[length] as number;
    next[length] = code + 1;
    let reversed = 0;
    for (let bit = 0; bit < length; bit += 1, code >>= 1) reversed = (reversed << 1) | (code & 1);
    return reversed;
  });
}

class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #bits = 0;
  #count = 0;

  constructor(expectedBytes: number) {
    this.#bytes = new Uint8Array(expectedBytes);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length + 64);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** At most 16 bits, the lowest first. */
  write(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#push(this.#bits & 255);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  toByte(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }

  finished(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Bytes, and runs of the byte before them as 256 plus their length, until a block is full. */
function readTokens(bytes: Uint8Array, start: number, tokens: Uint16Array) {
  let [at, count] = [start, 0];
  while (at < bytes.length && count < tokens.length) {
    const byte = bytes[at] as number;
    let end = at;
    if (at > 0 && byte === bytes[at - 1] && byte === bytes[at + 1] && byte === bytes[at + 2]) {
      const limit = Math.min(bytes.length, at + longestRun);
      end = at + shortestRun;
      while (end < limit && bytes[end] === byte) end += 1;
    }
    tokens[count] = end > at ? 256 + end - at : byte;
    count += 1;
    at = Math.max(end, at + 1);
  }
  return { count, next: at };
}

/** A block with codes of its own (§3.2.7). All runs lie at a distance of one byte. */
function writeBlock(
  out: BitWriter,
  tokens: Uint16Array,
  runs: ReturnType<typeof runCodes>,
  isLast: boolean,
): void {
  const counts = new Uint32Array(literalCodes);
  for (const token of tokens) {
    const symbol = token < 256 ? token : (runs.symbols[token - 256] as number);
    counts[symbol] = (counts[symbol] as number) + 1;
  }
  counts[endOfBlock] = 1;
  const lengths = codeLengths(counts, 15);
  const codes = codesOf(lengths);
  // The only distance code has one bit.
  const written = [...lengths, 1];
  const lengthCounts = new Uint32Array(lengthOrder.length);
  for (const length of written) lengthCounts[length] = (lengthCounts[length] as number) + 1;
  const metaLengths = codeLengths(lengthCounts, 7);
  const metaCodes = codesOf(metaLengths);
  out.write(isLast ? 1 : 0, 1);
  out.write(2, 2);
  out.write(literalCodes - 257, 5);
  out.write(0, 5);
  out.write(lengthOrder.length - 4, 4);
  for (const length of lengthOrder) out.write(metaLengths[length] as number, 3);
  for (const length of written)
    out.write(metaCodes[length] as number, metaLengths[length] as number);
  for (const token of tokens) {
    const run = token < 256 ? 0 : token - 256;
    const symbol = run === 0 ? token : (runs.symbols[run] as number);
    out.write(codes[symbol] as number, lengths[symbol] as number);
    if (run > 0) {
      out.write(runs.extra[run] as number, runs.extraBits[run] as number);
      out.write(0, 1);
    }
  }
  out.write(codes[endOfBlock] as number, lengths[endOfBlock] as number);
}

/** RFC 1950 §8.2. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many sums fit 32 bits.
    for (const end = Math.min(bytes.length, at + 3800); at < end; at += 1) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}

/** The same bytes on every machine. */
export function deflateRuns(bytes: Uint8Array): Uint8Array {
  const out = new BitWriter((bytes.length >> 3) + 256);
  out.write(0x78, 8);
  out.write(0x01, 8);
  const tokens = new Uint16Array(tokensPerBlock);
  const runs = runCodes();
  for (let at = 0, isLast = false; !isLast; ) {
    const { count, next } = readTokens(bytes, at, tokens);
    at = next;
    isLast = at >= bytes.length;
    writeBlock(out, tokens.subarray(0, count), runs, isLast);
  }
  out.toByte();
  const sum = adler32(bytes);
  for (const shift of [24, 16, 8, 0]) out.write((sum >>> shift) & 255, 8);
  return out.finished();
}
