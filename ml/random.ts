/** A stream of numbers that look random and are the same on every machine. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** One of the items, each as likely as another. */
  pick<T>(items: readonly T[]): T;
  /** A bell-shaped number of mean 0 and standard deviation 1, never beyond 3.47 (Irwin-Hall sum of four). */
  bell(): number;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923): spreads a text over the seeds. */
function fnv1a(text: string, start: number): number {
  let hash = (0x811c9dc5 ^ start) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** mulberry32 (Tommy Ettinger 2017, public domain): 32 bits of state, exact in integer arithmetic. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A random stream of its own for each purpose, so that drawing more numbers for one part of a piece changes no
 * other part.
 *
 * @param seed any integer
 * @param purpose what the numbers are for: another purpose is another stream
 */
export function createRandom(seed: number, purpose: string): Random {
  const next = mulberry32(fnv1a(purpose, Math.imul(seed + 1, 0x9e3779b1)));
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (items) => items[Math.floor(next() * items.length)],
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  };
}
