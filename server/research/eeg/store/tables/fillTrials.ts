import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegTracks, eegTrials } from '@/db/schema';
import type { EegTrial } from '../../../recordings/eeg/eegRecording';
import { placeOfTrial, readTrials, type TrialRow } from '../../set/trialTable';
import { eegBroughtFolder } from '../eegFolders';
import type { RecordingRow } from '../recordings/ownedRecording';
import type { TrialWish } from './tableWishes';
import { writeTrials } from './writeTrials';

/** What trials can be told from besides the recording's row. */
interface TrialSources {
  dataDirectory: string;
  /** Stretches that the file itself was cut into (DEAP). */
  cut?: readonly EegTrial[];
}

/** The table of trials of a study, as it was brought. */
function trialsTable(dataDirectory: string, studyId: number): string {
  return join(eegBroughtFolder(dataDirectory, studyId), 'trials.tsv');
}

/**
 * Gives a recording that has no trials those of the study's table, else those that it was cut into, else the events that
 * are called as one of the study's tracks. Returns how many it was given.
 *
 * @throws AppError 'invalid' where the table does not fit the recording
 */
export async function fillTrials(
  executor: Executor,
  recording: RecordingRow,
  { dataDirectory, cut = [] }: TrialSources,
): Promise<number> {
  const had = await executor.$count(eegTrials, eq(eegTrials.recordingId, recording.id));
  if (had > 0) return 0;
  const table = trialsTable(dataDirectory, recording.studyId);
  const isThere = await access(table).then(
    () => true,
    () => false,
  );
  const rows = isThere ? rowsOf(await readTrials(table), recording) : [];
  if (rows.length > 0) return tableTrials(executor, recording, rows);
  const trials = cut.length > 0 ? cut.map(cutTrial) : await eventTrials(executor, recording);
  await writeTrials(executor, recording, trials);
  return trials.length;
}

/** The rows of a table that are of a recording: by its name, with or without the folders it lay in. */
export function rowsOf(rows: readonly TrialRow[], { fileName }: RecordingRow): TrialRow[] {
  return rows.filter(({ file }) => file === fileName || fileName.endsWith(`/${file}`));
}

/** Gives a recording the trials of a table, and the participant that it names. Returns how many. */
export async function tableTrials(
  executor: Executor,
  recording: RecordingRow,
  rows: readonly TrialRow[],
): Promise<number> {
  const trials = rows.map((row): TrialWish => {
    const { onsetSeconds: startSeconds, durationSeconds } = placeOfTrial(row, recording);
    return { name: row.track, track: row.track, startSeconds, durationSeconds, ...row.own };
  });
  await writeTrials(executor, recording, trials);
  await executor
    .update(eegRecordings)
    .set({ participant: rows[0].participant })
    .where(eq(eegRecordings.id, recording.id));
  return trials.length;
}

function cutTrial({ name, startSeconds, durationSeconds, ratings }: EegTrial): TrialWish {
  const { valence = null, arousal = null } = ratings;
  return { name, track: name, startSeconds, durationSeconds, valence, arousal };
}

async function eventTrials(executor: Executor, { studyId, events }: RecordingRow): Promise<TrialWish[]> {
  const tracks = await executor.select().from(eegTracks).where(eq(eegTracks.studyId, studyId));
  const names = new Set(tracks.map(({ name }) => name));
  return events
    .filter(({ label }) => names.has(label))
    .map(({ label, onsetSeconds, durationSeconds }) => ({
      ...{ name: label, track: label, startSeconds: onsetSeconds, valence: null, arousal: null },
      durationSeconds: durationSeconds > 0 ? durationSeconds : null,
    }));
}
