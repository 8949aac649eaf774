import { type EncodingContext } from './encodingContext';
import { type EncodingReport } from './encodingReport';
import { type FittedModels } from './ridge/fitModels';
import { modelKey } from './scores/modelSets';

/** The full model's predictions and what was measured, each the mean over those who have a prediction: [piece][target][sample]. */
export function meanTimeCourses(
  { study, plan, design: { layout } }: EncodingContext,
  { byKey }: FittedModels,
): Pick<EncodingReport, 'predicted' | 'measured'> {
  const { predicted, scores } = byKey.get(modelKey(plan.spaces))!;
  const targets = study.targets.length;
  const courses = study.pieces.map(({ recordings, samples }, piece) => {
    const present = study.participants.flatMap((_, participant) => {
      const [own, recording] = [predicted[participant], recordings[participant]];
      return own && recording && scores[participant][piece] ? [{ own, recording }] : [];
    });
    const first = layout.starts[piece] * targets;
    return {
      predicted: meanCourse(
        present.map(({ own }) => own.subarray(first)),
        samples,
        targets,
      ),
      measured: meanCourse(
        present.map(({ recording }) => recording.values),
        samples,
        targets,
      ),
    };
  });
  return {
    predicted: courses.map((course) => course.predicted),
    measured: courses.map((course) => course.measured),
  };
}

/** [target][sample] of series [samples, targets]. */
function meanCourse(series: readonly ArrayLike<number>[], samples: number, targets: number): number[][] {
  return Array.from({ length: targets }, (_, target) =>
    Array.from({ length: samples }, (__, sample) => {
      let sum = 0;
      for (const values of series) sum += values[sample * targets + target];
      return series.length > 0 ? sum / series.length : 0;
    }),
  );
}
