import type { EntropyPlan } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import type { Series } from '../../recordings/series';
import { addRecording, type AddedRecording } from './addRecording';
import type { EegSetDescription } from './eegSetDescription';
import { EegSetWriter } from './eegSetWriter';
import type { OpenSource } from './openSources';

/** A set that is being written. */
export interface SetWriting {
  folder: string;
  description: EegSetDescription;
  plan: EntropyPlan;
  /** The embedding of each track over time. */
  series: ReadonlyMap<string, Series>;
  /** Told the share of recordings that are done, and which one begins. */
  onRecording: (share: number, name: string) => void;
  signal?: AbortSignal;
}

/**
 * Writes the windows of all recordings, one recording in memory at a time.
 *
 * @throws AppError 'invalid' where no window is left
 */
export async function writeSet(
  opened: readonly OpenSource[],
  writing: SetWriting,
): Promise<AddedRecording[]> {
  const { folder, description, onRecording } = writing;
  const { steps, channels, bands, embedding } = description;
  const sizes = { steps, features: channels.length * bands.length, width: embedding.width };
  const writer = await EegSetWriter.create(folder, sizes);
  try {
    const added: AddedRecording[] = [];
    for (const [done, source] of opened.entries()) {
      onRecording(done / opened.length, source.participant);
      added.push(await addRecording(source, makingOf(writer, writing)));
    }
    if (writer.count === 0)
      throw new AppError(
        'invalid',
        'invalid recordings: no window is left of them (see what research entropy drops)',
      );
    await writer.finish(description);
    return added;
  } finally {
    await writer.close();
  }
}

function makingOf(writer: EegSetWriter, { description, plan, series, signal }: SetWriting) {
  return {
    ...{ writer, plan, series, signal },
    sites: description.channels,
    participants: description.participants.map(({ name }) => name),
    tracks: description.tracks.map(({ name }) => name),
  };
}
