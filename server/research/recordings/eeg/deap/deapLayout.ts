import type { EegChannel, EegChannelKind } from '../eegRecording';

/** DEAP's preprocessed data (Koelstra et al. 2012): 128 Hz, 3 s of baseline before 60 s of a music video. */
export const deapRateHz = 128;
export const baselineSamples = 384;
export const trialSamples = 7680;

/** Own ratings of each trial, 1 to 9, in their order. */
export const ratingScales = ['valence', 'arousal', 'dominance', 'liking'] as const;

/** Electrodes in Geneva's order, in which the preprocessed data has them. */
const electrodes =
  'Fp1 AF3 F3 F7 FC5 FC1 C3 T7 CP5 CP1 P3 P7 PO3 O1 Oz Pz Fp2 AF4 Fz F4 F8 FC6 FC2 Cz C4 T8 CP6 CP2 P4 P8 PO4 O2'.split(
    ' ',
  );

const others: readonly [name: string, kind: EegChannelKind, unit: string | null][] = [
  ['hEOG', 'eog', 'uV'],
  ['vEOG', 'eog', 'uV'],
  ['zEMG', 'emg', 'uV'],
  ['tEMG', 'emg', 'uV'],
  ['GSR', 'other', null],
  ['Respiration', 'other', null],
  ['Plethysmograph', 'other', null],
  ['Temperature', 'other', null],
];

/** Electrodes were filtered from 4 to 45 Hz. */
const band = { highPassHz: 4, lowPassHz: 45 };

/** How many channels an array of DEAP can have: all 40, or the electrodes alone. */
export const channelCounts = [electrodes.length + others.length, electrodes.length];

/** The channels of DEAP's preprocessed data, the first `count` of them, with so many samples each. */
export function deapChannels(count: number, samples: number): EegChannel[] {
  const shared = { rateHz: deapRateHz, samples, bad: false };
  const eeg = electrodes.map((name): EegChannel => ({ name, unit: 'uV', kind: 'eeg', ...band, ...shared }));
  const rest = others.map(([name, kind, unit]): EegChannel => ({
    name,
    unit,
    kind,
    highPassHz: null,
    lowPassHz: null,
    ...shared,
  }));
  return [...eeg, ...rest].slice(0, count);
}
