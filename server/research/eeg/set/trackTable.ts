import type { Ratings } from './eegSetDescription';
import { readRows, type TableRow } from './readRows';
import { ratingsOf } from './trialTable';

/** A track of a set: what raters said of it, and where its sound or its embedding is. */
export interface TrackRow extends Ratings {
  name: string;
  /** A sound file within the folder, the number of a track of the catalogue, or `demo:NAME`; null where there is none. */
  sound: string | null;
  /** A file with its embedding over time, in place of a sound. */
  embedding: string | null;
  row: TableRow;
}

/**
 * The tracks of `tracks.tsv`: track, valence and arousal (raters' means, 1 to 9), sound or embedding.
 *
 * @throws AppError 'invalid' naming the line that cannot be used
 */
export async function readTracks(path: string): Promise<TrackRow[]> {
  const rows = await readRows(path, ['track']);
  const seen = new Set<string>();
  return rows.map((row) => {
    const name = row.neededText('track');
    if (seen.has(name)) row.refuse(`${name} stands twice: each track once`);
    seen.add(name);
    const [sound, embedding] = [row.text('sound'), row.text('embedding')];
    if (sound === null && embedding === null) row.refuse('sound or embedding: one of both is needed');
    return { name, ...ratingsOf(row), sound, embedding, row };
  });
}
