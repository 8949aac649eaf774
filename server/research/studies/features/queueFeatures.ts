import { and, eq, isNotNull, or } from 'drizzle-orm';
import { studyStimuli } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { enqueueJobs, openBatch } from '../../../jobs/enqueueJobs';
import { featureNamed } from '../../features/featureNamed';
import { busy } from '../import/queueReading';
import { ownedStudy } from '../ownedStudy';
import { studyKey } from '../studyJobs';
import type { StudyPlace } from '../studyPlace';
import { computeFeaturesJob } from './computeFeaturesJob';

/**
 * Queues the computing of features of all pieces of a study that have a sound. Returns the number of its batch.
 * Throws AppError 'not-found' for a feature that nothing is called by, 'invalid' where no piece has a sound, 'conflict'
 * while the study's data are worked on.
 */
export async function queueFeatures(
  { database, dataDirectory, caller }: StudyPlace,
  { studyId, features }: { studyId: number; features: string[] },
): Promise<{ batchId: number; jobId: number }> {
  for (const name of features) await featureNamed({ database, dataDirectory }, name);
  return database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    const hasSound = or(isNotNull(studyStimuli.trackId), isNotNull(studyStimuli.soundFileId));
    if ((await transaction.$count(studyStimuli, and(eq(studyStimuli.studyId, studyId), hasSound))) === 0)
      throw new AppError(
        'invalid',
        `invalid studyId: ${studyId} (none of its pieces has a sound: bring one, or choose a track)`,
      );
    const label = `study ${studyId}: features`;
    const batchId = await openBatch(transaction, label, caller);
    const [job] = await enqueueJobs(transaction, computeFeaturesJob, {
      batchId,
      jobs: [
        { payload: { studyId, features: [...new Set(features)] }, label, exclusiveKey: studyKey(studyId) },
      ],
    });
    if (!job) throw busy(studyId);
    return { batchId, jobId: job.id };
  });
}
