import { chanceWords, scoreWithInterval } from '@/app/ui/eeg/scoreWords';
import { NumberTable } from '@/app/ui/study/numberTable';
import type { Evaluation, ModelRecord } from './trained';

/** What becomes of the whole model where ratings count as high over another threshold. */
export function Sensitivity({ record }: { record: ModelRecord }) {
  const { sensitivity, labels, evaluations } = record;
  if (sensitivity.length === 0) return null;
  const own = evaluations
    .filter(({ scheme, variant }) => scheme === 'tracks' && variant === 'full')
    .map((evaluation) => ({ ...evaluation, threshold: labels.threshold }));
  const all = [...sensitivity, ...own].sort(
    (one, other) => other.dimension.localeCompare(one.dimension) || one.threshold - other.threshold,
  );
  return (
    <NumberTable
      level={3}
      title="Other thresholds, tracks left out"
      head={['', 'accuracy', 'its chance', 'emotion mAP', 'chance of mAP']}
      rows={all.map((each) => ({
        cells: [
          `${each.dimension}, high over ${each.threshold}`,
          ...withChance(each.eeg.accuracy),
          ...withChance(each.emotion.map),
        ],
        found: each.threshold === labels.threshold,
      }))}
    />
  );
}

const withChance = (score: Evaluation['probe'] | undefined): string[] => [
  scoreWithInterval(score),
  score ? chanceWords(score) : '–',
];
