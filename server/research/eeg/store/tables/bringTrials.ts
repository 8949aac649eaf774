import { eq } from 'drizzle-orm';
import { eegRecordings } from '@/db/schema';
import type { StudyPlace } from '../../../studies/studyPlace';
import { readTrials } from '../../set/trialTable';
import { rowsOf, tableTrials } from './fillTrials';

/**
 * Reads a table of trials (`trials.tsv`: participant, file, onset or event, duration, track, valence, arousal) in place
 * of those that the recordings it names have. Recordings that are still to be measured get theirs when they are.
 *
 * @returns how many trials recordings were given
 * @throws AppError 'invalid' naming the line
 */
export async function bringTrials(
  { database }: Pick<StudyPlace, 'database'>,
  studyId: number,
  path: string,
): Promise<number> {
  const rows = await readTrials(path);
  return database.transaction(async (executor) => {
    const recordings = await executor.select().from(eegRecordings).where(eq(eegRecordings.studyId, studyId));
    let given = 0;
    for (const recording of recordings) {
      const own = rowsOf(rows, recording);
      if (own.length === 0 || recording.state !== 'measured') continue;
      given += await tableTrials(executor, recording, own);
    }
    return given;
  });
}
