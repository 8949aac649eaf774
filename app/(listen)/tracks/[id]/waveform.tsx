'use client';

import { useCallback } from 'react';
import { percent } from '@/app/ui/percent';
import { WaveformCanvas } from '@/app/ui/waveform/waveformCanvas';
import { momentAt, type TrackCurve, type TrackDetail } from './trackCurve';
import { useGlidingSeconds, type TrackPlayback } from './useTrackPlayback';
import styles from './waveform.module.css';

interface WaveformProps {
  track: TrackDetail;
  curve: TrackCurve;
  playback: TrackPlayback;
  /** Of the drawing, in CSS pixels. */
  width: number;
}

/** The sound's envelope, each bar in the colour of the emotion at its time; what was heard is stronger. */
export function Waveform({ track, curve, playback, width }: WaveformProps) {
  const emotionAt = useCallback((share: number) => momentAt(curve, share * curve.durationSeconds), [curve]);
  return (
    <span className={styles.waveform} aria-hidden="true">
      <WaveformCanvas valuesBase64={track.waveform.valuesBase64} emotionAt={emotionAt} width={width} />
      <Unheard playback={playback} durationSeconds={curve.durationSeconds} />
    </span>
  );
}

/** A veil over what has not been heard yet; there is none before the track has begun. */
function Unheard({ playback, durationSeconds }: { playback: TrackPlayback; durationSeconds: number }) {
  const seconds = useGlidingSeconds(playback);
  if (!playback.current) return null;
  return (
    <span className={styles.unheard} style={{ left: percent(Math.min(1, seconds / durationSeconds)) }} />
  );
}
