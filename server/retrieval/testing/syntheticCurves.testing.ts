import type { Random } from '@/ml/random';
import { betweenSpread, clamp, type withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { spreadOf } from '@/ml/affect/shape';

/** Whose movement made-up curves have: what a panel's mean ratings move, or what the shipped profiles do. */
export type Movement = keyof typeof withinSpreads;

/** A smooth walk that keeps returning, of mean 0 and standard deviation 1. */
function walk(random: Random, samples: number): Float32Array {
  // The walk forgets its speed after a fortieth of the curve, and where it is after a sixth.
  const slowing = 1 - Math.min(1, 40 / samples);
  const returning = 1 - Math.min(1, 6 / samples);
  let place = 0;
  let speed = 0;
  const values = Float32Array.from({ length: samples }, () => {
    speed = slowing * speed + random.between(-0.5, 0.5);
    return (place = returning * place + speed);
  });
  const { mean, deviation } = spreadOf(values);
  return values.map((value) => (value - mean) / (deviation || 1));
}

/** A made-up emotion curve of so many samples, whose spread within is between `least` and `most`. */
export function syntheticCurve(
  random: Random,
  [least, most]: readonly [least: number, most: number],
  samples: number,
): EmotionCurve {
  const dimension = () => {
    const mean = Math.min(0.9, Math.max(-0.9, betweenSpread * random.bell()));
    const deviation = random.between(least, most);
    return walk(random, samples).map((value) => clamp(mean + deviation * value));
  };
  return { valence: dimension(), arousal: dimension() };
}

/** What a person might draw: 3 to 6 key points anywhere in the plane, over the whole. */
export function drawnPoints(random: Random): KeyPoint[] {
  const count = 3 + Math.floor(4 * random.next());
  return Array.from({ length: count }, (_, index) => ({
    t: index / (count - 1),
    valence: random.between(-1, 1),
    arousal: random.between(-1, 1),
  }));
}

/** The same drawing a moment later: one key point led on a little. */
export function ledOn(points: readonly KeyPoint[], index: number, random: Random): KeyPoint[] {
  const led = (value: number) => clamp(value + random.between(-0.02, 0.02));
  return points.map((point, place) =>
    place === index ? { ...point, valence: led(point.valence), arousal: led(point.arousal) } : point,
  );
}

/** A curve as it might be drawn after it: at 64 key points, its time bent by up to a twentieth, trembling by 0.03. */
export function drawnAfter({ valence, arousal }: EmotionCurve, random: Random): KeyPoint[] {
  const phase = random.between(0, 2 * Math.PI);
  return Array.from({ length: 64 }, (_, index) => {
    const t = index / 63;
    const bent = clamp(t + 0.05 * Math.sin(2 * Math.PI * t + phase) * 4 * t * (1 - t));
    const at = Math.round(Math.max(0, bent) * (valence.length - 1));
    const drawn = (value: number) => clamp(value + 0.03 * random.bell());
    return { t, valence: drawn(valence[at]), arousal: drawn(arousal[at]) };
  });
}
