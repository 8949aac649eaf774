import type { EegRecording } from '../../recordings/eeg/eegRecording';
import type { Ratings } from './eegSetDescription';
import { readRows, type TableRow } from './readRows';

const ratingRange = [1, 9] as const;
const longestSeconds = 1e6;

/** A stretch of a recording during which a participant heard a track. */
export interface TrialRow {
  participant: string;
  /** As the table has it, within the folder. */
  file: string;
  track: string;
  own: Ratings;
  row: TableRow;
}

/** Where a trial lies in its recording; null where the table does not say how long it is. */
export interface TrialPlace {
  onsetSeconds: number;
  durationSeconds: number | null;
}

/**
 * The trials of `trials.tsv`: participant, file, onset (seconds) or event (the label of one in the recording), duration,
 * track, valence and arousal (own ratings, 1 to 9).
 *
 * @throws AppError 'invalid' naming the line that cannot be used
 */
export async function readTrials(path: string): Promise<TrialRow[]> {
  const rows = await readRows(path, ['participant', 'file', 'track']);
  const seen = new Set<string>();
  return rows.map((row) => {
    const [participant, track] = [row.neededText('participant'), row.neededText('track')];
    const key = JSON.stringify([participant, track]);
    if (seen.has(key)) row.refuse(`${participant} hears ${track} a second time: once each is read`);
    seen.add(key);
    return { participant, track, file: row.neededText('file'), own: ratingsOf(row), row };
  });
}

/** Ratings of a row, on 1 to 9. */
export function ratingsOf(row: TableRow): Ratings {
  return { valence: row.number('valence', ratingRange), arousal: row.number('arousal', ratingRange) };
}

/**
 * Where a trial lies: by its onset, else by the one event of its label.
 *
 * @throws AppError 'invalid' where neither is told, or the event is not there just once
 */
export function placeOfTrial({ row }: TrialRow, { events }: Pick<EegRecording, 'events'>): TrialPlace {
  const onset = row.number('onset', [0, longestSeconds]);
  const duration = row.number('duration', [0, longestSeconds]);
  if (onset !== null) return { onsetSeconds: onset, durationSeconds: duration };
  const label = row.text('event') ?? row.refuse('onset or event: one of both is needed');
  const found = events.filter((event) => event.label === label);
  if (found.length !== 1) row.refuse(`event: "${label}" is ${found.length} times in its recording`);
  const [{ onsetSeconds, durationSeconds }] = found;
  return { onsetSeconds, durationSeconds: duration ?? (durationSeconds > 0 ? durationSeconds : null) };
}
