'use client';

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Button, IconButton } from '@/app/ui/button';
import { percent } from '@/app/ui/percent';
import { codeOf, frameUnder } from '../time/filmTime';
import type { Board } from '../useBoard';
import styles from './viewBar.module.css';

const zoomFactor = 1.6;

/** Nearer and farther, and the bar that shows which part of the film is in sight and scrolls it. */
export function ViewBar({ board }: { board: Board }) {
  const { viewState } = board;
  return (
    <div className={styles.row}>
      <div className={styles.deeds}>
        <IconButton
          icon="minus"
          size="small"
          preventFocusOnPress
          aria-label="Farther"
          onPress={() => viewState.zoom(1 / zoomFactor, 0.5)}
        />
        <IconButton
          icon="plus"
          size="small"
          preventFocusOnPress
          aria-label="Nearer"
          onPress={() => viewState.zoom(zoomFactor, 0.5)}
        />
        <Button size="small" kind="quiet" preventFocusOnPress onPress={viewState.fit}>
          Fit
        </Button>
      </div>
      <ScrollBar board={board} />
    </div>
  );
}

function ScrollBar({ board }: { board: Board }) {
  const { film, lengthSeconds, viewState } = board;
  const { view, scrollTo, scroll } = viewState;
  const drag = useRef<{ x: number; from: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    scroll(direction * (event.shiftKey ? 0.9 : 0.1));
  };
  const pointer = {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, from: view.from };
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      const width = event.currentTarget.parentElement?.clientWidth;
      if (drag.current && width)
        scrollTo(drag.current.from + ((event.clientX - drag.current.x) / width) * lengthSeconds);
    },
    onPointerUp: () => (drag.current = null),
    onPointerCancel: () => (drag.current = null),
  };
  const [first, last] = [view.from, view.from + view.span].map((seconds) =>
    codeOf(film, frameUnder(film, seconds)),
  );
  return (
    <div className={styles.bar}>
      <div
        role="slider"
        tabIndex={0}
        className={styles.thumb}
        style={{ left: percent(view.from / lengthSeconds), width: percent(view.span / lengthSeconds) }}
        aria-label="Part of the film in sight"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, lengthSeconds - view.span)}
        aria-valuenow={view.from}
        aria-valuetext={`${first} to ${last}`}
        onKeyDown={onKeyDown}
        {...pointer}
      />
    </div>
  );
}
