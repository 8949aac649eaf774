import { readSidecar } from '../../bids/sidecar';
import type { EegRecording } from '../eegRecording';

const highPass = /high.?pass|low.?cut/i;
const lowPass = /low.?pass|high.?cut|anti.?alias/i;
const largestRateError = 1e-3;

/**
 * A recording with the filters that an `_eeg.json` tells, for channels of which nothing nearer does: entries of
 * HardwareFilters and SoftwareFilters whose names say which way they pass. A rate that differs is warned of.
 *
 * @throws AppError 'unreadable' for a document that is no JSON object
 */
export async function withRecorderFilters(path: string, recording: EegRecording): Promise<EegRecording> {
  const said = await readSidecar(path);
  const cutoffs = [said.HardwareFilters, said.SoftwareFilters].flatMap(cutoffsIn);
  const highPassHz = mostOf(cutoffs.flatMap(({ name, hz }) => (highPass.test(name) ? [hz] : [])));
  const lowest = mostOf(cutoffs.flatMap(({ name, hz }) => (lowPass.test(name) ? [-hz] : [])));
  const lowPassHz = lowest === null ? null : -lowest;
  return {
    ...recording,
    channels: recording.channels.map((channel) => ({
      ...channel,
      highPassHz: channel.highPassHz ?? highPassHz,
      lowPassHz: channel.lowPassHz ?? lowPassHz,
    })),
    warnings: [...recording.warnings, ...otherRate(said.SamplingFrequency, recording)],
  };
}

/** { "High-pass": { "half-amplitude cutoff (Hz)": 0.1 } }: the words are the recorder's own. */
function cutoffsIn(filters: unknown): { name: string; hz: number }[] {
  if (typeof filters !== 'object' || filters === null) return [];
  return Object.entries(filters).flatMap(([name, filter]) => {
    if (typeof filter !== 'object' || filter === null) return [];
    const cutoff = Object.entries(filter as Record<string, unknown>).find(([key]) =>
      /cut.?off|hz|freq/i.test(key),
    );
    const hz = Number(cutoff?.[1]);
    return cutoff && Number.isFinite(hz) && hz >= 0 ? [{ name, hz }] : [];
  });
}

function mostOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function otherRate(told: unknown, { channels }: EegRecording): string[] {
  const rateHz = channels.at(0)?.rateHz;
  if (typeof told !== 'number' || rateHz === undefined) return [];
  if (channels.some((channel) => Math.abs(channel.rateHz - told) <= largestRateError * told)) return [];
  return [`its _eeg.json says ${told} Hz, the file ${rateHz} Hz: the file counts`];
}
