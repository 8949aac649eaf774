import { eq } from 'drizzle-orm';
import { eegModels } from '@/db/schema';
import { cancelJob } from '../../../../jobs/cancelJobs';
import { removeJobs } from '../../../../jobs/removeJobs';
import { deleteWithFiles } from '../../../studies/deleteWithFiles';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegModelFolder } from '../eegFolders';
import { modelKey } from '../eegKeys';
import { ownedModel } from './ownedModel';
import { trainingLinesFile } from './trainingLines';

/** Stops a training that is queued or running; one that has ended stays as it is. Throws AppError 'not-found'. */
export async function cancelTraining(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  modelId: number,
): Promise<void> {
  const { model } = await ownedModel(database, caller, modelId);
  if (model.jobId !== null) await cancelJob(database, model.jobId);
}

/** Deletes a model with its graphs, its record and its job, also one under way. Throws AppError 'not-found'. */
export async function removeEegModel(place: StudyPlace, modelId: number): Promise<void> {
  const { database, dataDirectory, caller } = place;
  const { model } = await ownedModel(database, caller, modelId);
  await deleteWithFiles(place, {
    kind: 'eegModel',
    id: modelId,
    paths: [eegModelFolder(dataDirectory, model), trainingLinesFile(dataDirectory, model)],
    deleteRows: async (executor) => {
      await executor.delete(eegModels).where(eq(eegModels.id, modelId));
      await removeJobs(executor, modelKey(model));
    },
  });
}
