'use client';

import { useRef, useState } from 'react';
import { BoardHead } from '@/app/ui/timeline/boardHead';
import { LaneBoard } from '@/app/ui/timeline/laneBoard';
import { LaneScale } from '@/app/ui/timeline/laneScale';
import { TimeAxis } from '@/app/ui/timeline/timeAxis';
import { useElementWidth } from '@/app/ui/useElementWidth';
import { dimensions } from '@/ml/affect/dimension';
import { CurveReadOut } from './curveReadOut';
import { CurvesLegend } from './curvesLegend';
import { CurvesTable } from './curvesTable';
import { MomentSurface } from './momentSurface';
import { pieceName } from './names';
import type { PieceAnswer } from './pieceAnswer';
import styles from './pieceCurves.module.css';
import { samplingOf } from './pieceSampling';
import { PredictionLane } from './predictionLane';
import { ScoresTable } from './scoresTable';

interface PieceCurvesProps {
  piece: PieceAnswer;
  /** The model drawn in full; the first one where it is null or not among them. */
  model: string | null;
  onModel: (model: string) => void;
}

/** One piece from left to right: what the models predict over what the raters said, and how well they agree. */
export function PieceCurves({ piece, model, onModel }: PieceCurvesProps) {
  const [sample, setSample] = useState(0);
  const stage = useRef<HTMLDivElement>(null);
  const width = useElementWidth(stage);
  const chosen = piece.curves.find((curve) => curve.model === model) ?? piece.curves[0];
  const { durationSeconds } = samplingOf(piece);
  return (
    <div className={styles.curves}>
      <BoardHead>
        <h3 className={styles.title}>{pieceName(piece.piece).title}</h3>
        <CurveReadOut piece={piece} chosen={chosen} sample={sample} />
      </BoardHead>
      <LaneBoard
        stage={stage}
        scales={dimensions.map((dimension) => (
          <LaneScale key={dimension} dimension={dimension} />
        ))}
      >
        <MomentSurface piece={piece} chosen={chosen} sample={sample} onSample={setSample}>
          {dimensions.map((dimension) => (
            <PredictionLane
              key={dimension}
              dimension={dimension}
              piece={piece}
              chosen={chosen}
              sample={sample}
            />
          ))}
        </MomentSurface>
        <TimeAxis durationSeconds={durationSeconds} width={width} />
      </LaneBoard>
      <CurvesLegend piece={piece} chosen={chosen.model} />
      <div className={styles.foot}>
        <ScoresTable piece={piece} chosen={chosen.model} onChoose={onModel} />
        <CurvesTable piece={piece} chosen={chosen} />
      </div>
    </div>
  );
}
