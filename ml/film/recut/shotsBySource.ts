import { lengthOf, type Piece, type Shot } from './shot';

/** A stretch of time. */
interface Span {
  start: number;
  end: number;
}

/**
 * Pieces of footage that both cuts show. Where footage is shown several times, the longest piece is taken first, of
 * equally long ones that which moves least among the shots; nothing of either cut is taken twice.
 */
export function shotsBySource(oldShots: readonly Shot[], newShots: readonly Shot[]): Piece[] {
  const shared = sharedPieces(oldShots, newShots).toSorted(
    (a, b) => b.length - a.length || a.moved - b.moved || a.oldStart - b.oldStart,
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

/** What each old shot has of its footage in common with each new one, and by how many shots that moves. */
function sharedPieces(oldShots: readonly Shot[], newShots: readonly Shot[]) {
  return oldShots.flatMap((old, oldPlace) =>
    newShots.flatMap((shot, place) => {
      if (!old.source || old.source.id !== shot.source?.id) return [];
      const first = Math.max(old.source.start, shot.source.start);
      const last = Math.min(old.source.start + lengthOf(old), shot.source.start + lengthOf(shot));
      if (first >= last) return [];
      return {
        oldStart: old.start + (first - old.source.start),
        newStart: shot.start + (first - shot.source.start),
        length: last - first,
        moved: Math.abs(place - oldPlace),
      };
    }),
  );
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
