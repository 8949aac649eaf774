import type { Study } from '@/app/ui/study/studyAnswers';

/** The confounds that every run with any has, in the order of the first run's; none where there are none. */
export function confoundColumns({ series }: Pick<Study, 'series'>): string[] {
  const runs = series.filter(({ kind }) => kind === 'confounds').map(({ columns }) => columns);
  if (runs.length === 0) return [];
  const [first, ...others] = runs;
  const sets = others.map((columns) => new Set(columns));
  return first.filter((name) => sets.every((set) => set.has(name)));
}

/** How fMRIPrep calls the six numbers of a rigid movement. */
const motion = /^(trans|rot)_[xyz]$/;

/** The movement of the head, which is regressed out most often; the first confound where none is called so. */
export function motionColumns(columns: readonly string[]): string[] {
  const found = columns.filter((name) => motion.test(name));
  return found.length > 0 ? found : columns.slice(0, 1);
}
