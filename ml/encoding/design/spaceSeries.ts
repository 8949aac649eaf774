import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type PreparedPiece, type PreparedStudy } from '../preparedStudy';
import { type SampleLayout } from '../samples/sampleLayout';
import { standardised } from './standardise';

/** A feature space over the pieces, before delays. */
export interface SpaceSeries {
  columns: number;
  /** [piece] [before + samples + after, columns]; null where this participant has none. */
  pieces: (DoubleMatrix | null)[];
}

/** How a study's samples are laid out, and how its features become columns of a model. */
export interface DesignOptions {
  layout: SampleLayout;
  /** [piece] samples of the features before the recording's first. */
  before: readonly number[];
  delays: readonly number[];
  standardise: 'features' | 'columns';
  threads: number;
}

/** True where a space is one that each participant has of their own. */
export const isOwn = (study: PreparedStudy, space: string): boolean =>
  study.pieces.some((piece) => space in piece.own);

/** How many columns a space has, before delays. */
export function columnsOf({ pieces }: PreparedStudy, space: string): number {
  const found = pieces.flatMap(({ shared, own }) => [shared[space], ...(own[space] ?? [])]);
  return found.find((each) => each)?.columns ?? 0;
}

/**
 * A space as a model takes it, each column at mean 0 and standard deviation 1 within each piece.
 *
 * @param participant whose, where the space is their own
 */
export function spaceSeries(
  study: PreparedStudy,
  { space, participant }: { space: string; participant: number },
): SpaceSeries {
  const pieces = study.pieces.map((piece) => {
    const found = seriesIn(piece, { space, participant });
    return found && standardised(found);
  });
  return { columns: pieces.find((piece) => piece !== null)?.columns ?? 0, pieces };
}

function seriesIn(
  piece: PreparedPiece,
  { space, participant }: { space: string; participant: number },
): DoubleMatrix | null {
  return piece.shared[space] ?? piece.own[space]?.[participant] ?? null;
}
