import { eq } from 'drizzle-orm';
import { eegRecordings } from '@/db/schema';
import { cleanText } from '../../../../base/cleanText';
import { AppError } from '../../../../base/errors';
import type { StudyPlace } from '../../../studies/studyPlace';
import { ownedRecording } from './ownedRecording';

/**
 * Says whose a recording is; recordings of one participant are evaluated together. Throws AppError 'not-found', or
 * 'invalid' for a name without a character.
 */
export async function setParticipant(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  recordingId: number,
  name: string,
): Promise<void> {
  const participant = cleanText(name);
  if (participant === null)
    throw new AppError('invalid', 'invalid participant: (none) (what the participant is called)');
  await ownedRecording(database, caller, recordingId);
  await database.update(eegRecordings).set({ participant }).where(eq(eegRecordings.id, recordingId));
}
