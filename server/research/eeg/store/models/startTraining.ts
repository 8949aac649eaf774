import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegModels, eegRecordings, eegTracks, eegTrials } from '@/db/schema';
import { cleanText } from '../../../../base/cleanText';
import { AppError } from '../../../../base/errors';
import { parseInput } from '../../../../base/parseInput';
import { enqueueJobs, openBatch } from '../../../../jobs/enqueueJobs';
import type { StudyPlace } from '../../../studies/studyPlace';
import { modelKey } from '../eegKeys';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { modelWish, type ModelSettings, type ModelWish } from './modelWish';
import { trainEegJob } from './trainEegJob';

/** A model to be trained. */
export interface NewModel {
  studyId: number;
  /** What it is called in lists; told from its settings where left out. */
  title?: string;
  settings?: ModelWish;
}

/** Networks are trained and judged by tracks left out: of one there is nothing to leave. */
const fewestTracks = 2;

/**
 * Queues the training of a model on a study of the caller's. Returns its number. Throws AppError 'not-found', or
 * 'invalid' for settings, or where the study has too little to train on.
 */
export async function startTraining(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  { studyId, title, settings: asked }: NewModel,
): Promise<{ modelId: number }> {
  const settings = parseInput(modelWish, asked ?? {});
  return database.transaction(async (executor) => {
    const study = await ownedEegStudy(executor, caller, studyId);
    await requireTrainable(executor, studyId, settings);
    const called = cleanText(title) ?? titleOf(settings);
    const [{ id }] = await executor
      .insert(eegModels)
      .values({ studyId, title: called, settings })
      .returning({ id: eegModels.id });
    const label = `study of EEG ${study.id}: training ${called}`;
    const batchId = await openBatch(executor, label, caller);
    const [job] = await enqueueJobs(executor, trainEegJob, {
      batchId,
      jobs: [{ payload: { modelId: id }, label, exclusiveKey: modelKey({ studyId, id }) }],
    });
    await executor.update(eegModels).set({ jobId: job.id }).where(eq(eegModels.id, id));
    return { modelId: id };
  });
}

const titleOf = ({ embedding, training }: ModelSettings): string =>
  `${training.joint ? 'joint' : 'separate'} networks, ${training.preset}, ${embedding}`;

/** What a study lacks is told before anything is queued. */
async function requireTrainable(
  executor: Executor,
  studyId: number,
  { training }: ModelSettings,
): Promise<void> {
  const recordings = await executor.select().from(eegRecordings).where(eq(eegRecordings.studyId, studyId));
  const waiting = recordings.filter(({ state }) => state === 'waiting').length;
  const told = (reason: string) => new AppError('invalid', `invalid studyId: ${studyId} (${reason})`);
  if (waiting > 0) throw told(`${waiting} recordings are still to be measured: wait for them`);
  if (!recordings.some(({ state }) => state === 'measured')) throw told('it has no measured recording');
  const heard = await executor
    .selectDistinct({
      ...{ track: eegTrials.trackId, catalogue: eegTracks.trackId },
      isRated: sql<boolean>`${eegTrials.valence} is not null or ${eegTrials.arousal} is not null`,
    })
    .from(eegTrials)
    .innerJoin(eegRecordings, eq(eegRecordings.id, eegTrials.recordingId))
    .innerJoin(eegTracks, eq(eegTracks.id, eegTrials.trackId))
    .where(eq(eegRecordings.studyId, studyId));
  const found = heard.filter(({ catalogue }) => catalogue !== null);
  const playable = new Set(found.map(({ track }) => track)).size;
  if (playable < fewestTracks)
    throw told(
      `${playable} tracks that were heard have a sound in the catalogue: give its trials and its tracks first`,
    );
  if (training.eegLabels === 'own' && !found.some(({ isRated }) => isRated))
    throw told("no trial has the participant's own ratings: give them, or take the raters' means for EEG");
}
