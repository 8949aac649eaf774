import type { AnalysisResult } from '@/app/ui/study/studyAnswers';

type Preprocessing = AnalysisResult['spec']['preprocessing'];

/** Where in the piece each sample of an analysis stands, in seconds: after what was cut off, at its place in the TR. */
export function sampleSeconds(
  samples: number,
  hopSeconds: number,
  { trimStartSeconds, sampleTime }: Pick<Preprocessing, 'trimStartSeconds' | 'sampleTime'>,
): number[] {
  const cut = Math.round(trimStartSeconds / hopSeconds);
  return Array.from({ length: samples }, (_, sample) => (cut + sample + sampleTime) * hopSeconds);
}
