'use client';

import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { percent } from '@/app/ui/percent';
import { frameUnder } from '../time/filmTime';
import { rulerTicks } from '../time/rulerTicks';
import { shareOf } from '../time/timeView';
import type { Board } from '../useBoard';
import { LaneRow } from './laneRow';
import styles from './ruler.module.css';
import { useLanePointer } from './useLanePointer';

/** Room that a time code takes with some air around, in CSS pixels. */
const labelPixels = 110;

/** Time codes over the lanes: a press goes there, a drag scrubs. */
export function Ruler({ board }: { board: Board }) {
  const { film, viewState, transport, width } = board;
  const { view } = viewState;
  const scrub = (seconds: number) => transport.seek(frameUnder(film, seconds), { isScrub: true });
  const pointer = useLanePointer({
    viewState,
    take: (_, seconds) => {
      scrub(seconds);
      return 'playhead';
    },
    drag: (_, { seconds }) => scrub(seconds),
  });
  return (
    <LaneRow name="time" height={1.5} bare {...pointer} data-scrub="">
      {rulerTicks(film, view, Math.max(1, Math.floor(width / labelPixels))).map(({ frame, label }) => (
        <span
          key={frame}
          className={styles.tick}
          style={{ left: percent(shareOf(view, secondsOf(frame, film.rate))) }}
        >
          {label}
        </span>
      ))}
    </LaneRow>
  );
}
