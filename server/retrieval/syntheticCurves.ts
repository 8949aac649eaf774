import type { KeyPoint, Trajectory } from '@/ml/dtw/curve';

/** How synthetic curves spread: standard deviation of the tracks' means, and range of that within a track. */
export interface Spread {
  between: number;
  within: readonly [least: number, most: number];
}

/** Benchmarks state these with every figure: what a panel's mean ratings have, and what shipped profiles have. */
export const spreads = {
  panel: { between: 0.3, within: [0.03, 0.075] },
  listener: { between: 0.3, within: [0.17, 0.19] },
} as const satisfies Record<string, Spread>;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32 by Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Nearly normal, with mean 0 and standard deviation 1: the sum of twelve even numbers (Irwin-Hall). */
function normal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

const within = (value: number) => Math.min(1, Math.max(-1, value));

/** A smooth walk that keeps returning, of mean 0 and standard deviation 1. */
function walk(random: () => number, samples: number): Float64Array {
  const values = new Float64Array(samples);
  // The walk forgets its speed after a fortieth of the curve, and where it is after a sixth.
  const slowing = 1 - Math.min(1, 40 / samples);
  const returning = 1 - Math.min(1, 6 / samples);
  let place = 0;
  let speed = 0;
  for (let i = 0; i < samples; i++) {
    speed = slowing * speed + random() - 0.5;
    place = returning * place + speed;
    values[i] = place;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / samples;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples);
  return values.map((value) => (value - mean) / (deviation || 1));
}

/** A made-up emotion curve. */
export function syntheticCurve(
  random: () => number,
  { between, within: range }: Spread,
  samples: number,
): Trajectory {
  const dimension = () => {
    const mean = Math.min(0.9, Math.max(-0.9, between * normal(random)));
    const deviation = range[0] + random() * (range[1] - range[0]);
    return Float32Array.from(walk(random, samples), (value) => within(mean + deviation * value));
  };
  return { valence: dimension(), arousal: dimension() };
}

/** What a person might draw: 3 to 6 key points anywhere in the plane, over the whole. */
export function drawnPoints(random: () => number): KeyPoint[] {
  const count = 3 + Math.floor(4 * random());
  return Array.from({ length: count }, (_, index) => ({
    t: index / (count - 1),
    valence: 2 * random() - 1,
    arousal: 2 * random() - 1,
  }));
}

/** The same drawing a moment later: one key point led on a little. */
export function ledOn(points: readonly KeyPoint[], index: number, random: () => number): KeyPoint[] {
  const step = () => 0.04 * (random() - 0.5);
  return points.map((point, place) =>
    place === index
      ? { ...point, valence: within(point.valence + step()), arousal: within(point.arousal + step()) }
      : point,
  );
}

/** A curve as it might be drawn after it: at 64 key points, its time bent by up to a twentieth, trembling by 0.03. */
export function drawnAfter({ valence, arousal }: Trajectory, random: () => number): KeyPoint[] {
  const phase = 2 * Math.PI * random();
  return Array.from({ length: 64 }, (_, index) => {
    const t = index / 63;
    const bent = within(t + 0.05 * Math.sin(2 * Math.PI * t + phase) * 4 * t * (1 - t));
    const at = Math.round(Math.max(0, bent) * (valence.length - 1));
    const drawn = (value: number) => within(value + 0.03 * normal(random));
    return { t, valence: drawn(valence[at]), arousal: drawn(arousal[at]) };
  });
}
