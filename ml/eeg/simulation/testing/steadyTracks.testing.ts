import { curveHopSeconds } from '../../../affect/curveHop';
import type { EmotionPoint } from '../../../affect/emotionPoint';
import type { SimulatedTrack } from '../simulatedTrack';

/** A track that expresses one thing from beginning to end. */
export function steadyTrack(
  name: string,
  durationSeconds: number,
  { valence, arousal }: EmotionPoint,
): SimulatedTrack {
  const samples = Math.floor(durationSeconds / curveHopSeconds);
  const steady = (value: number) => new Float32Array(samples).fill(value);
  return { name, durationSeconds, curve: { valence: steady(valence), arousal: steady(arousal) } };
}

/** Tracks on a spiral over the plane, so that valence and arousal hardly know each other. */
export function spreadTracks(count: number, durationSeconds: number): SimulatedTrack[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    const radius = 0.9 * Math.sqrt((index + 0.5) / count);
    const point = { valence: radius * Math.cos(angle), arousal: radius * Math.sin(angle) };
    return steadyTrack(`track ${index + 1}`, durationSeconds, point);
  });
}
