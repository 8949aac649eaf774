import { eq, and } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, tracks } from '@/db/schema';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { curveHopSeconds, curveStartSeconds } from '@/ml/affect/curveHop';
import { type EstimatedCurve } from '@/ml/affect/emotionCurve';
import { plainCurve } from '@/ml/affect/plainCurve';
import { writeCurveCsv } from '@/ml/affect/writeCurveCsv';
import { AppError } from '../../base/errors';
import { artistText } from './trackFacts';

/** A track's emotion curve with what is needed to cite it. */
export interface NamedCurve {
  trackId: number;
  title: string;
  artist: string | null;
  durationSeconds: number;
  modelVersion: string;
  curve: EstimatedCurve;
}

/** The current curve of a track. Throws AppError 'not-found'. */
export async function namedCurve(executor: Executor, trackId: number): Promise<NamedCurve> {
  const [row] = await executor
    .select({
      trackId: tracks.id,
      title: tracks.title,
      artist: artistText(),
      durationSeconds: tracks.durationSeconds,
      modelVersion: analyses.modelVersion,
      bytes: analyses.curve,
    })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .where(and(eq(analyses.trackId, trackId), eq(analyses.current, true)));
  if (!row)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
  const { bytes, ...named } = row;
  return { ...named, curve: decodeCurve(bytes) };
}

/** CSV with a header: time_s,valence,arousal,valence_sd,arousal_sd; all values but time in [-1, 1]. */
export const curveCsv = ({ curve }: NamedCurve): string => writeCurveCsv(curve);

/** One JSON object with the scale, the hop, the model's version and the four series. */
export function curveJson({ curve, ...named }: NamedCurve): string {
  return JSON.stringify({
    ...named,
    scale: { minimum: -1, maximum: 1 },
    hopSeconds: curveHopSeconds,
    startSeconds: curveStartSeconds,
    ...plainCurve(curve),
  });
}

/** JAMS 0.3 (Humphrey et al. 2014): one `mood_thayer` annotation, values [valence, arousal]. */
export function curveJams(named: NamedCurve): string {
  const { valence, arousal } = plainCurve(named.curve);
  const data = valence.map((value, index) => ({
    time: index * curveHopSeconds,
    duration: curveHopSeconds,
    value: [value, arousal[index]],
    confidence: null,
  }));
  return JSON.stringify({
    annotations: [
      {
        namespace: 'mood_thayer',
        data,
        time: 0,
        duration: named.durationSeconds,
        annotation_metadata: {
          annotation_tools: 'Circumplex',
          data_source: 'program',
          version: named.modelVersion,
          curator: { name: '', email: '' },
          annotator: {},
          corpus: '',
          annotation_rules: 'valence and arousal in [-1, 1], one value every half second',
          validation: '',
        },
        sandbox: {},
      },
    ],
    file_metadata: {
      title: named.title,
      artist: named.artist ?? '',
      release: '',
      duration: named.durationSeconds,
      identifiers: {},
      jams_version: '0.3.4',
    },
    sandbox: {},
  });
}
