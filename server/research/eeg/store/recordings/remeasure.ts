import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { eegRecordings } from '@/db/schema';
import { rowId } from '../../../../base/inputShapes';
import { parseInput } from '../../../../base/parseInput';
import type { StudyPlace } from '../../../studies/studyPlace';
import { cleaningWish } from '../../entropy/cleaningWish';
import { entropyWish } from '../../entropy/entropyWish';
import { measuringWish, type MeasuringWish } from '../../entropy/measuringWish';
import { readEegModel } from '../../model/readEegModel';
import { missingSites } from '../../query/atModelSites';
import { headSites } from '../../set/headSites';
import { eegModelFolder } from '../eegFolders';
import { trainedModel } from '../models/ownedModel';
import { ownedRecording, type RecordingRow } from './ownedRecording';
import { queueReading } from './queueReading';

/** How a recording is to be cleaned and measured, or the model that says so. */
export const remeasureWish = z.strictObject({
  recordingId: rowId,
  cleaning: cleaningWish.optional(),
  entropy: entropyWish.optional(),
  /** Cleans and measures as this model's training set was; channels that it needs are interpolated. */
  modelId: rowId.optional(),
});

/**
 * Has a recording of the caller's cleaned and measured anew; what is left out stays as it was. Throws AppError
 * 'not-found', or 'invalid' for a wish that cannot be.
 */
export async function remeasure(
  place: StudyPlace,
  { recordingId, modelId, cleaning, entropy }: z.output<typeof remeasureWish>,
): Promise<void> {
  const { database, caller } = place;
  const recording = await ownedRecording(database, caller, recordingId);
  const before = measuringWish.parse(recording.measuring);
  const asked = { cleaning: cleaning ?? before.cleaning, entropy: entropy ?? before.entropy };
  const { measuring, sites } =
    modelId === undefined ? { measuring: asked, sites: [] } : await asModel(place, modelId, recording);
  await database.transaction(async (executor) => {
    const checked = parseInput(measuringWish, measuring);
    await executor
      .update(eegRecordings)
      .set({ measuring: checked, sites })
      .where(eq(eegRecordings.id, recordingId));
    await queueReading(executor, recording);
  });
}

/** The measuring of a model's training set, with what is known of this recording's own channels. */
async function asModel(
  place: StudyPlace,
  modelId: number,
  recording: RecordingRow,
): Promise<{ measuring: MeasuringWish; sites: string[] }> {
  const model = await trainedModel(place.database, place.caller, modelId);
  const { set } = await readEegModel(eegModelFolder(place.dataDirectory, model));
  const { cleaning: own } = measuringWish.parse(recording.measuring);
  const { channels, badChannels, unit } = own;
  missingSites(headSites(recording.channels.map(({ name }) => name)), set.channels);
  const { bands, windowSeconds, hopSeconds, stepSeconds } = set;
  const method = set.measuring?.entropy.method;
  return {
    measuring: {
      cleaning: { ...set.measuring?.cleaning, channels, badChannels, unit },
      entropy: { bands, windowSeconds, hopSeconds, stepSeconds, method },
    },
    sites: set.channels,
  };
}
