import { type ModelReport } from '../encodingReport';

/** The space, such as a layer of a network, whose own model predicts a target best. */
export interface PreferredSpace {
  space: string;
  score: number;
  /** By how much its score is above that of the next best. */
  ahead: number;
}

/** For each target the preferred one of all spaces, by the group's mean scores; null where none predicts anything. */
export function preferredSpaces(
  models: readonly Pick<ModelReport, 'spaces' | 'groups'>[],
  group = 'all',
): (PreferredSpace | null)[] {
  const single = models.filter(({ spaces, groups }) => spaces.length === 1 && groups[group]);
  const targets = single[0]?.groups[group].observed.length ?? 0;
  return Array.from({ length: targets }, (_, target) => {
    const scores = single
      .map(({ spaces, groups }) => ({ space: spaces[0], score: groups[group].observed[target] }))
      .sort((one, other) => other.score - one.score);
    const [best, next] = scores;
    return best.score > 0 ? { ...best, ahead: best.score - (next ? next.score : 0) } : null;
  });
}
