import type { Database } from '@/db/open';
import { AppError } from '../../base/errors';
import { oneSaveAtATime } from '../import/saveLock';
import { groupOf, leaveGroup } from './groups';
import { sayOfPairs } from './recordingPairs';

/**
 * A person's word that a track is another recording than the rest of its group: it leaves them, and nothing that is
 * heard later brings it back. Throws AppError 'not-found' for no track, 'invalid' where it stands alone already.
 */
export async function partTrack(database: Database, trackId: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await oneSaveAtATime(transaction);
    const { hash, others } = await groupOf(transaction, trackId);
    if (others.length === 0)
      throw new AppError('invalid', `invalid trackId: ${trackId} (it is the only track of its recording)`);
    await sayOfPairs(transaction, { hash, others }, false);
    await leaveGroup(transaction, trackId);
  });
}
