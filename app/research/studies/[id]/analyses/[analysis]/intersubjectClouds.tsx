'use client';

import { useCallback } from 'react';
import { formatProbability } from '@/app/ui/study/analysisWords';
import { FigureView } from '@/app/ui/study/figureView';
import type { FigureFrame } from '@/ml/figure/figure';
import { raincloudFigure } from '@/ml/figure/raincloudFigure';
import styles from './brainAnswer.module.css';
import type { IntersubjectResult } from './resultsByKind';

interface IntersubjectCloudsProps {
  report: IntersubjectResult['report'];
  /** The region that is looked at; the strongest ones without. */
  region: string | null;
}

const mostShown = 6;

/** Everybody's correlation with the others: of the chosen region, or of the strongest. */
export function IntersubjectClouds({ report, region }: IntersubjectCloudsProps) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      raincloudFigure({
        ...frame,
        ...{
          title: 'Each participant against the others',
          xLabel: 'correlation with the mean of the others',
        },
        groups: groupsOf(report, region),
      }),
    [report, region],
  );
  return (
    <div className={styles.clouds}>
      <FigureView draw={draw} fileName="intersubject" caption="A dot a participant" />
    </div>
  );
}

function groupsOf({ targets, table, tested }: IntersubjectResult['report'], region: string | null) {
  const order = targets
    .map((_, index) => index)
    .sort((one, other) => tested.observed[other] - tested.observed[one]);
  const chosen = order.filter((index) => targets[index].name === region);
  return (chosen.length > 0 ? chosen : order.slice(0, mostShown)).map((index) => ({
    name: targets[index].name,
    values: table.flatMap((row) => (row[index] === null ? [] : [row[index]])),
    note: tested.pFamily ? formatProbability(tested.pFamily[index]) : null,
  }));
}
