import { cleaningWish, type CleaningWish } from '../../entropy/cleaningWish';
import { measuringWish } from '../../entropy/measuringWish';
import type { EegModelRecord } from '../../model/eegModelRecord';
import { planOf } from '../../query/heardRecording';
import { AppError } from '../../../../base/errors';
import type { RecordingRow } from '../recordings/ownedRecording';
import { planKey } from '../sets/planKey';
import type { StoredWindows } from '../recordings/storedWindows';

/**
 * Checks that windows were measured as those that a model was trained on; hops may differ.
 *
 * @returns what to know where they were cleaned otherwise, a sentence each
 * @throws AppError 'invalid' where they were not
 */
export function fittingWindows(
  windows: StoredWindows,
  recording: RecordingRow,
  { set }: EegModelRecord,
): string[] {
  if (planKey(windows.plan) !== planKey(planOf(set)))
    throw new AppError(
      'invalid',
      `invalid recording: ${recording.fileName} has other bands or windows than the model hears (measure it again as the model's set was)`,
    );
  const own = filters(measuringWish.parse(recording.measuring).cleaning);
  const trained = filters(set.measuring?.cleaning ?? cleaningWish.parse({}));
  if (own === trained) return [];
  return ['It was filtered or referenced otherwise than what the model was trained on.'];
}

function filters({ reference, highPassHz, lowPassHz, notchHz }: CleaningWish): string {
  return JSON.stringify([reference, highPassHz, lowPassHz, notchHz]);
}
