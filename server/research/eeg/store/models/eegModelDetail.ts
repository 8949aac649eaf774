import type { StudyPlace } from '../../../studies/studyPlace';
import { eegModelFolder } from '../eegFolders';
import type { EegModelDetail } from './eegModelAnswers';
import { modelSummary } from './modelSummary';
import { ownedModel } from './ownedModel';
import { readTrained } from './readTrained';
import { readTrainingLines } from './trainingLines';

/** A model of the caller's with all that its training told. Throws AppError 'not-found', 'unreadable'. */
export async function eegModelDetail(
  { database, dataDirectory, caller }: StudyPlace,
  modelId: number,
): Promise<EegModelDetail> {
  const row = await ownedModel(database, caller, modelId);
  const isTrained = row.model.finishedAt !== null;
  return {
    ...modelSummary(row),
    progressLines: await readTrainingLines(dataDirectory, row.model),
    trained: isTrained ? await readTrained(eegModelFolder(dataDirectory, row.model)) : null,
  };
}
