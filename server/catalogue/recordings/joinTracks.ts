import type { Database } from '@/db/open';
import { AppError } from '../../base/errors';
import { oneSaveAtATime } from '../import/saveLock';
import { groupOf, uniteGroups } from './groups';
import { sayOfPairs, takeBackPairs } from './recordingPairs';

/**
 * A person's word that two tracks are encodings of one recording, and so all that stand with either: their groups
 * become one for good, and what was said against it before is taken back. Throws AppError 'not-found' for no track,
 * 'invalid' where they are of one recording already.
 */
export async function joinTracks(database: Database, trackId: number, withTrackId: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await oneSaveAtATime(transaction);
    const some = await groupOf(transaction, trackId);
    const others = await groupOf(transaction, withTrackId);
    if (some.groupId === others.groupId)
      throw new AppError(
        'invalid',
        `invalid withTrackId: ${withTrackId} (it is of the same recording as ${trackId} already)`,
      );
    await takeBackPairs(transaction, [some.hash, ...some.others], [others.hash, ...others.others]);
    await sayOfPairs(transaction, { hash: some.hash, others: [others.hash] }, true);
    await uniteGroups(transaction, [some.groupId, others.groupId]);
  });
}
