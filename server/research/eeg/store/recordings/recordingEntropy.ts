import type { EntropyWindows } from '@/ml/eeg/eegSignal';
import { placeChannels } from '@/ml/eeg/montage/placeChannels';
import { AppError } from '../../../../base/errors';
import type { StudyPlace } from '../../../studies/studyPlace';
import type { EntropyOverTime } from './eegRecordingAnswers';
import { ownedRecording } from './ownedRecording';
import { storedWindows } from './storedWindows';

/** Digits behind the point: far below what a map shows, and half as much to send. */
const digits = 1e4;
/** Windows may begin or end this much outside, as their times are rounded. */
const slackSeconds = 1e-6;

/** A band of a recording, and the stretch whose windows are wanted; all of them where none is told. */
interface EntropyWish {
  recordingId: number;
  band: string;
  fromSeconds?: number;
  toSeconds?: number;
}

/**
 * A band of a recording of the caller's over the head and over time, from its stored windows: those that lie within the
 * stretch. Throws AppError 'not-found', 'unavailable' until it is measured, 'invalid' for a band that was not.
 */
export async function recordingEntropy(
  { database, dataDirectory, caller }: StudyPlace,
  { recordingId, band, fromSeconds = 0, toSeconds = Infinity }: EntropyWish,
): Promise<EntropyOverTime> {
  const recording = await ownedRecording(database, caller, recordingId);
  const windows = await storedWindows(dataDirectory, recording);
  const at = windows.bands.indexOf(band);
  if (at < 0)
    throw new AppError('invalid', `invalid band: ${band.slice(0, 40)} (one of ${windows.bands.join(', ')})`);
  const { windowSeconds, hopSeconds } = windows.plan;
  const within = [...windows.startSeconds.keys()].filter((window) => {
    const start = windows.startSeconds[window];
    return start >= fromSeconds - slackSeconds && start + windowSeconds <= toSeconds + slackSeconds;
  });
  return {
    ...{ band, bands: windows.bands, windowSeconds, hopSeconds },
    channels: placeChannels(windows.channels).map(({ channel, position }) => ({ name: channel, position })),
    startSeconds: within.map((window) => windows.startSeconds[window]),
    rejected: within.map((window) => windows.rejected[window] === 1),
    values: within.map((window) => meansOf(windows, window, at)),
  };
}

/** Of a window the mean over its steps, for each channel. */
function meansOf({ channels, bands, steps, values }: EntropyWindows, window: number, band: number): number[] {
  const width = channels.length * bands.length;
  return channels.map((_, channel) => {
    let sum = 0;
    for (let step = 0; step < steps; step++)
      sum += values[(window * steps + step) * width + channel * bands.length + band];
    return Math.round((digits * sum) / steps) / digits;
  });
}
