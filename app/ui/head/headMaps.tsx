'use client';

import { useCallback, useId, useMemo, type ReactNode } from 'react';
import type { HeadFigure, HeadMap } from '@/ml/eeg/headMap/headFigure';
import { headGrid } from '@/ml/eeg/headMap/headGrid';
import { headScene } from '@/ml/eeg/headMap/headScene';
import type { FigureFrame } from '@/ml/figure/figure';
import { FigureView } from '../study/figureView';
import { headScaleOf, type HeadScaling } from './headScaling';

/** An electrode by its channel's name and its place. */
export type HeadElectrode = HeadFigure['electrodes'][number];

/** Names of more electrodes than this cover each other. */
const mostNames = 32;
/** Fewer say nothing of what lies between them. */
export const fewestElectrodes = 4;

interface HeadMapsProps {
  /** Kept by the caller as long as they are the same; at least `fewestElectrodes`. */
  electrodes: readonly HeadElectrode[];
  maps: readonly HeadMap[];
  scaling: HeadScaling;
  /** What the colours stand for, with the unit. */
  measure: string;
  /** Of saved files, without an ending. */
  fileName: string;
  caption?: ReactNode;
}

/** Maps of the head beside each other on one scale of colours, to be saved as they are seen. */
export function HeadMaps(props: HeadMapsProps) {
  const { electrodes, maps, scaling, measure, fileName, caption } = props;
  const idPrefix = `head-${useId().replace(/[^A-Za-z0-9-]/g, '')}`;
  const grid = useMemo(() => headGrid(electrodes.map(({ position }) => position)), [electrodes]);
  const draw = useCallback(
    ({ width, scheme }: Pick<FigureFrame, 'width' | 'scheme'>) =>
      headScene({
        ...{ maps, electrodes, grid, scheme, measure, width, idPrefix },
        scale: headScaleOf(scaling, scheme),
        labels: electrodes.length <= mostNames,
      }),
    [maps, electrodes, grid, measure, idPrefix, scaling],
  );
  return <FigureView draw={draw} fileName={fileName} caption={caption} />;
}
