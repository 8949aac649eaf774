import type { TrackSummary } from '@/app/trpc';
import { emotionCss } from '@/app/ui/emotionColour';
import { formatSigned } from '@/app/ui/format';
import { percent } from '@/app/ui/percent';
import styles from './trackName.module.css';

/** The track of a mark beside it: title, artist, valence and arousal. The mark's button says the same. */
export function TrackName({ track, x, y }: { track: TrackSummary; x: number; y: number }) {
  return (
    <div
      className={styles.name}
      data-left={x > 0.5 || undefined}
      data-below={y < 0.2 || undefined}
      style={{ left: percent(x), top: percent(y) }}
      aria-hidden="true"
    >
      <strong>{track.title}</strong>
      <span>{track.artist ?? 'Unknown artist'}</span>
      <span className={styles.emotion}>
        <i className={styles.swatch} style={{ backgroundColor: emotionCss(track.valence, track.arousal) }} />V{' '}
        {formatSigned(track.valence)} · A {formatSigned(track.arousal)}
      </span>
    </div>
  );
}
