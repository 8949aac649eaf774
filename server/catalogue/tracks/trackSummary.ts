import { and, eq, sql, type AnyColumn } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { segmentMeans } from '@/ml/affect/resample';
import type { Caller } from '../../access/caller';
import { factColumns, type TrackFacts } from './trackFacts';

/** What lists show of a track: one result a recording, however many encodings of it there are. */
export interface TrackSummary extends TrackFacts {
  hasCover: boolean;
  /** No file of any encoding is on disk. */
  missing: boolean;
  demo: boolean;
  /** Files that hold this recording. */
  encodings: number;
  addedAt: string;
  /** 32 segment means of valence, then 32 of arousal, as signed bytes of 127ths, in base64. */
  sparkBase64: string;
}

/** The condition that joins a track with the caller's correction of it, which effectiveValence and its like read. */
export const correctionBy = ({ personId }: Caller, trackId: AnyColumn = tracks.id) =>
  and(eq(corrections.trackId, trackId), eq(corrections.personId, personId));

const filesOfGroup = sql`from files f join tracks member on member.id = f.track_id where member.group_id = ${tracks.id}`;

/** Columns of a summary, over `summarySource`. */
export const summaryColumns = {
  ...factColumns,
  hasCover: tracks.hasCover,
  missing: sql<boolean>`not exists (select 1 ${filesOfGroup} and f.missing_since is null)`,
  demo: sql<boolean>`exists (select 1 ${filesOfGroup} and f.origin = 'demo')`,
  encodings: sql<number>`(select count(*)::int ${filesOfGroup})`,
  addedAt: tracks.addedAt,
  curve: analyses.curve,
};

type SummaryRow = Omit<TrackSummary, 'addedAt' | 'sparkBase64'> & { addedAt: Date; curve: Uint8Array };

/** Tracks with their current analysis, their sound, and the caller's correction. */
export function summarySource(executor: Executor, caller: Caller) {
  return executor
    .select(summaryColumns)
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, correctionBy(caller))
    .$dynamic();
}

/** A track stands for its recording when it is the first of its group. */
export const isRepresentative = eq(tracks.id, tracks.groupId);

/** A database row as pages read it. */
export function toSummary<Row extends SummaryRow>({ curve, addedAt, ...row }: Row) {
  return { ...row, addedAt: addedAt.toISOString(), sparkBase64: sparkOf(curve) };
}

const sparkSegments = 32;

function sparkOf(curveBytes: Uint8Array): string {
  const curve = decodeCurve(curveBytes);
  const spark = new Int8Array(2 * sparkSegments);
  [curve.valence, curve.arousal].forEach((values, dimension) => {
    segmentMeans(values, sparkSegments).forEach((mean, segment) => {
      spark[dimension * sparkSegments + segment] = Math.round(127 * mean);
    });
  });
  return Buffer.from(spark.buffer).toString('base64');
}
