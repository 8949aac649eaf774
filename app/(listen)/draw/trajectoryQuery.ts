import { filterOf } from '../narrow/narrowUrl';
import type { DrawState } from './drawUrl';

/** How many matches are shown. */
const limit = 20;

/** The question a drawing asks the server: times in seconds where it has a length, else in parts of the whole. */
export function trajectoryQuery(state: DrawState) {
  const { drawing, durationSeconds, scope, mode, blend, band } = state;
  return {
    points: drawing.map((point) => ({ ...point, t: point.t * (durationSeconds ?? 1) })),
    durationSeconds: durationSeconds ?? undefined,
    scope,
    mode: mode === 'level' || mode === 'shape' ? mode : undefined,
    blend: mode === 'blend' ? blend : undefined,
    band,
    limit,
    filter: filterOf(state),
  };
}

export type UsedMode = 'level' | 'shape' | 'blend';

/** Which comparison was used and why, in a sentence. */
export function explainMode(used: UsedMode, chosen: DrawState['mode'], blend: number): string {
  const share = Math.round(blend * 100);
  if (used === 'blend')
    return `Compared by both: ${share} % by how the emotion moves, ${100 - share} % by how high it lies.`;
  const why = chosen === 'auto';
  if (used === 'shape')
    return why
      ? 'Compared by shape, because your drawing moves: how the emotion rises and falls counts, not how high it lies.'
      : 'Compared by shape, as you chose: how the emotion rises and falls counts, not how high it lies.';
  return why
    ? 'Compared by level, because your drawing hardly moves: valence and arousal count as drawn.'
    : 'Compared by level, as you chose: valence and arousal count as drawn.';
}

/** What a distance in this mode is measured in. */
export const distanceUnits: Record<UsedMode, string> = {
  level: 'from the drawing, in units of valence and arousal',
  shape: 'from the drawing, in standard deviations of the movement',
  blend: 'from the drawing, level and shape mixed',
};

/** The same in short. */
export const shortUnits: Record<UsedMode, string> = { level: 'V-A', shape: 'SD', blend: 'mixed units' };
