'use client';

import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { formatClock, formatEmotion } from '@/app/ui/format';
import styles from './momentSurface.module.css';
import { modelName } from './names';
import { secondsOf } from '@/ml/affect/sampling';
import { sampleAt, samplingOf } from './pieceSeries';
import type { PieceAnswer } from './predictionsPage';

interface MomentSurfaceProps {
  piece: PieceAnswer;
  chosen: PieceAnswer['curves'][number];
  sample: number;
  onSample: (sample: number) => void;
  children: ReactNode;
}

const steps: Partial<Record<string, (sample: number, last: number) => number>> = {
  ArrowRight: (sample) => sample + 1,
  ArrowLeft: (sample) => sample - 1,
  ArrowUp: (sample) => sample + 1,
  ArrowDown: (sample) => sample - 1,
  PageUp: (sample) => sample + 10,
  PageDown: (sample) => sample - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** The drawing is one slider: the moment that is read out, by pointer or by keys of half and of five seconds. */
export function MomentSurface({ piece, chosen, sample, onSample, children }: MomentSurfaceProps) {
  const last = chosen.valence.length - 1;
  const { durationSeconds } = samplingOf(piece);
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSample(sampleAt(piece, ((event.clientX - box.left) / box.width) * durationSeconds));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onSample(Math.min(last, Math.max(0, step(sample, last))));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.surface}
      aria-label="Moment of the piece"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={sample}
      aria-valuetext={momentInWords(piece, chosen, sample)}
      onPointerMove={follow}
      onPointerDown={follow}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

function momentInWords(piece: PieceAnswer, chosen: PieceAnswer['curves'][number], sample: number): string {
  const { ratings } = piece;
  const predicted = `${modelName(chosen.model)} ${formatEmotion(chosen.valence[sample], chosen.arousal[sample])}`;
  const rated = ratings
    ? `, raters ${formatEmotion(ratings.valence.median[sample], ratings.arousal.median[sample])}`
    : '';
  return `${formatClock(secondsOf(piece, sample))}, ${predicted}${rated}`;
}
