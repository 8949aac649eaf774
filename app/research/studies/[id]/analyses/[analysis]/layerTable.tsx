import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import { isTold, shortLayers, type PreferredLayers } from '@/ml/brain/layerValues';
import { NumberTable } from '@/app/ui/study/numberTable';

interface LayerTableProps {
  preferred: PreferredLayers;
  /** Regions whose joint score is less are left out. */
  floor: number;
}

type Estimate = PreferredLayers['preferences'][number]['ahead'];

const head = ['Region', 'joint', 'best layer', 'ahead of the next', 'next', 'p', 'tied with', 'mean depth'];

/** What each region prefers in numbers, the best predicted first; printed strongly where one layer is told apart from every other. */
export function LayerTable({ preferred, floor }: LayerTableProps) {
  const { targets, layers, preferences, joint } = preferred;
  const shown = shortLayers(layers);
  const short = (name: string | null) => (name === null ? '–' : shown[layers.indexOf(name)]);
  const told = [...targets.keys()]
    .filter((target) => isTold(joint, target, floor) && preferences[target].best !== null)
    .sort((one, other) => joint.observed[other] - joint.observed[one]);
  return (
    <NumberTable
      title={`How sure it is: 95 % over participants, for ${told.length} of ${targets.length} regions`}
      head={head}
      rows={told.map((target) => {
        const { best, next, ahead, p, tied, depth } = preferences[target];
        return {
          found: tied.length === 0,
          cells: [
            ...[targets[target].name, formatStatistic(joint.observed[target]), short(best)],
            ...[bounded(ahead, 3), short(next), p === null ? '–' : formatProbability(p)],
            ...[tied.length === 0 ? 'none' : tiedWords(tied.map(short)), bounded(depth, 1)],
          ],
        };
      })}
    />
  );
}

/** More names than this make a row too long. */
const mostNamed = 3;

const tiedWords = (names: readonly string[]): string =>
  names.length > mostNamed
    ? `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`
    : names.join(', ');

/** "0.021 [0.008, 0.034]", without bounds where there are none. */
function bounded(estimate: Estimate, places: number): string {
  if (estimate === null) return '–';
  const { value, low, high } = estimate;
  const number = formatStatistic(value, places);
  if (low === null || high === null) return number;
  return `${number} [${formatStatistic(low, places)}, ${formatStatistic(high, places)}]`;
}
