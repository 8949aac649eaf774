'use client';

import { formatSigned } from '@/app/ui/format';
import { ReadOut, ReadValue } from '@/app/ui/timeline/readOut';
import { dimensions } from '@/ml/affect/dimension';
import { momentAt, type TrackCurve } from './trackCurve';
import styles from './trackReadOut.module.css';
import { useTrackSeconds, type TrackPlayback } from './useTrackPlayback';

interface TrackReadOutProps {
  curve: TrackCurve;
  playback: TrackPlayback;
  pointed: number | null;
}

/** The values at the moment pointed at, else at the moment heard. */
export function TrackReadOut({ curve, playback, pointed }: TrackReadOutProps) {
  const heard = useTrackSeconds(playback);
  const moment = momentAt(curve, pointed ?? heard);
  return (
    <ReadOut seconds={moment.seconds} emotion={moment}>
      {dimensions.map((dimension) => (
        <ReadValue key={dimension} name={dimension}>
          {formatSigned(moment[dimension])} ± {moment[`${dimension}Deviation`].toFixed(2)}
          {moment.meant && (
            <span className={styles.meant}> meant {formatSigned(moment.meant[dimension])}</span>
          )}
        </ReadValue>
      ))}
    </ReadOut>
  );
}
