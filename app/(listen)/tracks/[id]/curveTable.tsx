'use client';

import { useMemo } from 'react';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatClock, formatSigned } from '@/app/ui/format';
import styles from '@/app/ui/curveTable.module.css';
import { sampleEvery, type TrackCurve } from './trackCurve';

const stepSeconds = 5;

/** The curve as a table, a line each five seconds: the drawing for those who read rather than see it. */
export function CurveTable({ curve }: { curve: TrackCurve }) {
  return (
    <Disclosure title={`A line every ${stepSeconds} seconds`}>
      <div className={styles.box} tabIndex={0} role="region" aria-label="The curve as a table">
        <Rows curve={curve} />
      </div>
    </Disclosure>
  );
}

function Rows({ curve }: { curve: TrackCurve }) {
  const moments = useMemo(() => sampleEvery(curve, stepSeconds), [curve]);
  const { meant } = curve;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Valence ± SD</th>
          <th scope="col">Arousal ± SD</th>
          {meant && <th scope="col">Meant valence</th>}
          {meant && <th scope="col">Meant arousal</th>}
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
    </table>
  );
}
