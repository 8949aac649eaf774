import { hintHopSeconds } from '@/ml/film/picture/arousalHint';
import { straightened } from '@/ml/film/picture/straightened';
import { trajectoryAt } from '@/ml/affect/resample';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { FilmProject } from '@/app/ui/film/filmProject';

/** A guess that differs by less than this looks the same. */
const tolerance = 0.02;

/** The project with a guess at arousal drawn as its own; its valence stays as drawn, or level where none was. */
export function takeHint(project: FilmProject, hint: Float32Array): FilmProject {
  const { curve, film } = project;
  const endSeconds = secondsOf(film.lengthFrames, film.rate);
  const guessed = straightened(hint, tolerance).map((step) => step * hintHopSeconds);
  const times = [...new Set([...guessed, ...curve.map(({ t }) => t)])]
    .filter((t) => t <= endSeconds)
    .sort((a, b) => a - b);
  const valence = curve.length > 0 ? trajectoryAt(curve, Float64Array.from(times)).valence : null;
  return {
    ...project,
    curve: times.map((t, place) => ({ t, valence: valence?.[place] ?? 0, arousal: hintAt(hint, t) })),
  };
}

/** A straight line between the half seconds, level after the last. */
function hintAt(hint: Float32Array, seconds: number): number {
  const place = Math.min(hint.length - 1, seconds / hintHopSeconds);
  const before = Math.floor(place);
  const after = Math.min(hint.length - 1, before + 1);
  return hint[before] + (place - before) * (hint[after] - hint[before]);
}
