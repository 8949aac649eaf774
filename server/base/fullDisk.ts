import { isDatabaseGone } from '@/db/connectionLost';
import { codeOf } from '@/db/databaseError';
import { AppError, isAppError } from './errors';

/** How file systems and Postgres say that there is no room: of the disk, of a quota, of the database's disk. */
const fullCodes = ['ENOSPC', 'EDQUOT', '53100'];

/** What is told of it. */
export const fullDiskReason = 'the disk is full: free some space';

const databaseGone = 'the database does not answer: it is stopping, or its disk is full (try again soon)';

/** True where something could not be written because there was no room for it. */
export function isFullDisk(error: unknown): boolean {
  return fullCodes.includes(codeOf(error) ?? '');
}

/** A thrown thing as the asker may be told it; undefined for a fault that nobody expected. */
export function expectedError(error: unknown): AppError | undefined {
  if (isAppError(error)) return error;
  if (isFullDisk(error)) return new AppError('too-large', fullDiskReason, { cause: error });
  return isDatabaseGone(error) ? new AppError('unavailable', databaseGone, { cause: error }) : undefined;
}
