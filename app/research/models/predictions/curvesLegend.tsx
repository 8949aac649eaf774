import { Legend, LegendItem } from '@/app/ui/timeline/legend';
import { modelName } from './names';
import type { PieceAnswer } from './pieceAnswer';

/** Which line is which in the lanes. */
export function CurvesLegend({ piece, chosen }: { piece: PieceAnswer; chosen: string }) {
  return (
    <Legend>
      <LegendItem mark="line">{modelName(chosen)}</LegendItem>
      {piece.curves.length > 1 && <LegendItem mark="faint">the other models</LegendItem>}
      {piece.ratings && (
        <>
          <LegendItem mark="dotted">median of {piece.ratings.raters} raters</LegendItem>
          <LegendItem mark="band">their middle half, in the colours of their median</LegendItem>
        </>
      )}
    </Legend>
  );
}
