import { lengthOf, type Piece, type Shot } from './shot';

/** A stretch of time. */
interface Span {
  start: number;
  end: number;
}

/**
 * Pieces of footage that both cuts show. Where footage is shown several times, the longest piece is taken first, of
 * equally long ones that whose neighbours fit as well, then that which moves least among the shots; nothing of either cut
 * is taken twice.
 */
export function shotsBySource(oldShots: readonly Shot[], newShots: readonly Shot[]): Piece[] {
  const shared = sharedPieces(oldShots, newShots).toSorted(
    (a, b) =>
      b.length - a.length || b.neighbours - a.neighbours || a.moved - b.moved || a.oldStart - b.oldStart,
  );
  const takenOld: Span[] = [];
  const takenNew: Span[] = [];
  const pieces: Piece[] = [];
  for (const { oldStart, newStart, length } of shared) {
    const shift = newStart - oldStart;
    const blocked = [
      ...takenOld,
      ...takenNew.map(({ start, end }) => ({ start: start - shift, end: end - shift })),
    ];
    for (const { start, end } of without({ start: oldStart, end: oldStart + length }, blocked)) {
      pieces.push({ oldStart: start, newStart: start + shift, length: end - start });
      takenOld.push({ start, end });
      takenNew.push({ start: start + shift, end: end + shift });
    }
  }
  return pieces;
}

/**
 * What each old shot has of its footage in common with each new one, how many of the two shots beside them have such,
 * too, and by how many shots it moves.
 */
function sharedPieces(oldShots: readonly Shot[], newShots: readonly Shot[]) {
  const shared = oldShots.flatMap((old, oldPlace) =>
    newShots.flatMap((shot, place) => {
      if (!old.source || old.source.id !== shot.source?.id) return [];
      const first = Math.max(old.source.start, shot.source.start);
      const last = Math.min(old.source.start + lengthOf(old), shot.source.start + lengthOf(shot));
      if (first >= last) return [];
      return {
        oldStart: old.start + (first - old.source.start),
        newStart: shot.start + (first - shot.source.start),
        length: last - first,
        oldPlace,
        place,
      };
    }),
  );
  const keyOf = (oldPlace: number, place: number) => oldPlace * (newShots.length + 1) + place;
  const keys = new Set(shared.map(({ oldPlace, place }) => keyOf(oldPlace, place)));
  return shared.map(({ oldPlace, place, ...piece }) => ({
    ...piece,
    neighbours: [-1, 1].filter((step) => place + step >= 0 && keys.has(keyOf(oldPlace + step, place + step)))
      .length,
    moved: Math.abs(place - oldPlace),
  }));
}

/** What of a stretch is left without the blocked ones. */
function without(span: Span, blocked: readonly Span[]): Span[] {
  return blocked.reduce<Span[]>(
    (left, { start, end }) =>
      left.flatMap((part) =>
        [
          { start: part.start, end: Math.min(part.end, start) },
          { start: Math.max(part.start, end), end: part.end },
        ].filter((each) => each.start < each.end),
      ),
    [span],
  );
}
