import { createRandom, type Random } from '../../random';
import { betweenSpread, clamp, withinSpreads } from './benchLibraries.testing';
import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { sampleTrajectory } from '../../affect/resample';
import { spreadOf } from '../../affect/shape';

/** Tracks of 300 s whose sections are searched in a benchmark, the same in every run. */
export interface SectionLibrary {
  name: keyof typeof withinSpreads;
  curve(index: number): EmotionCurve;
}

export const trackPoints = 600;

/** A synthetic curve forgets its speed after 7.5 s and where it was after 50 s. */
const speedKept = 1 - curveHopSeconds / 7.5;
const placeKept = 1 - curveHopSeconds / 50;
/** Points that a walk takes before it counts, so that it begins anywhere. */
const warmUpPoints = 200;
/** Curves come from storage in steps of this. */
const steps = 32767;

function smoothWalk(random: Random, points: number): Float32Array {
  let speed = 0;
  let place = 0;
  const next = () => {
    speed = speedKept * speed + random.next() - 0.5;
    return (place = placeKept * place + speed);
  };
  for (let point = 0; point < warmUpPoints; point++) next();
  return Float32Array.from({ length: points }, next);
}

/** A walk scaled to a spread within, about a random level, kept in [-1, 1]. */
function side(random: Random, [least, most]: readonly [number, number]): Float32Array {
  const walk = smoothWalk(random, trackPoints);
  const { mean, deviation } = spreadOf(walk);
  const spread = random.between(least, most);
  const level = betweenSpread * random.bell();
  const stored = (value: number) => Math.round(clamp(level + ((value - mean) * spread) / deviation) * steps);
  return walk.map((value) => stored(value) / steps);
}

export const sectionLibraries = (Object.keys(withinSpreads) as SectionLibrary['name'][]).map(
  (name): SectionLibrary => ({
    name,
    curve(index) {
      const random = createRandom(index, name);
      return { valence: side(random, withinSpreads[name]), arousal: side(random, withinSpreads[name]) };
    },
  }),
);

/** Mean standard deviation within tracks, within the stretches of `points` from their starts, and between tracks. */
export function measuredSpreads(library: SectionLibrary, points: number) {
  const sides = Array.from({ length: 500 }, (_, index) => library.curve(index)).flatMap(
    ({ valence, arousal }) => [valence, arousal],
  );
  const meanDeviation = (values: Float32Array[]) =>
    spreadOf(Float32Array.from(values, (part) => spreadOf(part).deviation)).mean;
  return {
    within: meanDeviation(sides),
    withinStretch: meanDeviation(sides.map((values) => values.subarray(0, points))),
    between: spreadOf(Float32Array.from(sides, (values) => spreadOf(values).mean)).deviation,
  };
}

/** A stretch of a curve, its time warped by up to a fifth, with noise of a sixth of the library's movement. */
function warped({ valence, arousal }: EmotionCurve, { points, noise, random }: WarpOptions): EmotionCurve {
  const length = Math.floor(points * random.between(0.85, 1.15));
  const start = Math.floor(random.next() * (trackPoints - length));
  const power = random.between(0.9, 1.1);
  const bend = (values: Float32Array) =>
    Float32Array.from({ length: points }, (_, index) => {
      const from = start + Math.floor((length - 1) * (index / points) ** power);
      return clamp(values[from] + noise * random.bell());
    });
  return { valence: bend(valence), arousal: bend(arousal) };
}

interface WarpOptions {
  points: number;
  noise: number;
  random: Random;
}

/** What is searched for: a drawing of so many points for a library of so many tracks. */
interface Drawing {
  library: SectionLibrary;
  tracks: number;
  points: number;
}

/** The kinds of query: another track's stretch; a library's stretch, warped and with noise; what a person draws. */
export const sectionQueries = {
  random: ({ library, points }: Drawing, seed: number): EmotionCurve => {
    const { valence, arousal } = library.curve(1e8 + seed);
    return { valence: valence.subarray(0, points), arousal: arousal.subarray(0, points) };
  },
  'warped copy': ({ library, tracks, points }: Drawing, seed: number): EmotionCurve => {
    const random = createRandom(seed, 'warped copy');
    const curve = library.curve(Math.floor(tracks * random.next()));
    return warped(curve, { points, noise: withinSpreads[library.name][1] / 6, random });
  },
  drawn: ({ points }: Drawing, seed: number): EmotionCurve => {
    const random = createRandom(seed, 'drawn');
    const count = 3 + Math.floor(4 * random.next());
    const durationSeconds = points * curveHopSeconds;
    const keyPoints = Array.from({ length: count }, (_, index) => ({
      t: (index * durationSeconds) / (count - 1),
      valence: random.between(-1, 1),
      arousal: random.between(-1, 1),
    }));
    return sampleTrajectory(keyPoints, { durationSeconds, hop: curveHopSeconds });
  },
} as const;
