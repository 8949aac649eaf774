import type { PreprocessingSpec } from '../../analyses/analysisSpec';
import { counted, setting } from '../numbers';

/** What an analysis was about. */
interface Analysed {
  participants: readonly string[];
  pieces: readonly { name: string; samples: number }[];
  hopSeconds: number;
  targets: readonly unknown[];
}

/** Who and what took part, and how it was sampled. */
export function samplingMethods(
  { participants, pieces, hopSeconds, targets }: Analysed,
  spec: PreprocessingSpec,
): string[] {
  const lengths = pieces.map(({ name, samples }) => `${name}, ${samples} samples`);
  const place = setting(spec.sampleTime);
  return [
    `Recordings of ${counted(participants.length, 'participant')} in ${counted(targets.length, 'region')} during ${counted(pieces.length, 'piece')} (${lengths.join('; ')}) were analysed, one sample every ${setting(hopSeconds)} s.`,
    `Series at other rates were resampled to the recording by Lanczos interpolation with 3 lobes; a sample stands for the moment ${place} of its duration after its beginning.`,
  ];
}
