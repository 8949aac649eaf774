import { basename } from 'node:path';
import type { EntropyPlan } from '@/ml/eeg/eegSignal';
import { openEeg } from '../../recordings/eeg/openEeg';
import { accepted } from '../accepted';
import { planCleaning, type PlannedCleaning } from '../entropy/planCleaning';
import { weakenedBands } from '../entropy/weakenedBands';
import type { CleaningWish } from '../entropy/cleaningWish';
import { headSites } from './headSites';
import type { SetSource, SetTrial } from './setSources';

/** A recording that is open, with what is to be done to it. */
export interface OpenSource {
  participant: string;
  planned: PlannedCleaning;
  /** Of the channels that are the head's. */
  sites: string[];
  trials: SetTrial[];
  warnings: string[];
}

/**
 * Opens all recordings before any is read, so that what cannot be is refused at once.
 *
 * @throws AppError naming the recording that cannot be opened or used, or the line of the table that does not fit it
 */
export async function openSources(
  sources: readonly SetSource[],
  { cleaning, plan }: { cleaning: CleaningWish; plan: EntropyPlan },
): Promise<OpenSource[]> {
  const opened: OpenSource[] = [];
  for (const { participant, path, trialsOf } of sources) {
    const recording = await openEeg(path, { baseline: cleaning.baseline });
    const names = new Set(recording.channels.map(({ name }) => name));
    const badChannels = cleaning.badChannels.filter((name) => names.has(name));
    const planned = planCleaning({ path, recording }, { ...cleaning, badChannels });
    const weakened = await accepted(basename(path), () => weakenedBands(planned, plan));
    opened.push({
      participant,
      planned,
      sites: headSites(planned.places.map((place) => recording.channels[place].name)),
      trials: trialsOf(recording),
      warnings: weakened.map((words) => `${basename(path)}: ${words}`),
    });
  }
  return opened;
}
