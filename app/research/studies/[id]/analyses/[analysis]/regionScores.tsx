import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import { encodingMaps, type EncodingMap, type EncodingResult } from './encodingMaps';
import styles from './regionScores.module.css';
import { alpha } from './mapValues';

interface RegionScoresProps {
  region: string;
  result: EncodingResult;
  group: string;
}

/** Shares of a score beside the contributions proper: they stand among the maps and in the tables. */
const isShare = /^(product|stacking|common) /;

/** What is told of one region by every map, beside the brain. */
export function RegionScores({ region, result, group }: RegionScoresProps) {
  const index = result.report.targets.findIndex(({ name }) => name === region);
  const { network } = result.report.targets[index];
  return (
    <section className={styles.scores} aria-label={`Scores of ${region}`}>
      <p className={styles.name}>{region}</p>
      {network && <p className={styles.network}>{network} network</p>}
      <div className={styles.box} tabIndex={0} role="group" aria-label={`Every score of ${region}`}>
        <table className={styles.table}>
          <tbody>
            {encodingMaps(result)
              .filter(({ id, groups }) => group in groups && !isShare.test(id))
              .map((map) => (
                <ScoreRow key={map.id} map={map} group={group} index={index} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ScoreRowProps {
  map: EncodingMap;
  group: string;
  index: number;
}

function ScoreRow({ map, group, index }: ScoreRowProps) {
  const { observed, pFamily } = map.groups[group];
  const p = pFamily?.[index] ?? null;
  return (
    <tr data-found={(p !== null && p < alpha) || undefined}>
      <th scope="row">{map.name.startsWith('All: ') ? 'All together' : map.name}</th>
      <td>{formatStatistic(observed[index])}</td>
      <td>{p === null ? '' : formatProbability(p)}</td>
    </tr>
  );
}
