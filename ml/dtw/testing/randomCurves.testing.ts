import { createRandom } from '../../random';
import { type EmotionCurve } from '../../affect/emotionCurve';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  const random = createRandom(seed, 'curves for tests');
  return () => random.next();
}

const clamp = (value: number) => Math.max(-1, Math.min(1, value));

/** A walk of 64 points with steps of at most `step`; reaches the ends of the range. */
export function walk(random: () => number, step: number): EmotionCurve {
  const side = () => {
    let value = 2.4 * random() - 1.2;
    return Float32Array.from({ length: 64 }, () => (value = clamp(value + step * (2 * random() - 1))));
  };
  return { valence: side(), arousal: side() };
}

function nearly(curve: EmotionCurve, random: () => number, noise: number): EmotionCurve {
  const side = (values: Float32Array) => values.map((value) => clamp(value + noise * (2 * random() - 1)));
  return { valence: side(curve.valence), arousal: side(curve.arousal) };
}

/** Flat and moving curves, and about every second one a copy of another, exact or nearly, so that many costs tie. */
export function library(seed: number, count: number): EmotionCurve[] {
  const random = randomFrom(seed);
  const curves: EmotionCurve[] = [];
  for (let index = 0; index < count; index++) {
    const copied = curves[Math.floor(2 * random() * index)];
    const noise = [0, 1e-7, 1e-4, 0.02][Math.floor(4 * random())];
    curves.push(
      copied ? nearly(copied, random, noise) : walk(random, [0, 0.003, 0.05, 0.4][Math.floor(4 * random())]),
    );
  }
  return curves;
}

/** A drawing of its own, or one that a curve follows, nearly or exactly. */
export function drawingOf(seed: number, curves: readonly EmotionCurve[]): EmotionCurve {
  const random = randomFrom(seed);
  const copied = curves[Math.floor(2 * random() * curves.length)];
  return copied ? nearly(copied, random, [0, 1e-3, 0.05][Math.floor(3 * random())]) : walk(random, 0.2);
}
