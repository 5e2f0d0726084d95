// Seeded choices: the same seed gives the same page on every machine.

/** mulberry32. */
export function openRandom(seed) {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
  };
}

/** Ids `a`, `b` … `z`, `a1` … for the elements of one page. */
export function openNames() {
  let count = 0;
  return () => {
    const name =
      String.fromCharCode(97 + (count % 26)) + (count < 26 ? '' : Math.floor(count / 26));
    count++;
    return name;
  };
}

const letters = ['x', 'xx', 'xxx', 'xxxx', 'xxxxx'];

export function words(random, count) {
  return Array.from({ length: count }, () => random.pick(letters)).join(' ');
}
