import type { TrackSummary } from '@/app/trpc';
import { formatSigned } from '@/app/ui/format';
import { MarkLabel } from '@/app/ui/marks/markLabel';
import { mapCss, shareOf, type MapColouring } from './mapColours';
import styles from './trackName.module.css';

interface TrackNameProps {
  track: TrackSummary;
  x: number;
  y: number;
  colouring: MapColouring;
}

/** The track of a mark beside it: title, artist, valence and arousal. The mark's button says the same. */
export function TrackName({ track, x, y, colouring }: TrackNameProps) {
  const colour = mapCss(colouring.dimension, shareOf(colouring, track[colouring.dimension]));
  return (
    <MarkLabel track={track} place={{ x, y }} left={x > 0.5} below={y < 0.2}>
      <span className={styles.emotion}>
        <i className={styles.swatch} style={{ backgroundColor: colour }} />V {formatSigned(track.valence)} · A{' '}
        {formatSigned(track.arousal)}
      </span>
    </MarkLabel>
  );
}
