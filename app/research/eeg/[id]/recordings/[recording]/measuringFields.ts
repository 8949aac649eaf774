import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { defaultCleaning } from '@/ml/eeg/cleaning/cleaningPlan';
import { entropyPlans } from '@/ml/eeg/entropy/entropyPlans';

/** What of cleaning and measuring is chosen here. NaN leaves a step out. */
export interface MeasuringFields {
  preset: keyof typeof entropyPlans;
  method: 'stft' | 'filter-bank';
  highPassHz: number;
  lowPassHz: number;
  notchHz: number;
  rejectMicrovolts: number;
  averageReference: boolean;
  interpolate: boolean;
}

type Measuring = EegRecording['measuring'];

const orNone = (value: number | null): number => value ?? NaN;
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** What a recording was asked to be measured by, with the defaults of what it leaves open. */
export function fieldsOf({ cleaning = {}, entropy = {} }: Measuring): MeasuringFields {
  const preset = entropy.preset ?? 'default';
  const { highPassHz, lowPassHz, notchHz, mostPeakToPeakMicrovolts, badChannelsAre } = defaultCleaning;
  const left = <Value>(value: Value | undefined, byDefault: Value): Value =>
    value === undefined ? byDefault : value;
  return {
    preset,
    method: entropy.method ?? entropyPlans[preset].method,
    highPassHz: orNone(left(cleaning.highPassHz, highPassHz)),
    lowPassHz: orNone(left(cleaning.lowPassHz, lowPassHz)),
    notchHz: left(cleaning.notchHz, [...notchHz]).at(0) ?? NaN,
    rejectMicrovolts: orNone(left(cleaning.rejectMicrovolts, mostPeakToPeakMicrovolts)),
    averageReference: (cleaning.reference ?? 'average') === 'average',
    interpolate: (cleaning.badChannelsAre ?? badChannelsAre) === 'interpolated',
  };
}

/** The fields as the server takes them; what is not among the fields stays as it was. */
export function measuringOf(before: Measuring, fields: MeasuringFields): Required<Measuring> {
  const { preset, method, averageReference, interpolate } = fields;
  const kept = before.entropy ?? {};
  // Lengths that were told one by one, as a model's set has them, end with the preset that they were told beside.
  const windows = preset === (kept.preset ?? 'default') ? kept : { bands: kept.bands };
  return {
    cleaning: {
      ...before.cleaning,
      highPassHz: orNull(fields.highPassHz),
      lowPassHz: orNull(fields.lowPassHz),
      notchHz: Number.isNaN(fields.notchHz) ? [] : [fields.notchHz],
      rejectMicrovolts: orNull(fields.rejectMicrovolts),
      reference: averageReference ? 'average' : 'none',
      badChannelsAre: interpolate ? 'interpolated' : 'left out',
    },
    entropy: { ...windows, preset, method },
  };
}
