import type { TrackSummary } from '@/app/trpc';
import { emotionCss } from '@/app/ui/emotionColour';
import { formatSigned } from '@/app/ui/format';
import { MarkLabel } from '@/app/ui/marks/markLabel';
import styles from './trackName.module.css';

/** The track of a mark beside it: title, artist, valence and arousal. The mark's button says the same. */
export function TrackName({ track, x, y }: { track: TrackSummary; x: number; y: number }) {
  return (
    <MarkLabel track={track} place={{ x, y }} left={x > 0.5} below={y < 0.2}>
      <span className={styles.emotion}>
        <i className={styles.swatch} style={{ backgroundColor: emotionCss(track.valence, track.arousal) }} />V{' '}
        {formatSigned(track.valence)} · A {formatSigned(track.arousal)}
      </span>
    </MarkLabel>
  );
}
