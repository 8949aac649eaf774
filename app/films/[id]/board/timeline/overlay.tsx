'use client';

import { useEffect } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { percent } from '@/app/ui/percent';
import { useFrame } from '../../playing/useTransport';
import { shareOf } from '../time/timeView';
import type { Board } from '../useBoard';
import styles from './overlay.module.css';

/** What lies over all lanes: the stretch from in to out, and the playhead. */
export function TimelineOverlay({ board }: { board: Board }) {
  const { setSurface } = board;
  return (
    <div className={styles.over} aria-hidden="true">
      <div ref={setSurface} className={styles.surface}>
        <RangeShade board={board} />
        <Playhead board={board} />
      </div>
    </div>
  );
}

/** The one part that follows every frame. While the film plays out of sight, the view goes along. */
function Playhead({ board }: { board: Board }) {
  const { transport, film, viewState } = board;
  const { view, reveal } = viewState;
  const frame = useFrame(transport);
  const seconds = secondsOf(frame, film.rate);
  // The view follows the frame only: who scrolls away from the playhead is left alone.
  useEffect(() => {
    let last = secondsOf(transport.getState().frame, film.rate);
    return transport.subscribe(() => {
      const now = secondsOf(transport.getState().frame, film.rate);
      const isSeen = (time: number) => time >= view.from && time <= view.from + view.span;
      if (now !== last && isSeen(last) && !isSeen(now)) reveal(now);
      last = now;
    });
  }, [transport, film.rate, view, reveal]);
  const share = shareOf(view, seconds);
  if (share < 0 || share > 1) return null;
  return <span className={styles.playhead} style={{ left: percent(share) }} />;
}

function RangeShade({ board }: { board: Board }) {
  const { film, viewState, range } = board;
  const { inFrame, outFrame } = range;
  const share = (frame: number) => shareOf(viewState.view, secondsOf(frame, film.rate));
  return (
    <>
      {range.range && (
        <span
          className={styles.range}
          style={{
            left: percent(share(range.range.inFrame)),
            right: percent(1 - share(range.range.outFrame)),
          }}
        />
      )}
      {inFrame !== null && <Point name="in" share={share(inFrame)} />}
      {outFrame !== null && <Point name="out" share={share(outFrame)} />}
    </>
  );
}

function Point({ name, share }: { name: 'in' | 'out'; share: number }) {
  if (share < 0 || share > 1) return null;
  return <span className={styles.point} data-point={name} style={{ left: percent(share) }} />;
}
