import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, files, sounds, tracks } from '@/db/schema';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { curveHopSeconds, curveStartSeconds } from '@/ml/affect/curveHop';
import { type EstimatedCurve } from '@/ml/affect/emotionCurve';
import { plainCurve, roundAffect } from '@/ml/affect/plainCurve';
import { csvRow } from '@/ml/csv/csvRows';
import { curveColumns, curveRows } from '@/ml/affect/writeCurveCsv';
import type { Caller } from '../../access/caller';
import { factColumns, type TrackFacts } from './trackFacts';
import { correctionBy, isRepresentative } from './trackSummary';

/** Tracks read from the database at once. */
const pageRows = 200;

/** What is exported of a track. */
export interface ExportedTrack extends TrackFacts {
  path: string | null;
  modelVersion: string;
  curve: EstimatedCurve;
}

/** Every recording of the library in the order of their numbers, read page by page. */
export async function* exportedTracks(executor: Executor, caller: Caller): AsyncGenerator<ExportedTrack> {
  let after = 0;
  for (;;) {
    const rows = await page(executor, caller, after);
    for (const { curve, ...row } of rows) yield { ...row, curve: decodeCurve(curve) };
    if (rows.length < pageRows) return;
    after = rows[rows.length - 1].trackId;
  }
}

function page(executor: Executor, caller: Caller, after: number) {
  return executor
    .select({
      ...factColumns,
      path: sql<
        string | null
      >`(select min(${files.path}) from ${files} where ${files.trackId} = ${tracks.id})`,
      modelVersion: analyses.modelVersion,
      curve: analyses.curve,
    })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, correctionBy(caller))
    .where(and(isRepresentative, gt(tracks.id, after)))
    .orderBy(asc(tracks.id))
    .limit(pageRows);
}

const trackColumns = [
  ...['track_id', 'title', 'artist', 'album', 'genre', 'path', 'duration_s'],
  ...['valence', 'arousal', 'valence_sd', 'arousal_sd', 'corrected'],
  ...['loudness_lufs', 'tempo_bpm', 'model_version'],
];

export const trackCsvHeader = csvRow(trackColumns);

/** A track as one line of CSV under `trackCsvHeader`. */
export function trackCsvLine(track: ExportedTrack): string {
  const { trackId, title, artist, album, genre, path, durationSeconds, corrected, modelVersion } = track;
  const emotion = [track.valence, track.arousal, track.valenceDeviation, track.arousalDeviation];
  const measured = [track.loudnessLufs, track.tempoBpm];
  const named = [trackId, title, artist, album, genre, path, durationSeconds];
  return csvRow([...named, ...emotion.map(roundAffect), corrected, ...measured, modelVersion]);
}

export const curveCsvHeader = csvRow(['track_id', ...curveColumns]);

/** A track's emotion curve as lines of CSV under `curveCsvHeader`. */
export function curveCsvLines({ trackId, curve }: ExportedTrack): string[] {
  return curveRows(curve).map((row) => csvRow([trackId, ...row]));
}

/** A track as an object of JSON, with its curve where wanted. */
export function trackJson({ curve, ...track }: ExportedTrack, withCurve: boolean): object {
  if (!withCurve) return track;
  const series = plainCurve(curve);
  return { ...track, curve: { hopSeconds: curveHopSeconds, startSeconds: curveStartSeconds, ...series } };
}
