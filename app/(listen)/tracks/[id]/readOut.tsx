'use client';

import { emotionCss } from '@/app/ui/emotionColour';
import { formatClock, formatSigned } from '@/app/ui/format';
import styles from './readOut.module.css';
import { momentAt, type TrackCurve } from './trackCurve';
import { useTrackSeconds, type TrackPlayback } from './useTrackPlayback';

interface ReadOutProps {
  curve: TrackCurve;
  playback: TrackPlayback;
  pointed: number | null;
}

/** The values at the moment pointed at, else at the moment heard. The slider says the same to those who hear. */
export function ReadOut({ curve, playback, pointed }: ReadOutProps) {
  const heard = useTrackSeconds(playback);
  const moment = momentAt(curve, pointed ?? heard);
  return (
    <p className={styles.readOut} aria-hidden="true">
      <span className={styles.time}>{formatClock(moment.seconds)}</span>
      <span
        className={styles.swatch}
        style={{ backgroundColor: emotionCss(moment.valence, moment.arousal) }}
      />
      <Value
        name="valence"
        value={moment.valence}
        deviation={moment.valenceDeviation}
        meant={moment.meant?.valence}
      />
      <Value
        name="arousal"
        value={moment.arousal}
        deviation={moment.arousalDeviation}
        meant={moment.meant?.arousal}
      />
    </p>
  );
}

interface ValueProps {
  name: string;
  value: number;
  deviation: number;
  meant: number | undefined;
}

function Value({ name, value, deviation, meant }: ValueProps) {
  return (
    <span className={styles.value}>
      <em>{name}</em> {formatSigned(value)} ± {deviation.toFixed(2)}
      {meant !== undefined && <span className={styles.meant}> meant {formatSigned(meant)}</span>}
    </span>
  );
}
