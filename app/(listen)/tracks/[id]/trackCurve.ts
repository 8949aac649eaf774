import { decodeFloat32, type AffectSeries } from '@/app/ui/arrays';
import type { Answers } from '@/app/trpc';
import { indexAt, type Sampling } from '@/ml/affect/sampling';

/** A track as the server answers. */
export type TrackAnswer = Answers['catalogue']['track'];

/** A track with all that is known of it; what was meant is known of the demo music alone. */
export type TrackDetail = Omit<TrackAnswer, 'intended'> & { intended: TrackAnswer['intended'] | null };

/** Valence or arousal. */
export type Dimension = keyof AffectSeries;

/** A track's emotion in time: what the model hears, how sure it is, and what the composer meant where known. */
export interface TrackCurve extends Sampling {
  durationSeconds: number;
  heard: AffectSeries;
  /** Standard deviations, in the units of valence and arousal. */
  deviation: AffectSeries;
  meant: AffectSeries | null;
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
    heard: { valence: plane(0), arousal: plane(1) },
    deviation: { valence: plane(2), arousal: plane(3) },
    meant: track.intended && readMeant(track.intended.valuesBase64, count),
  };
}

/** The composer's curve has the same hop; it may be a sample longer or shorter, and is cut to the shared part. */
function readMeant(valuesBase64: string, count: number): AffectSeries {
  const values = decodeFloat32(valuesBase64);
  const half = values.length / 2;
  const shared = Math.min(half, count);
  return { valence: values.subarray(0, shared), arousal: values.subarray(half, half + shared) };
}

/** What is known of one moment. */
export interface Moment {
  seconds: number;
  valence: number;
  arousal: number;
  valenceDeviation: number;
  arousalDeviation: number;
  meant: { valence: number; arousal: number } | null;
}

/** The curve at a moment; before the first and after the last sample their values hold. */
export function momentAt(curve: TrackCurve, seconds: number): Moment {
  const index = indexAt(curve, seconds, curve.heard.valence.length);
  const meantIndex = curve.meant && Math.min(index, curve.meant.valence.length - 1);
  return {
    seconds,
    valence: curve.heard.valence[index],
    arousal: curve.heard.arousal[index],
    valenceDeviation: curve.deviation.valence[index],
    arousalDeviation: curve.deviation.arousal[index],
    meant:
      curve.meant && meantIndex !== null
        ? { valence: curve.meant.valence[meantIndex], arousal: curve.meant.arousal[meantIndex] }
        : null,
  };
}

/** The curve read every `stepSeconds`, from the start on, for a table. */
export function sampleEvery(curve: TrackCurve, stepSeconds: number): Moment[] {
  const count = Math.floor(curve.durationSeconds / stepSeconds) + 1;
  return Array.from({ length: count }, (_, index) => momentAt(curve, index * stepSeconds));
}
