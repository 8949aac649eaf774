import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, files, intendedCurves, sounds, tracks } from '@/db/schema';
import { peaksPerSecond, reducePeaks } from '@/ml/audio/measure/waveformPeaks';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { curveHopSeconds, curveStartSeconds } from '@/ml/affect/curveHop';
import type { DemoPiece } from '@/ml/composer/demoPieces';
import { intendedCurve } from '@/ml/composer/intendedCurve';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { installedModel } from '../../base/installedModel';
import { planar, toBase64 } from './arrays';
import { correctionBy, summarySource, toSummary } from './trackSummary';

const mostPeaks = 2000;

/** Everything a track's page shows: of the recording, whichever of its encodings is asked for. Throws AppError 'not-found'. */
export async function trackDetail(executor: Executor, caller: Caller, askedId: number) {
  const group = sql`(select asked.group_id from tracks asked where asked.id = ${askedId})`;
  const [row] = await summarySource(executor, caller).where(eq(tracks.id, group));
  if (!row)
    throw new AppError('not-found', `invalid trackId: ${askedId} (no such track: it may have been removed)`);
  const { trackId } = row;
  const [measured, intended, places] = await Promise.all([
    measuredOf(executor, caller, trackId),
    intendedOf(executor, trackId),
    filesOf(executor, trackId),
  ]);
  const curve = decodeCurve(row.curve);
  return {
    ...toSummary(row),
    ...measured,
    curve: {
      hopSeconds: curveHopSeconds,
      startSeconds: curveStartSeconds,
      count: curve.valence.length,
      valuesBase64: toBase64(
        planar(curve.valence, curve.arousal, curve.valenceDeviation, curve.arousalDeviation),
      ),
    },
    intended: intended && {
      ...intended,
      valuesBase64: intendedValues(intended.keyPoints, row.durationSeconds),
    },
    files: places,
  };
}

async function measuredOf(executor: Executor, caller: Caller, trackId: number) {
  const [row] = await executor
    .select({ track: tracks, sound: sounds, analysis: analyses, correction: corrections })
    .from(tracks)
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, correctionBy(caller))
    .where(eq(tracks.id, trackId));
  const { track, sound, analysis, correction } = row;
  return {
    year: track.year,
    trackNumber: track.trackNumber,
    container: track.container,
    codec: track.codec,
    sampleRateHz: track.sampleRateHz,
    channels: track.channels,
    samplePeakDb: sound.samplePeakDb,
    tempoConfidence: sound.tempoConfidence,
    waveform: waveformOf(sound.waveform),
    modelVersion: analysis.modelVersion,
    newerModelVersion: newerThan(analysis.modelVersion),
    modelPoint: {
      valence: analysis.emotion[0],
      arousal: analysis.emotion[1],
      valenceDeviation: analysis.valenceDeviation,
      arousalDeviation: analysis.arousalDeviation,
    },
    correction: correction && { valence: correction.valence, arousal: correction.arousal },
  };
}

/** The installed model where another one made the answer, which stays until a file of the track has been heard again. */
function newerThan(modelVersion: string): string | null {
  const { version } = installedModel();
  return version === modelVersion ? null : version;
}

function waveformOf(stored: Uint8Array) {
  const peaks = new Int8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  const buckets = peaks.length / 2;
  const reduced = buckets > mostPeaks ? reducePeaks(peaks, mostPeaks) : peaks;
  return {
    bucketsPerSecond: (peaksPerSecond * reduced.length) / Math.max(1, peaks.length),
    valuesBase64: toBase64(reduced),
  };
}

async function intendedOf(executor: Executor, trackId: number) {
  const [row] = await executor
    .select({ moving: intendedCurves.moving, keyPoints: intendedCurves.keyPoints })
    .from(intendedCurves)
    .where(eq(intendedCurves.trackId, trackId));
  return row ?? null;
}

function intendedValues(keyPoints: DemoPiece['keyPoints'], durationSeconds: number): string {
  const { valence, arousal } = intendedCurve({ keyPoints, durationSeconds });
  return toBase64(planar(valence, arousal));
}

async function filesOf(executor: Executor, trackId: number) {
  const [{ groupId }] = await executor
    .select({ groupId: tracks.groupId })
    .from(tracks)
    .where(eq(tracks.id, trackId));
  const rows = await executor
    .select({
      trackId: files.trackId,
      codec: tracks.codec,
      sampleRateHz: tracks.sampleRateHz,
      path: files.path,
      name: files.name,
      origin: files.origin,
      sizeBytes: files.sizeBytes,
      missingSince: files.missingSince,
    })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(eq(tracks.groupId, groupId))
    .orderBy(files.trackId, files.path);
  return rows.map((file) => ({ ...file, missingSince: file.missingSince?.toISOString() ?? null }));
}
