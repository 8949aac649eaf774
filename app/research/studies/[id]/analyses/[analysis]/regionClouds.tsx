'use client';

import { useCallback } from 'react';
import { formatProbability } from '@/app/ui/study/analysisWords';
import { FigureView } from '@/app/ui/study/figureView';
import type { FigureFrame } from '@/ml/figure/figure';
import { raincloudFigure } from '@/ml/figure/raincloudFigure';
import { encodingMaps, type EncodingResult } from './encodingMaps';

interface RegionCloudsProps {
  region: string;
  /** Of the region among the targets. */
  index: number;
  result: EncodingResult;
}

/** How well each space predicts a region, a dot a participant. */
export function RegionClouds({ region, index, result }: RegionCloudsProps) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      raincloudFigure({
        ...frame,
        ...{
          title: `Scores of ${region} by space, a dot a participant`,
          xLabel: 'score of held-out predictions',
        },
        groups: groupsOf(result, index),
      }),
    [region, index, result],
  );
  return (
    <FigureView
      draw={draw}
      fileName={`${region}-scores`}
      caption="A dot a participant; density, median and quartiles; p family-wise"
    />
  );
}

function groupsOf(result: EncodingResult, index: number) {
  const wanted = encodingMaps(result).filter(
    ({ id, table }) => table !== null && (id.startsWith('model ') || id.startsWith('unique ')),
  );
  return wanted.map(({ name, table, groups }) => ({
    name: name.startsWith('All: ') ? 'all together' : name.replace('Unique to', 'unique:'),
    values: table?.flatMap((row) => (row[index] === null ? [] : [row[index]])) ?? [],
    note: groups.all.pFamily ? formatProbability(groups.all.pFamily[index]) : null,
  }));
}
