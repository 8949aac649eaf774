import { writeEdf } from '../write/edfFile';
import type { EdfRecording } from '../write/edfRecording';

/** Seven seconds of two electrodes and, at half their rate, an eye. */
export const exampleEdf: EdfRecording = {
  participant: 'sub-01',
  equipment: 'example of a writer',
  startedAt: new Date(Date.UTC(2026, 1, 3, 14, 5, 6)),
  channels: [
    { label: 'EEG Fp1', unit: 'uV', rateHz: 128, stepSize: 0.1, prefilter: 'HP:0.1Hz LP:60Hz' },
    { label: 'EEG Cz', unit: 'uV', rateHz: 128, stepSize: 0.025 },
    { label: 'EOG left', unit: 'mV', rateHz: 64, stepSize: 0.0001 },
  ],
  annotations: [
    { onsetSeconds: 0, durationSeconds: 0, label: 'begins' },
    { onsetSeconds: 1.5, durationSeconds: 3.25, label: 'first-light' },
    { onsetSeconds: 4.000001, durationSeconds: 0, label: 'Übung, zweiter Teil' },
    { onsetSeconds: 4.5, durationSeconds: 0.1, label: 'blink' },
    { onsetSeconds: 6.75, durationSeconds: 0, label: 'ends' },
  ],
};

const exampleSeconds = 7;

/** Samples of whole steps, by channel: no rounding on any machine. */
export function exampleSamples(): Float64Array[] {
  return exampleEdf.channels.map(({ rateHz, stepSize }, channel) =>
    Float64Array.from(
      { length: exampleSeconds * rateHz },
      (_, sample) => (((sample * sample * 31 + sample * (channel + 7) * 137) % 60_001) - 30_000) * stepSize,
    ),
  );
}

/** In blocks of uneven lengths, as many samples of each channel as belong to the same half seconds. */
function* exampleBlocks(): Generator<Float64Array[]> {
  const samples = exampleSamples();
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 3],
    [3, 3],
    [3, 7],
  ])
    yield samples.map((own, channel) => {
      const { rateHz } = exampleEdf.channels[channel];
      return own.subarray(from * rateHz, to * rateHz);
    });
}

/** Writes the example to a file. */
export const writeExampleEdf = (path: string): ReturnType<typeof writeEdf> =>
  writeEdf(path, exampleEdf, exampleBlocks());
