'use client';

import type { ReactNode } from 'react';
import { formatClock, formatEmotion } from '@/app/ui/format';
import { SeekSurface } from '@/app/ui/timeline/seekSurface';
import { TimeMark } from '@/app/ui/timeline/timeMark';
import { momentAt, type TrackCurve } from './trackCurve';
import { useGlidingSeconds, useTrackSeconds, type TrackPlayback } from './useTrackPlayback';

interface ScoreSurfaceProps {
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
 * 10 seconds, Enter and space play.
 */
export function ScoreSurface({ track, curve, playback, pointed, onPoint, children }: ScoreSurfaceProps) {
  const seconds = useTrackSeconds(playback);
  const { durationSeconds } = curve;
  const { valence, arousal } = momentAt(curve, seconds);
  const goTo = track.missing ? playback.seek : playback.playFrom;
  return (
    <SeekSurface
      label={`Position in ${track.title}`}
      value={seconds}
      max={durationSeconds}
      valueText={`${formatClock(seconds)} of ${formatClock(durationSeconds)}, ${formatEmotion(valence, arousal)}`}
      onSeek={playback.seek}
      onPoint={(share) => onPoint(share === null ? null : share * durationSeconds)}
      onRelease={(share) => goTo(share * durationSeconds)}
      onPress={track.missing ? undefined : playback.toggle}
    >
      {children}
      <Playhead playback={playback} durationSeconds={durationSeconds} />
      {pointed !== null && <TimeMark kind="moment" share={pointed / durationSeconds} />}
    </SeekSurface>
  );
}

/** The place that is heard now. */
function Playhead({ playback, durationSeconds }: { playback: TrackPlayback; durationSeconds: number }) {
  const seconds = useGlidingSeconds(playback);
  if (!playback.current && seconds === 0) return null;
  return <TimeMark kind="head" share={Math.min(1, seconds / durationSeconds)} />;
}
