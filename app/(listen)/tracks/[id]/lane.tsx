import { memo, useId, useMemo } from 'react';
import { emotionCss } from '@/app/ui/emotionColour';
import { percent } from '@/app/ui/percent';
import { bandOutline, deviationBand, laneBox, laneY, seriesLine } from '@/app/ui/timeline/curveGeometry';
import type { Dimension } from '@/ml/affect/dimension';
import { curveMeans } from '@/ml/affect/resample';
import styles from './lane.module.css';
import { momentAt, type TrackCurve } from './trackCurve';

const colourStops = 48;

interface LaneProps {
  dimension: Dimension;
  curve: TrackCurve;
  /** The second whose values are read out, or null. */
  pointed: number | null;
}

/** One side of the emotion over time: a line, a band of one standard deviation, and what was meant. */
export function Lane({ dimension, curve, pointed }: LaneProps) {
  const moment = pointed === null ? null : momentAt(curve, pointed);
  return (
    <span className={styles.lane} aria-hidden="true">
      <LanePicture dimension={dimension} curve={curve} />
      {moment && (
        <span
          className={styles.dot}
          style={{
            left: percent(moment.seconds / curve.durationSeconds),
            top: percent(laneY(moment[dimension]) / laneBox.height),
            backgroundColor: emotionCss(moment.valence, moment.arousal),
          }}
        />
      )}
    </span>
  );
}

const LanePicture = memo(function LanePicture({ dimension, curve }: Omit<LaneProps, 'pointed'>) {
  const gradient = useId();
  const drawn = useMemo(() => {
    const values = curve.heard[dimension];
    return {
      line: seriesLine(values, curve),
      band: bandOutline(deviationBand(values, curve.heard[`${dimension}Deviation`]), curve),
      meant: curve.meant && seriesLine(curve.meant[dimension], curve),
    };
  }, [curve, dimension]);
  const { width, height } = laneBox;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      <EmotionStops id={gradient} curve={curve} />
      <path className={styles.grid} d={`M0,${height / 4}H${width}M0,${(3 * height) / 4}H${width}`} />
      <path className={styles.zero} d={`M0,${height / 2}H${width}`} />
      <path className={styles.band} d={drawn.band} fill={`url(#${gradient})`} />
      {drawn.meant && (
        <>
          <path className={styles.casing} d={drawn.meant} />
          <path className={styles.meant} d={drawn.meant} />
        </>
      )}
      <path className={styles.line} d={drawn.line} />
    </svg>
  );
});

/** The colours of the emotion along the track, for the bands. */
function EmotionStops({ id, curve }: { id: string; curve: TrackCurve }) {
  const { valence, arousal } = curveMeans(curve.heard, colourStops);
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2={laneBox.width} y1="0" y2="0">
      {Array.from(valence, (value, index) => (
        <stop
          key={index}
          offset={percent((index + 0.5) / colourStops)}
          style={{ stopColor: emotionCss(value, arousal[index]) }}
        />
      ))}
    </linearGradient>
  );
}
