'use client';

import { memo, useCallback, useMemo } from 'react';
import { decodeInt8 } from '@/app/ui/arrays';
import { emotionRgb } from '@/app/ui/emotionColour';
import { PaintedCanvas, type Ground, type Paint } from '@/app/ui/paintedCanvas';
import { percent } from '@/app/ui/percent';
import { momentAt, type TrackCurve, type TrackDetail } from './trackCurve';
import { useGlidingSeconds, type TrackPlayback } from './useTrackPlayback';
import styles from './waveform.module.css';
import { waveformBars } from './waveformBars';

/** A bar and the gap after it, in CSS pixels. */
const barPixels = 2;
const stridePixels = 3;

interface WaveformProps {
  track: TrackDetail;
  curve: TrackCurve;
  playback: TrackPlayback;
  /** Of the drawing, in CSS pixels. */
  width: number;
}

/** The sound's envelope, each bar in the colour of the emotion at its time; what was heard is stronger. */
export function Waveform({ track, curve, playback, width }: WaveformProps) {
  return (
    <span className={styles.waveform} aria-hidden="true">
      <Bars valuesBase64={track.waveform.valuesBase64} curve={curve} width={width} />
      <Unheard playback={playback} durationSeconds={curve.durationSeconds} />
    </span>
  );
}

interface BarsProps {
  valuesBase64: string;
  curve: TrackCurve;
  width: number;
}

const Bars = memo(function Bars({ valuesBase64, curve, width }: BarsProps) {
  const count = Math.floor(width / stridePixels);
  const bars = useMemo(() => waveformBars(decodeInt8(valuesBase64), count), [valuesBase64, count]);
  const paint = useCallback<Paint>(
    (context, ground) => paintBars(context, ground, { bars, curve }),
    [bars, curve],
  );
  return <PaintedCanvas paint={paint} width={width} />;
});

interface Picture {
  bars: Float32Array;
  curve: TrackCurve;
}

function paintBars(
  context: CanvasRenderingContext2D,
  { width, height, ratio, scheme }: Ground,
  { bars, curve }: Picture,
): void {
  context.scale(ratio, ratio);
  const stride = width / bars.length;
  bars.forEach((share, index) => {
    const moment = momentAt(curve, ((index + 0.5) / bars.length) * curve.durationSeconds);
    context.fillStyle = `rgb(${emotionRgb(moment.valence, moment.arousal, scheme).join(' ')})`;
    const tall = Math.max(2, share * height);
    context.beginPath();
    context.roundRect(index * stride, (height - tall) / 2, barPixels, tall, barPixels / 2);
    context.fill();
  });
}

/** A veil over what has not been heard yet; there is none before the track has begun. */
function Unheard({ playback, durationSeconds }: { playback: TrackPlayback; durationSeconds: number }) {
  const seconds = useGlidingSeconds(playback);
  if (!playback.current) return null;
  return (
    <span className={styles.unheard} style={{ left: percent(Math.min(1, seconds / durationSeconds)) }} />
  );
}
