import { memo, useId, useMemo } from 'react';
import { emotionCss } from '@/app/ui/emotionColour';
import { percent } from '@/app/ui/percent';
import { bandOutline, laneBox, laneY, seriesLine } from '@/app/ui/timeline/curveGeometry';
import { segmentMeans } from '@/ml/affect/resample';
import { secondsOf } from '@/ml/affect/sampling';
import { samplingOf, type Dimension } from './pieceSeries';
import styles from './predictionLane.module.css';
import type { PieceAnswer } from './predictionsPage';

const colourStops = 48;

interface PredictionLaneProps {
  dimension: Dimension;
  piece: PieceAnswer;
  chosen: PieceAnswer['curves'][number];
  sample: number;
}

/** One side of the emotion: the raters' middle half and median, the chosen model's curve, the others faint. */
export function PredictionLane({ dimension, piece, chosen, sample }: PredictionLaneProps) {
  const left = percent(secondsOf(piece, sample) / samplingOf(piece).durationSeconds);
  return (
    <span className={styles.lane} aria-hidden="true">
      <LanePicture dimension={dimension} piece={piece} chosen={chosen} />
      <span className={styles.moment} style={{ left }} />
      <span
        className={styles.dot}
        style={{
          left,
          top: percent(laneY(chosen[dimension][sample]) / laneBox.height),
          backgroundColor: emotionCss(chosen.valence[sample], chosen.arousal[sample]),
        }}
      />
    </span>
  );
}

const LanePicture = memo(function LanePicture({
  dimension,
  piece,
  chosen,
}: Omit<PredictionLaneProps, 'sample'>) {
  const gradient = useId();
  const drawn = useMemo(() => {
    const sampling = samplingOf(piece);
    const ratings = piece.ratings?.[dimension];
    return {
      others: piece.curves
        .filter(({ model }) => model !== chosen.model)
        .map((curve) => seriesLine(curve[dimension], sampling)),
      line: seriesLine(chosen[dimension], sampling),
      band: ratings && bandOutline(ratings, sampling),
      median: ratings && seriesLine(ratings.median, sampling),
    };
  }, [piece, chosen, dimension]);
  const { width, height } = laneBox;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      <path className={styles.grid} d={`M0,${height / 4}H${width}M0,${(3 * height) / 4}H${width}`} />
      <path className={styles.zero} d={`M0,${height / 2}H${width}`} />
      {drawn.band && drawn.median && (
        <>
          <RaterColours id={gradient} piece={piece} />
          <path className={styles.band} d={drawn.band} fill={`url(#${gradient})`} />
          <path className={styles.casing} d={drawn.median} />
          <path className={styles.median} d={drawn.median} />
        </>
      )}
      {drawn.others.map((line, index) => (
        <path key={index} className={styles.other} d={line} />
      ))}
      <path className={styles.line} d={drawn.line} />
    </svg>
  );
});

/** The colours of the raters' median along the piece. */
function RaterColours({ id, piece }: { id: string; piece: PieceAnswer }) {
  if (!piece.ratings) return null;
  const valence = segmentMeans(Float32Array.from(piece.ratings.valence.median), colourStops);
  const arousal = segmentMeans(Float32Array.from(piece.ratings.arousal.median), colourStops);
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
