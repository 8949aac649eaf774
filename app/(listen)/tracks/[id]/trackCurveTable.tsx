'use client';

import { useMemo } from 'react';
import { formatClock, formatSigned } from '@/app/ui/format';
import { CurveTable, tableTimes } from '@/app/ui/timeline/curveTable';
import { momentAt, type TrackCurve } from './trackCurve';

/** The curve of a track as a table. */
export function TrackCurveTable({ curve }: { curve: TrackCurve }) {
  const moments = useMemo(
    () => tableTimes(curve.durationSeconds).map((seconds) => momentAt(curve, seconds)),
    [curve],
  );
  return (
    <CurveTable label="The curve as a table">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Valence ± SD</th>
          <th scope="col">Arousal ± SD</th>
          {curve.meant && <th scope="col">Meant valence</th>}
          {curve.meant && <th scope="col">Meant arousal</th>}
        </tr>
      </thead>
      <tbody>
        {moments.map((moment) => (
          <tr key={moment.seconds}>
            <th scope="row">{formatClock(moment.seconds)}</th>
            <td>{`${formatSigned(moment.valence)} ± ${moment.valenceDeviation.toFixed(2)}`}</td>
            <td>{`${formatSigned(moment.arousal)} ± ${moment.arousalDeviation.toFixed(2)}`}</td>
            {moment.meant && <td>{formatSigned(moment.meant.valence)}</td>}
            {moment.meant && <td>{formatSigned(moment.meant.arousal)}</td>}
          </tr>
        ))}
      </tbody>
    </CurveTable>
  );
}
