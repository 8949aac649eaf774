import type { PreprocessingSpec, SpaceSpec } from '../../analyses/analysisSpec';
import { counted, listed, setting } from '../numbers';

/** What a change is, in words that go after "the". */
const changeWords: Record<SpaceSpec['change'], string | null> = {
  none: null,
  signed: 'first difference',
  absolute: 'absolute first difference',
  euclidean: 'Euclidean norm of the difference',
  cosine: 'cosine distance',
  principal: 'first difference of the first principal component',
};

/** A space as methods name it: `envelope change (the first difference of envelope)`. */
export function spaceWords({ name, series, change, changeBetween }: SpaceSpec): string {
  const made = changeWords[change];
  const between = changeBetween === 'frames' ? 'its own frames' : 'samples of the recording';
  if (made !== null) return `${name} (the ${made} of ${series}, between ${between})`;
  return name === series ? name : `${name} (${series})`;
}

function cutWords({ dropVolumes, trimStartSeconds, trimEndSeconds }: PreprocessingSpec): string[] {
  const cuts: string[] = [];
  if (dropVolumes > 0) cuts.push(`the first ${counted(dropVolumes, 'volume')} of every run`);
  if (trimStartSeconds > 0) cuts.push(`the first ${setting(trimStartSeconds)} s of every piece`);
  if (trimEndSeconds > 0) cuts.push(`the last ${setting(trimEndSeconds)} s of every piece`);
  return cuts;
}

function cleaningWords({ highPassHz, detrendDegree, confounds }: PreprocessingSpec): string[] {
  const steps: string[] = [];
  if (detrendDegree !== null) steps.push(`a polynomial of degree ${detrendDegree} was taken out`);
  if (highPassHz !== null) steps.push(`changes slower than ${setting(highPassHz)} Hz were taken out`);
  if (confounds === 'all') steps.push('all confounds of the run were regressed out');
  else if (confounds !== null) steps.push(`the confounds ${listed(confounds)} were regressed out`);
  return steps;
}

/** How recordings and series were cleaned, in sentences. */
export function preprocessingMethods(spec: PreprocessingSpec, { withRecordings = true } = {}): string[] {
  const sentences: string[] = [];
  const cuts = cutWords(spec);
  if (cuts.length > 0) sentences.push(`Cut away were ${listed(cuts)}.`);
  const steps = cleaningWords(spec);
  if (withRecordings)
    sentences.push(
      steps.length > 0
        ? `From every run's recording ${listed(steps)}.`
        : 'No drift or confound was taken out of the recordings.',
    );
  if (spec.zScore)
    sentences.push(
      `${withRecordings ? 'Recordings and series' : 'Series'} were brought to mean 0 and standard deviation 1 within every run.`,
    );
  if (spec.ratingShiftSeconds !== 0)
    sentences.push(
      `Ratings were moved ${setting(Math.abs(spec.ratingShiftSeconds))} s ${spec.ratingShiftSeconds > 0 ? 'earlier' : 'later'} for the raters' lag.`,
    );
  return sentences;
}
