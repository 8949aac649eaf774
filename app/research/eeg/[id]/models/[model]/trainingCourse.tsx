'use client';

import { useCallback, useMemo } from 'react';
import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { withOrigin } from '@/app/ui/eeg/withOrigin';
import { FigureView } from '@/app/ui/study/figureView';
import panel from '@/app/ui/study/panel.module.css';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import { learningCurves } from './learningCurves';
import styles from './model.module.css';

/** Loss and accuracy by epoch, over all networks that were trained so far. */
export function TrainingCourse({ model }: { model: EegModel }) {
  return (
    <section className={panel.section} aria-labelledby="course-title">
      <div className={panel.head}>
        <h2 id="course-title">How training went</h2>
      </div>
      <p className={panel.note}>
        Many networks are trained, one a split of people and tracks. Lines are their mean, bands the middle 80
        %; networks that were stopped early are missing in later epochs.
      </p>
      <div className={styles.pair}>
        <EpochLines model={model} measure="loss" />
        <EpochLines model={model} measure="accuracy" />
      </div>
    </section>
  );
}

interface EpochLinesProps {
  model: EegModel;
  measure: 'loss' | 'accuracy';
}

const labels = {
  loss: 'loss on the validation tracks',
  accuracy: 'accuracy of EEG on the validation tracks',
};

function EpochLines({ model: { title, simulated, progressLines }, measure }: EpochLinesProps) {
  const { epochs, curves } = useMemo(() => learningCurves(progressLines, measure), [progressLines, measure]);
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...{ ...frame, height: 240, x: epochs },
        title: `${labels[measure]} of ${title}, by epoch`,
        ...{ xLabel: withOrigin('epoch', simulated), yLabel: measure },
        lines: curves.map(({ name, mean }) => ({ name, values: mean })),
        bands: curves.map(({ name, low, high }, line) => ({ name, low, high, line })),
        levels: measure === 'accuracy' ? [{ value: 0.5, name: 'a coin' }] : [],
      }),
    [title, simulated, measure, epochs, curves],
  );
  if (epochs.length < 2)
    return <p className={panel.note}>No network has told its {measure} over epochs yet.</p>;
  return <FigureView draw={draw} fileName={`${title}-${measure}`} caption={labels[measure]} />;
}
