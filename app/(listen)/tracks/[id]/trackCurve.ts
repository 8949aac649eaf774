import type { Answers } from '@/app/trpc';
import { decodeFloat32 } from '@/app/ui/arrays';
import type { LaneSampling } from '@/app/ui/timeline/laneGeometry';
import type { EmotionCurve, EstimatedCurve } from '@/ml/affect/emotionCurve';
import type { EmotionPoint, EstimatedPoint } from '@/ml/affect/emotionPoint';
import { indexAt } from '@/ml/affect/sampling';

/** A track as the server answers. */
export type TrackAnswer = Answers['catalogue']['track'];

/** A track with all that is known of it; what was meant is known of the demo music alone. */
export type TrackDetail = Omit<TrackAnswer, 'intended'> & { intended: TrackAnswer['intended'] | null };

/** A track's emotion in time: what the model hears, how sure it is, and what the composer meant where known. */
export interface TrackCurve extends LaneSampling {
  heard: EstimatedCurve;
  meant: EmotionCurve | null;
}

/** The curve of a track as the server sends it. */
export function readTrackCurve(
  track: Pick<TrackDetail, 'curve' | 'durationSeconds' | 'intended'>,
): TrackCurve {
  const { count, hopSeconds, startSeconds, valuesBase64 } = track.curve;
  const values = decodeFloat32(valuesBase64);
  const plane = (index: number) => values.subarray(index * count, (index + 1) * count);
  return {
    hopSeconds,
    startSeconds,
    durationSeconds: track.durationSeconds,
    heard: {
      valence: plane(0),
      arousal: plane(1),
      valenceDeviation: plane(2),
      arousalDeviation: plane(3),
    },
    meant: track.intended && readMeant(track.intended.valuesBase64, count),
  };
}

/** The composer's curve has the same hop; it may be a sample longer or shorter, and is cut to the shared part. */
function readMeant(valuesBase64: string, count: number): EmotionCurve {
  const values = decodeFloat32(valuesBase64);
  const half = values.length / 2;
  const shared = Math.min(half, count);
  return { valence: values.subarray(0, shared), arousal: values.subarray(half, half + shared) };
}

/** What is known of one moment. */
export interface Moment extends EstimatedPoint {
  seconds: number;
  meant: EmotionPoint | null;
}

/** The curve at a moment; before the first and after the last sample their values hold. */
export function momentAt(curve: TrackCurve, seconds: number): Moment {
  const index = indexAt(curve, seconds, curve.heard.valence.length);
  const meantIndex = curve.meant && Math.min(index, curve.meant.valence.length - 1);
  return {
    seconds,
    valence: curve.heard.valence[index],
    arousal: curve.heard.arousal[index],
    valenceDeviation: curve.heard.valenceDeviation[index],
    arousalDeviation: curve.heard.arousalDeviation[index],
    meant:
      curve.meant && meantIndex !== null
        ? { valence: curve.meant.valence[meantIndex], arousal: curve.meant.arousal[meantIndex] }
        : null,
  };
}
