import styles from './curvesLegend.module.css';
import { modelName } from './names';
import type { PieceAnswer } from './pieceAnswer';

/** Which line is which in the lanes. */
export function CurvesLegend({ piece, chosen }: { piece: PieceAnswer; chosen: string }) {
  return (
    <ul className={styles.legend} aria-label="What the drawing shows">
      <li>
        <Sample line={styles.line} />
        {modelName(chosen)}
      </li>
      {piece.curves.length > 1 && (
        <li>
          <Sample line={styles.other} />
          the other models
        </li>
      )}
      {piece.ratings && (
        <>
          <li>
            <Sample line={styles.median} />
            median of {piece.ratings.raters} raters
          </li>
          <li>
            <span className={styles.band} aria-hidden="true" />
            their middle half, in the colours of their median
          </li>
        </>
      )}
    </ul>
  );
}

function Sample({ line }: { line: string }) {
  return (
    <svg width="26" height="10" aria-hidden="true">
      <path d="M3,5H25" className={line} />
    </svg>
  );
}
