import { memo, useMemo } from 'react';
import { CurveBand, CurveDot, CurveLine, DottedLine } from '@/app/ui/timeline/curveMarks';
import { Lane } from '@/app/ui/timeline/lane';
import { bandOutline, seriesLine } from '@/app/ui/timeline/laneGeometry';
import { secondsOf } from '@/ml/affect/sampling';
import { TimeMark } from '@/app/ui/timeline/timeMark';
import type { Dimension } from '@/ml/affect/dimension';
import type { PieceAnswer, PieceCurve } from './pieceAnswer';
import { samplingOf } from './pieceSampling';

interface PredictionLaneProps {
  dimension: Dimension;
  piece: PieceAnswer;
  chosen: PieceCurve;
  sample: number;
}

/** One side of the emotion: the raters' middle half and median, the chosen model's curve, the others faint. */
export function PredictionLane({ dimension, piece, chosen, sample }: PredictionLaneProps) {
  const share = secondsOf(piece, sample) / samplingOf(piece).durationSeconds;
  const emotion = { valence: chosen.valence[sample], arousal: chosen.arousal[sample] };
  return (
    <Lane drawing={<PredictionMarks dimension={dimension} piece={piece} chosen={chosen} />}>
      <TimeMark kind="moment" share={share} />
      <CurveDot share={share} value={emotion[dimension]} emotion={emotion} />
    </Lane>
  );
}

const PredictionMarks = memo(function PredictionMarks({
  dimension,
  piece,
  chosen,
}: Omit<PredictionLaneProps, 'sample'>) {
  const sampling = samplingOf(piece);
  const others = piece.curves.filter(({ model }) => model !== chosen.model);
  return (
    <>
      <RaterMarks dimension={dimension} piece={piece} />
      {others.map((curve) => (
        <CurveLine key={curve.model} path={seriesLine(curve[dimension], sampling)} faint />
      ))}
      <CurveLine path={seriesLine(chosen[dimension], sampling)} />
    </>
  );
});

/** The raters' middle half, in the colours of their median, and the median. */
function RaterMarks({ dimension, piece }: { dimension: Dimension; piece: PieceAnswer }) {
  const drawn = useMemo(() => {
    const { ratings } = piece;
    if (!ratings) return null;
    const sampling = samplingOf(piece);
    return {
      band: bandOutline(ratings[dimension], sampling),
      median: seriesLine(ratings[dimension].median, sampling),
      emotion: {
        valence: Float32Array.from(ratings.valence.median),
        arousal: Float32Array.from(ratings.arousal.median),
      },
    };
  }, [piece, dimension]);
  if (!drawn) return null;
  return (
    <>
      <CurveBand outline={drawn.band} emotion={drawn.emotion} />
      <DottedLine path={drawn.median} cased />
    </>
  );
}
