import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { spaced, within } from '../time/spaced';
import { shareOf } from '../time/timeView';
import type { Board } from '../useBoard';

/** Where the cuts in sight lie, as shares of the view; of cuts closer than some CSS pixels the first. */
export function cutShares({ bench, film, viewState, width }: Board, leastPixels: number): number[] {
  const { view } = viewState;
  const shares = bench.project.cuts.map((cut) => shareOf(view, secondsOf(cut, film.rate)));
  const inSight = within(shares, (share) => share, { from: 0, to: 1 });
  return spaced(inSight, (share) => share, leastPixels / Math.max(1, width));
}
