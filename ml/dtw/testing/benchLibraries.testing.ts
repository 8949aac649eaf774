import { createRandom, type Random } from '../../random';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { areRatedCurvesThere, meanCurve, ratedCurves, vgmidiListeners } from './ratedCurves.testing';
import { sampleTrajectory, curveMeans } from '../../affect/resample';
import { spreadOf } from '../../affect/shape';
import { wholeTrackPoints } from '../wholeTracks';

/** Tracks to be searched in a benchmark, any number of them, the same in every run. */
export interface BenchLibrary {
  name: string;
  curve(index: number): EmotionCurve;
}

export const betweenSpread = 0.3;
/** Movement of synthetic tracks: a panel's mean rating, and the shipped profiles', which move as one listener does. */
export const withinSpreads = { panel: [0.03, 0.075], listener: [0.17, 0.19] } as const;
/** Real curves are few: each stands many times, moved by as much at every point and as a whole. */
const tilingNoise = 0.01;

export const clamp = (value: number) => Math.max(-1, Math.min(1, value));

/** A smooth walk (its velocity and its place decay) about a random level, scaled to the spread and kept in [-1, 1]. */
function smoothWalk(random: Random, spread: number): Float32Array {
  let velocity = 0;
  let place = 0;
  const walk = Float32Array.from({ length: wholeTrackPoints }, () => {
    velocity = 0.8 * velocity + random.next() - 0.5;
    return (place = 0.95 * place + velocity);
  });
  const { mean, deviation } = spreadOf(walk);
  const level = betweenSpread * random.bell();
  return walk.map((value) => clamp(level + ((value - mean) * spread) / deviation));
}

function synthetic(name: keyof typeof withinSpreads): BenchLibrary {
  const [least, most] = withinSpreads[name];
  return {
    name: `synthetic, ${name}`,
    curve(index) {
      const random = createRandom(index, name);
      const side = () => smoothWalk(random, random.between(least, most));
      return { valence: side(), arousal: side() };
    },
  };
}

function tiled(name: string, curves: readonly EmotionCurve[]): BenchLibrary {
  const means = curves.map((curve) => curveMeans(curve, wholeTrackPoints));
  return {
    name,
    curve(index) {
      const random = createRandom(index, name);
      const side = (values: Float32Array) => {
        const offset = tilingNoise * random.bell();
        return values.map((value) => clamp(value + offset + random.between(-tilingNoise, tilingNoise)));
      };
      const { valence, arousal } = means[index % means.length];
      return { valence: side(valence), arousal: side(arousal) };
    },
  };
}

/** Synthetic libraries of both spreads, and real ones where their ratings are there. */
export function benchLibraries(): BenchLibrary[] {
  const made = [synthetic('panel'), synthetic('listener')];
  if (!areRatedCurvesThere()) return made;
  const listeners = vgmidiListeners().filter((curves) => curves.length > 0);
  const panels = [
    ...ratedCurves.emomusic().values(),
    ...ratedCurves.pmemo().values(),
    ...listeners.map(meanCurve),
  ];
  return [
    ...made,
    tiled(`${panels.length} panels' ratings, tiled`, panels),
    tiled(`${listeners.flat().length} listeners' ratings, tiled`, listeners.flat()),
  ];
}

/** Mean standard deviation within tracks and standard deviation between their means, of the first thousand. */
export function measuredSpread(library: BenchLibrary): { within: number; between: number } {
  const spreads = Array.from({ length: 1000 }, (_, index) => library.curve(index)).flatMap((curve) => [
    spreadOf(curve.valence),
    spreadOf(curve.arousal),
  ]);
  return {
    within: spreadOf(Float32Array.from(spreads, ({ deviation }) => deviation)).mean,
    between: spreadOf(Float32Array.from(spreads, ({ mean }) => mean)).deviation,
  };
}

/**
 * The kinds of query: another track of the same making; a track of the library, warped and with noise of 0.03; and
 * what a person draws, 3 to 6 key points anywhere in the plane.
 */
export const queryKinds = {
  random: (library: BenchLibrary, _: number, seed: number) => library.curve(1e8 + seed),
  'warped copy': (library: BenchLibrary, size: number, seed: number) => {
    const random = createRandom(seed, 'queries');
    const curve = library.curve(Math.floor(size * random.next()));
    const power = random.between(0.8, 1.2);
    const side = (values: Float32Array) =>
      values.map((_, index) => {
        const from = Math.floor(wholeTrackPoints * (index / wholeTrackPoints) ** power);
        return clamp(values[from] + 0.03 * random.bell());
      });
    return { valence: side(curve.valence), arousal: side(curve.arousal) };
  },
  drawn: (_library: BenchLibrary, _: number, seed: number) => {
    const random = createRandom(seed, 'queries');
    const count = 3 + Math.floor(4 * random.next());
    const points = Array.from({ length: count }, (_, index) => ({
      t: index / (count - 1),
      valence: random.between(-1, 1),
      arousal: random.between(-1, 1),
    }));
    return curveMeans(sampleTrajectory(points, { hop: 1 / (16 * wholeTrackPoints) }), wholeTrackPoints);
  },
} as const;
