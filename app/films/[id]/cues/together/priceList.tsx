import type { Answers } from '@/app/trpc';
import { formatCount } from '@/app/ui/format';
import styles from './together.module.css';

type Matched = Answers['film']['match'];

/** Less than this part of the whole is told as nothing. */
const leastShare = 0.005;

/** How well all cues do together, and what each constraint costs them. */
export function PriceList({ matched }: { matched: Matched }) {
  const { total, unfilled, prices, unpriced } = matched;
  const told = prices.filter(({ total: saved, filled }) => filled > 0 || saved > leastShare * total);
  return (
    <div className={styles.prices}>
      <p>
        All cues together cost {total.toFixed(2)} (duration × squared distance; less is better)
        {unfilled > 0 && `, and ${formatCount(unfilled, 'cue')} ${unfilled === 1 ? 'has' : 'have'} no music`}.
      </p>
      {told.length > 0 && (
        <ul>
          {told.map((price, place) => (
            <li key={place}>{priceWords(price, total)}</li>
          ))}
        </ul>
      )}
      {unpriced > 0 && (
        <p>What {formatCount(unpriced, 'constraint')} more cost would take too long to tell.</p>
      )}
      {prices.length > 0 && told.length === 0 && (
        <p>What is kept and what may be used once costs next to nothing.</p>
      )}
    </div>
  );
}

function priceWords({ kind, name, total: saved, filled }: Matched['prices'][number], total: number): string {
  const what = {
    locked: `Keeping the music of “${name}”`,
    track: `Using “${name}” no oftener`,
    'all tracks': 'Using no track oftener',
  }[kind];
  if (filled > 0) return `${what} leaves ${formatCount(filled, 'cue')} without music.`;
  const share = total > 0 ? ` (${Math.round((100 * saved) / total)} %)` : '';
  return `${what} costs ${saved.toFixed(2)}${share}.`;
}
