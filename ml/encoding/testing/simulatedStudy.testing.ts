import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { createRandom, type Random } from '../../random';
import { type PreparedStudy } from '../preparedStudy';

/** What a simulated study is made of. */
export interface SimulatedOptions {
  seed?: number;
  participants?: number;
  /** [piece] */
  samples?: number[];
  moods?: (string | null)[];
  /** Columns of each shared space. */
  spaces?: Record<string, number>;
  targets?: number;
  /** The shared signal of a target, of unit size or so, from the features of one piece: [samples]. */
  driven?: (features: Record<string, DoubleMatrix>, target: number) => Float64Array;
  noise?: number;
}

/** Smooth noise of unit standard deviation or so: [samples, columns]. */
export function smoothNoise(random: Random, samples: number, columns: number): DoubleMatrix {
  const result = doubleZeros(samples, columns);
  const share = 0.7;
  for (let column = 0; column < columns; column++) {
    let value = random.bell();
    for (let sample = 0; sample < samples; sample++) {
      value = share * value + Math.sqrt(1 - share ** 2) * random.bell();
      result.values[sample * columns + column] = value;
    }
  }
  return result;
}

/** A study of smooth features, and recordings that are what is driven by them and noise. */
export function simulatedStudy(options: SimulatedOptions = {}): PreparedStudy {
  const { seed = 1, participants = 3, samples = [60, 50, 55], spaces = { sound: 2 }, targets = 4 } = options;
  const { noise = 1, driven = () => new Float64Array(Math.max(...samples)), moods = [] } = options;
  const random = createRandom(seed, 'simulated study');
  const pieces = samples.map((count, piece) => {
    const shared = Object.fromEntries(
      Object.entries(spaces).map(([name, columns]) => [name, smoothNoise(random, count, columns)]),
    );
    const signals = Array.from({ length: targets }, (_, target) => driven(shared, target));
    const recordings = Array.from({ length: participants }, () => {
      const own = smoothNoise(random, count, targets);
      own.values.forEach((value, at) => {
        own.values[at] = noise * value + signals[at % targets][Math.floor(at / targets)];
      });
      return own;
    });
    return {
      name: `piece ${piece + 1}`,
      mood: moods[piece] ?? null,
      samples: count,
      shared,
      own: {},
      recordings,
    };
  });
  return {
    participants: Array.from({ length: participants }, (_, index) => `p${index + 1}`),
    hopSeconds: 1,
    targets: Array.from({ length: targets }, (_, index) => ({
      name: `region ${index + 1}`,
      network: null,
      hemisphere: null,
      centre: null,
    })),
    pieces,
  };
}

/** One column of a space, later by some samples: what follows it. */
export function later({ rows, columns, values }: DoubleMatrix, column: number, delay: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, sample) =>
    sample - delay >= 0 && sample - delay < rows ? values[(sample - delay) * columns + column] : 0,
  );
}
