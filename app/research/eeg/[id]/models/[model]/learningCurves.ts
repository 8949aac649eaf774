import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { quantileOf } from '@/ml/statistics/quantile';

type Line = EegModel['progressLines'][number];
type Measure = 'loss' | 'accuracy';

/** A measure by epoch: the mean over networks, and what lies in the middle 80 % of them; null where none told it. */
interface LearningCurve {
  name: string;
  mean: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}

/** How the networks of a training learn, epoch by epoch. */
interface LearningCurves {
  /** From 1. */
  epochs: number[];
  /** One of what valence, and one of what arousal is told by; one alone of a joint network. */
  curves: LearningCurve[];
}

const epochOf = ({ epoch }: Line): number => epoch ?? 0;
const nameOf = ({ dimension }: Line): string =>
  dimension === 'valence' || dimension === 'arousal' ? dimension : 'valence and arousal';

/** Networks without one of their parts learn otherwise, and are left out where whole ones are told of. */
function wholeNetworks(lines: readonly Line[]): readonly Line[] {
  const whole = lines.filter(({ variant }) => !variant || variant === 'full');
  return whole.length > 0 ? whole : lines;
}

/**
 * A measure over the epochs of all whole networks that a training told of, as one course: many are trained, one a split,
 * side by side, and each begins anew.
 */
export function learningCurves(lines: readonly Line[], measure: Measure): LearningCurves {
  const told = wholeNetworks(lines.filter((line) => epochOf(line) > 0 && typeof line[measure] === 'number'));
  const last = Math.max(0, ...told.map(epochOf));
  const epochs = Array.from({ length: last }, (_, index) => index + 1);
  const names = [...new Set(told.map(nameOf))].sort().reverse();
  return {
    epochs,
    curves: names.map((name) => {
      const own = told.filter((line) => nameOf(line) === name);
      const values = epochs.map((epoch) =>
        own.filter((line) => epochOf(line) === epoch).map((line) => line[measure] ?? NaN),
      );
      const over = (statistic: (values: number[]) => number) =>
        values.map((each) => (each.length > 0 ? statistic(each) : null));
      return {
        name,
        mean: over((each) => each.reduce((sum, value) => sum + value, 0) / each.length),
        low: over((each) => quantileOf(each, 0.1)),
        high: over((each) => quantileOf(each, 0.9)),
      };
    }),
  };
}
