import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegTracks } from '@/db/schema';
import { AppError } from '../../../../base/errors';
import type { EntropyReport } from '../../entropy/entropyReport';
import type { Ratings } from '../../set/eegSetDescription';
import { TableRow } from '../../set/readRows';
import type { TrackRow } from '../../set/trackTable';
import { reportOf } from '../recordings/listRecordings';
import type { RecordingRow } from '../recordings/ownedRecording';
import { trialsOf } from '../recordings/recordingDetail';
import { planKey } from './planKey';

/** A stretch of a recording in which a track of a set was heard. */
export interface StoredTrial {
  track: string;
  startSeconds: number;
  durationSeconds: number | null;
  own: Ratings;
}

/** A measured recording and its trials. */
export interface StoredSource {
  recording: RecordingRow;
  report: EntropyReport;
  trials: StoredTrial[];
}

/** What a training set is made of. */
export interface StoredSources {
  sources: StoredSource[];
  tracks: TrackRow[];
}

/**
 * The measured recordings of a study with the trials in which tracks of the catalogue were heard, and these tracks.
 *
 * @throws AppError 'invalid' where there is none, or recordings were not measured alike
 */
export async function storedSources(executor: Executor, studyId: number): Promise<StoredSources> {
  const tracks = await playableTracks(executor, studyId);
  const names = new Set(tracks.map(({ name }) => name));
  const recordings = await executor
    .select()
    .from(eegRecordings)
    .where(and(eq(eegRecordings.studyId, studyId), eq(eegRecordings.state, 'measured')))
    .orderBy(asc(eegRecordings.id));
  const sources: StoredSource[] = [];
  for (const recording of recordings) {
    const report = reportOf(recording);
    const trials = await heardTrials(executor, recording.id, names);
    if (report !== null && trials.length > 0) sources.push({ recording, report, trials });
  }
  if (sources.length === 0)
    throw new AppError(
      'invalid',
      'invalid study: in no measured recording a track of the catalogue was heard',
    );
  requireAlike(sources);
  const heard = new Set(sources.flatMap(({ trials }) => trials.map(({ track }) => track)));
  return { sources, tracks: tracks.filter(({ name }) => heard.has(name)) };
}

async function heardTrials(
  executor: Executor,
  recordingId: number,
  names: ReadonlySet<string>,
): Promise<StoredTrial[]> {
  const trials = await trialsOf(executor, recordingId);
  return trials.flatMap(({ track, startSeconds, durationSeconds, valence, arousal }) =>
    track !== null && names.has(track)
      ? [{ track, startSeconds, durationSeconds, own: { valence, arousal } }]
      : [],
  );
}

/** A track as tables have it, whose sound is one of the catalogue. */
async function playableTracks(executor: Executor, studyId: number): Promise<TrackRow[]> {
  const rows = await executor
    .select()
    .from(eegTracks)
    .where(eq(eegTracks.studyId, studyId))
    .orderBy(asc(eegTracks.id));
  return rows.flatMap(({ name, trackId, valence, arousal }, index): TrackRow[] =>
    trackId === null
      ? []
      : [
          {
            ...{ name, valence, arousal, sound: String(trackId), embedding: null },
            row: new TableRow('tracks', index + 1, new Map([['track', name]])),
          },
        ],
  );
}

/** Windows of different bands or lengths are of no use together. */
function requireAlike(sources: readonly StoredSource[]): void {
  const [first] = sources;
  const keyOf = ({ report: { plan } }: StoredSource) => `${planKey(plan)} ${plan.hopSeconds}`;
  const other = sources.find((source) => keyOf(source) !== keyOf(first));
  if (!other) return;
  const names = `${other.recording.fileName} and ${first.recording.fileName}`;
  throw new AppError('invalid', `invalid recordings: ${names} were not measured alike (measure them again)`);
}
