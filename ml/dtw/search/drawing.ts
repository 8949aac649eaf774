import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { type KeyPoint } from '../../affect/keyPoint';
import { curveMeans, sampleTrajectory } from '../../affect/resample';
import { moves } from '../../affect/shape';
import { wholeTrackPoints } from '../wholeTracks';

/** Samples a drawing without duration is read at for each of its 64 segment means. */
const samplesPerSegment = 16;

/** What is drawn, as in a TrajectoryQuery. */
interface Drawn {
  points: readonly KeyPoint[];
  durationSeconds?: number;
  scope: 'track' | 'section';
}

/** What of it is compared, as in a TrajectoryQuery. */
interface Compared {
  mode?: 'level' | 'shape';
  blend?: number;
}

/** The drawing as it is compared: its samples at the curves' hop, for whole tracks reduced to 64 segment means. */
export function drawingOf({ points, durationSeconds, scope }: Drawn): EmotionCurve {
  const hop = durationSeconds === undefined ? 1 / (wholeTrackPoints * samplesPerSegment) : curveHopSeconds;
  const samples = sampleTrajectory(points, { durationSeconds, hop });
  return scope === 'track' ? curveMeans(samples, wholeTrackPoints) : samples;
}

/** How much the shape counts: as asked, else all where the drawing moves and nothing where it does not. */
export function blendOf({ mode, blend }: Compared, drawing: EmotionCurve, weights?: Float64Array): number {
  if (blend !== undefined) return blend;
  const used = mode ?? (moves(drawing, weights) ? 'shape' : 'level');
  return used === 'shape' ? 1 : 0;
}
