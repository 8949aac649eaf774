'use client';

import type { ReactNode } from 'react';
import { formatClock, formatEmotion } from '@/app/ui/format';
import { indexAt, secondsOf } from '@/ml/affect/sampling';
import type { SeekSteps } from '@/app/ui/timeline/seeking';
import { SeekSurface } from '@/app/ui/timeline/seekSurface';
import { modelName } from './names';
import type { PieceAnswer, PieceCurve } from './pieceAnswer';
import { samplingOf } from './pieceSampling';

interface MomentSurfaceProps {
  piece: PieceAnswer;
  chosen: PieceCurve;
  sample: number;
  onSample: (sample: number) => void;
  children: ReactNode;
}

/** In samples: half a second and five seconds. */
const steps: SeekSteps = { arrow: 1, page: 10 };

/** The drawing is one slider: the sample that is read out, by pointer or by keys. */
export function MomentSurface({ piece, chosen, sample, onSample, children }: MomentSurfaceProps) {
  const { durationSeconds } = samplingOf(piece);
  const count = chosen.valence.length;
  return (
    <SeekSurface
      label="Moment of the piece"
      value={sample}
      max={count - 1}
      valueText={momentInWords(piece, chosen, sample)}
      steps={steps}
      onSeek={onSample}
      onPoint={(share) => share !== null && onSample(indexAt(piece, share * durationSeconds, count))}
    >
      {children}
    </SeekSurface>
  );
}

function momentInWords(piece: PieceAnswer, chosen: PieceCurve, sample: number): string {
  const { ratings } = piece;
  const predicted = `${modelName(chosen.model)} ${formatEmotion(chosen.valence[sample], chosen.arousal[sample])}`;
  const rated = ratings
    ? `, raters ${formatEmotion(ratings.valence.median[sample], ratings.arousal.median[sample])}`
    : '';
  return `${formatClock(secondsOf(piece, sample))}, ${predicted}${rated}`;
}
