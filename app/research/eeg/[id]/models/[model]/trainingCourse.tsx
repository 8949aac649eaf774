'use client';

import { useCallback, useMemo } from 'react';
import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { FigureView } from '@/app/ui/study/figureView';
import panel from '@/app/ui/study/panel.module.css';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import styles from './model.module.css';

/** Loss and accuracy, epoch after epoch of all networks, in the order in which they ended. */
export function TrainingCourse({ model }: { model: EegModel }) {
  const epochs = useMemo(
    () => model.progressLines.filter(({ loss }) => typeof loss === 'number'),
    [model.progressLines],
  );
  if (epochs.length < 2) return null;
  return (
    <section className={panel.section} aria-labelledby="course-title">
      <div className={panel.head}>
        <h2 id="course-title">How training went</h2>
        <p className={panel.note}>
          Many networks are trained, one a split: each begins anew, so the lines jump where one follows
          another.
        </p>
      </div>
      <div className={styles.pair}>
        <EpochLine title={model.title} measure="loss" epochs={epochs} />
        <EpochLine title={model.title} measure="accuracy" epochs={epochs} />
      </div>
    </section>
  );
}

interface EpochLineProps {
  title: string;
  measure: 'loss' | 'accuracy';
  epochs: EegModel['progressLines'];
}

const labels = { loss: 'loss', accuracy: 'accuracy on validation tracks' };

function EpochLine({ title, measure, epochs }: EpochLineProps) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...{ ...frame, height: 220, title: `${labels[measure]} of ${title}` },
        ...{ xLabel: 'epoch of all networks', yLabel: measure },
        x: epochs.map((_, index) => index + 1),
        lines: [{ name: labels[measure], values: epochs.map((epoch) => epoch[measure] ?? null) }],
      }),
    [title, measure, epochs],
  );
  return <FigureView draw={draw} fileName={`${title}-${measure}`} />;
}
