import { formatDistance } from '@/app/ui/format';
import styles from './fittingTab.module.css';
import type { FitAnswer } from './useFitLength';

/** How far the edit and what it is compared with are from the film's curve. */
export function FitFigures({ answer }: { answer: FitAnswer }) {
  const { distance, bestUncut, plainTrim, randomEdits } = answer;
  const rows = [
    { name: 'The edit, as it sounds', distance },
    { name: 'The best uncut stretch', distance: bestUncut?.distance },
    { name: 'The track from its start', distance: plainTrim?.distance },
    {
      name: `Median of ${randomEdits?.count ?? 200} edits at random bars, predicted`,
      distance: randomEdits?.medianDistance,
    },
  ];
  return (
    <table className={styles.table}>
      <caption className={styles.about}>Distance from the film’s curve</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{typeof row.distance === 'number' ? formatDistance(row.distance) : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
