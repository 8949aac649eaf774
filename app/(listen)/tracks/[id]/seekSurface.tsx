'use client';

import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useState } from 'react';
import { formatClock, formatEmotion } from '@/app/ui/format';
import { percent } from '@/app/ui/percent';
import { secondsAtPointer, seekByKey } from './seeking';
import styles from './seekSurface.module.css';
import { momentAt, type TrackCurve } from './trackCurve';
import { useGlidingSeconds, useTrackSeconds, type TrackPlayback } from './useTrackPlayback';

interface SeekSurfaceProps {
  track: { title: string; missing: boolean };
  curve: TrackCurve;
  playback: TrackPlayback;
  /** The second the pointer is at, or null. */
  pointed: number | null;
  onPoint: (seconds: number | null) => void;
  children: ReactNode;
}

/**
 * The whole drawing is one slider: a press or a drag goes to a time and plays from there, keys move by 5 or
 * 10 seconds, Enter and space play. A finger that scrolls the page changes nothing.
 */
export function SeekSurface({ track, curve, playback, pointed, onPoint, children }: SeekSurfaceProps) {
  const seconds = useTrackSeconds(playback);
  const [dragging, setDragging] = useState(false);
  const { durationSeconds } = curve;
  const { valence, arousal } = momentAt(curve, seconds);

  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPoint(secondsAtPointer(event.clientX, box, durationSeconds));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
    follow(event);
  };
  const onPointerUp = () => {
    if (dragging && pointed !== null) (track.missing ? playback.seek : playback.playFrom)(pointed);
    setDragging(false);
  };
  const forget = () => {
    setDragging(false);
    onPoint(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = seekByKey(event.key, seconds, durationSeconds);
    const plays = (event.key === ' ' || event.key === 'Enter') && !track.missing;
    if (target !== null) playback.seek(target);
    else if (plays) playback.toggle();
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.surface}
      aria-label={`Position in ${track.title}`}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationSeconds)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={`${formatClock(seconds)} of ${formatClock(durationSeconds)}, ${formatEmotion(valence, arousal)}`}
      onPointerDown={onPointerDown}
      onPointerMove={follow}
      onPointerUp={onPointerUp}
      onPointerCancel={forget}
      onPointerLeave={() => !dragging && onPoint(null)}
      onKeyDown={onKeyDown}
    >
      {children}
      <Playhead playback={playback} durationSeconds={durationSeconds} />
      {pointed !== null && (
        <span className={styles.pointed} style={{ left: percent(pointed / durationSeconds) }} />
      )}
    </div>
  );
}

/** The place that is heard now. */
function Playhead({ playback, durationSeconds }: { playback: TrackPlayback; durationSeconds: number }) {
  const seconds = useGlidingSeconds(playback);
  if (!playback.current && seconds === 0) return null;
  return <span className={styles.head} style={{ left: percent(Math.min(1, seconds / durationSeconds)) }} />;
}
