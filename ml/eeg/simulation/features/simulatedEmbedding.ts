import { standardNormal } from '../../../normal';
import { createRandom, type Random } from '../../../random';
import { autoregressive } from '../../../simulation/noise';
import { emotionAt, type SimulatedTrack } from '../simulatedTrack';

/** What a network hears in music. */
export interface MusicEmbedding {
  name: string;
  /** Numbers a stretch. */
  width: number;
  hopSeconds: number;
  /** Of a stretch of a track, by the track's index: [width]. */
  of(track: number, startSeconds: number, windowSeconds: number): Float32Array;
}

const width = 24;
const hopSeconds = 1;

/**
 * How far a unit of valence and of arousal moves the embedding, where style moves each of its numbers by a standard
 * deviation of 1 from track to track: arousal is plainly heard, valence less so, as in published networks.
 */
const clarity = { valence: 3, arousal: 8 };

/** What changes from second to second in each number: its standard deviation, and the correlation of neighbours. */
const moment = { deviation: 0.6, correlation: 0.8 };

interface HeardTrack {
  style: number[];
  /** [number][hop] */
  moments: Float64Array[];
}

/**
 * An embedding of tracks that were never sounded: their emotion in a direction each for valence and arousal, a style of
 * each track, and what changes from second to second. For studies of models where no real embedding is at hand; said to
 * be simulated by its name.
 */
export function simulatedEmbedding(tracks: readonly SimulatedTrack[], seed: number): MusicEmbedding {
  const directions = { valence: directionOf(seed, 'valence'), arousal: directionOf(seed, 'arousal') };
  const heard = tracks.map((track) => heardTrack(track, createRandom(seed, `embedding of ${track.name}`)));
  return {
    name: 'simulated embedding',
    width,
    hopSeconds,
    of: (track, startSeconds, windowSeconds) => {
      const { style, moments } = heard[track];
      const [first, end] = [Math.floor(startSeconds), Math.ceil(startSeconds + windowSeconds)];
      const emotion = meanEmotion(tracks[track], startSeconds, windowSeconds);
      return Float32Array.from(style, (own, number) => {
        const passing =
          moments[number].subarray(first, end).reduce((sum, value) => sum + value, 0) / (end - first);
        const valence = clarity.valence * emotion.valence * directions.valence[number];
        return own + passing + valence + clarity.arousal * emotion.arousal * directions.arousal[number];
      });
    },
  };
}

function heardTrack({ durationSeconds }: SimulatedTrack, random: Random): HeardTrack {
  const hops = Math.ceil(durationSeconds) + 1;
  const numbers = Array.from({ length: width });
  return {
    style: numbers.map(() => standardNormal(random)),
    moments: numbers.map(() =>
      autoregressive(random, hops, moment.correlation).map((value) => moment.deviation * value),
    ),
  };
}

/** A direction of length 1. */
function directionOf(seed: number, what: string): number[] {
  const random = createRandom(seed, `direction of ${what} in the embedding`);
  const numbers = Array.from({ length: width }, () => standardNormal(random));
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

/** The mean of a track's emotion over a stretch. */
function meanEmotion({ curve }: SimulatedTrack, startSeconds: number, windowSeconds: number) {
  const moments = Math.max(1, Math.round(windowSeconds / hopSeconds));
  const points = Array.from({ length: moments }, (_, at) =>
    emotionAt(curve, startSeconds + ((at + 0.5) * windowSeconds) / moments),
  );
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / moments;
  return { valence: mean(({ valence }) => valence), arousal: mean(({ arousal }) => arousal) };
}
