import type { EegRecording } from '@/app/ui/eeg/eegAnswers';

type Plan = NonNullable<EegRecording['report']>['plan'];

export const entropyMeasure = 'differential entropy (nats)';

/** A band with its limits: "alpha, 8 to 13 Hz". */
export const bandTitle = ({ name, fromHz, toHz }: Plan['bands'][number]): string =>
  `${name}, ${fromHz} to ${toHz} Hz`;

const methodNames: Record<Plan['method'], string> = {
  stft: 'Fourier transform',
  'filter-bank': 'filter bank',
};

/** How entropy was measured, and that the other method need not agree. */
export function methodWords({ method, windowSeconds, hopSeconds }: Plan): string {
  const other = method === 'stft' ? methodNames['filter-bank'] : methodNames.stft;
  return `Differential entropy by the ${methodNames[method]}, in windows of ${windowSeconds} s every ${hopSeconds} s. The ${other} need not give the same numbers: one cuts the spectrum at the band’s edges, the other at a filter’s slopes. Compare only what was measured by one of them.`;
}
