import { type Folds } from '../encodingPlan';
import { lengthOf, type Stretch } from './sampleLayout';

/** What is learned from, and what is held out. */
export interface Split {
  train: Stretch[];
  test: Stretch[];
}

/** A split of the data, with those of its training set by which penalties are chosen. */
export interface NestedSplit extends Split {
  /** The piece or the block that is held out: the same number for every participant. */
  fold: number;
  inner: Split[];
}

/** What splits are made of. */
export interface SplitOptions {
  /** [piece] */
  samples: readonly number[];
  folds: Folds;
  /** The longest delay either way, which nothing may reach over from what is held out. */
  gapSamples: number;
}

/** Blocks by which penalties are chosen where only one piece is left to learn from. */
const innerBlocks = 5;

/**
 * All splits for somebody who has these pieces. With folds of pieces, penalties are chosen by leaving each training piece
 * out in turn, or blocks of it where there is but one; with folds of blocks, by leaving each training block out. Nothing
 * within the gap of a held-out stretch is learned from.
 *
 * @param pieces their numbers; with fewer than two, folds of pieces leave nothing to learn from, and there are none
 * @throws RangeError where a split has fewer than three samples to learn from or to test on
 */
export function nestedSplits(pieces: readonly number[], options: SplitOptions): NestedSplit[] {
  const { folds, samples } = options;
  const whole = pieces.map((piece): Stretch => ({ piece, start: 0, end: samples[piece] }));
  if (folds.kind === 'pieces' && pieces.length < 2) return [];
  const gap = folds.kind === 'blocks' ? folds.gapSamples : options.gapSamples;
  const held =
    folds.kind === 'pieces'
      ? whole.map((stretch) => ({ fold: stretch.piece, test: [stretch] }))
      : blocksOf(whole, folds.count).map((test, fold) => ({ fold, test }));
  return held.map(({ fold, test }) => {
    const { train } = required(splitOff(whole, test, gap));
    const innerHeld = folds.kind === 'pieces' ? withinPieces(train) : held.map((other) => other.test);
    const inner = innerHeld
      .map((stretches) => splitOff(train, overlap(train, stretches), gap))
      .filter(({ test: rest }) => rest.length > 0)
      .map(required);
    return { fold, train, test, inner };
  });
}

/** Each training piece, or blocks of the only one. */
function withinPieces(train: readonly Stretch[]): Stretch[][] {
  return train.length > 1 ? train.map((stretch) => [stretch]) : blocksOf(train, innerBlocks);
}

/** [block][piece]: each stretch cut into so many blocks as alike in length as can be. */
function blocksOf(stretches: readonly Stretch[], count: number): Stretch[][] {
  return Array.from({ length: count }, (_, block) =>
    stretches.map(({ piece, start, end }) => ({
      piece,
      start: start + Math.round(((end - start) * block) / count),
      end: start + Math.round(((end - start) * (block + 1)) / count),
    })),
  );
}

function splitOff(all: readonly Stretch[], test: Stretch[], gap: number): Split {
  const train = all.flatMap((stretch) =>
    test
      .filter(({ piece }) => piece === stretch.piece)
      .reduce(
        (rest, { piece, start, end }) => {
          const removed = { piece, start: start - gap, end: end + gap };
          return rest.flatMap((each) => difference(each, removed));
        },
        [stretch],
      ),
  );
  return { train, test };
}

function difference({ piece, start, end }: Stretch, removed: Stretch): Stretch[] {
  const before = { piece, start, end: Math.min(end, removed.start) };
  const after = { piece, start: Math.max(start, removed.end), end };
  return [before, after].filter((part) => part.end > part.start);
}

function overlap(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some
    .flatMap(({ piece, start, end }) =>
      others
        .filter((other) => other.piece === piece)
        .map((other) => ({ piece, start: Math.max(start, other.start), end: Math.min(end, other.end) })),
    )
    .filter(({ start, end }) => end > start);
}

function required(split: Split): Split {
  const [train, test] = [lengthOf(split.train), lengthOf(split.test)];
  if (train < 3 || test < 3) {
    throw new RangeError(
      `invalid folds: ${train} samples to learn from and ${test} to test on (at least 3 of each: longer pieces, fewer blocks or shorter delays)`,
    );
  }
  return split;
}
