import { memo, useMemo } from 'react';
import { CurveBand, CurveDot, CurveLine, DottedLine } from '@/app/ui/timeline/curveMarks';
import { Lane } from '@/app/ui/timeline/lane';
import { bandOutline, deviationBand, seriesLine } from '@/app/ui/timeline/laneGeometry';
import type { Dimension } from '@/ml/affect/dimension';
import { momentAt, type TrackCurve } from './trackCurve';

interface TrackLaneProps {
  dimension: Dimension;
  curve: TrackCurve;
  /** The second whose values are read out, or null. */
  pointed: number | null;
}

/** One side of a track's emotion: a line, a band of one standard deviation, and what was meant. */
export function TrackLane({ dimension, curve, pointed }: TrackLaneProps) {
  const moment = pointed === null ? null : momentAt(curve, pointed);
  return (
    <Lane drawing={<TrackMarks dimension={dimension} curve={curve} />}>
      {moment && (
        <CurveDot share={moment.seconds / curve.durationSeconds} value={moment[dimension]} emotion={moment} />
      )}
    </Lane>
  );
}

const TrackMarks = memo(function TrackMarks({ dimension, curve }: Omit<TrackLaneProps, 'pointed'>) {
  const drawn = useMemo(() => {
    const values = curve.heard[dimension];
    return {
      line: seriesLine(values, curve),
      band: bandOutline(deviationBand(values, curve.heard[`${dimension}Deviation`]), curve),
      meant: curve.meant && seriesLine(curve.meant[dimension], curve),
    };
  }, [curve, dimension]);
  return (
    <>
      <CurveBand outline={drawn.band} emotion={curve.heard} />
      {drawn.meant && <DottedLine path={drawn.meant} cased />}
      <CurveLine path={drawn.line} />
    </>
  );
});
