import { type EmotionCurve } from '../../affect/emotionCurve';
import { createRandom } from '../../random';

/** A smooth curve of so many samples within the plane, the same for the same seed. */
export function smoothCurve(seed: number, length: number): EmotionCurve {
  const random = createRandom(seed, 'curves of music for a film');
  const side = () => {
    const waves = Array.from({ length: 5 }, (_, place) => ({
      size: random.between(0.05, 0.3) / (1 + place / 2),
      period: random.between(12, 120) / (1 + place),
      phase: random.between(0, 2 * Math.PI),
    }));
    const level = random.between(-0.3, 0.3);
    return Float32Array.from({ length }, (_, index) =>
      Math.tanh(
        waves.reduce(
          (sum, { size, period, phase }) => sum + size * Math.sin((2 * Math.PI * index) / period + phase),
          level,
        ),
      ),
    );
  };
  return { valence: side(), arousal: side() };
}

/** A part of a curve as key points, one a sample, in seconds from its start. */
export function keyPointsOf(
  { valence, arousal }: EmotionCurve,
  { start, length, hopSeconds }: { start: number; length: number; hopSeconds: number },
) {
  return Array.from({ length }, (_, index) => ({
    t: (index + 0.5) * hopSeconds,
    valence: valence[start + index],
    arousal: arousal[start + index],
  }));
}
