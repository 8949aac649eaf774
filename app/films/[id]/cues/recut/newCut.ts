import type { Shot } from '@/ml/film/recut/shot';

/** A cut of a film as it is compared with another: its shots follow one another from frame 0 to its end. */
export interface FilmCut {
  shots: Shot[];
  lengthFrames: number;
}

/** The shots between cuts. */
export function cutOfFrames(cuts: readonly number[], lengthFrames: number): FilmCut {
  const starts = [0, ...cuts.filter((cut) => cut > 0 && cut < lengthFrames)];
  const shots = starts.map((start, place) => ({ start, end: starts[place + 1] ?? lengthFrames }));
  return { shots, lengthFrames };
}

/** The first frame of each shot but the first. */
export const cutsOf = ({ shots }: FilmCut): number[] => shots.slice(1).map(({ start }) => start);

/** A cut that ends where its film does: its last shots end earlier, or the last one goes on. */
export function ofLength({ shots }: FilmCut, lengthFrames: number): FilmCut {
  const within = shots.filter(({ start }) => start < lengthFrames);
  const last = within.at(-1);
  return { shots: last ? within.with(-1, { ...last, end: lengthFrames }) : [], lengthFrames };
}
