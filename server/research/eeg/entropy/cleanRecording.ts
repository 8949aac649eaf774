import { basename } from 'node:path';
import { cleanEeg } from '@/ml/eeg/cleaning/cleanEeg';
import type { CleanedEeg } from '@/ml/eeg/cleaning/cleanedEeg';
import type { PassBand } from '@/ml/eeg/cleaning/firTaps';
import { accepted } from '../accepted';
import type { PlannedCleaning } from './planCleaning';

/** A recording's electrodes on the head as one clean signal, and all that was dropped for it. */
export interface CleanRecording extends CleanedEeg {
  durationSeconds: number;
  /** Channels of the file that are none of the head's. */
  otherChannels: string[];
  /** What all filters, the recorder's and ours, leave of the spectrum. */
  passed: PassBand;
}

/**
 * Cleans a recording, read once in blocks.
 *
 * @throws AppError 'invalid' for what cannot be cleaned, 'unreadable' for a damaged file; an AbortError on `signal`
 */
export async function cleanRecording(
  { path, recording, places, plan, passed, warnings }: PlannedCleaning,
  signal?: AbortSignal,
): Promise<CleanRecording> {
  const channels = places.map((place) => recording.channels[place]);
  const blocks = recording.blocks({ channels: places, signal });
  const cleaned = await accepted(basename(path), () => cleanEeg({ channels, blocks }, plan));
  return {
    ...cleaned,
    warnings: [...warnings, ...cleaned.warnings],
    durationSeconds: recording.durationSeconds,
    otherChannels: recording.channels.flatMap(({ name }, place) => (places.includes(place) ? [] : [name])),
    passed,
  };
}
